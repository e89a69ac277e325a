using System.Numerics;

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
        (Tensor<T> parts, int[] numbers) = Members(nameof(SegmentSum), x, segments, count);
        return AddParts(parts, numbers, SegmentShape(parts, count), 0);
    }

    /// <summary>The averages of the parts that belong to each segment; of none, 0. TensorFlow's <c>unsorted_segment_mean</c>.</summary>
    /// <inheritdoc cref="SegmentSum"/>
    public static Tensor<T> SegmentAverage<T>(Tensor<T> x, Tensor<int> segments, int count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (IsOfHalves<T>())
            return Narrowed<T>(SegmentAverage(Widened(x.Now()), segments, count));
        (Tensor<T> parts, int[] numbers) = Members(nameof(SegmentAverage), x, segments, count);
        T[] counts = new T[count];
        foreach (int number in numbers)
            counts[number]++;
        int[] behind = [.. Enumerable.Repeat(1, parts.Rank - 1)];
        return AddParts(parts, numbers, SegmentShape(parts, count), 0) / Max(From(counts, [count, .. behind]), T.One);
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
        (Tensor<T> parts, int[] numbers) = Members(operation, x, segments, count);
        Tensor<T> y = AxisParts.Join(parts, numbers, SegmentShape(parts, count), 0, accumulator);
        return Recorder.Unary(
            operation, y, parts, (parts, y, numbers), static (dy, kept) => TakeParts(dy, kept.numbers, kept.parts.Shape, 0) * SegmentShares(kept.parts, kept.y, kept.numbers));
    }

    /// <summary>Which part of a result's derivative each element has: 0 for those that are not the result. Does not change with the elements.</summary>
    private static Tensor<T> SegmentShares<T>(Tensor<T> parts, Tensor<T> y, int[] numbers)
        where T : unmanaged, INumber<T>
    {
        Tensor<T> isExtreme = Where<T>(Equal(parts, TakeParts(y, numbers, parts.Shape, 0)), T.One, T.Zero);
        return isExtreme / TakeParts(AddParts(isExtreme, numbers, y.Shape, 0), numbers, parts.Shape, 0);
    }

    /// <summary>The parts that count, along one axis, and their segments.</summary>
    private static (Tensor<T> Parts, int[] Numbers) Members<T>(string operation, Tensor<T> x, Tensor<int> segments, int count)
        where T : unmanaged
    {
        x = x.Now();
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (segments.Rank > x.Rank || !x.Shape.Take(segments.Rank).SequenceEqual(segments.Shape))
            throw new ShapeMismatchException($"{operation}: segments of shape {segments.Shape} do not fit shape {x.Shape}, which has to begin with that shape.");
        int[] numbers = segments.ToArray(), members = [.. Enumerable.Range(0, numbers.Length).Where(i => numbers[i] >= 0)];
        if (numbers.Length > 0 && numbers.Max() is var last && last >= count)
            throw new ArgumentOutOfRangeException(nameof(segments), last, $"{operation}: there are {count} segments, with the numbers 0 to {count - 1}.");
        Tensor<T> parts = Reshape(x, [numbers.Length, .. x.Shape.Skip(segments.Rank)]);
        return members.Length == numbers.Length ? (parts, numbers) : (TakeParts(parts, members, [members.Length, .. parts.Shape.Skip(1)], 0), [.. members.Select(i => numbers[i])]);
    }

    private static Shape SegmentShape<T>(Tensor<T> parts, int count)
        where T : unmanaged => [count, .. parts.Shape.Skip(1)];
}
