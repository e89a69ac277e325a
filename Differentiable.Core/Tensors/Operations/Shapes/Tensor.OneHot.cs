using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Indices as vectors.</content>
public static partial class Tensor
{
    /// <summary>A vector that is one at an index and zero elsewhere; for an index beyond the length, or a negative one, zero everywhere.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="index">Where the one stands.</param>
    /// <param name="length">How long it is.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static Tensor<T> OneHot<T>(int index, int length)
        where T : unmanaged, INumberBase<T> => OneHot<T>((Tensor<int>)index, length);

    /// <summary>For each index a vector that is one there and zero elsewhere; for an index beyond the depth, or a negative one, zero everywhere.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="indices">Where the ones stand.</param>
    /// <param name="depth">How long the vectors are.</param>
    /// <returns>In the shape of the indices, with an axis for the vectors behind the others.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The depth is negative.</exception>
    public static Tensor<T> OneHot<T>(Tensor<int> indices, int depth)
        where T : unmanaged, INumberBase<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        Shape shape = [.. indices.Given().Shape, depth];
        T[] elements = new T[shape.FlattenedLength];
        int start = 0;
        foreach (int index in indices.ToArray())
        {
            if ((uint)index < (uint)depth)
                elements[start + index] = T.One;
            start += depth;
        }
        return new(shape, elements);
    }
}
