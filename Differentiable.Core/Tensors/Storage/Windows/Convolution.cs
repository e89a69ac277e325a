using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// A convolution as a product of matrices: one has a row for each window with all of its elements, the other the filters as columns. Input, filters and
/// result belong together by a sum that is linear in each of the three, so that from any two there is a cotangent of the third. With several groups, the last axis of each of the three is divided
/// into them, and each group is a convolution of its own.
/// </summary>
/// <param name="name">What the operation is called.</param>
/// <param name="windows">The windows over the input of one group.</param>
/// <param name="filters">The shape of the filters of one group: [elements of a window…, channels in, channels out].</param>
/// <param name="groups">How many groups there are.</param>
internal sealed class Convolution(string name, Windows windows, Shape filters, int groups = 1)
{
    /// <summary>About how many elements of windows are laid out as a matrix at once.</summary>
    private const int PartLength = 1 << 20;

    public string Name => name;

    private int WindowLength => windows.Lengths.FlattenedLength * windows.Channels;

    private int WindowsOfOne { get; } = windows.Positions.Skip(1).Aggregate(1, (product, count) => product * count);

    /// <summary>The result.</summary>
    public Tensor<T> Of<T>(Tensor<T> input, Tensor<T> kernel)
        where T : unmanaged, INumberBase<T> => OfGroups(input, kernel, OfOne);

    /// <summary>From the result's cotangent and the filters, the input's cotangent.</summary>
    public Tensor<T> ToInput<T>(Tensor<T> dy, Tensor<T> kernel)
        where T : unmanaged, INumberBase<T> => OfGroups(dy, kernel, ToInputOfOne);

    /// <summary>From the input and the result's cotangent, the filters' cotangent.</summary>
    public Tensor<T> ToFilters<T>(Tensor<T> input, Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => OfGroups(input, dy, ToFiltersOfOne);

    private Tensor<T> OfGroups<T>(Tensor<T> left, Tensor<T> right, Func<Tensor<T>, Tensor<T>, Tensor<T>> ofOne)
        where T : unmanaged
    {
        if (groups == 1)
            return ofOne(left, right);
        Tensor<T>[] parts = [.. Enumerable.Range(0, groups).Select(group => ofOne(Group(left, group), Group(right, group)))];
        int axis = parts[0].Rank - 1, length = parts[0].Shape[axis];
        Shape whole = [.. parts[0].Shape.Take(axis), groups * length];
        T[] elements = Arrays.Allocate<T>(whole.FlattenedLength);
        for (int group = 0; group < groups; group++)
            Parts.Copy(parts[group], elements, whole, axis, group * length, length);
        return new(whole, elements);
    }

    /// <summary>What a group has of a tensor; shares the elements.</summary>
    private Tensor<T> Group<T>(Tensor<T> x, int group)
        where T : unmanaged
    {
        int length = x.Shape[^1] / groups;
        return x.View([.. x.Shape.Take(x.Rank - 1), length], group * length * x.Strides[^1], x.Strides);
    }

    private Tensor<T> OfOne<T>(Tensor<T> input, Tensor<T> kernel)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<T> padded = windows.Pad(input, T.Zero), columns = Seen(kernel, [WindowLength, filters[^1]]);
        T[] result = new T[windows.Positions.FlattenedLength * filters[^1]];
        foreach (Range part in Batches())
            MatrixProduct.Of(Rows(windows.Of(padded, part), WindowLength), columns).CopyTo(result.AsSpan(part.Start.Value * WindowsOfOne * filters[^1]));
        return new([.. windows.Positions, filters[^1]], result);
    }

    private Tensor<T> ToInputOfOne<T>(Tensor<T> dy, Tensor<T> kernel)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<T> rows = Matrices.Transposed(Seen(kernel, [WindowLength, filters[^1]]));
        return windows.Sum(Batches().Select(part => Seen(
            MatrixProduct.Of(Rows(Part(dy, part), filters[^1]), rows),
            [part.End.Value - part.Start.Value, .. windows.Positions.Skip(1), .. windows.Lengths, windows.Channels])));
    }

    private Tensor<T> ToFiltersOfOne<T>(Tensor<T> input, Tensor<T> dy)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<T> padded = windows.Pad(input, T.Zero);
        T[] sum = new T[filters.FlattenedLength];
        foreach (Range part in Batches())
            TensorPrimitives.Add(sum, MatrixProduct.Of(Matrices.Transposed(Rows(windows.Of(padded, part), WindowLength)), Rows(Part(dy, part), filters[^1])).Dense().DenseElements, sum);
        return new(filters, sum);
    }

    /// <summary>The batch in parts whose windows are not too many to be laid out.</summary>
    private IEnumerable<Range> Batches()
    {
        int batch = windows.Positions[0], step = (int)Math.Max(1, PartLength / Math.Max(1, (long)WindowsOfOne * WindowLength));
        for (int start = 0; start < batch; start += step)
            yield return start..Math.Min(start + step, batch);
    }

    /// <summary>A row for each window.</summary>
    private Tensor<T> Rows<T>(Tensor<T> x, int length)
        where T : unmanaged
    {
        (Shape shape, int[] strides) = Layout.WithLongRows(x.Shape, x.Strides);
        return Seen(x.View(shape, 0, strides), [x.Shape[0] * WindowsOfOne, length]);
    }

    private static Tensor<T> Part<T>(Tensor<T> x, Range batch)
        where T : unmanaged
    {
        (int start, int count) = batch.GetOffsetAndLength(x.Shape[0]);
        return x.View([count, .. x.Shape.Skip(1)], start * x.Strides[0], x.Strides);
    }

    private static Tensor<T> Seen<T>(Tensor<T> x, Shape shape)
        where T : unmanaged => x.Dense().View(shape, 0, shape.Strides);
}
