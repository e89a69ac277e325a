namespace OptionGreeks;

/// <summary>A price by Monte Carlo, with the derivatives that were generated for it.</summary>
internal sealed record BasketPrice(
    BasketPrice.Function Value, BasketPrice.Gradient ValueAndGradient, BasketPrice.Product HessianTimes)
{
    public delegate double Function(ReadOnlySpan<double> market, ReadOnlySpan<double> weights, ReadOnlySpan<double> normals);

    public delegate double Gradient(
        ReadOnlySpan<double> market, ReadOnlySpan<double> weights, ReadOnlySpan<double> normals, Span<double> gradient);

    public delegate void Product(ReadOnlySpan<double> market, ReadOnlySpan<double> weights, ReadOnlySpan<double> normals,
        ReadOnlySpan<double> direction, Span<double> product);

    public static BasketPrice Arithmetic { get; } = new(
        BasketOption.Arithmetic, BasketOption.ArithmeticValueAndGradient, BasketOption.ArithmeticHvp);

    public static BasketPrice Geometric { get; } = new(
        BasketOption.Geometric, BasketOption.GeometricValueAndGradient, BasketOption.GeometricHvp);
}
