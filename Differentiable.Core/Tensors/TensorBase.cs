namespace Differentiable.Tensors;

/// <summary>A tensor, whatever the type of its elements. <see cref="Tensor{T}"/> is the only kind, <see cref="Variable{T}"/> among them.</summary>
public abstract class TensorBase
{
    private protected TensorBase(Shape shape) => Shape = shape;

    /// <summary>The lengths along the axes.</summary>
    public Shape Shape { get; }

    /// <summary>The number of axes: 0 for a scalar.</summary>
    public int Rank => Shape.Rank;

    /// <summary>The number of elements.</summary>
    public int FlattenedLength => Shape.FlattenedLength;

    /// <summary>The lengths along the axes, outermost first.</summary>
    public ReadOnlySpan<int> Lengths => Shape.Lengths;

    /// <summary>The type of the elements.</summary>
    public abstract Type ElementType { get; }

    /// <summary>Where the tapes that recorded how it was computed know it. Set before anyone else sees the tensor, never after.</summary>
    internal TapePlaces Places;

    /// <summary>Its tangents, one for each accumulator that carried one here; they live as long as it does. Set before anyone else sees the tensor, never after.</summary>
    internal CarriedTangent? Tangents;

    /// <summary>Where the tape knows it that watched it last; null when none ever did, as is the case for nearly all tensors.</summary>
    internal volatile WatchedPlace? WatchedLast;

    /// <summary>What tapes watch when they watch this: the variable that it was read from, or itself.</summary>
    internal virtual TensorBase Watched => this;

    /// <summary>The value as it is now; of a variable, what records takes note.</summary>
    internal abstract TensorBase Current { get; }

    /// <summary>Are the elements real numbers, which have derivatives?</summary>
    internal abstract bool IsReal { get; }

    internal abstract TensorBase ZerosLike();

    internal abstract TensorBase OnesLike();

    internal abstract TensorBase Plus(TensorBase other);

    /// <summary>Sums over the axes along which a smaller tensor was repeated.</summary>
    /// <param name="shape">The shape of the smaller one.</param>
    internal abstract TensorBase SumTo(Shape shape);

    /// <summary>Tensors like this one, one behind the other.</summary>
    /// <param name="parts">The tensors.</param>
    /// <param name="shape">In which shape they are seen.</param>
    internal abstract TensorBase Stacked(TensorBase[] parts, Shape shape);

    /// <summary>The real numbers as <see cref="double"/>, which holds them all.</summary>
    internal abstract Tensor<double> Widened();

    /// <summary>Such numbers in the type of this one's.</summary>
    internal abstract TensorBase Narrowed(Tensor<double> wide);
}
