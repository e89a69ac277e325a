using System.Diagnostics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// Numbers along any number of axes, in row-major order. A tensor never changes (a <see cref="Variable{T}"/> does): slices, transposes and reshapes share
/// its elements. Written as a collection expression, <c>Tensor&lt;float&gt; m = [[1, 2], [3, 4]]</c>; a number is a tensor without axes.
/// </summary>
/// <typeparam name="T">The type of the elements: <see cref="float"/>, <see cref="double"/>, <see cref="Half"/>, an integer type or <see cref="bool"/>.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public partial class Tensor<T> : TensorBase, IFormattable
    where T : unmanaged
{
    private T[]? _elements;
    private IWaiting<T>? _waiting;
    private int _timesComputed;
    private readonly int _start;
    private readonly int[] _strides;

    internal Tensor(Shape shape, T[] elements)
        : this(shape, elements, 0, shape.Strides)
    {
    }

    /// <summary>The same elements, as a tensor of its own.</summary>
    private protected Tensor(Tensor<T> other)
        : this(other.Shape, other.Evaluate(), other._start, other._strides)
    {
    }

    /// <summary>What an operation will compute when someone looks at the elements.</summary>
    internal Tensor(Shape shape, IWaiting<T> operation)
        : base(shape) => (_waiting, _strides) = (operation, shape.Strides);

    /// <summary>A kind of tensor that computes its elements itself.</summary>
    private protected Tensor(Shape shape)
        : base(shape) => _strides = shape.Strides;

    internal Tensor(Shape shape, T[] elements, int start, int[] strides)
        : base(shape) => (_elements, _start, _strides) = (elements, start, strides);

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    /// <summary>Do the elements stand one behind the other, in row-major order?</summary>
    internal bool IsDense => ReferenceEquals(_strides, Shape.Strides) || Strided.IsDense(Shape, _strides);

    internal sealed override TensorBase Current => Access();

    /// <summary>Where in the array the first element stands.</summary>
    internal int Start => _start;

    internal int[] Strides => _strides;

    /// <summary>The operation that has not run yet, if that is so.</summary>
    internal IWaiting<T>? Waiting => Volatile.Read(ref _waiting);

    internal ReadOnlySpan<T> Elements => Evaluate().AsSpan(_start);

    /// <summary>The elements, if they stand one behind the other.</summary>
    internal ReadOnlySpan<T> DenseElements => Evaluate().AsSpan(_start, FlattenedLength);

    /// <summary>A tensor without axes.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Tensor<T>(T value) => new(Shape.Scalar, [value]);

    /// <summary>A tensor with one axis and a copy of these elements.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator Tensor<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([values.Length], [.. values]);
    }

    /// <summary>A tensor with two axes and a copy of these elements.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator Tensor<T>(T[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new([values.GetLength(0), values.GetLength(1)], [.. values.Cast<T>()]);
    }

    /// <summary>The only element.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="InvalidOperationException">There is not exactly one.</exception>
    public static explicit operator T(Tensor<T> tensor) => tensor.Given().ToScalar();

    /// <summary>Is the only element not zero? So that a comparison of scalars is a condition: <c>if (x &gt; 0f)</c>.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
    public static bool operator true(Tensor<T> tensor) => !tensor.Given().ToScalar().Equals(default(T));

    /// <summary>Is the only element zero?</summary>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
    public static bool operator false(Tensor<T> tensor) => tensor.Given().ToScalar().Equals(default(T));

    /// <summary>The only element.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one.</exception>
    public T ToScalar()
    {
        Tensor<T> value = Access();
        return FlattenedLength == 1
            ? value.Evaluate()[value._start]
            : throw new InvalidOperationException($"A tensor of shape {Shape} is not a single number. Reduce it first (Sum, Average, All, Any), or index it.");
    }

    /// <summary>A copy of the elements in row-major order.</summary>
    public T[] ToArray()
    {
        T[] copy = GC.AllocateUninitializedArray<T>(FlattenedLength);
        CopyTo(copy);
        return copy;
    }

    /// <summary>Copies the elements in row-major order.</summary>
    /// <param name="destination">Gets them; at least <see cref="TensorBase.FlattenedLength"/> long.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo(Span<T> destination)
    {
        if (destination.Length < FlattenedLength)
            throw new ArgumentException($"The destination has {destination.Length} elements, the tensor {FlattenedLength}.", nameof(destination));
        Tensor<T> value = Access();
        Strided.Copy(value.Elements, value._strides, Shape, destination);
    }

    /// <summary>The elements as System.Numerics.Tensors sees them; nothing is copied. A scalar, which has no axis, is a vector of one element there.</summary>
    public ReadOnlyTensorSpan<T> AsTensorSpan()
    {
        Tensor<T> value = Access();
        nint[] lengths = Rank == 0 ? [1] : [.. Shape.Select(length => (nint)length)];
        return FlattenedLength switch
        {
            0 => new([], 0, lengths, []),
            1 => new(value.Evaluate(), value._start, lengths, new nint[lengths.Length]),
            _ => new(value.Evaluate(), value._start, lengths, [.. value._strides.Zip(lengths, (stride, length) => length == 1 ? 0 : (nint)stride)]),
        };
    }

    /// <summary>Type, shape and elements; of many elements, the first and last ones along each axis.</summary>
    public override string ToString() => TensorText.Write(this);

    /// <summary>The elements alone, each in this format: <c>$"{x:F2}"</c> is <c>[1.00, 2.50]</c>.</summary>
    /// <param name="format">The format of a number; null for all its digits.</param>
    /// <param name="formatProvider">The culture; by default the invariant one.</param>
    public string ToString(string? format, IFormatProvider? formatProvider) => format is null ? ToString() : TensorText.WriteElements(this, format, formatProvider);

    /// <summary>The value as it is now, which does not change; of a variable, active tapes take note.</summary>
    internal virtual Tensor<T> Access() => this;

    internal sealed override bool IsReal => Scalars<T>.IsReal;

    /// <summary>The same elements one behind the other; itself where they are.</summary>
    internal Tensor<T> Dense() => IsDense ? this : new(Shape, ToArray());

    /// <summary>The same elements as a tensor that no one knows yet.</summary>
    internal Tensor<T> Copy()
    {
        Tensor<T> value = Access();
        return value.View(Shape, 0, value._strides);
    }

    /// <summary>The same elements seen with other lengths and strides.</summary>
    internal Tensor<T> View(Shape shape, int start, int[] strides) => new(shape, Evaluate(), shape.FlattenedLength == 0 ? 0 : _start + start, strides);

    /// <summary>The array that the elements are in. An operation that waits runs now; where two threads look at once, both compute the same.</summary>
    internal T[] Evaluate()
    {
        if (Volatile.Read(ref _elements) is { } elements)
            return elements;
        if (Waiting is { } operation)
            elements = operation.Compute(this);
        else if (Volatile.Read(ref _elements) is { } provided)
            return provided;
        else
            elements = Compute();
        Provide(elements);
        return elements;
    }

    /// <summary>The elements of a kind of tensor that computes them itself when someone looks at them.</summary>
    private protected virtual T[] Compute() => throw new InvalidOperationException("A tensor has neither elements nor an operation that computes them.");

    /// <summary>Gives the tensor its elements.</summary>
    internal void Provide(T[] elements)
    {
        Volatile.Write(ref _elements, elements);
        Volatile.Write(ref _waiting, null);
    }

    /// <summary>
    /// What is in between is computed again rather than stored, as on the way forward and once more on the way back; what is needed more often than that gets storage.
    /// </summary>
    internal bool IsWorthKeeping() => Interlocked.Increment(ref _timesComputed) > 2;
}
