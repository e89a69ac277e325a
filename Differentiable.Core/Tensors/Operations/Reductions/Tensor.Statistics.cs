using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>How far elements are from zero and from each other.</content>
public static partial class Tensor
{
    /// <summary>The variance of all elements.</summary>
    /// <inheritdoc cref="Variance{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Variance<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Variance(x, []);

    /// <summary>The average of the squared distances from the average, along some axes (divided by the count n, not by n - 1); of no elements, NaN.</summary>
    /// <inheritdoc cref="Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Variance<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        if (IsOfHalves<T>())
            return Narrowed<T>(Variance(Widened(x), axes, keepDimensions));
        return Average(Square(x - Average(x, axes, keepDimensions: true)), axes, keepDimensions);
    }

    /// <summary>The standard deviation of all elements.</summary>
    /// <inheritdoc cref="StdDev{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> StdDev<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => StdDev(x, []);

    /// <summary>The square root of the variance, along some axes; of no elements, NaN. Its derivative is 0 where all elements are the same.</summary>
    /// <inheritdoc cref="Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> StdDev<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        if (IsOfHalves<T>())
            return Narrowed<T>(StdDev(Widened(x), axes, keepDimensions));
        T count = Scalars.Count<T>(Reduced.From(x.Shape, axes, keepDimensions).Count);
        return Norm(x - Average(x, axes, keepDimensions: true), axes, keepDimensions) / T.Sqrt(count);
    }

    /// <summary>The Euclidean norm of all elements.</summary>
    /// <inheritdoc cref="Norm{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Norm<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Norm(x, []);

    /// <summary>The square root of the sum of the squares, along some axes. Its derivative is 0 where all elements are 0.</summary>
    /// <inheritdoc cref="Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Norm<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        x = x.Now();
        if (IsOfHalves<T>())
            return Narrowed<T>(Norm(Widened(x), axes, keepDimensions));
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        Tensor<T> y = reduced.Of(x, BlockSums.Norm);
        return Recorder.Unary(nameof(Norm), y, x, (x, y, reduced), static (dy, kept) => TensorPullbacks.Norm(dy, kept.x, kept.y, kept.reduced));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of the variance of all elements.</summary>
    [PullbackOf(nameof(Tensor.Variance), "x")]
    public static Tensor<T> Variance<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Variance(dy, x, [], keepDimensions: false);

    /// <summary>The pullback of the variances along some axes.</summary>
    [PullbackOf(nameof(Tensor.Variance), "x")]
    public static Tensor<T> Variance<T>(Tensor<T> dy, Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.IsOfHalves<T>()
            ? Tensor.Narrowed<T>(Variance(Tensor.Widened(dy), Tensor.Widened(x), axes, keepDimensions))
            : Distances(Square(Average(dy, x.Shape, axes, keepDimensions), Distances(x, axes)), axes);

    /// <summary>The pullback of the standard deviation of all elements.</summary>
    [PullbackOf(nameof(Tensor.StdDev), "x")]
    public static Tensor<T> StdDev<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => StdDev(dy, x, [], keepDimensions: false);

    /// <summary>The pullback of the standard deviations along some axes.</summary>
    [PullbackOf(nameof(Tensor.StdDev), "x")]
    public static Tensor<T> StdDev<T>(Tensor<T> dy, Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Tensor.IsOfHalves<T>())
            return Tensor.Narrowed<T>(StdDev(Tensor.Widened(dy), Tensor.Widened(x), axes, keepDimensions));
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        Tensor<T> distances = Distances(x, axes), dNorm = DivideLeft(dy, T.Sqrt(Scalars.Count<T>(reduced.Count)));
        return Distances(Norm(dNorm, distances, Tensor.Norm(distances, axes, keepDimensions), reduced), axes);
    }

    /// <summary>The pullback of the Euclidean norm of all elements.</summary>
    [PullbackOf(nameof(Tensor.Norm), "x")]
    public static Tensor<T> Norm<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => Norm(dy, x, y, [], keepDimensions: false);

    /// <summary>The pullback of the Euclidean norms along some axes.</summary>
    [PullbackOf(nameof(Tensor.Norm), "x")]
    public static Tensor<T> Norm<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.IsOfHalves<T>()
            ? Tensor.Narrowed<T>(Norm(Tensor.Widened(dy), Tensor.Widened(x), Tensor.Widened(y), axes, keepDimensions))
            : Norm(dy, x, y, Reduced.From(x.Shape, axes, keepDimensions));

    internal static Tensor<T> Norm<T>(Tensor<T> dy, Tensor<T> x, Tensor<T> y, Reduced reduced)
        where T : unmanaged, IFloatingPointIeee754<T> => reduced.Spread(Tensor.DivideNoNaN(dy, y)) * x;

    /// <summary>How far elements are from their average; as this is linear and symmetric, also its pullback.</summary>
    private static Tensor<T> Distances<T>(Tensor<T> x, ReadOnlySpan<int> axes)
        where T : unmanaged, IFloatingPointIeee754<T> => x - Tensor.Average(x, axes, keepDimensions: true);
}
