using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// Both parts of the gamma function's integral, divided by it, and their derivatives with respect to its order: by the power series of the lower part for small arguments, else by the continued fraction
/// of the upper one (Abramowitz and Stegun, "Handbook of mathematical functions", 1964, 6.5.29 and 6.5.31). Narrower types are rounded from it.
/// </summary>
internal static class IncompleteGammaFunction
{
    /// <summary>From this order on, what powers and the gamma function have in common is left out.</summary>
    private const double Far = 12;

    private const double Exact = 1e-17;

    private const int MostTerms = 1_000_000;

    public static T Lower<T>(T order, T x)
        where T : INumberBase<T> => T.CreateTruncating(LowerPart(new(double.CreateTruncating(order), 0, 0), double.CreateTruncating(x)).Value);

    public static T Upper<T>(T order, T x)
        where T : INumberBase<T> => T.CreateTruncating(UpperPart(new(double.CreateTruncating(order), 0, 0), double.CreateTruncating(x)).Value);

    /// <summary>The derivative of the lower part with respect to the order.</summary>
    public static T Slope<T>(T order, T x)
        where T : INumberBase<T> => T.CreateTruncating(LowerPart(new(double.CreateTruncating(order), 1, 0), double.CreateTruncating(x)).Slope);

    /// <summary>The second derivative of the lower part with respect to the order.</summary>
    public static T Curvature<T>(T order, T x)
        where T : INumberBase<T> => T.CreateTruncating(LowerPart(new(double.CreateTruncating(order), 1, 0), double.CreateTruncating(x)).Curvature);

    private static Jet LowerPart(Jet order, double x) => IsBeyond(order.Value, x) ? 1 - UpperPart(order, x) : AtEdge(order.Value, x) is { } edge ? edge : Power(order, x) * Series(order, x);

    private static Jet UpperPart(Jet order, double x) => !IsBeyond(order.Value, x) ? 1 - LowerPart(order, x)
        : double.IsInfinity(x) ? 0 : Power(order, x) * order / ContinuedFraction.Of(x + 1 - order, i => (i * (order - i), x + ((2 * i) + 1) - order));

    /// <summary>Is it the upper part that is computed?</summary>
    private static bool IsBeyond(double order, double x) => order > 0 && order < double.PositiveInfinity && x > order + 1;

    private static double? AtEdge(double order, double x) => (order, x) switch
    {
        _ when !(order > 0 && x >= 0) || (double.IsInfinity(order) && double.IsInfinity(x)) => double.NaN,
        _ when x == 0 || double.IsInfinity(order) => 0,
        _ => null,
    };

    /// <summary><c>x^a e^(-x) / Γ(a + 1)</c>.</summary>
    private static Jet Power(Jet order, double x)
    {
        double a = order.Value, value = Math.Exp(LogPower(a, x));
        return order.Slope == 0 ? value : Jet.Exp(value, Math.Log(x) - PolygammaFunction.Of(0, a + 1), -PolygammaFunction.Of(1, a + 1));
    }

    private static double LogPower(double a, double x) => a < Far
        ? (a * Math.Log(x)) - x - LogGammaFunction.Of(a + 1)
        : (a * LogGammaFunction.LogExcess(x / a)) - (0.5 * Math.Log(2 * Math.PI * a)) - LogGammaFunction.BehindStirling(a);

    /// <summary>The sum of <c>x^n / ((a + 1) … (a + n))</c>; NaN if it has not come to rest after very many terms.</summary>
    private static Jet Series(Jet order, double x)
    {
        Jet sum = 1, term = 1;
        for (int n = 1; n < MostTerms; n++)
        {
            term *= x / (order + n);
            sum += term;
            if (term.IsNegligible(sum, Exact))
                return sum;
        }
        return double.NaN;
    }
}
