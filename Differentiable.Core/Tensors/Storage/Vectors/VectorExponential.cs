using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Differentiable.Tensors;

/// <summary>
/// The exponential function of vectors: <c>Exp(x) = 2ⁿ · Exp(r)</c> with <c>r = x - n · Log(2)</c>, |r| at most <c>Log(2) / 2</c>, where the series
/// of <c>Exp(r) - 1</c> is short. <c>Log(2)</c> is taken in two parts (W. Cody and W. Waite, "Software manual for the elementary functions", 1980).
/// </summary>
internal static class VectorExponential
{
    /// <summary>Adding this to a small number rounds that to an integer, which stands in the last bits of the sum.</summary>
    private const float SingleRounding = 1.5f * (1 << 23);

    private const double DoubleRounding = 1.5 * (1L << 52);

    /// <summary>
    /// <c>Exp(x)</c>, from 0 through the subnormal numbers to infinity. Where the processor has no instruction for that, the power of 2 is applied in two halves, each of which is a normal number.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Exp<T>(Vector512<T> x)
        where T : unmanaged
    {
        x = VectorMath.AtLeast(VectorMath.AtMost(x, VectorMath.Constant<T>(89, 710)), VectorMath.Constant<T>(-105, -746));
        return TimesPowerOf2(Reduce(x, out Vector512<T> exponent), exponent);
    }

