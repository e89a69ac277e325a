using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Elements whose indices are the same along several axes.</content>
public static partial class Tensor
{
    /// <summary>The diagonals of matrices: the last two axes are the rows and columns, which need not be equally many. Shares the elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., m, n].</param>
    /// <returns>In the shape [..., min(m, n)].</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> Diagonal<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Diagonal(Matrices.Require(x, nameof(Diagonal)), [.. Enumerable.Range(0, x.Rank - 1), x.Rank - 2]);

    /// <summary>The sums of the diagonals of matrices: the last two axes are the rows and columns, which need not be equally many.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., m, n].</param>
    /// <returns>In the shape [...].</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> Trace<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Sum(Diagonal(Matrices.Require(x, nameof(Trace))), [-1]);

    /// <summary>The elements whose indices agree along axes that become one.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="into">For each axis, the axis of the result that it becomes; as long as the shortest one that does.</param>
    private static Tensor<T> Diagonal<T>(Tensor<T> x, int[] into)
        where T : unmanaged, INumberBase<T>
    {
        x = x.Now();
        Tensor<T> y = x.View(Diagonals.Shorten(x.Shape, into), 0, Diagonals.Along(x.Strides, into));
        return Recorder.Unary(nameof(Diagonal), y, x, (x.Shape, into), static (dy, kept) => Undiagonal(dy, kept.Shape, kept.into));
    }

    /// <summary>Zeros with a tensor in the place of a diagonal.</summary>
    internal static Tensor<T> Undiagonal<T>(Tensor<T> diagonal, Shape shape, int[] into)
        where T : unmanaged, INumberBase<T>
    {
        diagonal = diagonal.Now();
        T[] elements = new T[shape.FlattenedLength];
        Scattering.Add(diagonal, elements, Diagonals.Along(shape.Strides, into));
        return Recorder.Unary("Undiagonal", new Tensor<T>(shape, elements), diagonal, into, static (dy, into) => Diagonal(dy, into));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Diagonal{T}(Tensor{T})"/>.</summary>
    [PullbackOf(nameof(Tensor.Diagonal), "x")]
    public static Tensor<T> Diagonal<T>(Tensor<T> dy, Shape xShape)
        where T : unmanaged, INumberBase<T> => Tensor.Undiagonal(dy, xShape, [.. Enumerable.Range(0, xShape.Rank - 1), xShape.Rank - 2]);

    /// <summary>The pullback of <see cref="Tensor.Trace"/>.</summary>
    [PullbackOf(nameof(Tensor.Trace), "x")]
    public static Tensor<T> Trace<T>(Tensor<T> dy, Shape xShape)
        where T : unmanaged, INumberBase<T> =>
        Diagonal(Sum(dy, [.. xShape.SkipLast(2), Math.Min(xShape[^2], xShape[^1])], [-1], keepDimensions: false), xShape);
}
