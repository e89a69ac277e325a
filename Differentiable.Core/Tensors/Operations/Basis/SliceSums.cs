namespace Differentiable.Tensors;

/// <summary>
/// Cotangents of slices, each to be added in its place to a tensor, or to zeros: the adjoint of a tensor of which parts are taken, in generated code. What is added is kept, and the
/// elements are computed when someone looks at them, or when there is as much to add as the tensor has elements. So going through the rows of a tensor takes linear time.
/// </summary>
internal sealed class SliceSums<T> : Tensor<T>
    where T : unmanaged
{
    /// <summary>Smaller tensors are added at once.</summary>
    private const int SmallestLength = 1 << 8;

    private readonly Tensor<T>? _below;
    private readonly Added _last;
    private readonly long _length;

    private SliceSums(Shape shape, Tensor<T>? below, Added last, long length)
        : base(shape) => (_below, _last, _length) = (below, last, length);

    /// <summary>Does it pay to keep what is added? Where a tape records it has to be an operation.</summary>
    public static bool Pay(Tensor<T> part, Shape shape) =>
        ActiveRecordings.Current is null && shape.FlattenedLength >= SmallestLength && part.FlattenedLength < shape.FlattenedLength / 2;

    /// <summary>Zeros with the cotangent in the place of the slice.</summary>
    public static SliceSums<T> Of(Tensor<T> part, Shape shape, TensorIndex[] indices) => new(shape, null, new(part, indices, null), part.FlattenedLength);

    /// <summary>The sum of this and another one of the same shape.</summary>
    public Tensor<T> On(Tensor<T> other) => other is SliceSums<T> sums ? sums.With(this)
        : _below is null ? Settled(new(Shape, other, _last, _length))
        : (Tensor<T>)Reals.Add(this, other);

    private protected override T[] Compute()
    {
        T[] elements = _below?.ToArray() ?? new T[FlattenedLength];
        for (Added? added = _last; added is not null; added = added.Before)
            Parts.AddInPlace(added.Part, elements, Shape, added.Indices);
        return elements;
    }

    /// <summary>Both, with what is added to the other one on top of this.</summary>
    private Tensor<T> With(SliceSums<T> other)
    {
        if (other._below is not null && _below is not null)
            return (Tensor<T>)Reals.Add(this, other);
        Added last = _last;
        for (Added? added = other._last; added is not null; added = added.Before)
            last = new(added.Part, added.Indices, last);
        return Settled(new(Shape, _below ?? other._below, last, _length + other._length));
    }

    private static Tensor<T> Settled(SliceSums<T> sums) => sums._length < sums.FlattenedLength ? sums : new Tensor<T>(sums.Shape, sums.Compute());

    /// <summary>A list of what is added, which sums share.</summary>
    private sealed record Added(Tensor<T> Part, TensorIndex[] Indices, Added? Before);
}
