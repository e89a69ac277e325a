using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Larger tensors from smaller ones, and the other way round.</content>
public static partial class Tensor
{
    /// <summary>Tensors one behind the other along an axis that they have.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="parts">The tensors; at least one. Their other axes have the same lengths.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ShapeMismatchException">The other axes differ.</exception>
    public static Tensor<T> Concatenate<T>(ReadOnlySpan<Tensor<T>> parts, int axis = 0)
        where T : unmanaged
    {
        if (parts.IsEmpty)
            throw new ArgumentException($"{nameof(Concatenate)}: there are no parts.", nameof(parts));
        int at = parts[0].Given(nameof(parts)).Shape.AxisAt(axis);
        int[] ends = EndsAlong(parts, at);
        Shape whole = [.. parts[0].Shape.Take(at), ends[^1], .. parts[0].Shape.Skip(at + 1)];
        T[] elements = Arrays.Allocate<T>(whole.FlattenedLength);
        Tensor<T>[] values = new Tensor<T>[parts.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = parts[i].Now();
            int length = values[i].Shape[at];
            Parts.Copy(values[i], elements, whole, at, ends[i] - length, length);
        }
        return Recorder.Many(
            nameof(Concatenate),
            new Tensor<T>(whole, elements),
            values,
            (ends, at),
            static (dy, kept, inputs) => [.. kept.ends.Select((end, i) => inputs.Needs(i) ? Take(dy, kept.at, (i == 0 ? 0 : kept.ends[i - 1])..end) : null)]);
    }

    /// <summary>A tensor in equal parts along an axis. They share its elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="count">How many parts there are.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or no part.</exception>
    /// <exception cref="ShapeMismatchException">The length of the axis is not a multiple of the count.</exception>
    public static Tensor<T>[] Split<T>(Tensor<T> x, int count, int axis = 0)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        int length = x.Given().Shape[x.Shape.AxisAt(axis)];
        return length % count == 0
            ? Split(x, [.. Enumerable.Repeat(length / count, count)], axis)
            : throw new ShapeMismatchException($"{nameof(Split)}: axis {axis} of shape {x.Shape} cannot be split into {count} equal parts.");
    }

    /// <summary>A tensor in parts along an axis. They share its elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="lengths">How much of the axis each part has.</param>
    /// <param name="axis">The axis; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis, or a length is negative.</exception>
    /// <exception cref="ShapeMismatchException">The lengths do not add up to that of the axis.</exception>
    public static Tensor<T>[] Split<T>(Tensor<T> x, ReadOnlySpan<int> lengths, int axis = 0)
        where T : unmanaged
    {
        x = x.Now();
        axis = x.Shape.AxisAt(axis);
        Tensor<T>[] parts = new Tensor<T>[lengths.Length];
        int start = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(lengths[i], nameof(lengths));
            if (lengths[i] > x.Shape[axis] - start)
                throw NotTheWhole(x.Shape, lengths, axis);
            parts[i] = Take(x, axis, start..(start + lengths[i]));
            start += lengths[i];
        }
        return start == x.Shape[axis] ? parts : throw NotTheWhole(x.Shape, lengths, axis);
    }

    /// <summary>A tensor repeated as a whole along each axis.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="counts">How often, for each axis.</param>
    /// <exception cref="ShapeMismatchException">There are more or fewer counts than axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Tensor<T> Tile<T>(Tensor<T> x, params ReadOnlySpan<int> counts)
        where T : unmanaged, INumberBase<T>
    {
        if (counts.Length != x.Given().Rank)
            throw new ShapeMismatchException($"{nameof(Tile)}: shape {x.Shape} has {x.Rank} axes, and there are {counts.Length} counts.");
        (Shape apart, Shape repeated, Shape tiled) = Tiling(x.Shape, counts);
        return Reshape(BroadcastTo(Reshape(x, apart), repeated), tiled);
    }

    /// <summary>The shape with an axis of length 1 before each axis, that with these repeated, and that of the result.</summary>
    internal static (Shape Apart, Shape Repeated, Shape Tiled) Tiling(Shape shape, ReadOnlySpan<int> counts)
    {
        List<int> apart = [], repeated = [], tiled = [];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[axis], nameof(counts));
            apart.AddRange([1, shape[axis]]);
            repeated.AddRange([counts[axis], shape[axis]]);
            tiled.Add(checked(counts[axis] * shape[axis]));
        }
        return ([.. apart], [.. repeated], [.. tiled]);
    }

    /// <summary>Where each part ends along the axis.</summary>
    private static int[] EndsAlong<T>(ReadOnlySpan<Tensor<T>> parts, int axis)
        where T : unmanaged
    {
        int[] ends = new int[parts.Length];
        Shape first = parts[0].Shape;
        for (int i = 0, end = 0; i < ends.Length; i++)
        {
            Shape shape = parts[i].Given(nameof(parts)).Shape;
            if (shape.Rank != first.Rank)
                throw new ShapeMismatchException($"{nameof(Concatenate)}: part 0 has the shape {first}, part {i} {shape}. They may differ only along axis {axis}.");
            RequireSame(first, shape, i, axis);
            ends[i] = end = checked(end + shape[axis]);
        }
        return ends;
    }

    private static void RequireSame(Shape first, Shape shape, int part, int axis)
    {
        for (int other = 0; other < shape.Rank; other++)
        {
            if (other != axis && shape[other] != first[other])
                throw new ShapeMismatchException($"{nameof(Concatenate)}: part 0 has the shape {first}, part {part} {shape}. They may differ only along axis {axis}, and do along axis {other}.");
        }
    }

    private static ShapeMismatchException NotTheWhole(Shape shape, ReadOnlySpan<int> lengths, int axis) =>
        new($"{nameof(Split)}: the lengths {Shape.Create(lengths)} do not add up to that of axis {axis} of shape {shape}.");
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Tile"/>.</summary>
    [PullbackOf(nameof(Tensor.Tile), "x")]
    public static Tensor<T> Tile<T>(Tensor<T> dy, Shape xShape, ReadOnlySpan<int> counts)
        where T : unmanaged, INumberBase<T>
    {
        (Shape apart, Shape repeated, _) = Tensor.Tiling(xShape, counts);
        return Tensor.Reshape(SumTo(Tensor.Reshape(dy, repeated), apart), xShape);
    }

    /// <summary>The pullback of <see cref="Tensor.Concatenate"/> to one part.</summary>
    [PullbackOf(nameof(Tensor.Concatenate), "parts")]
    public static Tensor<T> ConcatenatePart<T>(Tensor<T> dy, ReadOnlySpan<Shape> partsShapes, int part, int axis)
        where T : unmanaged
    {
        axis = dy.Shape.AxisAt(axis);
        int start = 0;
        for (int before = 0; before < part; before++)
            start += partsShapes[before][axis];
        return Tensor.Take(dy, axis, start..(start + partsShapes[part][axis]));
    }
}
