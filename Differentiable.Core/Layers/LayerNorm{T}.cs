using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// Shifts and scales the last axis to mean 0 and variance 1, then by weights that are trained (Ba, Kiros and Hinton, "Layer normalization", 2016):
/// <c>gamma · (x - mean) / √(variance + epsilon) + beta</c>. It learns the size of its input from the first one.
/// Of <see cref="Half"/>, it is computed in single precision.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="epsilon">Added to the variance, against division by zero.</param>
public sealed class LayerNorm<T>(double epsilon = 1e-5) : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _epsilon = Settings.Epsilon<T>(epsilon);
    private Variable<T>? _gamma, _beta;

    /// <inheritdoc/>
    /// <param name="x">Any number of axes, at least one.</param>
    /// <returns>In the shape of the input.</returns>
    public override Tensor<T> Apply(Tensor<T> x)
    {
        Shape features = [x.Given().Shape[x.Rank - 1]];
        _gamma ??= Add("gamma", Tensor.Ones<T>(features));
        _beta ??= Add("beta", Tensor.Zeros<T>(features));
        return Normalization.OfLastAxis(x, _gamma, _beta, _epsilon);
    }
}
