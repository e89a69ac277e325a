using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>
/// The error function of vectors. Near 0 it is a polynomial; beyond, its complement is <c>Exp(-a²) / (1 + 2a)</c> times a function that is close to 1 from 0 to infinity, a polynomial of
/// <c>(a - 4) / (a + 4)</c> (M. Shepherd and J. Laframboise, "Chebyshev approximation of (1 + 2x) exp(x²) erfc x", 1981).
/// </summary>
internal static class VectorErrorFunction
{
    /// <summary><c>2/√π ∫ Exp(-t²) dt</c> from 0 to x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Erf<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> a = Vector512.Abs(x), far = (Vector512<T>.One - Complement(a)) | VectorMath.SignOf(x);
        return Vector512.ConditionalSelect(Vector512.LessThan(a, VectorMath.Constant<T>(0.5)), x * Near(x * x), far);
    }

    /// <summary><c>1 - Erf(x)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Erfc<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> a = Vector512.Abs(x), complement = Complement(a);
        Vector512<T> far = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<T>.Zero), VectorMath.Constant<T>(2) - complement, complement);
        return Vector512.ConditionalSelect(Vector512.LessThan(a, VectorMath.Constant<T>(0.5)), Vector512<T>.One - (x * Near(x * x)), far);
    }

    /// <summary>The probability that a standard normal number is below x, and <c>Exp(-x²/2)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> ProbabilityBelow<T>(Vector512<T> x, out Vector512<T> power)
        where T : unmanaged
    {
        // Beyond the bound the power is 0.
        Vector512<T> half = VectorMath.Constant<T>(0.5), a = VectorMath.AtMost(Vector512.Abs(x), VectorMath.Constant<T>(14.9f, 39.6));
        power = ExpOfMinusSquare(a, half);
        Vector512<T> z = a * VectorMath.Constant<T>(0.70710678118654752), beyond = half * (power * Quotient(z)), near = half * (z * Near(z * z));
        Vector512<T> isNegative = Vector512.LessThan(x, Vector512<T>.Zero), far = Vector512.ConditionalSelect(isNegative, beyond, Vector512<T>.One - beyond);
        return Vector512.ConditionalSelect(Vector512.LessThan(z, half), half + Vector512.ConditionalSelect(isNegative, -near, near), far);
    }

    /// <summary>The complement of numbers that are not negative; 0 beyond the bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Complement<T>(Vector512<T> a)
        where T : unmanaged
    {
        a = VectorMath.AtMost(a, VectorMath.Constant<T>(10.5f, 28));
        return ExpOfMinusSquare(a, Vector512<T>.One) * Quotient(a);
    }

    /// <summary><c>Exp(-factor · a²)</c>; what rounding takes from the square is multiplied on, as it grows with the exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> ExpOfMinusSquare<T>(Vector512<T> a, Vector512<T> factor)
        where T : unmanaged
    {
        Vector512<T> square = a * a, high = a & FirstHalf<T>(), lost = ((high * high) - square) + ((a - high) * (a + high));
        Vector512<T> power = VectorExponential.Exp(-factor * square);
        return power - (power * (factor * lost));
    }

    /// <summary>The bits of a number of so few digits that its square is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> FirstHalf<T>()
        where T : unmanaged => typeof(T) == typeof(float) ? Vector512.Create(~0xFFF).As<int, T>() : Vector512.Create(~0x7FFFFFFL).As<long, T>();

    /// <summary><c>Exp(a²) · Erfc(a)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Quotient<T>(Vector512<T> a)
        where T : unmanaged
    {
        Vector512<T> four = VectorMath.Constant<T>(4);
        return Close((a - four) / (a + four)) / (Vector512<T>.One + (a + a));
    }

    /// <summary><c>Erf(x) / x</c>, of the square of a number of at most 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Near<T>(Vector512<T> square)
        where T : unmanaged => typeof(T) == typeof(float) ? NearOfSingle(square) : NearOfDouble(square);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> NearOfSingle<T>(Vector512<T> square)
        where T : unmanaged
    {
        Vector512<T> sum = VectorMath.Constant<T>(0.0047188918862749235);
        sum = VectorMath.Horner(sum, square, -0.026757649190498018, 0.11282830307463262, -0.3761260896064194, 1.1283791655988538);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> NearOfDouble<T>(Vector512<T> square)
        where T : unmanaged
    {
        Vector512<T> sum = VectorMath.Constant<T>(-1.4620256114391553e-7);
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.6371164552892836e-6));
        sum = VectorMath.Horner(sum, square, -1.4923000283850108e-5, 0.00012055286128871108, -0.0008548326509718547, 0.005223977622008845);
        sum = VectorMath.Horner(sum, square, -0.026866170644999358, 0.11283791670954868, -0.3761263890318375, 1.1283791670955126);
        return sum;
    }

    /// <summary><c>(1 + 2a) · Exp(a²) · Erfc(a)</c> of <c>(a - 4) / (a + 4)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Close<T>(Vector512<T> x)
        where T : unmanaged => typeof(T) == typeof(float) ? CloseOfSingle(x) : CloseOfDouble(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> CloseOfSingle<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> sum = VectorMath.Constant<T>(-0.0006415081051808899);
        sum = VectorMath.MultiplyAdd(sum, x, VectorMath.Constant<T>(-0.001130881523170414));
        sum = VectorMath.MultiplyAdd(sum, x, VectorMath.Constant<T>(0.005058314583708856));
        sum = VectorMath.MultiplyAdd(sum, x, VectorMath.Constant<T>(-0.016010368915563972));
        sum = VectorMath.Horner(sum, x, 0.03722393887771256, -0.0663587241364806, 0.09371959992600723, -0.10103754236618552);
        sum = VectorMath.Horner(sum, x, 0.06809802074513598, 0.015379628375327777, -0.13962113539341478, 1.2329951186975774);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> CloseOfDouble<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> sum = VectorMath.Constant<T>(-1.8206098680308682e-9);
        sum = VectorMath.MultiplyAdd(sum, x, VectorMath.Constant<T>(-1.3670989863347383e-8));
        sum = VectorMath.MultiplyAdd(sum, x, VectorMath.Constant<T>(-7.71541861441783e-9));
        sum = VectorMath.Horner(sum, x, 1.1534943745754157e-7, 6.270727157198311e-8, -8.351619688696847e-7, 3.0135049944875397e-7);
        sum = VectorMath.Horner(sum, x, 5.7178872846321855e-6, -1.1224789135154701e-5, -2.4403169244974074e-5, 0.000150622243948303);
        sum = VectorMath.Horner(sum, x, -0.00019925550755614952, -0.00075777334141333, 0.005031969755895426, -0.016197734059115006);
        sum = VectorMath.Horner(sum, x, 0.03716751556249286, -0.06633036581152939, 0.09373283499679412, -0.10103906603635213);
        sum = VectorMath.Horner(sum, x, 0.06809705425473732, 0.01537965210262074, -0.1396211168405629, 1.2329951186255526);
        return sum;
    }
}
