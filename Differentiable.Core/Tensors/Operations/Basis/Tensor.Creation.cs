using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// Operations on tensors. Each is recorded by the tapes that follow one of its inputs, and its derivative stands beside it. Shapes that differ are
/// broadcast: aligned at the last axis, an axis of length 1 or one that is missing is repeated.
/// </summary>
public static partial class Tensor
{
    /// <summary>A tensor with a copy of these elements, in row-major order.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="values">The elements.</param>
    /// <param name="shape">The lengths along the axes.</param>
    /// <exception cref="ArgumentException">There are more or fewer elements than the shape has.</exception>
    public static Tensor<T> Create<T>(ReadOnlySpan<T> values, Shape shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(shape);
        return From(values.ToArray(), shape);
    }

    /// <summary>A tensor of these very elements, in row-major order; nothing is copied. Do not change the array as long as the tensor, or anything computed from it, is used.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="elements">The elements.</param>
    /// <param name="shape">The lengths along the axes; by default one axis.</param>
    /// <exception cref="ArgumentException">There are more or fewer elements than the shape has.</exception>
    public static Tensor<T> From<T>(T[] elements, Shape? shape = null)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        shape ??= [elements.Length];
        return elements.Length == shape.FlattenedLength
            ? new(shape, elements)
            : throw new ArgumentException($"A tensor of shape {shape} has {shape.FlattenedLength} elements, not {elements.Length}.", nameof(shape));
    }

    /// <summary>A tensor in which all elements are the same.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="value">The elements.</param>
    /// <param name="shape">The lengths along the axes.</param>
    public static Tensor<T> Fill<T>(T value, Shape shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(shape);
        T[] elements = Arrays.Allocate<T>(shape.FlattenedLength);
        elements.AsSpan().Fill(value);
        return new(shape, elements);
    }

    /// <summary>A tensor of zeros.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shape">The lengths along the axes.</param>
    public static Tensor<T> Zeros<T>(Shape shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new(shape, new T[shape.FlattenedLength]);
    }

    /// <summary>A tensor of ones.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shape">The lengths along the axes.</param>
    public static Tensor<T> Ones<T>(Shape shape)
        where T : unmanaged, INumberBase<T> => Fill(T.One, shape);

    /// <summary>The matrix with ones on its diagonal and zeros elsewhere.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="size">How many rows and columns it has.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    /// <exception cref="OverflowException">There would be more elements than an array can have.</exception>
    public static Tensor<T> Eye<T>(int size)
        where T : unmanaged, INumberBase<T>
    {
        Shape shape = [size, size];
        T[] elements = new T[shape.FlattenedLength];
        for (int i = 0; i < size; i++)
            elements[i * (size + 1)] = T.One;
        return new(shape, elements);
    }

    /// <summary>The whole numbers from a start on.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="start">The first one.</param>
    /// <param name="count">How many there are.</param>
    public static Tensor<T> Range<T>(T start, int count)
        where T : unmanaged, INumberBase<T> => new([count], [.. Enumerable.Range(0, count).Select(i => start + T.CreateChecked(i))]);

    /// <summary>Numbers at equal distances, both ends included.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="start">The first one.</param>
    /// <param name="end">The last one.</param>
    /// <param name="count">How many there are; with one, it is the first.</param>
    public static Tensor<T> LinSpace<T>(T start, T end, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (IsOfHalves<T>())
            return Narrowed<T>(LinSpace(float.CreateChecked(start), float.CreateChecked(end), count));
        T last = T.CreateChecked(Math.Max(1, count - 1));
        T[] elements = new T[count];
        for (int i = 0; i < count; i++)
            elements[i] = i == count - 1 && i > 0 ? end : Between(start, end, T.CreateChecked(i), last);
        return new([count], elements);
    }

    /// <summary>So many parts of the way. Where the way is too long for a number, both ends are weighted.</summary>
    private static T Between<T>(T start, T end, T parts, T all)
        where T : unmanaged, IFloatingPointIeee754<T> => (end - start) * parts is var way && T.IsFinite(way)
            ? start + (way / all)
            : (start * (T.One - (parts / all))) + (end * (parts / all));
}
