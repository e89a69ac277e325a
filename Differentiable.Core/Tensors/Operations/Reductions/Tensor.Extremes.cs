using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The greatest and the smallest elements, and where they are.</content>
public static partial class Tensor
{
    /// <summary>The greatest of all elements.</summary>
    /// <inheritdoc cref="Max{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Max<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Max(x, (ReadOnlySpan<int>)[]);

    /// <summary>
    /// The greatest elements along some axes; of none, minus infinity (of integers, the lowest number). Elements that share the greatest value share the derivative
    /// evenly. NaN if one element is, and then the derivative is NaN. What is written as a list of integers are axes, not elements of a second tensor.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="axes">The axes that are reduced; negative ones count from the end; none means all.</param>
    /// <param name="keepDimensions">Do these axes stay, with the length 1?</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    [OverloadResolutionPriority(1)]
    public static Tensor<T> Max<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, INumber<T> => Extreme(nameof(Max), x, Reduced.From(x.Given().Shape, axes, keepDimensions), Extremes<T>.Max);

    /// <summary>The smallest of all elements.</summary>
    /// <inheritdoc cref="Min{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Min<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Min(x, (ReadOnlySpan<int>)[]);

    /// <summary>
    /// The smallest elements along some axes; of none, infinity (of integers, the highest number). Elements that share the smallest value share the derivative
    /// evenly. NaN if one element is, and then the derivative is NaN. What is written as a list of integers are axes, not elements of a second tensor.
    /// </summary>
    /// <inheritdoc cref="Max{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    [OverloadResolutionPriority(1)]
    public static Tensor<T> Min<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, INumber<T> => Extreme(nameof(Min), x, Reduced.From(x.Given().Shape, axes, keepDimensions), Extremes<T>.Min);

    /// <summary>
    /// Where the greatest of all elements is, counted through the axes as the elements lie one behind the other, the last axis fastest: the first one of several, the first NaN if there is one. As in
    /// NumPy and PyTorch; TensorFlow goes along the first axis instead, which is <c>ArgMax(x, 0)</c>.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <exception cref="ArgumentException">There are no elements.</exception>
    public static Tensor<int> ArgMax<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => PlaceOf(nameof(ArgMax), x, TensorPrimitives.IndexOfMax);

    /// <summary>Where along an axis the greatest element is: the first one of several, the first NaN if there is one.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="axis">The axis that is gone along; negative ones count from the end.</param>
    /// <param name="keepDimensions">Does this axis stay, with the length 1?</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">The axis has no elements.</exception>
    public static Tensor<int> ArgMax<T>(Tensor<T> x, int axis, bool keepDimensions = false)
        where T : unmanaged, INumber<T> => PlaceOf(nameof(ArgMax), x, axis, keepDimensions, TensorPrimitives.IndexOfMax);

    /// <summary>
    /// Where the smallest of all elements is, counted through the axes as the elements lie one behind the other, the last axis fastest: the first one of several, the first NaN if there is one. As in
    /// NumPy and PyTorch; TensorFlow goes along the first axis instead, which is <c>ArgMin(x, 0)</c>.
    /// </summary>
    /// <inheritdoc cref="ArgMax{T}(Tensor{T})"/>
    public static Tensor<int> ArgMin<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => PlaceOf(nameof(ArgMin), x, TensorPrimitives.IndexOfMin);

    /// <summary>Where along an axis the smallest element is: the first one of several, the first NaN if there is one.</summary>
    /// <inheritdoc cref="ArgMax{T}(Tensor{T}, int, bool)"/>
    public static Tensor<int> ArgMin<T>(Tensor<T> x, int axis, bool keepDimensions = false)
        where T : unmanaged, INumber<T> => PlaceOf(nameof(ArgMin), x, axis, keepDimensions, TensorPrimitives.IndexOfMin);

    private static Tensor<T> Extreme<T>(string name, Tensor<T> x, Reduced reduced, Accumulator<T> accumulator)
        where T : unmanaged, INumber<T>
    {
        x = x.Now();
        Tensor<T> y = reduced.Of(x, accumulator);
        return Recorder.Unary(name, y, x, (x, y, reduced), static (dy, kept) => TensorPullbacks.Extreme(dy, kept.x, kept.y, kept.reduced));
    }

    private static Tensor<int> PlaceOf<T>(string name, Tensor<T> x, Func<ReadOnlySpan<T>, int> whole)
        where T : unmanaged => x.Given().FlattenedLength > 0
            ? Reduced.From(x.Shape, [], keepDimensions: false).Of(x.Now(), whole)
            : throw new ArgumentException($"{name}: a tensor of shape {x.Shape} has no elements.", nameof(x));

    private static Tensor<int> PlaceOf<T>(string name, Tensor<T> x, int axis, bool keepDimensions, Func<ReadOnlySpan<T>, int> whole)
        where T : unmanaged
    {
        Reduced reduced = new(x.Given().Shape, [x.Shape.AxisAt(axis)], keepDimensions);
        return reduced.Count > 0
            ? reduced.Of(x.Now(), whole)
            : throw new ArgumentException($"{name}: axis {axis} of shape {x.Shape} has no elements.", nameof(x));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of the greatest or smallest of all elements.</summary>
    [PullbackOf(nameof(Tensor.Max), "x")]
    [PullbackOf(nameof(Tensor.Min), "x")]
    public static Tensor<T> Extreme<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, INumber<T> => Extreme(dy, x, y, [], keepDimensions: false);

    /// <summary>The pullback of the greatest or smallest elements along some axes.</summary>
    [PullbackOf(nameof(Tensor.Max), "x")]
    [PullbackOf(nameof(Tensor.Min), "x")]
    public static Tensor<T> Extreme<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, INumber<T> => Extreme(dy, x, y, Reduced.From(x.Shape, axes, keepDimensions));

    internal static Tensor<T> Extreme<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y, Reduced reduced)
        where T : unmanaged, INumber<T> => reduced.Spread(dy) * Shares(x, y, reduced);

    /// <summary>Which part of a result's derivative each element has: 0 for those that are not the result. Does not change with the elements.</summary>
    private static Tensor<T> Shares<T>(Tensor<T> x, Tensor<T> y, Reduced reduced)
        where T : unmanaged, INumber<T>
    {
        Tensor<T> isExtreme = Tensor.Where<T>(Tensor.Equal(x, reduced.Spread(y)), T.One, T.Zero);
        return isExtreme / reduced.Spread(Tensor.Sum(isExtreme, reduced));
    }
}
