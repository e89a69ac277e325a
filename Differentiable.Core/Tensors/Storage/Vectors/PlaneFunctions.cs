using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Differentiable.Tensors;

/// <summary>The angle of the point whose ordinate is the left one and whose abscissa is the right one.</summary>
internal readonly struct PolarAngle : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Atan2(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged => VectorArcTangent.Atan2(left, right);
}

/// <summary>The distance of a point from the origin. Where the squares would overflow or vanish, coordinates are taken in a unit that is a power of 2.</summary>
internal readonly struct Distance : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => T.Hypot(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged
    {
        Vector512<T> x = Vector512.Abs(left), y = Vector512.Abs(right), greater = Vector512.MaxNative(x, y), infinity = VectorMath.Constant<T>(double.PositiveInfinity);
        Vector512<T> isFar = Vector512.GreaterThan(greater, Far<T>()), isNear = Vector512.LessThan(greater, Vector512<T>.One / Far<T>());
        Vector512<T> unit = Vector512.ConditionalSelect(isFar, Unit<T>(), Vector512.ConditionalSelect(isNear, Vector512<T>.One / Unit<T>(), Vector512<T>.One)), scale = Vector512<T>.One / unit;
        (x, y) = (x * scale, y * scale);
        Vector512<T> distance = Vector512.Sqrt(VectorMath.MultiplyAdd(x, x, y * y)) * unit;
        return Vector512.ConditionalSelect(Vector512.Equals(x, infinity) | Vector512.Equals(y, infinity), infinity, distance);
    }

    /// <summary>From where on the squares of coordinates come near to what is too large: 2⁶⁰, 2⁵⁰⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Far<T>()
        where T : unmanaged => VectorMath.Constant<T>(1L << 60, 3.2733906078961419e150);

    /// <summary>The unit for these, and its inverse for the smallest ones: 2⁸⁰, 2⁶⁰⁰.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Unit<T>()
        where T : unmanaged => VectorMath.Constant<T>(1.2089258196146292e24f, 4.1495155688809930e180);
}

/// <summary>The left one over the sum of the squares of both, divided by the greater one before, so that no square overflows or vanishes; 0 at the origin, and where one of both is infinite.</summary>
internal readonly struct OverSquaredDistance : IPairFunction
{
    public static T Of<T>(T left, T right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if ((left == T.Zero && right == T.Zero) || (T.IsInfinity(left) && !T.IsNaN(right)) || (T.IsInfinity(right) && !T.IsNaN(left)))
            return T.Zero;
        bool isGreater = T.Abs(left) >= T.Abs(right);
        (T greater, T smaller) = isGreater ? (left, right) : (right, left);
        T ratio = smaller / greater;
        return (isGreater ? T.One : ratio) / (greater + (smaller * ratio));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of<T>(Vector512<T> left, Vector512<T> right)
        where T : unmanaged
    {
        Vector512<T> x = Vector512.Abs(left), y = Vector512.Abs(right), zero = Vector512<T>.Zero, infinity = VectorMath.Constant<T>(double.PositiveInfinity);
        Vector512<T> isGreater = Vector512.GreaterThanOrEqual(x, y), greater = Vector512.ConditionalSelect(isGreater, left, right), smaller = Vector512.ConditionalSelect(isGreater, right, left);
        Vector512<T> ratio = smaller / greater, result = Vector512.ConditionalSelect(isGreater, Vector512<T>.One, ratio) / VectorMath.MultiplyAdd(smaller, ratio, greater);
        Vector512<T> isFar = (Vector512.Equals(x, infinity) & Vector512.Equals(y, y)) | (Vector512.Equals(y, infinity) & Vector512.Equals(x, x));
        return Vector512.AndNot(result, isFar | (Vector512.Equals(x, zero) & Vector512.Equals(y, zero)));
    }
}
