using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>The parts of a tensor along one axis, by their indices.</summary>
internal static class AxisParts
{
    /// <summary>The shape of the parts: those of the indices stand for the axis.</summary>
    public static Shape ShapeOf(Shape shape, Shape indices, int axis) => [.. shape.Take(axis), .. indices, .. shape.Skip(axis + 1)];

    /// <summary>The parts with these indices, which may repeat.</summary>
    public static Tensor<T> Take<T>(Tensor<T> x, ReadOnlySpan<int> indices, Shape shape, int axis)
        where T : unmanaged
    {
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] result = Arrays.Allocate<T>(shape.FlattenedLength);
        int inner = x.Shape.Strides[axis], outer = x.Shape[axis] * inner;
        for (int start = 0, to = 0; to < result.Length; start += outer)
        {
            foreach (int index in indices)
            {
                elements.Slice(start + (index * inner), inner).CopyTo(result.AsSpan(to, inner));
                to += inner;
            }
        }
        return new(shape, result);
    }

    /// <summary>Zeros, to which parts are added at these indices, which may repeat.</summary>
    public static Tensor<T> Add<T>(Tensor<T> parts, ReadOnlySpan<int> indices, Shape shape, int axis)
        where T : unmanaged, INumberBase<T>
    {
        ReadOnlySpan<T> elements = parts.Dense().DenseElements;
        T[] sums = Arrays.Allocate<T>(shape.FlattenedLength);
        sums.AsSpan().Clear();
        int length = shape.Strides[axis];
        LongSums? longSums = LongSums.For(sums, length);
        for (int first = 0, from = 0; from < elements.Length; first += shape[axis])
        {
            foreach (int index in indices)
            {
                AddRow(elements.Slice(from, length), sums.AsSpan((first + index) * length, length));
                longSums?.Added(first + index);
                from += length;
            }
        }
        longSums?.Close();
        return new(shape, sums);
    }

    /// <summary>The results of no elements, with which parts are joined at these indices, which may repeat.</summary>
    public static Tensor<T> Join<T>(Tensor<T> parts, ReadOnlySpan<int> indices, Shape shape, int axis, Accumulator<T> accumulator)
        where T : unmanaged
    {
        T[] none = Arrays.Allocate<T>(shape.FlattenedLength);
        none.AsSpan().Fill(accumulator.OfNone);
        return Join(none, parts, indices, shape, axis, accumulator);
    }

    /// <summary>A tensor with which parts are joined at these indices, which may repeat.</summary>
    public static Tensor<T> JoinTo<T>(Tensor<T> x, Tensor<T> parts, ReadOnlySpan<int> indices, int axis, Accumulator<T> accumulator)
        where T : unmanaged => Join(x.ToArray(), parts, indices, x.Shape, axis, accumulator);

    private static Tensor<T> Join<T>(T[] result, Tensor<T> parts, ReadOnlySpan<int> indices, Shape shape, int axis, Accumulator<T> accumulator)
        where T : unmanaged
    {
        ReadOnlySpan<T> elements = parts.Dense().DenseElements;
        int inner = shape.Strides[axis], outer = shape[axis] * inner;
        for (int start = 0, from = 0; from < elements.Length; start += outer)
        {
            foreach (int index in indices)
            {
                Span<T> joined = result.AsSpan(start + (index * inner), inner);
                accumulator.Join(joined, elements.Slice(from, inner), joined);
                from += inner;
            }
        }
        return new(shape, result);
    }

    /// <summary>A row of one number is added faster than a call is made.</summary>
    private static void AddRow<T>(ReadOnlySpan<T> row, Span<T> sum)
        where T : unmanaged, INumberBase<T>
    {
        if (row.Length == 1)
            sum[0] += row[0];
        else
            TensorPrimitives.Add(sum, row, sum);
    }

    /// <exception cref="ArgumentOutOfRangeException">An index leaves the axis.</exception>
    public static void RequireIndices(string operation, ReadOnlySpan<int> indices, Shape shape, int axis, string name)
    {
        foreach (int index in indices)
        {
            if ((uint)index >= (uint)shape[axis])
                throw new ArgumentOutOfRangeException(name, index, $"{operation}: axis {axis} of shape {shape} has the indices 0 to {shape[axis] - 1}.");
        }
    }
}
