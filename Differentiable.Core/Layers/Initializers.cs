using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>First values of parameters.</summary>
public static class Initializers
{
    /// <summary>
    /// Uniform between ±√(6 / (inputs + outputs)) (Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010).
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="shape">The shape: the last two axes are inputs and outputs; axes before are places of a filter, which count for both.</param>
    /// <param name="random">Where the numbers come from.</param>
    public static Tensor<T> GlorotUniform<T>(Shape shape, Random random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(random);
        int places = shape.Take(shape.Rank - 2).Aggregate(1, (product, length) => product * length);
        double bound = Math.Sqrt(6.0 / (places * (shape[shape.Rank - 2] + shape[shape.Rank - 1])));
        return Tensor.Uniform(shape, random, T.CreateChecked(-bound), T.CreateChecked(bound), isFirstValue: true);
    }
}
