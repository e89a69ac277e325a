using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>What functions of vectors are made of; of <see cref="float"/> and <see cref="double"/>.</summary>
internal static class VectorMath
{
    /// <summary>A number, in all elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Constant<T>(double value)
        where T : unmanaged => Constant<T>((float)value, value);

    /// <summary>A number that depends on the type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Constant<T>(float ofSingle, double ofDouble)
        where T : unmanaged => typeof(T) == typeof(float) ? Vector512.Create(ofSingle).As<float, T>() : Vector512.Create(ofDouble).As<double, T>();

    /// <summary>The product plus an addend; rounded once where the processor can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd<T>(Vector512<T> left, Vector512<T> right, Vector512<T> addend)
        where T : unmanaged => Vectors512<T>.MultiplyAdd(left, right, addend);

    /// <summary>A polynomial of which a sum of higher powers is there, with four more coefficients, the highest first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Horner<T>(Vector512<T> sum, Vector512<T> x, double third, double second, double first, double zeroth)
        where T : unmanaged
    {
        sum = MultiplyAdd(MultiplyAdd(sum, x, Constant<T>(third)), x, Constant<T>(second));
        return MultiplyAdd(MultiplyAdd(sum, x, Constant<T>(first)), x, Constant<T>(zeroth));
    }

    /// <summary>The smaller one; NaN stays, since where a processor does not hand it on anyway, it takes the second operand then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AtMost<T>(Vector512<T> x, Vector512<T> bound)
        where T : unmanaged => Vector512.MinNative(bound, x);

    /// <summary>The greater one; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> AtLeast<T>(Vector512<T> x, Vector512<T> bound)
        where T : unmanaged => Vector512.MaxNative(bound, x);

    /// <summary>The sign bits alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> SignOf<T>(Vector512<T> x)
        where T : unmanaged => x & Constant<T>(-0.0f, -0.0);
}
