using Differentiable.Tests.Corpus.Structs;

namespace Differentiable.Tests.Numerics;

/// <summary>Derivatives of derivatives of methods that return several values at once, and second order without the first.</summary>
public partial class HigherOrderTests
{
    [Fact]
    public void Tuples_have_tangents_of_tangents()
    {
        ((double c, double s) value, (double c, double s) valueDot, (double c, double s) valueDot2, (double c, double s) valueDotDot) = TurnedJvpJvp(3, 1, 1, 0);
        Assert.Equal((9, 4), value);
        Assert.Equal((6, 1), valueDot);
        Assert.Equal((6, 1), valueDot2);
        Assert.Equal((2, 0), valueDotDot);
    }

    [Fact]
    public void Structs_have_third_derivatives()
    {
        (Arrow value, _, _, _, _, _, _, Arrow valueDotDotDot) = CubesJvpJvpJvp(3, 1, 1, 0, 1, 0, 0, 0);
        Assert.Equal(new(3, 27, 9), value);
        Assert.Equal(new(0, 6, 0), valueDotDotDot);
    }

    /// <summary>f = x²(x² + 1) x⁶ by the chain rule, whose second derivative is 90x⁸ + 56x⁶.</summary>
    [Fact]
    public void Calls_go_through() => Assert.Equal(90 * Math.Pow(0.7, 8) + 56 * Math.Pow(0.7, 6), ProductJvpJvp(0.7, 1, 1, 0).valueDotDot, 1e-13);

    /// <summary>Methods that are called for their values alone are called themselves, for the first derivative was not asked for.</summary>
    [Fact]
    public void Second_order_needs_no_gradient_of_what_is_constant()
    {
        Assert.Equal(32, TimesConstantsHvp(0.7, 1), 1e-12);
        Assert.Equal(0, BranchesHvp(2, 1));
        Assert.Equal(4.2, BranchesHvp(0.7, 1), 1e-12);
    }

    [Differentiable(Derivatives.Jvp, Order = 2)]
    private static (double c, double s) Turned(double a) => (a * a, a + 1);

    [Differentiable(Derivatives.Jvp, Order = 3)]
    private static Arrow Cubes(double a) => new(a, a * a * a, a * a);

    [Differentiable(Derivatives.Jvp, Order = 2)]
    private static double Product(double a)
    {
        var (c, s) = Turned(a * a);
        return c / (a * a) * s * Cubes(a * a).Y;
    }

    [Differentiable(Derivatives.Hvp)]
    private static double Square(double a) => a * a;

    [Differentiable(Derivatives.Hvp)]
    private static double SquareOfFirst(double[] a) => a[0] * a[0];

    [Differentiable(Derivatives.Hvp)]
    private static double TimesConstants(double x)
    {
        double[] two = [2, 3];
        return Square(2) * x * x * SquareOfFirst(two);
    }

    [Differentiable(Derivatives.Hvp)]
    private static double Branches(double x) => Square(x) > 2 ? x : x * x * x;
}
