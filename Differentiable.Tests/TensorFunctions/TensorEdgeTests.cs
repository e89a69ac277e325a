using System.Numerics.Tensors;
using TensorRules = Differentiable.Runtime.TensorRules;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>Where functions of TensorPrimitives have no derivative, or one that is easy to get wrong: the conventions of the guide.</summary>
public class TensorEdgeTests
{
    [Fact]
    public void Abs_has_slope_zero_at_zero()
    {
        double[] dx = new double[3];
        TensorRules.AbsPullback([-2.0, 0, 3], dx, [1.0, 1, 1]);
        Assert.Equal([-1, 0, 1], dx);
    }

    [Fact]
    public void The_first_of_two_gets_all_at_a_tie()
    {
        double[] dx = new double[2], dy = new double[2];
        TensorRules.MaxPullback([1.0, 2], [1.0, 3], dx, dy, [1.0, 1]);
        Assert.Equal([1, 0], dx);
        Assert.Equal([0, 1], dy);
    }

    [Fact]
    public void The_first_of_many_gets_all_at_a_tie()
    {
        double[] x = [1, 4, 2, 4], dx = new double[4];
        TensorRules.ChoicePullback(x, 3.0, TensorPrimitives.Max<double>(x), dx);
        Assert.Equal([0, 3, 0, 0], dx);
    }

    [Fact]
    public void A_bound_that_is_met_gives_way_to_the_value()
    {
        double[] dx = new double[3];
        (double dmin, double dmax) = TensorRules.ClampPullback([1.0, 0, 2], 1.0, 2.0, dx, [1.0, 1, 1]);
        Assert.Equal([1, 0, 1], dx);
        Assert.Equal((1.0, 0.0), (dmin, dmax));
    }

    [Fact]
    public void Powers_at_zero()
    {
        double[] dx = new double[3], dy = new double[3];
        double[] x = [0, 0, -2], y = [0, 1, 2];
        TensorRules.PowPullback(x, y, [1.0, 0, 4], dx, dy, [1.0, 1, 1]);
        Assert.Equal([0, 1, -4], dx);
        Assert.Equal([0, 0, 0], dy);
    }

    [Fact]
    public void Lengths_have_slope_zero_at_the_origin()
    {
        double[] dx = new double[2], dy = new double[2];
        TensorRules.NormPullback([0.0, 0], 1.0, 0.0, dx);
        TensorRules.DistancePullback([1.0, 2], [1.0, 2], 1.0, 0.0, dx, dy);
        TensorRules.HypotPullback([0.0, 0], [0.0, 0], [0.0, 0], dx, dy, [1.0, 1]);
        TensorRules.Atan2Pullback([0.0, 0], [0.0, 0], [0.0, 0], dx, dy, [1.0, 1]);
        TensorRules.StdDevPullback([3.0, 3], 1.0, 0.0, dx);
        Assert.Equal([0, 0], dx);
        Assert.Equal([0, 0], dy);
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void Angles_turn_where_squares_are_out_of_range(double unit)
    {
        double[] dx = new double[1], dy = new double[1];
        TensorRules.Atan2Pullback([3 * unit], [4 * unit], [Math.Atan2(3, 4)], dy, dx, [1.0]);
        Assert.Equal(0.16 / unit, dy[0], 1e-14 / unit);
        Assert.Equal(-0.12 / unit, dx[0], 1e-14 / unit);
    }

    [Fact]
    public void Angles_rest_at_infinity()
    {
        double[] dx = new double[2], dy = new double[2];
        TensorRules.Atan2Pullback([double.PositiveInfinity, 1], [1, double.NegativeInfinity], [Math.PI / 2, Math.PI], dy, dx, [1.0, 1]);
        Assert.Equal([0, 0], dx);
        Assert.Equal([0, 0], dy);
    }

    [Fact]
    public void Inverse_hyperbolic_functions_grow_like_logarithms_where_squares_are_infinite()
    {
        float[] dx = new float[3];
        TensorRules.AsinhPullback([1e30f, -1e25f, float.PositiveInfinity], dx, [1f, 1, 1]);
        Assert.Equal([1 / 1e30f, 1 / 1e25f, 0], dx);
        Array.Clear(dx);
        TensorRules.AcoshPullback([1e30f, 1e25f, float.PositiveInfinity], dx, [1f, 1, 1]);
        Assert.Equal([1 / 1e30f, 1 / 1e25f, 0], dx);
    }

    [Fact]
    public void Products_pass_through_zeros()
    {
        double[] dx = new double[3];
        TensorRules.ProductPullback([2.0, 0, 5], 1.0, dx);
        Assert.Equal([0, 10, 0], dx);
    }

    [Fact]
    public void Roots_are_infinitely_steep_at_zero()
    {
        double[] dx = new double[1];
        TensorRules.SqrtPullback(1, [0.0], dx, [1.0]);
        Assert.Equal(double.PositiveInfinity, dx[0]);
    }

    [Fact]
    public void Steps_have_slope_zero()
    {
        double[] dx = [7], dy = [3];
        TensorRules.ConstantPullback(1, dx, dy);
        Assert.Equal([7], dx);
        Assert.Equal([0], dy);
    }
}
