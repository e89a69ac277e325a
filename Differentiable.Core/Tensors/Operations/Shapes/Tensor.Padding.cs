using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Elements around tensors.</content>
public static partial class Tensor
{
    /// <summary>A tensor with the same number before and behind it along each axis.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="widths">How many are added before and behind, for each axis.</param>
    /// <param name="value">The number that is added; by default zero.</param>
    /// <exception cref="ShapeMismatchException">There are more or fewer widths than axes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is negative.</exception>
    public static Tensor<T> Pad<T>(Tensor<T> x, ReadOnlySpan<(int Before, int Behind)> widths, T value = default)
        where T : unmanaged
    {
        x = x.Now();
        if (widths.Length != x.Rank)
            throw new ShapeMismatchException($"{nameof(Pad)}: shape {x.Shape} has {x.Rank} axes, and there are widths for {widths.Length}.");
        int[] lengths = [.. x.Shape];
        TensorIndex[] place = TensorPullbacks.PlaceIn(x.Shape, widths);
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            (int before, int behind) = widths[axis];
            lengths[axis] = checked(before + lengths[axis] + behind);
        }
        Shape shape = Shape.Create(lengths);
        T[] elements = Arrays.Allocate<T>(shape.FlattenedLength);
        elements.AsSpan().Fill(value);
        Parts.Place(x, elements, shape, place);
        return Recorder.Unary(nameof(Pad), new Tensor<T>(shape, elements), x, place, static (dy, place) => Slice(dy, place));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Pad"/>.</summary>
    [PullbackOf(nameof(Tensor.Pad), "x")]
    public static Tensor<T> Pad<T>(Tensor<T> dy, Shape xShape, ReadOnlySpan<(int Before, int Behind)> widths)
        where T : unmanaged => Tensor.Slice(dy, PlaceIn(xShape, widths));

    /// <summary>Where the tensor stands among the elements around it.</summary>
    internal static TensorIndex[] PlaceIn(Shape shape, ReadOnlySpan<(int Before, int Behind)> widths)
    {
        TensorIndex[] place = new TensorIndex[shape.Rank];
        for (int axis = 0; axis < place.Length; axis++)
        {
            (int before, int behind) = widths[axis];
            ArgumentOutOfRangeException.ThrowIfNegative(Math.Min(before, behind), nameof(widths));
            place[axis] = before..(before + shape[axis]);
        }
        return place;
    }
}
