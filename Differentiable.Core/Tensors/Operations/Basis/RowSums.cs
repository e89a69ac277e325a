namespace Differentiable.Tensors;

/// <summary>
/// Zeros, to few of whose rows (the parts along the first axis) something is added: the gradient of a large table of which few rows were looked up. What is added is kept, and the
/// elements are computed when someone looks at them; an optimizer that leaves alone what has no gradient need not.
/// </summary>
/// <param name="shape">The shape.</param>
/// <param name="added">The indices of rows, which may repeat, and what is added to them.</param>
internal sealed class RowSums<T>(Shape shape, (int[] Indices, Tensor<T> Parts)[] added) : Tensor<T>(shape)
    where T : unmanaged
{
    private int AddedLength => added.Sum(part => part.Parts.FlattenedLength);

    /// <summary>The rows to which something is added, each once, and the sums, one behind the other.</summary>
    public (int[] Rows, T[] Sums) Distinct()
    {
        Dictionary<int, int> positions = [];
        foreach (int index in added.SelectMany(part => part.Indices))
            positions.TryAdd(index, positions.Count);
        T[] sums = new T[positions.Count * Shape.Strides[0]];
        Add(sums, row => positions[row]);
        return ([.. positions.Keys], sums);
    }

    /// <summary>Sums of such are of the same kind, as long as that pays and no one records how they come about.</summary>
    internal override TensorBase Plus(TensorBase other) =>
        ActiveRecordings.Current is null && other is RowSums<T> rows && RowSums.Pay(AddedLength + rows.AddedLength, Shape)
            ? new RowSums<T>(Shape, rows.Behind(added))
            : base.Plus(other);

    private protected override T[] Compute()
    {
        T[] elements = new T[FlattenedLength];
        Add(elements, static row => row);
        return elements;
    }

    /// <summary>Adds what is added to where a row's sum is.</summary>
    private void Add(T[] sums, Func<int, int> place)
    {
        int length = Shape.Strides[0];
        LongSums? longSums = LongSums.For(sums, length);
        foreach ((int[] indices, Tensor<T> parts) in added)
        {
            ReadOnlySpan<T> elements = parts.Dense().DenseElements;
            for (int i = 0; i < indices.Length; i++)
            {
                int row = place(indices[i]);
                Additions.AddTo(elements.Slice(i * length, length), sums.AsSpan(row * length, length));
                longSums?.Added(row);
            }
        }
        longSums?.Close();
    }

    private (int[] Indices, Tensor<T> Parts)[] Behind((int[] Indices, Tensor<T> Parts)[] first) => [.. first, .. added];
}

/// <summary>When it pays to keep what is added to rows, and not the sums.</summary>
internal static class RowSums
{
    /// <summary>How many times as many elements there have to be as are added.</summary>
    private const int Factor = 4;

    /// <summary>Smaller tensors are computed at once.</summary>
    private const int SmallestLength = 1 << 12;

    public static bool Pay<T>(Tensor<T> parts, Shape shape, int axis)
        where T : unmanaged => axis == 0 && Scalars<T>.IsReal && Pay(parts.FlattenedLength, shape);

    public static bool Pay(long added, Shape shape) => added * Factor <= shape.FlattenedLength && shape.FlattenedLength >= SmallestLength;
}
