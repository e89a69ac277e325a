using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// The error function and its complement to the accuracy of <see cref="double"/>: quotients of polynomials on three ranges (Cody, "Rational Chebyshev
/// approximations for the error function", 1969). Narrower types are rounded from it.
/// </summary>
internal static class ErrorFunction
{
    /// <summary>Up to here the error function itself is approximated, beyond it the complement.</summary>
    private const double Middle = 0.46875;

    /// <summary>From here on the complement is approximated in <c>1 / x²</c>.</summary>
    private const double Far = 4;

    /// <summary>From here on the complement is less than the smallest number.</summary>
    private const double Beyond = 27.3;

    private static ReadOnlySpan<double> NearNumerator =>
        [1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3];

    private static ReadOnlySpan<double> NearDenominator => [1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3];

    private static ReadOnlySpan<double> MiddleNumerator =>
    [
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1, 2.98635138197400131e2,
        8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3,
    ];

    private static ReadOnlySpan<double> MiddleDenominator =>
    [
        1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
    ];

    private static ReadOnlySpan<double> FarNumerator =>
        [1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4];

    private static ReadOnlySpan<double> FarDenominator =>
        [1, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2, 2.33520497626869185e-3];

    /// <summary>The error function.</summary>
    public static T Erf<T>(T x)
        where T : INumberBase<T> => T.CreateTruncating(Erf(double.CreateTruncating(x)));

    /// <summary>1 minus the error function, exact also where that is close to 1.</summary>
    public static T Erfc<T>(T x)
        where T : INumberBase<T> => T.CreateTruncating(Erfc(double.CreateTruncating(x)));

    /// <summary>The probability that a standard normal number is below x.</summary>
    public static T ProbabilityBelow<T>(T x)
        where T : INumberBase<T> => T.CreateTruncating(0.5 * Erfc(double.CreateTruncating(x) * -Math.Sqrt(0.5)));

    private static double Erf(double x) => Math.Abs(x) <= Middle ? Near(x) : x < 0 ? Tail(-x) - 1 : 1 - Tail(x);

    private static double Erfc(double x) => Math.Abs(x) <= Middle ? 1 - Near(x) : x < 0 ? 2 - Tail(-x) : Tail(x);

    private static double Near(double x) => x * Quotient(NearNumerator, NearDenominator, x * x);

    /// <summary>The complement beyond <see cref="Middle"/>.</summary>
    private static double Tail(double x)
    {
        if (x >= Beyond)
            return 0;
        if (x <= Far)
            return ExpOfMinusSquare(x) * Quotient(MiddleNumerator, MiddleDenominator, x);
        double z = 1 / (x * x), series = z * Quotient(FarNumerator, FarDenominator, z);
        return ExpOfMinusSquare(x) * ((1 / Math.Sqrt(Math.PI)) - series) / x;
    }

    /// <summary>The square of a multiple of 1/16 is exact, so that rounding does not grow with the exponent.</summary>
    private static double ExpOfMinusSquare(double x)
    {
        double rounded = Math.Truncate(x * 16) / 16;
        return Math.Exp(-rounded * rounded) * Math.Exp(-(x - rounded) * (x + rounded));
    }

    /// <summary>The quotient of two polynomials of one degree, with the coefficients of the highest power first.</summary>
    private static double Quotient(ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator, double x)
    {
        double above = 0, below = 0;
        for (int i = 0; i < numerator.Length; i++)
        {
            above = (above * x) + numerator[i];
            below = (below * x) + denominator[i];
        }
        return above / below;
    }
}
