using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Reductions: many elements become one.</content>
public static partial class Tensor
{
    /// <summary>The sum of all elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    public static Tensor<T> Sum<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Sum(x, []);

    /// <summary>The sums along some axes.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="axes">The axes that are summed over; negative ones count from the end; none means all.</param>
    /// <param name="keepDimensions">Do these axes stay, with the length 1?</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Tensor<T> Sum<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, INumberBase<T> => Sum(x, Reduced.From(x.Given().Shape, axes, keepDimensions));

    /// <summary>The average of all elements.</summary>
    /// <inheritdoc cref="Sum{T}(Tensor{T})"/>
    public static Tensor<T> Average<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Average(x, []);

    /// <summary>The averages along some axes; of no elements, NaN.</summary>
    /// <inheritdoc cref="Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Average<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T> => IsOfHalves<T>()
            ? Narrowed<T>(Average(Widened(x), axes, keepDimensions))
            : Sum(x.Given(), axes, keepDimensions) / Scalars.Count<T>(Reduction.Count(x.Shape, x.Shape.AxesAt(axes)));

    /// <summary>Sums over the axes along which a smaller tensor was repeated.</summary>
    internal static Tensor<T> SumTo<T>(Tensor<T> x, Shape shape)
        where T : unmanaged, INumberBase<T> => x.Shape.Equals(shape) ? x : Reshape(Sum(x, new Reduced(x.Shape, Broadcasting.RepeatedAxes(shape, x.Shape), false)), shape);

    /// <summary>The sums along these very axes: an empty list means none, not all.</summary>
    internal static Tensor<T> Sum<T>(Tensor<T> x, Reduced reduced)
        where T : unmanaged, INumberBase<T>
    {
        x = x.Now();
        if (IsOfHalves<T>())
            return Narrowed<T>(Sum(Widened(x), reduced));
        Tensor<T> sum = Deferral.TrySum(x, reduced.Result, Sums<T>.Sum.Whole) ?? reduced.Of(x, Sums<T>.Sum);
        return Recorder.Unary(nameof(Sum), sum, x, reduced, static (dy, reduced) => reduced.Spread(dy));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of the sum of all elements.</summary>
    [PullbackOf(nameof(Tensor.Sum), "x")]
    public static Tensor<T> Sum<T>(Tensor<T> dy, Shape xShape)
        where T : unmanaged, INumberBase<T> => Sum(dy, xShape, [], keepDimensions: false);

    /// <summary>The pullback of the sums along some axes.</summary>
    [PullbackOf(nameof(Tensor.Sum), "x")]
    public static Tensor<T> Sum<T>(Tensor<T> dy, Shape xShape, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, INumberBase<T> => Reduced.From(xShape, axes, keepDimensions).Spread(dy);

    /// <summary>The pullback of the average of all elements.</summary>
    [PullbackOf(nameof(Tensor.Average), "x")]
    public static Tensor<T> Average<T>(Tensor<T> dy, Shape xShape)
        where T : unmanaged, IFloatingPointIeee754<T> => Average(dy, xShape, [], keepDimensions: false);

    /// <summary>The pullback of the averages along some axes.</summary>
    [PullbackOf(nameof(Tensor.Average), "x")]
    public static Tensor<T> Average<T>(Tensor<T> dy, Shape xShape, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.IsOfHalves<T>()
            ? Tensor.Narrowed<T>(Average(Tensor.Widened(dy), xShape, axes, keepDimensions))
            : Sum(DivideLeft(dy, Scalars.Count<T>(Reduction.Count(xShape, xShape.AxesAt(axes)))), xShape, axes, keepDimensions);
}
