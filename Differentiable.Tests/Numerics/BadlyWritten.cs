using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Numerics;

/// <summary>Members with one fault each, which the harness has to find.</summary>
internal static class BadlyWritten
{
    private static double s_calls;

    public static double WrongFactor(double x) => x * x * x;

    public static double WrongFactorGradient(double x) => 3.0000001 * x * x;

    public static double Adds([Length(2)] double[] w) => w[0] * w[1];

    public static void AddsGradient(double[] w, Span<double> dw)
    {
        dw[0] += w[1];
        dw[1] += w[0];
    }

    public static double Overwrites(ReadOnlySpan<double> w) => w[0];

    public static void OverwritesVjp(ReadOnlySpan<double> w, double dresult, Span<double> dw)
    {
        dw.Clear();
        dw[0] = dresult;
    }

    public static double TouchesItsInput(double[] w) => w[0];

    public static void TouchesItsInputGradient(double[] w, Span<double> dw)
    {
        dw.Clear();
        dw[0] = 1;
        w[0] = 0;
    }

    public static double LastBit(double x) => 0.1 * x * 3;

    public static (double value, double x) LastBitValueAndGradient(double x) => (Math.BitIncrement(LastBit(x)), 0.1 * 3);

    public static double Remembers(double x) => x;

    public static double RemembersGradient(double x) => 1 + (1e-12 * s_calls++);

    public static double AllocatesAnArray(double x) => x;

    public static double AllocatesAnArrayGradient(double x) => new double[] { x, 1 }[^1];

    [Flat]
    public static double NotFlat(double x) => x;

    public static double OtherNames(double x, double y) => x + y;

    public static (double y, double x) OtherNamesGradient(double x, double y) => (1, 1);
}
