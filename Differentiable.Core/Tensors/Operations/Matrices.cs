namespace Differentiable.Tensors;

/// <summary>Tensors as matrices: the last two axes are rows and columns, the axes before say which matrix.</summary>
internal static class Matrices
{
    /// <summary>The tensor, if it has rows and columns.</summary>
    /// <exception cref="ArgumentException">It has fewer than two axes.</exception>
    public static Tensor<T> Require<T>(Tensor<T> x, string operation)
        where T : unmanaged => x.Rank >= 2
            ? x
            : throw new ArgumentException($"{operation}: shape {x.Shape} has fewer than two axes; the last two are the rows and columns of matrices.", nameof(x));
}