    /// <summary><c>2ˣ</c>, exact where x is an integer: its fraction needs no reduction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Exp2<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> rounding = VectorMath.Constant<T>(SingleRounding, DoubleRounding);
        x = VectorMath.AtLeast(VectorMath.AtMost(x, VectorMath.Constant<T>(129, 1025)), VectorMath.Constant<T>(-151, -1076));
        Vector512<T> exponent = x + rounding, fraction = x - (exponent - rounding);
        return TimesPowerOf2(fraction * VectorMath.Constant<T>(0.69314718055994531), exponent);
    }

    /// <summary><c>2ⁿ · Exp(r)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> TimesPowerOf2<T>(Vector512<T> reduced, Vector512<T> exponent)
        where T : unmanaged
    {
        if (Avx512F.IsSupported)
            return Scale(Vector512<T>.One + ExpM1OfReduced(reduced), exponent - VectorMath.Constant<T>(SingleRounding, DoubleRounding));
        (Vector512<T> half, Vector512<T> other) = PowersOf2(exponent);
        return VectorMath.MultiplyAdd(ExpM1OfReduced(reduced), half, half) * other;
    }

    /// <summary>A number times a power of 2, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Scale<T>(Vector512<T> x, Vector512<T> exponent)
        where T : unmanaged => typeof(T) == typeof(float)
            ? Avx512F.Scale(x.AsSingle(), exponent.AsSingle()).As<float, T>()
            : Avx512F.Scale(x.AsDouble(), exponent.AsDouble()).As<double, T>();

    /// <summary><c>Exp(x) - 1</c> for x from 0 up to about 80.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ExpM1OfPositive<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> reduced = Reduce(x, out Vector512<T> exponent), power = PowerOf2(exponent);
        return VectorMath.MultiplyAdd(ExpM1OfReduced(reduced), power, power - Vector512<T>.One);
    }

    /// <summary><c>Exp(x) - 1</c>, which is -1 below the bound; x itself where that is tiny, also if a quarter of it could not be held.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ExpM1<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> bounded = VectorMath.AtLeast(VectorMath.AtMost(x, VectorMath.Constant<T>(89, 710)), VectorMath.Constant<T>(-20, -50));
        Vector512<T> isTiny = Vector512.LessThan(Vector512.Abs(x), VectorMath.Constant<T>(1e-20));
        return Vector512.ConditionalSelect(isTiny, x, QuarterExpM1(bounded) * VectorMath.Constant<T>(4));
    }

    /// <summary>The hyperbolic sine: <c>(u + u / (u + 1)) / 2</c> with <c>u = Exp(a) - 1</c>, which loses nothing near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sinh<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> quarter = QuarterExpM1(BoundedSize(x)), power = VectorMath.MultiplyAdd(quarter, VectorMath.Constant<T>(4), Vector512<T>.One);
        Vector512<T> half = quarter + (quarter / power);
        return (half + half) | VectorMath.SignOf(x);
    }

    /// <summary>The hyperbolic cosine: <c>(Exp(a) + 1 / Exp(a)) / 2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Cosh<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> reduced = Reduce(BoundedSize(x), out Vector512<T> exponent), power = QuarterPowerOf2(exponent);
        Vector512<T> quarter = VectorMath.MultiplyAdd(ExpM1OfReduced(reduced), power, power);
        return quarter + quarter + (VectorMath.Constant<T>(0.125) / quarter);
    }

    /// <summary>Beyond the bound, where the exponential function has overflowed, the hyperbolic ones do so, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> BoundedSize<T>(Vector512<T> x)
        where T : unmanaged => VectorMath.AtMost(Vector512.Abs(x), VectorMath.Constant<T>(89.5f, 710.5));

    /// <summary><c>(Exp(x) - 1) / 4</c>, which overflows later than <c>Exp(x)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> QuarterExpM1<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> reduced = Reduce(x, out Vector512<T> exponent), power = QuarterPowerOf2(exponent);
        return VectorMath.MultiplyAdd(ExpM1OfReduced(reduced), power, power - VectorMath.Constant<T>(0.25));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Reduce<T>(Vector512<T> x, out Vector512<T> exponent)
        where T : unmanaged
    {
        Vector512<T> rounding = VectorMath.Constant<T>(SingleRounding, DoubleRounding);
        exponent = VectorMath.MultiplyAdd(x, VectorMath.Constant<T>(1.4426950408889634), rounding);
        Vector512<T> n = rounding - exponent;
        x = VectorMath.MultiplyAdd(n, VectorMath.Constant<T>(0.693145751953125f, 6.93147180369123816490e-1), x);
        return VectorMath.MultiplyAdd(n, VectorMath.Constant<T>(1.42860677e-6f, 1.90821492927058770002e-10), x);
    }

    /// <summary>The series: <c>r + r² · (1/2! + r/3! + …)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ExpM1OfReduced<T>(Vector512<T> r)
        where T : unmanaged
    {
        Vector512<T> sum;
        if (typeof(T) == typeof(double))
        {
            sum = VectorMath.Constant<T>(1.0 / 6227020800);
            sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 479001600));
            sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 39916800));
            sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 3628800));
            sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 362880));
            sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 40320));
        }
        else
            sum = VectorMath.Constant<T>(1.0 / 40320);
        sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 5040));
        sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 720));
        sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 120));
        sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 24));
        sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(1.0 / 6));
        sum = VectorMath.MultiplyAdd(sum, r, VectorMath.Constant<T>(0.5));
        return VectorMath.MultiplyAdd(sum, r * r, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> PowerOf2<T>(Vector512<T> exponent)
        where T : unmanaged => typeof(T) == typeof(float)
            ? PowerOf2(exponent.AsInt32()).As<float, T>()
            : PowerOf2(exponent.AsInt64()).As<double, T>();

    /// <summary>A quarter of the power; a number for two more exponents than the power itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> QuarterPowerOf2<T>(Vector512<T> exponent)
        where T : unmanaged => typeof(T) == typeof(float)
            ? ((exponent.AsInt32() << 23) + Vector512.Create(0.25f).AsInt32()).As<int, T>()
            : ((exponent.AsInt64() << 52) + Vector512.Create(0.25).AsInt64()).As<long, T>();

    /// <summary>Two numbers whose product it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<T> Half, Vector512<T> Other) PowersOf2<T>(Vector512<T> exponent)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<int> n = exponent.AsInt32() - Vector512.Create(SingleRounding).AsInt32(), half = n >> 1;
            return (PowerOf2(half).As<float, T>(), PowerOf2(n - half).As<float, T>());
        }
        else
        {
            Vector512<long> n = exponent.AsInt64() - Vector512.Create(DoubleRounding).AsInt64(), half = n >> 1;
            return (PowerOf2(half).As<double, T>(), PowerOf2(n - half).As<double, T>());
        }
    }

    /// <summary>Of the last bits, the exponent's bits of a number; what stands before them is shifted out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOf2(Vector512<int> n) => ((n << 23) + Vector512.Create(1f).AsInt32()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOf2(Vector512<long> n) => ((n << 52) + Vector512.Create(1.0).AsInt64()).AsDouble();
}
