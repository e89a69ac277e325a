using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>
/// What becomes of the parts of a tensor that belong together, by the number of the segment that each belongs to, in any order. A part whose number is negative belongs to
/// none and does not count.
/// </content>
public static partial class Tensor
{
    /// <summary>The sums of the parts that belong to each segment; of none, 0. TensorFlow's <c>unsorted_segment_sum</c>.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The parts, along the first axes.</param>
    /// <param name="segments">The number of each part's segment, from 0; a negative one for parts that do not count. In the shape of the first axes of the tensor.</param>
    /// <param name="count">How many segments there are.</param>
    /// <returns>In the shape [count] followed by that of a part.</returns>
    /// <exception cref="ShapeMismatchException">The shape of the tensor does not begin with that of the segments.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or not above the number of a segment.</exception>
    public static Tensor<T> SegmentSum<T>(Tensor<T> x, Tensor<int> segments, int count)
        where T : unmanaged, INumberBase<T>
    {
        Segments all = new(nameof(SegmentSum), x.Given().Shape, segments, count);
        return all.Sum(all.PartsOf(x));
    }

    /// <summary>The averages of the parts that belong to each segment; of none, 0. TensorFlow's <c>unsorted_segment_mean</c>.</summary>
    /// <inheritdoc cref="SegmentSum"/>
    public static Tensor<T> SegmentAverage<T>(Tensor<T> x, Tensor<int> segments, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (IsOfHalves<T>())
            return Narrowed<T>(SegmentAverage(Widened(x), segments, count));
        Segments all = new(nameof(SegmentAverage), x.Given().Shape, segments, count);
        return all.Sum(all.PartsOf(x)) / all.Lengths<T>();
    }

    /// <summary>
    /// The greatest elements of the parts that belong to each segment; of none, minus infinity (of integers, the lowest number). Elements that share the greatest value
    /// share the derivative evenly. NaN if one element is, and then the derivative is NaN.
    /// </summary>
    /// <inheritdoc cref="SegmentSum"/>
    public static Tensor<T> SegmentMax<T>(Tensor<T> x, Tensor<int> segments, int count)
        where T : unmanaged, INumber<T> => SegmentExtreme(nameof(SegmentMax), x, segments, count, Extremes<T>.Max);

    /// <summary>
    /// The smallest elements of the parts that belong to each segment; of none, infinity (of integers, the highest number). Elements that share the smallest value
    /// share the derivative evenly. NaN if one element is, and then the derivative is NaN.
    /// </summary>
    /// <inheritdoc cref="SegmentSum"/>
    public static Tensor<T> SegmentMin<T>(Tensor<T> x, Tensor<int> segments, int count)
        where T : unmanaged, INumber<T> => SegmentExtreme(nameof(SegmentMin), x, segments, count, Extremes<T>.Min);

    private static Tensor<T> SegmentExtreme<T>(string operation, Tensor<T> x, Tensor<int> segments, int count, Accumulator<T> accumulator)
        where T : unmanaged, INumber<T>
    {
        Segments all = new(operation, x.Given().Shape, segments, count);
        Tensor<T> parts = all.PartsOf(x), y = all.Join(parts, accumulator);
        return Recorder.Unary(operation, y, parts, (parts, y, all), static (dy, kept) => TensorPullbacks.SegmentExtreme(dy, kept.parts, kept.y, kept.all));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.SegmentSum"/>.</summary>
    [PullbackOf(nameof(Tensor.SegmentSum), "x")]
    public static Tensor<T> SegmentSum<T>(Tensor<T> dy, Shape xShape, Tensor<int> segments, int count)
        where T : unmanaged, INumberBase<T>
    {
        Segments all = new(nameof(SegmentSum), xShape, segments, count);
        return all.InPlace(all.Spread(dy));
    }

    /// <summary>The pullback of <see cref="Tensor.SegmentAverage"/>.</summary>
    [PullbackOf(nameof(Tensor.SegmentAverage), "x")]
    public static Tensor<T> SegmentAverage<T>(Tensor<T> dy, Shape xShape, Tensor<int> segments, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Tensor.IsOfHalves<T>())
            return Tensor.Narrowed<T>(SegmentAverage(Tensor.Widened(dy), xShape, segments, count));
        Segments all = new(nameof(SegmentAverage), xShape, segments, count);
        return all.InPlace(all.Spread(DivideLeft(dy, all.Lengths<T>())));
    }

    /// <summary>The pullback of the greatest or smallest elements of segments.</summary>
    [PullbackOf(nameof(Tensor.SegmentMax), "x")]
    [PullbackOf(nameof(Tensor.SegmentMin), "x")]
    public static Tensor<T> SegmentExtreme<T>(Tensor<T> dy, Tensor<T> x, Tensor<int> segments, int count, Tensor<T> y)
        where T : unmanaged, INumber<T>
    {
        Segments all = new(nameof(SegmentExtreme), x.Shape, segments, count);
        return all.InPlace(SegmentExtreme(dy, all.PartsOf(x), y, all));
    }

    internal static Tensor<T> SegmentExtreme<T>(Tensor<T> dy, Tensor<T> parts, Tensor<T> y, Segments all)
        where T : unmanaged, INumber<T> => all.Spread(dy) * SegmentShares(parts, y, all);

    /// <summary>Which part of a result's derivative each element has: 0 for those that are not the result. Does not change with the elements.</summary>
    private static Tensor<T> SegmentShares<T>(Tensor<T> parts, Tensor<T> y, Segments all)
        where T : unmanaged, INumber<T>
    {
        Tensor<T> isExtreme = Tensor.Where<T>(Tensor.Equal(parts, all.Spread(y)), T.One, T.Zero);
        return isExtreme / all.Spread(all.Sum(isExtreme));
    }
}
