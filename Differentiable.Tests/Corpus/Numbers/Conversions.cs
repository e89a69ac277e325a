using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Conversions between reals and integers.</summary>
public static partial class Conversions
{
    [Differentiable]
    public static double IntegersPromoted(double x, [Values(3, -2)] int n, [Values(5)] long m) => x * n / 2 + x * x / m + n / 2;

    [Differentiable]
    public static double TruncatedToInteger([Range(2.2, 2.8)] double x)
    {
        int whole = (int)x;
        double fraction = x - whole;
        return fraction * fraction * whole;
    }

    [Differentiable, SinglePrecision]
    public static double ThroughFloat(double x)
    {
        float narrow = (float)x;
        return narrow * x + (float)(x * x);
    }

    [Differentiable]
    public static double FloatParameterToDouble(float x, double y) => x * y + Math.Sin(x);

    [Differentiable]
    public static float DoubleParameterToFloat(double x) => (float)(x * x * x);

    [Differentiable]
    public static double TableByInteger([Length(4)] ReadOnlySpan<double> table, [Range(1.2, 1.8)] double x)
    {
        int i = (int)Math.Floor(x);
        double t = x - i;
        return table[i] * (1 - t) + table[i + 1] * t;
    }

    [Differentiable]
    public static double OtherIntegers(double x, [Values(3)] byte small, [Values(-2)] short middle, [Values(7)] uint large)
    {
        ulong product = (ulong)small * large;
        return x * product + x * x * middle;
    }

    [Differentiable]
    public static double ImplicitInteger(double x)
    {
        double y = 2;
        double z = 7 / 2;
        y += x;
        return y * x * z + 1;
    }

    [Differentiable]
    public static double CheckedAndUnchecked(double x, [Values(5)] int n)
    {
        int m = checked(n * 2);
        int k = unchecked(n + 1);
        return x * m + x * x * k;
    }

    [Differentiable]
    public static double ConstantsThatOverflow(double x)
    {
        byte b = unchecked((byte)((byte)250 + 10));
        int large = unchecked(int.MaxValue + 1);
        uint top = 0;
        top--;
        byte wrapped = 250;
        wrapped += 10;
        sbyte negative = unchecked((sbyte)200);
        return x * b + (large < 0 ? x * x : x) + x * top * 1e-9 + wrapped * x * x + negative * x;
    }
}
