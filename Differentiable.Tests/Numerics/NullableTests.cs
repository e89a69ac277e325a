using Differentiable.Tests.Corpus.Structs;

namespace Differentiable.Tests.Numerics;

/// <summary>What is missing has no derivative: it is missing there as well.</summary>
public class NullableTests
{
    [Fact]
    public void A_missing_input_has_a_missing_derivative()
    {
        Assert.Equal((3, (double?)2), Optional.ProductGradient(2, 3));
        Assert.Equal((5, (double?)null), Optional.ProductGradient(2, null));
        Assert.Equal((8, 4, (double?)2), Optional.ProductValueAndGradient(2, 4));
        Assert.Equal((10, 5, (double?)null), Optional.ProductValueAndGradient(2, null));
        Assert.Equal((15, (double?)null), Optional.ProductVjp(2, null, 3));
    }

    [Fact]
    public void An_input_that_is_there_and_not_used_has_the_derivative_zero() => Assert.Equal((1, (double?)0), Optional.UnusedGradient(2, 3));

    [Fact]
    public void The_tangent_of_a_missing_input_is_ignored()
    {
        Assert.Equal((5, 0), Optional.OrFiveJvp(null, 7));
        Assert.Equal((0, 0), Optional.OrZeroJvp(null, 7));
        Assert.Equal((3, 7), Optional.OrFiveJvp(3, 7));
        Assert.Equal((3, 0), Optional.OrFiveJvp(3, null));
    }

    [Fact]
    public void A_missing_result_has_a_missing_tangent()
    {
        Assert.Equal((null, null), Optional.RootJvp(-4, 1));
        Assert.Equal((2, 0.25), Optional.RootJvp(4, 1));
        Assert.Equal(0, Optional.RootVjp(-4, 3));
        Assert.Equal(0, Optional.RootVjp(4, null));
        Assert.Equal(0.75, Optional.RootVjp(4, 3));
    }

    [Fact]
    public void References_are_missing_where_what_they_refer_to_is()
    {
        double? best = null, dbest = 2, bestDot = 5;
        Assert.Equal(3 * 2, Optional.LowerVjp(2, best, 3, ref dbest));
        Assert.Null(dbest);
        (best, dbest) = (1, 2);
        Assert.Equal(0, Optional.LowerVjp(2, best, 3, ref dbest));
        Assert.Equal(2 + 3, dbest);
        (best, bestDot) = (null, 5);
        Optional.LowerJvp(2, ref best, out double? last, 7, ref bestDot, out double? lastDot);
        Assert.Equal((6, null, 21, null), (best, last, bestDot, lastDot));
    }

    [Fact]
    public void Structs_are_missing_where_what_they_belong_to_is()
    {
        Assert.Equal((new Vec(2, 0, 0), new Boundary(null, 6) { Scale = 0 }), Optional.OfStructsGradient(new Vec(1, 2, 3), new Boundary(null, 3)));
        Assert.Equal((null, new Boundary(9, null) { Scale = 0 }), Optional.OfStructsGradient(null, new Boundary(1, null)));
    }

    [Fact]
    public void Matrices_have_zeros_for_what_is_missing()
    {
        Assert.Equal(new double[,] { { 3, 2 } }, Optional.ProductJacobian(2, 3));
        Assert.Equal(new double[,] { { 5, 0 } }, Optional.ProductJacobian(2, null));
        Assert.Equal(new double[,] { { 0, 1 }, { 1, 0 } }, Optional.ProductHessian(2, 3));
        Assert.Equal(new double[,] { { 0, 0 }, { 0, 0 } }, Optional.ProductHessian(2, null));
        Assert.Equal(new double[,] { { 0.25 } }, Optional.RootJacobian(4));
        Assert.Equal(new double[,] { { 0 } }, Optional.RootJacobian(-4));
    }

    [Fact]
    public void Products_with_second_derivatives_are_missing_alike()
    {
        Assert.Equal((7, (double?)5), Optional.ProductHvp(2, 3, 5, 7));
        Assert.Equal((0, (double?)null), Optional.ProductHvp(2, null, 5, 7));
    }

    [Fact]
    public void Reading_what_is_missing_throws_as_the_method_does()
    {
        string message = Assert.Throws<InvalidOperationException>(() => Optional.Required(2, null)).Message;
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => Optional.RequiredGradient(2, null)).Message);
        Assert.Throws<InvalidOperationException>(() => Optional.RequiredValueAndGradient(2, null));
        Assert.Throws<InvalidOperationException>(() => Optional.RequiredVjp(2, null, 1));
        Assert.Throws<InvalidOperationException>(() => Optional.RequiredJvp(2, null, 1, 1));
        Assert.Throws<InvalidOperationException>(() => Optional.RequiredHvp(2, null, 1, 1));
        Assert.Throws<InvalidOperationException>(() => Optional.RequiredJacobian(2, null));
        Assert.Throws<InvalidOperationException>(() => Optional.CastGradient(null));
        Assert.Equal((3, (double?)2), Optional.RequiredGradient(2, 3));
    }

    [Fact]
    public void Nothing_is_computed_of_what_is_missing()
    {
        // 0/0 would spread through the products with zero.
        Assert.Equal((1, (double?)null, (double?)null), Optional.QuotientGradient(2, null, null));
        Assert.Equal((1, (double?)null, (double?)0), Optional.QuotientGradient(2, null, 0));
    }
}

/// <summary>Methods whose inputs and results may be missing.</summary>
internal static partial class Optional
{
    [Differentiable(Derivatives.All)]
    internal static double Product(double x, double? factor) => x * (factor ?? 5);

    [Differentiable(Derivatives.All)]
    internal static double Unused(double x, double? y) => y > 100 ? x * y.Value : x;

    [Differentiable(Derivatives.All)]
    internal static double OrFive(double? x) => x ?? 5;

    [Differentiable(Derivatives.All)]
    internal static double OrZero(double? x) => x.GetValueOrDefault();

    [Differentiable(Derivatives.All)]
    internal static double? Root(double x) => x > 0 ? Math.Sqrt(x) : null;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static void Lower(double x, ref double? best, out double? last)
    {
        last = best;
        if (!(best <= 3 * x))
            best = 3 * x;
    }

    [Differentiable]
    internal static double OfStructs(Vec? v, Boundary end) => (v?.X * v?.X ?? 0) + (end.Flux * end.Flux ?? 9 * end.Temperature!.Value);

    [Differentiable(Derivatives.All)]
    internal static double Required(double x, double? y) => x * y!.Value;

    [Differentiable(Derivatives.All)]
    internal static double Cast(double? x) => 2 * (double)x!;

    [Differentiable]
    internal static double Quotient(double x, double? a, double? b) => x + (a / b ?? 0);
}
