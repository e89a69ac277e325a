namespace Differentiable.Tests.Fuzz.Oracle;

/// <summary>What programs call instead of <see cref="Math"/>, with the edge conventions of the rules.</summary>
public static class DualMath
{
    public const double PI = Math.PI;

    public static Dual Sin(Dual x) => Chain(x, Math.Sin(x.Value), Math.Cos(x.Value));

    public static Dual Cos(Dual x) => Chain(x, Math.Cos(x.Value), -Math.Sin(x.Value));

    public static Dual Atan(Dual x) => Chain(x, Math.Atan(x.Value), 1 / (1 + (x.Value * x.Value)));

    public static Dual Tanh(Dual x)
    {
        double y = Math.Tanh(x.Value);
        return Chain(x, y, 1 - (y * y));
    }

    public static Dual Exp(Dual x)
    {
        double y = Math.Exp(x.Value);
        return Chain(x, y, y);
    }

    public static Dual Log(Dual x) => Chain(x, Math.Log(x.Value), 1 / x.Value);

    public static Dual Sqrt(Dual x)
    {
        double y = Math.Sqrt(x.Value);
        return Chain(x, y, 0.5 / y);
    }

    public static Dual Pow(Dual x, int n) => Chain(x, Math.Pow(x.Value, n), n * Math.Pow(x.Value, n - 1));

    public static Dual Abs(Dual x) => Chain(x, Math.Abs(x.Value), x.Value < 0 ? -1 : x.Value > 0 ? 1 : 0);

    public static Dual Max(Dual a, Dual b) => new(Math.Max(a.Value, b.Value), a.Value >= b.Value ? a.Slope : b.Slope);

    public static Dual Min(Dual a, Dual b) => new(Math.Min(a.Value, b.Value), a.Value <= b.Value ? a.Slope : b.Slope);

    public static Dual Floor(Dual x) => Math.Floor(x.Value);

    public static int Max(int a, int b) => Math.Max(a, b);

    public static int Min(int a, int b) => Math.Min(a, b);

    public static Dual StopGradient(Dual x) => x.Value;

    private static Dual Chain(Dual x, double value, double derivative) => new(value, derivative * x.Slope);
}
