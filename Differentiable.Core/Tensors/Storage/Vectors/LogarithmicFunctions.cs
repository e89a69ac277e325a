using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary><c>Log(1 + x)</c>.</summary>
internal readonly struct LogarithmPlus1 : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => NearZero.LogP1(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorLogarithm.LogP1(x);
}

/// <summary>The logarithm to the base 2.</summary>
internal readonly struct BinaryLogarithm : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Log2(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorLogarithm.Log2(x);
}

/// <summary>The number whose hyperbolic sine it is.</summary>
internal readonly struct InverseHyperbolicSine : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Asinh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorLogarithm.Asinh(x);
}

/// <summary>The derivative of that: <c>1 / √(x² + 1)</c>.</summary>
internal readonly struct InverseHyperbolicSineSlope : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.One / T.Hypot(x, T.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => Vector512<T>.One / Distance.Of(x, Vector512<T>.One);
}

/// <summary>The number whose hyperbolic cosine it is.</summary>
internal readonly struct InverseHyperbolicCosine : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Acosh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorLogarithm.Acosh(x);
}

/// <summary>The number whose hyperbolic tangent it is.</summary>
internal readonly struct InverseHyperbolicTangent : IVectorFunction
{
    public static T Of<T>(T x)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Atanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> x)
        where T : unmanaged => VectorLogarithm.Atanh(x);
}
