using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>
/// Logarithms of vectors, and the functions that are made of them: <c>Log(u) = k · Log(2) + Log(1 + f)</c> with f between <c>√2/2 - 1</c> and <c>√2 - 1</c>, and that from the series of
/// <c>2 Atanh(s)</c> with <c>s = f / (2 + f)</c>. <c>Log(2)</c> is taken in two parts.
/// </summary>
internal static class VectorLogarithm
{
    private const double DoubleRounding = 1.5 * (1L << 52);

    /// <summary><c>Log(1 + x)</c>; what rounding takes from the sum is added again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LogP1<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> one = Vector512<T>.One, zero = Vector512<T>.Zero, sum = x + one, back = sum - one, lost = (one - (sum - back)) + (x - back);
        Vector512<T> f = Mantissa(sum, out Vector512<T> exponent) - one, halfSquare = VectorMath.Constant<T>(0.5) * f * f;
        Vector512<T> s = f / (f + VectorMath.Constant<T>(2)), square = s * s;
        Vector512<T> low = VectorMath.MultiplyAdd(exponent, VectorMath.Constant<T>(1.42860677e-6f, 1.90821492927058770002e-10), lost / sum);
        Vector512<T> rest = low + (s * VectorMath.MultiplyAdd(Series(square), square, halfSquare)) - halfSquare;
        Vector512<T> result = VectorMath.MultiplyAdd(exponent, VectorMath.Constant<T>(0.693145751953125f, 6.93147180369123816490e-1), rest + f);
        result = Vector512.ConditionalSelect(Vector512.GreaterThan(sum, zero) & Vector512.LessThan(sum, VectorMath.Constant<T>(double.PositiveInfinity)), result | VectorMath.SignOf(x), x * VectorMath.Constant<T>(double.PositiveInfinity));
        return Vector512.ConditionalSelect(Vector512.LessThan(sum, zero), VectorMath.Constant<T>(double.NaN), result);
    }

    /// <summary>The logarithm to the base 2, exact for powers of 2; subnormal numbers are made greater first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Log2<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> isSmall = Vector512.LessThan(x, VectorMath.Constant<T>(1.17549435e-38f, 2.2250738585072014e-308)), normal = Vector512.ConditionalSelect(isSmall, x * VectorMath.Constant<T>(1 << 24, 1L << 53), x);
        Vector512<T> f = Mantissa(normal, out Vector512<T> exponent) - Vector512<T>.One, s = f / (f + VectorMath.Constant<T>(2)), square = s * s, halfSquare = VectorMath.Constant<T>(0.5) * f * f;
        Vector512<T> low = (s * VectorMath.MultiplyAdd(Series(square), square, halfSquare)) - halfSquare;
        exponent -= isSmall & VectorMath.Constant<T>(24, 53);
        Vector512<T> rest = VectorMath.MultiplyAdd(f, VectorMath.Constant<T>(1.92596299e-8f, 2.0355273740931033e-17), low * VectorMath.Constant<T>(1.4426950408889634));
        Vector512<T> result = exponent + VectorMath.MultiplyAdd(f, VectorMath.Constant<T>(1.44269502f, 1.4426950408889634), rest);
        result = Vector512.ConditionalSelect(Vector512.LessThan(x, VectorMath.Constant<T>(double.PositiveInfinity)), result, x);
        Vector512<T> ofNonPositive = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<T>.Zero), VectorMath.Constant<T>(double.NegativeInfinity), VectorMath.Constant<T>(double.NaN));
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(x, Vector512<T>.Zero), ofNonPositive, result);
    }

    /// <summary>The number whose hyperbolic sine it is: <c>Log(a + √(a² + 1))</c>, from a on that <c>a² + 1</c> is <c>a²</c> for that <c>Log(a) + Log(2)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Asinh<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> a = Vector512.Abs(x), one = Vector512<T>.One, square = a * a;
        return LogP1OfSum(a, square / (one + Vector512.Sqrt(square + one))) | VectorMath.SignOf(x);
    }

    /// <summary>The number whose hyperbolic cosine it is: <c>Log(x + √(x² - 1))</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Acosh<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> beyond = x - Vector512<T>.One, result = LogP1OfSum(beyond, Vector512.Sqrt(beyond * (x + Vector512<T>.One)));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<T>.One), VectorMath.Constant<T>(double.NaN), result);
    }

    /// <summary>The number whose hyperbolic tangent it is: <c>Log((1 + a) / (1 - a)) / 2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Atanh<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> a = Vector512.Abs(x);
        return VectorMath.Constant<T>(0.5) * LogP1((a + a) / (Vector512<T>.One - a)) | VectorMath.SignOf(x);
    }

    /// <summary><c>Log(1 + a + b)</c>, but <c>Log(a) + Log(2)</c> where a is so large that b, which overflows sooner, is as large as a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> LogP1OfSum<T>(Vector512<T> a, Vector512<T> b)
        where T : unmanaged
    {
        Vector512<T> isLarge = Vector512.GreaterThan(a, VectorMath.Constant<T>(1 << 30, 1L << 60));
        return LogP1(a + Vector512.AndNot(b, isLarge)) + (isLarge & VectorMath.Constant<T>(0.69314718055994531));
    }

    /// <summary>The number without its power of 2, from <c>√2/2</c> to <c>√2</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Mantissa<T>(Vector512<T> x, out Vector512<T> exponent)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<int> bits = x.AsInt32(), n = (bits - Vector512.Create(0.707106769f).AsInt32()) >> 23;
            exponent = Vector512.ConvertToSingle(n).As<float, T>();
            return (bits - (n << 23)).As<int, T>();
        }
        else
        {
            Vector512<long> bits = x.AsInt64(), n = (bits - Vector512.Create(0.70710678118654746).AsInt64()) >> 52;
            exponent = ((n + Vector512.Create(DoubleRounding).AsInt64()).AsDouble() - Vector512.Create(DoubleRounding)).As<double, T>();
            return (bits - (n << 52)).As<long, T>();
        }
    }

    /// <summary><c>2/3 + 2s²/5 + …</c>, of the square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Series<T>(Vector512<T> square)
        where T : unmanaged => typeof(T) == typeof(float) ? SeriesOfSingle(square) : SeriesOfDouble(square);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SeriesOfSingle<T>(Vector512<T> square)
        where T : unmanaged
    {
        Vector512<T> sum = VectorMath.Constant<T>(0.18181818181818182);
        sum = VectorMath.Horner(sum, square, 0.2222222222222222, 0.2857142857142857, 0.4, 0.6666666666666666);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SeriesOfDouble<T>(Vector512<T> square)
        where T : unmanaged
    {
        Vector512<T> sum = VectorMath.Constant<T>(0.09523809523809523);
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(0.10526315789473684));
        sum = VectorMath.Horner(sum, square, 0.11764705882352941, 0.13333333333333333, 0.15384615384615385, 0.18181818181818182);
        sum = VectorMath.Horner(sum, square, 0.2222222222222222, 0.2857142857142857, 0.4, 0.6666666666666666);
        return sum;
    }
}
