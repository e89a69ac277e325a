using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>
/// Shifts and scales each feature, the last axis, to mean 0 and variance 1, then by weights that are trained (Ioffe and Szegedy, "Batch normalization", 2015):
/// <c>gamma · (x - mean) / √(variance + epsilon) + beta</c>. While it is trained, mean and variance are those of all else in the batch, and are averaged over batches; else they are these averages.
/// It learns how many features there are from the first input. Of <see cref="Half"/>, it is computed in single precision; the averages are halves.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class BatchNorm<T> : Module<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _momentum;
    private readonly double _epsilon;
    private Variable<T>? _gamma, _beta, _mean, _variance;

    /// <summary>A layer.</summary>
    /// <param name="momentum">How much of the averages over batches each batch leaves; from 0 to 1.</param>
    /// <param name="epsilon">Added to the variance, against division by zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The momentum is not from 0 to 1, or epsilon is negative or NaN.</exception>
    public BatchNorm(double momentum = 0.99, double epsilon = 1e-3) =>
        (_momentum, _epsilon) = (T.CreateChecked(Settings.UpToOne(momentum)), Settings.Epsilon<T>(epsilon));

    /// <inheritdoc/>
    /// <param name="x">At least two axes.</param>
    /// <returns>In the shape of the input.</returns>
    /// <exception cref="ArgumentException">The input has fewer axes, or, while it is trained, no elements or a variance beyond <see cref="Half"/>.</exception>
    /// <exception cref="ShapeMismatchException">The input has other features than the first one.</exception>
    public override Tensor<T> Apply(Tensor<T> x)
    {
        if (x.Given().Rank < 2 || (IsTraining && x.FlattenedLength == 0))
            throw new ArgumentException($"The input of a BatchNorm is [batch, ..., features], and not empty while it is trained; its shape is {x.Shape}.", nameof(x));
        Build([x.Shape[x.Rank - 1]]);
        if (!IsTraining)
            return Normalization.With(_mean!, _variance!, x, _gamma!, _beta!, _epsilon);
        Tensor<T> y = Normalization.OfBatch(x, _gamma!, _beta!, _epsilon, out Tensor<T> mean, out Tensor<T> variance);
        if (!Gradient.IsRecomputing)
        {
            Include(_mean!, mean);
            Include(_variance!, Bounded(variance));
        }
        return y;
    }

    /// <summary>Averages are no part of what is differentiated.</summary>
    private void Include(Variable<T> average, Tensor<T> ofBatch) => average.AssignAdd((T.One - _momentum) * (Tensor.StopGradient(ofBatch) - average));

    /// <summary>A variance that the type cannot hold, from <see cref="Half"/>'s standard deviation of 256 on, would make zeros of all that comes later.</summary>
    /// <exception cref="ArgumentException">There is one, though the input is finite.</exception>
    private static Tensor<T> Bounded(Tensor<T> variance) => typeof(T) == typeof(Half) && variance.ToArray().Any(T.IsPositiveInfinity)
        ? throw new ArgumentException("The input of a BatchNorm<Half> has a feature with a variance that no Half can hold, so that its average over batches is lost. Scale the input down, or use a BatchNorm<float> between Tensor.Cast<Half, float> and Tensor.Cast<float, Half>.", "x")
        : variance;

    private void Build(Shape features)
    {
        _gamma ??= Add("gamma", Tensor.Ones<T>(features));
        _beta ??= Add("beta", Tensor.Zeros<T>(features));
        _mean ??= Add("mean", Tensor.Zeros<T>(features), isTrainable: false);
        _variance ??= Add("variance", Tensor.Ones<T>(features), isTrainable: false);
    }
}
