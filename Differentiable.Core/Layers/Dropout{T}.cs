using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// While it is trained, sets elements to zero by chance and scales the others so that the expected sum stays the same; else it is the identity
/// (Srivastava et al., "Dropout: A simple way to prevent neural networks from overfitting", 2014).
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class Dropout<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _rate;
    private readonly Random _random;

    /// <summary>A layer.</summary>
    /// <param name="rate">How likely an element is set to zero; from 0 to below 1.</param>
    /// <param name="random">Where the choice comes from.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, 1 or more, or NaN.</exception>
    public Dropout(double rate, Random? random = null) => (_rate, _random) = (Settings.BelowOne(rate), random ?? Random.Shared);

    /// <inheritdoc/>
    public override Tensor<T> Apply(Tensor<T> x)
    {
        x = x.Given();
        if (!IsTraining || _rate == 0)
            return x;
        T scale = T.CreateChecked(1 / (1 - _rate));
        return x * Tensor.Draw(x.Shape, _random, random => random.NextDouble() < _rate ? T.Zero : scale);
    }
}
