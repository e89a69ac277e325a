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

    /// <summary>A tangent rule that is differentiable itself returns a value and its tangent, and twice as much in second order: x⁴, x³ + 2x², (x³, x·y), and -x·Exp(-x²/2).</summary>
    [Fact]
    public void Tangent_rules_have_tangents()
    {
        (double value, double valueDot, double valueDot2, double valueDotDot) = FourthPowerJvpJvp(0.3, 1, 1, 0);
        Assert.Equal((0.0081, 0.108, 0.108, 1.08), (Math.Round(value, 12), Math.Round(valueDot, 12), Math.Round(valueDot2, 12), Math.Round(valueDotDot, 12)));
        Assert.Equal(5.8, OfPointJvpJvp(0.3, 1, 1, 0).valueDotDot, 1e-14);
        Assert.Equal([1.8, 0], OfArrayJvpJvp([0.3, 0.4], [1, 0], [1, 0], [0, 0]).valueDotDot.Select(x => Math.Round(x, 14)));
        Assert.Equal(-0.3 * Math.Exp(-0.045), BellTangentJvpJvp(0.3, 1, 1, 0, 0, 0, 0, 0).valueDot.valueDot, 1e-15);
    }

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

    [CustomGradient(nameof(CubeTangent))]
    private static double Cube(double x) => x * x * x;

    [Differentiable(Derivatives.Jvp)]
    private static (double value, double valueDot) CubeTangent(double x, double xDot) => (x * x * x, 3 * x * x * xDot);

    [Differentiable(Derivatives.Jvp, Order = 2)]
    private static double FourthPower(double x) => Cube(x) * x;

    [CustomGradient(nameof(ScaledTangent))]
    private static Pair Scaled(Pair p, double x) => new(p.A * x * x, p.B * x);

    [Differentiable(Derivatives.Jvp)]
    private static (Pair value, Pair valueDot) ScaledTangent(Pair p, Pair pDot, double x, double xDot) =>
        (new(p.A * x * x, p.B * x), new(pDot.A * x * x + 2 * p.A * x * xDot, pDot.B * x + p.B * xDot));

    [Differentiable(Derivatives.Jvp, Order = 2)]
    private static double OfPoint(double x)
    {
        Pair p = Scaled(new(x, 2 * x), x);
        return p.A + p.B;
    }

    [CustomGradient(nameof(ProductsTangent))]
    private static double[] Products(double[] x) => [x[0] * x[0], x[0] * x[1]];

    [Differentiable(Derivatives.Jvp)]
    private static (double[] value, double[] valueDot) ProductsTangent(double[] x, double[] xDot) =>
        ([x[0] * x[0], x[0] * x[1]], [2 * x[0] * xDot[0], xDot[0] * x[1] + x[0] * xDot[1]]);

    [Differentiable(Derivatives.Jvp, Order = 2)]
    private static double[] OfArray(double[] x)
    {
        double[] y = Products(x);
        return [y[0] * x[0], y[1]];
    }

    [CustomGradient(nameof(BellTangent))]
    private static double Bell(double x) => Math.Atan(x);

    /// <summary>A rule that calls the method which it is for.</summary>
    [Differentiable(Derivatives.Jvp, Order = 2)]
    private static (double value, double valueDot) BellTangent(double x, double xDot) => (Bell(x), Math.Exp(-x * x / 2) * xDot);

    private readonly record struct Pair(double A, double B);
}
