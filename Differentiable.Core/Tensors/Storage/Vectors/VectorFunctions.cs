using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>The exponential function.</summary>
internal readonly struct Exponential : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Exp(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorExponential.Exp(x);
}

/// <summary>The logistic function, from <c>Exp(-|x|)</c>, which cannot overflow.</summary>
internal readonly struct Logistic : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T e = T.Exp(-T.Abs(x));
        return (T.IsNegative(x) ? e : T.One) / (T.One + e);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> e = VectorExponential.Exp(x | VectorMath.SignOf(Vector512<T>.AllBitsSet));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<T>.Zero), e, Vector512<T>.One) / (Vector512<T>.One + e);
    }
}

/// <summary>The hyperbolic tangent: <c>u / (u + 2)</c> with <c>u = Exp(2|x|) - 1</c>, which loses nothing near 0.</summary>
internal readonly struct HyperbolicTangent : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged
    {
        // Beyond the bound it rounds to 1.
        Vector512<T> bounded = VectorMath.AtMost(Vector512.Abs(x), VectorMath.Constant<T>(9.1f, 19.1));
        Vector512<T> u = VectorExponential.ExpM1OfPositive(bounded + bounded);
        return (u / (u + VectorMath.Constant<T>(2))) | VectorMath.SignOf(x);
    }
}

/// <summary><c>Log(1 + Exp(x)) = Max(x, 0) + Log(1 + e)</c> with <c>e = Exp(-|x|)</c>.</summary>
internal readonly struct SoftMaximum : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Max(x, T.Zero) + NearZero.LogP1(T.Exp(-T.Abs(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged
    {
        Vector512<T> e = VectorExponential.Exp(x | VectorMath.SignOf(Vector512<T>.AllBitsSet));
        return VectorMath.AtLeast(x, Vector512<T>.Zero) + LogP1(e);
    }

    /// <summary>For numbers from 0 to 1: <c>Log(1 + e) = 2 Atanh(s) = 2s · (1 + s²/3 + s⁴/5 + …)</c> with <c>s = e / (e + 2)</c>, at most 1/3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> LogP1<T>(Vector512<T> e)
        where T : unmanaged
    {
        Vector512<T> s = e / (e + VectorMath.Constant<T>(2)), square = s * s, sum;
        if (typeof(T) == typeof(double))
        {
            sum = VectorMath.Constant<T>(1.0 / 31);
            sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 29));
            sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 27));
            sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 25));
            sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 23));
            sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 21));
            sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 19));
            sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 17));
            sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 15));
        }
        else
            sum = VectorMath.Constant<T>(1.0 / 15);
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 13));
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 11));
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 9));
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 7));
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 5));
        sum = VectorMath.MultiplyAdd(sum, square, VectorMath.Constant<T>(1.0 / 3));
        return VectorMath.MultiplyAdd(sum * square, s, s) * VectorMath.Constant<T>(2);
    }
}
