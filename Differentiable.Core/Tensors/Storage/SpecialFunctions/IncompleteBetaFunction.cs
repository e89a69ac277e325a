using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// The lower part of the beta function's integral, divided by it, and its derivatives with respect to the parameters: by its continued fraction, on that side where it converges fast (DLMF, "NIST
/// digital library of mathematical functions", 8.17.4 and 8.17.22). Narrower types are rounded from it.
/// </summary>
internal static class IncompleteBetaFunction
{
    /// <summary>From these parameters on, what powers and gamma functions have in common is left out.</summary>
    private const double Far = 12;

    public static T Of<T>(T a, T b, T x)
        where T : INumberBase<T> => T.CreateTruncating(Along(a, 0, b, 0, x).Value);

    /// <summary>The derivative with respect to the first parameter.</summary>
    public static T Slope<T>(T a, T b, T x)
        where T : INumberBase<T> => T.CreateTruncating(Along(a, 1, b, 0, x).Slope);

    /// <summary>The second derivative with respect to the first parameter.</summary>
    public static T Curvature<T>(T a, T b, T x)
        where T : INumberBase<T> => T.CreateTruncating(Along(a, 1, b, 0, x).Curvature);

    /// <summary>The second derivative with respect to both parameters, from those along both diagonals.</summary>
    public static T MixedCurvature<T>(T a, T b, T x)
        where T : INumberBase<T> => T.CreateTruncating((Along(a, 1, b, 1, x).Curvature - Along(a, 1, b, -1, x).Curvature) / 4);

    private static Jet Along<T>(T a, double alongA, T b, double alongB, T x)
        where T : INumberBase<T> => Lower(new(double.CreateTruncating(a), alongA, 0), new(double.CreateTruncating(b), alongB, 0), double.CreateTruncating(x));

    private static Jet Lower(Jet a, Jet b, double x) => x switch
    {
        _ when !(a.Value > 0 && b.Value > 0 && x >= 0 && x <= 1) || double.IsInfinity(a.Value) || double.IsInfinity(b.Value) => double.NaN,
        0 or 1 => x,
        _ when x > (a.Value + 1) / (a.Value + b.Value + 2) => 1 - Left(b, a, 1 - x, x),
        _ => Left(a, b, x, 1 - x),
    };

    /// <summary>For x and y, which are 1 together, and of which x is not much more than the part that a has.</summary>
    private static Jet Left(Jet a, Jet b, double x, double y) => Power(a, b, x, y) / a / ContinuedFraction.Of(1, i => (Numerator(a, b, x, i), 1));

    private static Jet Numerator(Jet a, Jet b, double x, int i)
    {
        int half = i / 2;
        return int.IsOddInteger(i)
            ? -x * (a + half) * (a + b + half) / ((a + (2 * half)) * (a + ((2 * half) + 1)))
            : x * half * (b - half) / ((a + ((2 * half) - 1)) * (a + (2 * half)));
    }

    /// <summary><c>x^a y^b / B(a, b)</c>.</summary>
    private static Jet Power(Jet a, Jet b, double x, double y)
    {
        double value = Math.Exp(LogPower(a.Value, b.Value, x, y));
        if (a.Slope == 0 && b.Slope == 0)
            return value;
        Jet sum = a + b;
        return Jet.Exp(
            value,
            (a.Slope * (Math.Log(x) - PolygammaFunction.Of(0, a.Value))) + (b.Slope * (Math.Log(y) - PolygammaFunction.Of(0, b.Value))) + (sum.Slope * PolygammaFunction.Of(0, sum.Value)),
            OfLogBeta(sum) - OfLogBeta(a) - OfLogBeta(b));
    }

    private static double OfLogBeta(Jet x) => x.Slope * x.Slope * PolygammaFunction.Of(1, x.Value);

    private static double LogPower(double a, double b, double x, double y)
    {
        double sum = a + b;
        if (a < Far || b < Far)
            return (a * Math.Log(x)) + (b * Math.Log(y)) - LogGammaFunction.Of(a) - LogGammaFunction.Of(b) + LogGammaFunction.Of(sum);
        return (a * LogGammaFunction.LogExcess(x * (sum / a))) + (b * LogGammaFunction.LogExcess(y * (sum / b))) + (0.5 * Math.Log(a / sum * b / (2 * Math.PI)))
            - LogGammaFunction.BehindStirling(a) - LogGammaFunction.BehindStirling(b) + LogGammaFunction.BehindStirling(sum);
    }
}
