namespace Differentiable.Tensors;

/// <summary>
/// Continued fractions from their first term on (Lentz, "Generating Bessel functions in Mie scattering calculations using continued fractions", 1976; Thompson and Barnett, "Coulomb and Bessel functions
/// of complex arguments and order", 1986, for the way around zeros).
/// </summary>
internal static class ContinuedFraction
{
    private const double AlmostZero = 1e-290, Exact = 1e-15;

    private const int MostTerms = 1_000_000;

    /// <summary><c>b0 + a1 / (b1 + a2 / (b2 + …))</c>; NaN if it has not come to rest after very many terms.</summary>
    /// <param name="first">b0.</param>
    /// <param name="term">Of each number from 1 on, the numerator a and the denominator b.</param>
    public static Jet Of(Jet first, Func<int, (Jet Numerator, Jet Denominator)> term)
    {
        Jet value = NotZero(first), above = value, below = 0;
        for (int i = 1; i < MostTerms; i++)
        {
            (Jet numerator, Jet denominator) = term(i);
            below = 1 / NotZero(denominator + (numerator * below));
            above = NotZero(denominator + (numerator / above));
            Jet change = above * below;
            value *= change;
            if (!IsMore(change, value))
                return value;
        }
        return double.NaN;
    }

    /// <summary>Does it change the value or its derivatives? NaN does not.</summary>
    private static bool IsMore(Jet change, Jet value) => Math.Abs(change.Value - 1) > Exact
        || Math.Abs(change.Slope) > Exact * (1 + Math.Abs(value.Slope / value.Value))
        || Math.Abs(change.Curvature) > Exact * (1 + Math.Abs(value.Curvature / value.Value));

    private static Jet NotZero(Jet x) => Math.Abs(x.Value) < AlmostZero ? x with { Value = AlmostZero } : x;
}
