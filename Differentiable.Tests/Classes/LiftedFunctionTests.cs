namespace Differentiable.Tests.Classes;

/// <summary>Local functions that call themselves in methods of objects and structs, and in derivatives of higher order.</summary>
public partial class LiftedFunctionTests
{
    private static readonly double[] s_at = [0.8, 0.7, 0.3, -0.4, 0.9];

    [Fact]
    public void Members_of_objects_are_inputs_of_theirs()
    {
        static double Tree(double[] p) => Fan.Of(p[1], p[2..]).Tree(p[0]);
        (double x, double decay, double[] weights) = Fan.Of(s_at[1], s_at[2..]).TreeGradient(s_at[0]);
        AssertDifferences(Tree, s_at, [x, decay, .. weights]);
        (double value, double dot) = Fan.Of(s_at[1], s_at[2..]).TreeJvp(s_at[0], 1, 0, new double[3]);
        Assert.Equal((Tree(s_at), x), (value, dot));
    }

    [Fact]
    public void Structs_are_captured_field_by_field()
    {
        (Coil self, double x) = Coil.TurnsGradient(new(0.8, 0.7), 0.3, 3);
        AssertDifferences(p => new Coil(p[0], p[1]).Turns(p[2], 3), s_at[..3], [self.Radius, self.Length, x]);
    }

    [Fact]
    public void Methods_may_change_the_struct_with_their_results()
    {
        Coil dself = default;
        double x = Coil.WindVjp(new(0.8, 0.7), 0.3, 2, 1, ref dself);
        AssertDifferences(p => new Coil(p[0], p[1]).Wind(p[2], 2), s_at[..3], [dself.Radius, dself.Length, x]);
    }

    /// <summary>x³y² and its second derivatives along x and y.</summary>
    [Fact]
    public void Derivatives_of_derivatives_go_through_them()
    {
        Assert.Equal(6 * 0.7 * 0.81, PowerJvpJvp(0.7, 0.9, 1, 0, 1, 0, 0, 0).valueDotDot, 1e-12);
        Assert.Equal(6 * 0.49 * 0.9, PowerJvpJvp(0.7, 0.9, 1, 0, 0, 1, 0, 0).valueDotDot, 1e-12);
        double[,] hessian = PowerHessian(0.7, 0.9);
        Assert.Equal(2 * 0.343, hessian[1, 1], 1e-12);
    }

    [Differentiable(Derivatives.All, Order = 2)]
    private static double Power(double x, double y)
    {
        return Product(x, 3) * Product(y, 2);

        static double Product(double v, int k) => k == 0 ? 1 : v * Product(v, k - 1);
    }

    private static void AssertDifferences(Func<double[], double> f, double[] at, double[] gradient)
    {
        for (int i = 0; i < at.Length; i++)
        {
            const double Step = 1e-5;
            double[] above = [.. at], below = [.. at];
            above[i] += Step;
            below[i] -= Step;
            Assert.Equal((f(above) - f(below)) / (2 * Step), gradient[i], 1e-8);
        }
    }
}
