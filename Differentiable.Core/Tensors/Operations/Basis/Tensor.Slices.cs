using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Parts of tensors, and tensors from parts.</content>
public static partial class Tensor
{
    /// <summary>Tensors of one shape, one behind the other along a new axis.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="rows">The tensors; of none, the result has the shape [0].</param>
    /// <exception cref="ShapeMismatchException">Their shapes differ.</exception>
    public static Tensor<T> Stack<T>(ReadOnlySpan<Tensor<T>> rows)
        where T : unmanaged
    {
        for (int i = 1; i < rows.Length; i++)
        {
            if (!rows[i].Given(nameof(rows)).Shape.Equals(rows[0].Given(nameof(rows)).Shape))
                throw new ShapeMismatchException($"The rows of a tensor have to have the same shape, in a collection expression and in {nameof(Stack)}: row 0 has the shape {rows[0].Shape}, row {i} {rows[i].Shape}.");
        }
        return Stack(rows, 0);
    }

    /// <summary>Tensors of one shape, one behind the other along a new axis.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="parts">The tensors; of none, the result has the shape [0].</param>
    /// <param name="axis">Which axis of the result is the new one; negative ones count from the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The result would have no such axis.</exception>
    /// <exception cref="ShapeMismatchException">Their shapes differ.</exception>
    public static Tensor<T> Stack<T>(ReadOnlySpan<Tensor<T>> parts, int axis)
        where T : unmanaged
    {
        if (parts.IsEmpty)
            return Zeros<T>([0]);
        Shape shape = parts[0].Given(nameof(parts)).Shape;
        List<int> lengths = [.. shape];
        int at = shape.NewAxisAt(axis);
        lengths.Insert(at, parts.Length);
        Shape stacked = [.. lengths];
        T[] elements = Arrays.Allocate<T>(stacked.FlattenedLength);
        Tensor<T>[] values = new Tensor<T>[parts.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (!parts[i].Given(nameof(parts)).Shape.Equals(shape))
                throw new ShapeMismatchException($"{nameof(Stack)}: part 0 has the shape {shape}, part {i} {parts[i].Shape}. They have to be the same.");
            values[i] = parts[i].Now();
            Parts.Copy(values[i], elements, stacked, at, i, 1);
        }
        return Recorder.Many(
            nameof(Stack),
            new Tensor<T>(stacked, elements),
            values,
            at,
            static (dy, axis, inputs) => [.. Enumerable.Range(0, dy.Shape[axis]).Select(i => inputs.Needs(i) ? TensorPullbacks.StackPart(dy, i, axis) : null)]);
    }

    /// <summary>The elements that these indices and ranges select; what the indexer does.</summary>
    internal static Tensor<T> Slice<T>(Tensor<T> x, ReadOnlySpan<TensorIndex> indices)
        where T : unmanaged
    {
        x = x.Now();
        if (indices.Length > x.Rank)
            throw new ArgumentOutOfRangeException(nameof(indices), $"There are {indices.Length} indices for the {x.Rank} axes of a tensor of shape {x.Shape}.");
        List<int> lengths = [], strides = [];
        int start = 0;
        for (int axis = 0; axis < x.Rank; axis++)
        {
            (int from, int length) = axis < indices.Length ? indices[axis].On(x.Shape, axis) : (0, x.Shape[axis]);
            start += from * x.Strides[axis];
            if (axis >= indices.Length || indices[axis].IsRange)
            {
                lengths.Add(length);
                strides.Add(x.Strides[axis]);
            }
        }
        Tensor<T> y = x.View([.. lengths], start, [.. strides]);
        return ActiveRecordings.Current is null ? y : Recorder.One(new SliceOperation<T>(x.Shape, indices.ToArray()), y, x);
    }

    /// <summary>Zeros with a tensor in the place of a slice.</summary>
    internal static Tensor<T> Unslice<T>(Tensor<T> part, Shape shape, TensorIndex[] indices)
        where T : unmanaged
    {
        part = part.Now();
        T[] elements = new T[shape.FlattenedLength];
        Parts.AddInPlace(part, elements, shape, indices);
        return Recorder.Unary("Unslice", new Tensor<T>(shape, elements), part, indices, static (dy, indices) => Slice(dy, indices));
    }

    /// <summary>What an index or range selects along one axis.</summary>
    internal static Tensor<T> Take<T>(Tensor<T> x, int axis, TensorIndex index)
        where T : unmanaged
    {
        TensorIndex[] indices = new TensorIndex[axis + 1];
        Array.Fill(indices, System.Range.All);
        indices[axis] = index;
        return Slice(x, indices);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of the indexer, whose name here is <c>Slice</c>.</summary>
    [PullbackOf(nameof(Tensor.Slice), "x")]
    public static Tensor<T> Slice<T>(Tensor<T> dy, Shape xShape, ReadOnlySpan<TensorIndex> indices)
        where T : unmanaged => SliceSums<T>.Pay(dy, xShape) ? SliceSums<T>.Of(dy.Now(), xShape, indices.ToArray()) : Tensor.Unslice(dy, xShape, indices.ToArray());

    /// <summary>The pullback of <see cref="Tensor.Stack{T}(ReadOnlySpan{Tensor{T}})"/> to one part.</summary>
    [PullbackOf(nameof(Tensor.Stack), "rows")]
    public static Tensor<T> StackPart<T>(Tensor<T> dy, int part)
        where T : unmanaged => StackPart(dy, part, 0);

    /// <summary>The pullback of <see cref="Tensor.Stack{T}(ReadOnlySpan{Tensor{T}}, int)"/> to one part.</summary>
    [PullbackOf(nameof(Tensor.Stack), "parts")]
    public static Tensor<T> StackPart<T>(Tensor<T> dy, int part, int axis)
        where T : unmanaged => Tensor.Take(dy, dy.Shape.AxisAt(axis), part);
}
