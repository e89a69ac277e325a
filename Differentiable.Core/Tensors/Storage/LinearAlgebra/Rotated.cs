using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>What the decompositions by rotations start from and end with.</summary>
internal static class Rotated
{
    /// <summary>Multiplies the elements by the power of two that makes the greatest one at least 1 and less than 2, so that squares neither overflow nor vanish.</summary>
    /// <returns>The exponent that takes it back.</returns>
    public static int Normalize<T>(Span<T> matrix)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T greatest = matrix.IsEmpty ? T.Zero : TensorPrimitives.MaxMagnitude<T>(matrix);
        if (greatest == T.Zero)
            return 0;
        int exponent = T.ILogB(greatest);
        foreach (ref T element in matrix)
            element = T.ScaleB(element, -exponent);
        return exponent;
    }

    /// <summary>The matrix of no rotation, row by row.</summary>
    public static T[] Identity<T>(int size)
        where T : unmanaged, INumberBase<T>
    {
        T[] identity = new T[size * size];
        for (int i = 0; i < size; i++)
            identity[i * (size + 1)] = T.One;
        return identity;
    }

    /// <summary>
    /// Is the first element negative that is at least half as great as the greatest? Vectors of which only the line matters are turned round then. That it is the greatest itself would depend on
    /// rounding where several are equally great.
    /// </summary>
    public static bool PointsBack<T>(ReadOnlySpan<T> vector)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T greatest = T.Abs(TensorPrimitives.MaxMagnitude(vector));
        int first = 0;
        while (T.Abs(vector[first]) + T.Abs(vector[first]) < greatest)
            first++;
        return T.IsNegative(vector[first]);
    }
}
