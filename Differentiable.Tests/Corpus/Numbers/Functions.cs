using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Calls of the functions that have a rule.</summary>
public static partial class Functions
{
    [Differentiable]
    public static double Trigonometry(double x, double y) =>
        Math.Sin(x) * Math.Cos(y) + Math.Tan(x / 2) - Math.Atan2(y, x) + Math.Asin(x / 4) + Math.Acos(y / 4) + Math.Atan(x * y);

    [Differentiable]
    public static double Hyperbolics(double x, double y) =>
        Math.Sinh(x) + Math.Cosh(y) * Math.Tanh(x) + Math.Asinh(y) + Math.Acosh(1.5 + x) + Math.Atanh(y / 3);

    [Differentiable]
    public static double Exponentials(double x) =>
        Math.Exp(x) + double.Exp2(x) + double.Exp10(x / 4) + double.ExpM1(x) * Math.Log(x) + Math.Log2(x) + Math.Log10(x) + double.LogP1(x);

    [Differentiable]
    public static double Powers(double x, double y) =>
        Math.Pow(x, y) + Math.Pow(x, 3) + Math.Pow(2, y) + Math.Sqrt(x) + Math.Cbrt(y) + double.Hypot(x, y) + double.RootN(x, 5);

    [Differentiable]
    public static double Piecewise([Range(0.5, 0.9)] double x, [Range(1.1, 1.5)] double y) =>
        Math.Abs(x - y) + Math.Max(x, y) * Math.Min(x, y) + Math.Clamp(x, 0.1, 0.2) + Math.Clamp(y, 0, x) + Math.CopySign(x, -y);

    [Differentiable]
    public static double FusedAndInterpolated(double x, double y, double z) =>
        Math.FusedMultiplyAdd(x, y, z) * double.Lerp(x, y, z) + double.DegreesToRadians(x * 50);

    [Differentiable]
    public static double Fastest([Range(0.5, 0.9)] double x, [Range(1.1, 1.5)] double y) =>
        double.MaxNative(x, y) * double.MinNative(y, x) + double.ClampNative(x, 0.1, 0.2) + double.ClampNative(y, 0, 2) * double.MultiplyAddEstimate(x, y, x);

    [Differentiable]
    public static double PiecewiseConstantFactors([Range(0.1, 0.4)] double x) =>
        x * Math.Floor(x + 3) + Math.Ceiling(x) * x + Math.Round(x) + Math.Sign(x) * x * x + Math.Truncate(x + 5) * x;

    [Differentiable, Flat]
    public static double Staircase([Range(0.1, 0.4)] double x) => Math.Floor(x * 2) + Math.Round(x + 1) + Math.Sign(x);

    [Differentiable]
    public static double SinAndCosTogether(double x)
    {
        (double sin, double cos) = Math.SinCos(x);
        return sin * cos * x;
    }

    [Differentiable]
    public static double Composed(double x) => Math.Sin(Math.Exp(Math.Sqrt(Math.Log(x + 2) * x)));

    [Differentiable]
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    [Differentiable]
    public static double StableSoftplus([Range(-2, 2)] double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));

    [Differentiable]
    public static double PiForms(double x) => double.SinPi(x / 3) * double.CosPi(x / 5) + double.TanPi(x / 8) + double.AtanPi(x);

    [Differentiable]
    public static double RemainderOfADivision([Range(5.2, 5.8)] double x, [Range(2.1, 2.4)] double y) => x % y * x;
}
