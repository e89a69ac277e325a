namespace Differentiable.Tensors;

/// <summary>Functions that are approximated by their coefficients, lowest first.</summary>
internal static class Polynomial
{
    /// <summary>The sum of <c>coefficients[k] x^k</c>.</summary>
    public static double Of(ReadOnlySpan<double> coefficients, double x)
    {
        double sum = 0;
        for (int k = coefficients.Length - 1; k >= 0; k--)
            sum = (sum * x) + coefficients[k];
        return sum;
    }

    /// <summary>The sum of <c>coefficients[k] T_k(x)</c> with Chebyshev's polynomials (Clenshaw, "A note on the summation of Chebyshev series", 1955).</summary>
    public static double OfChebyshev(ReadOnlySpan<double> coefficients, double x)
    {
        double next = 0, second = 0;
        for (int k = coefficients.Length - 1; k > 0; k--)
            (next, second) = ((2 * x * next) - second + coefficients[k], next);
        return (x * next) - second + coefficients[0];
    }
}
