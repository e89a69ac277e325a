using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>The product, but zero where the right one is zero, whatever the left one is.</summary>
internal readonly struct ProductOrZero : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => right == T.Zero ? T.Zero : left * right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => Vector512.AndNot(left * right, Vector512.Equals(right, Vector512<T>.Zero));
}

/// <summary>The quotient, but zero where the right one is zero.</summary>
internal readonly struct QuotientOrZero : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => right == T.Zero ? T.Zero : left / right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => Vector512.AndNot(left / right, Vector512.Equals(right, Vector512<T>.Zero));
}
