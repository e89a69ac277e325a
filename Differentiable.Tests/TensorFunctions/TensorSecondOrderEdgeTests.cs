using TensorRules = Differentiable.Runtime.TensorRules;

namespace Differentiable.Tests.TensorFunctions;

/// <summary>Second derivatives of functions of TensorPrimitives where there are none, or where they are easy to get wrong.</summary>
public class TensorSecondOrderEdgeTests
{
    [Fact]
    public void Lengths_are_not_curved_at_the_origin()
    {
        double[] dx = new double[2], dy = new double[2], dxDot = new double[2], dyDot = new double[2];
        TensorRules.NormTangentPullback([0.0, 0], [1.0, 2], (1.0, 1.0), dx, dxDot);
        TensorRules.DistanceTangentPullback([1.0, 2], [1.0, 2], [1.0, 2], [3.0, 5], (1.0, 1.0), dx, dy, dxDot, dyDot);
        TensorRules.HypotTangentPullback([0.0, 0], [0.0, 0], [0.0, 0], [1.0, 2], [3.0, 5], dx, dy, [1.0, 1], dxDot, dyDot, [1.0, 1]);
        TensorRules.Atan2TangentPullback([0.0, 0], [0.0, 0], [0.0, 0], [1.0, 2], [3.0, 5], dx, dy, [1.0, 1], dxDot, dyDot, [1.0, 1]);
        TensorRules.StdDevTangentPullback([3.0, 3], [1.0, 2], (1.0, 1.0), dx, dxDot);
        Assert.All(new[] { dx, dy, dxDot, dyDot }, adjoints => Assert.Equal([0, 0], adjoints));
    }

    [Theory]
    [InlineData(1e-100)]
    [InlineData(1e100)]
    public void Angles_are_curved_where_fourth_powers_are_out_of_range(double unit)
    {
        double[] dx = new double[1], dy = new double[1], dxDot = new double[1], dyDot = new double[1];
        TensorRules.Atan2TangentPullback([3 * unit], [4 * unit], [Math.Atan2(3, 4)], [1.0], [0.5], dy, dx, [0.0], dyDot, dxDot, [1.0]);
        Assert.Equal((-0.0384 - 0.0056) / unit / unit, dy[0], 1e-14 / unit / unit);
        Assert.Equal((-0.0112 + 0.0192) / unit / unit, dx[0], 1e-14 / unit / unit);
    }

    [Fact]
    public void The_first_of_two_gets_all_at_a_tie()
    {
        double[] dx = new double[2], dy = new double[2], dxDot = new double[2], dyDot = new double[2];
        TensorRules.MaxTangentPullback([1.0, 2], [1.0, 3], dx, dy, [1.0, 1], dxDot, dyDot, [5.0, 7]);
        Assert.Equal([1, 0], dx);
        Assert.Equal([0, 1], dy);
        Assert.Equal([5, 0], dxDot);
        Assert.Equal([0, 7], dyDot);
    }

    [Fact]
    public void The_first_of_many_gets_all_at_a_tie()
    {
        double[] dx = new double[4], dxDot = new double[4];
        TensorRules.MaxTangentPullback([1.0, 4, 2, 4], (3.0, 5.0), dx, dxDot);
        Assert.Equal([0, 3, 0, 0], dx);
        Assert.Equal([0, 5, 0, 0], dxDot);
    }

    [Fact]
    public void Kinks_and_steps_are_not_curved()
    {
        double[] dx = new double[3], dxDot = new double[3];
        TensorRules.AbsTangentPullback([-2.0, 0, 3], dx, [1.0, 1, 1], dxDot, [5.0, 5, 5]);
        Assert.Equal([-1, 0, 1], dx);
        Assert.Equal([-5, 0, 5], dxDot);
        TensorRules.ConstantTangentPullback(3, dx, [1.0, 1, 1], dxDot, [5.0, 5, 5]);
        Assert.Equal([-1, 0, 1], dx);
    }

    /// <summary>x^0 is 1 and x^1 is x, also at 0; a negative number has whole powers, and no derivative in the exponent.</summary>
    [Fact]
    public void Powers_at_zero()
    {
        double[] dx = new double[4], dy = new double[4], dxDot = new double[4], dyDot = new double[4];
        double[] x = [0, 0, 0, -3], y = [0, 1, 2, 3], ones = [1, 1, 1, 1], zeros = new double[4];
        TensorRules.PowTangentPullback(x, y, [1.0, 0, 0, -27], ones, ones, dx, dy, zeros, dxDot, dyDot, ones);
        Assert.Equal([0, 0, 2, -18], dx);
        Assert.Equal([0, 0, 0, 0], dy);
        Assert.Equal([0, 1, 0, 27], dxDot);
        Assert.Equal([0, 0, 0, 0], dyDot);
    }

    [Fact]
    public void Products_pass_through_zeros()
    {
        double[] dx = new double[3], dxDot = new double[3];
        TensorRules.ProductTangentPullback([2.0, 0, 0], [1.0, 10, 100], (1.0, 1.0), dx, dxDot);
        Assert.Equal([0, 200, 20], dx);
        Assert.Equal([0, 0, 0], dxDot);
    }

    [Fact]
    public void Roots_and_arcs_are_infinitely_curved_at_the_ends_of_their_domains()
    {
        double[] root = new double[1], arc = new double[1], none = [];
        TensorRules.SqrtTangentPullback([0.0], [1.0], root, [0.0], none, [1.0]);
        TensorRules.AsinTangentPullback([-1.0], [1.0], arc, [0.0], none, [1.0]);
        Assert.Equal(double.NaN, root[0] + double.PositiveInfinity);
        Assert.Equal(double.NaN, arc[0] + double.PositiveInfinity);
    }

    [Fact]
    public void A_first_root_is_a_line()
    {
        double[] dx = new double[1], dxDot = new double[1];
        TensorRules.RootNTangentPullback(1, [0.0], [1.0], dx, [2.0], dxDot, [3.0]);
        Assert.Equal([2], dx);
        Assert.Equal([3], dxDot);
    }
}
