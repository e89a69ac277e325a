using System.Numerics;
using System.Numerics.Tensors;

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
        Tensor<T> y = reduced.Of(x, TensorPrimitives.Norm);
        return Recorder.Unary(nameof(Norm), y, x, (x, y, reduced), static (dy, kept) => kept.reduced.Spread(QuotientOrZero(dy, kept.y)) * kept.x);
    }

    /// <summary>The quotient, and 0 where the divisor is 0; so are all its derivatives there.</summary>
    internal static Tensor<T> QuotientOrZero<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<bool> isZero = Equal(right, T.Zero);
        return Where(isZero, T.Zero, left / Where(isZero, T.One, right));
    }
}
