namespace Differentiable.Benchmarks.Ratios.Programs;

internal static partial class Polynomial
{
    /// <summary>The polynomial's value by Horner's scheme; the constant comes first.</summary>
    [Differentiable]
    public static double Horner(ReadOnlySpan<double> coefficients, double x)
    {
        double value = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            value = value * x + coefficients[i];
        return value;
    }
}
