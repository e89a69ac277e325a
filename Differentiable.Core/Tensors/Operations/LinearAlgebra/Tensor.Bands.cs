using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Matrices of whose elements only those near the diagonal, or on one side of it, are kept.</content>
public static partial class Tensor
{
    /// <summary>Matrices with zeros but for a band around the diagonal: the last two axes are the rows and columns, which need not be equally many.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., m, n].</param>
    /// <param name="lower">How many diagonals below the main one are kept; negative, all.</param>
    /// <param name="upper">How many diagonals above the main one are kept; negative, all.</param>
    /// <returns>In the same shape.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> BandPart<T>(Tensor<T> x, int lower, int upper)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<int> rows = Reshape(Range(0, Matrices.Require(x, nameof(BandPart)).Shape[^2]), -1, 1), columns = Range(0, x.Shape[^1]);
        Tensor<bool> isBelow = lower < 0 ? true : rows - columns <= lower, isAbove = upper < 0 ? true : columns - rows <= upper;
        return Where(isBelow & isAbove, x, T.Zero);
    }

    /// <summary>Matrices with zeros above the diagonal: the last two axes are the rows and columns.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">In the shape [..., m, n].</param>
    /// <returns>In the same shape.</returns>
    /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
    public static Tensor<T> LowerTriangle<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => BandPart(Matrices.Require(x, nameof(LowerTriangle)), -1, 0);

    /// <summary>Matrices with zeros below the diagonal: the last two axes are the rows and columns.</summary>
    /// <inheritdoc cref="LowerTriangle"/>
    public static Tensor<T> UpperTriangle<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => BandPart(Matrices.Require(x, nameof(UpperTriangle)), 0, -1);
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.BandPart"/>.</summary>
    [PullbackOf(nameof(Tensor.BandPart), "x")]
    public static Tensor<T> BandPart<T>(Tensor<T> dy, int lower, int upper)
        where T : unmanaged, INumberBase<T> => Tensor.BandPart(dy, lower, upper);

    /// <summary>The pullback of <see cref="Tensor.LowerTriangle"/>.</summary>
    [PullbackOf(nameof(Tensor.LowerTriangle), "x")]
    public static Tensor<T> LowerTriangle<T>(Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => Tensor.LowerTriangle(dy);

    /// <summary>The pullback of <see cref="Tensor.UpperTriangle"/>.</summary>
    [PullbackOf(nameof(Tensor.UpperTriangle), "x")]
    public static Tensor<T> UpperTriangle<T>(Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => Tensor.UpperTriangle(dy);
}
