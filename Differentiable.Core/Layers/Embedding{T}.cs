using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>A vector for each of finitely many things, by their numbers: the rows of a table that is trained.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class Embedding<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>A layer.</summary>
    /// <param name="count">How many things there are.</param>
    /// <param name="size">How long the vectors are.</param>
    /// <param name="random">Where the first vectors come from: uniform between -0.05 and 0.05.</param>
    public Embedding(int count, int size, Random? random = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Table = Add("embeddings", Tensor.Uniform([count, size], random ?? Random.Shared, T.CreateChecked(-0.05), T.CreateChecked(0.05), isFirstValue: true));
    }

    /// <summary>The vectors, in the shape [count, size].</summary>
    public Variable<T> Table { get; }

    /// <summary>The vectors of these things.</summary>
    /// <param name="indices">Their numbers, in any shape.</param>
    /// <returns>In the shape of the indices followed by [size].</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no thing of such a number.</exception>
    public Tensor<T> Apply(Tensor<int> indices) => Tensor.Gather(Table, indices.Given());

    /// <inheritdoc/>
    /// <param name="x">The numbers of the things, rounded towards zero.</param>
    public override Tensor<T> Apply(Tensor<T> x) => Apply(Tensor.Cast<T, int>(x));
}
