using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// Shifts and scales groups of features to mean 0 and variance 1, over all places of a row of the batch, then each feature by weights that are trained (Wu and He, "Group normalization", 2018):
/// <c>gamma · (x - mean) / √(variance + epsilon) + beta</c>. As many groups as features normalize each by itself (instance normalization); one group, all of them together. It learns how many features
/// there are from the first input. Of <see cref="Half"/>, it is computed in single precision.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="groups">Into how many groups the features, the last axis, are divided, in their order.</param>
/// <param name="epsilon">Added to the variance, against division by zero.</param>
public sealed class GroupNorm<T>(int groups = 32, double epsilon = 1e-3) : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _groups = Settings.Positive(groups);
    private readonly double _epsilon = Settings.Epsilon<T>(epsilon);
    private Variable<T>? _gamma, _beta;

    /// <inheritdoc/>
    /// <param name="x">In the shape [batch, ..., features].</param>
    /// <returns>In the shape of the input.</returns>
    /// <exception cref="ShapeMismatchException">The input has other features than the first one, or ones that the groups do not divide, or fewer than two axes.</exception>
    public override Tensor<T> Apply(Tensor<T> x)
    {
        if (x.Given().Rank < 2 || x.Shape[^1] % _groups != 0 || (_gamma is not null && x.Shape[^1] != _gamma.Shape[0]))
            throw new ShapeMismatchException($"The input of a GroupNorm is [batch, ..., features], with {(_gamma is null ? $"features that {_groups} groups divide" : $"{_gamma.Shape[0]} features")}; its shape is {x.Shape}.");
        _gamma ??= Add("gamma", Tensor.Ones<T>([x.Shape[x.Rank - 1]]));
        _beta ??= Add("beta", Tensor.Zeros<T>([x.Shape[x.Rank - 1]]));
        return Normalization.OfGroups(x, _groups, _gamma, _beta, _epsilon);
    }
}
