using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>
/// Adam with the greatest absolute gradient, which fades, in the place of the root of the mean of squares (Kingma and Ba, "Adam: A method for stochastic optimization", 2015, section 7).
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="beta1">How much of the mean of the gradients is kept; 0 to below 1.</param>
/// <param name="beta2">How much of the greatest one is kept; 0 to below 1.</param>
/// <param name="epsilon">Added to the latter, against division by zero.</param>
public sealed class Adamax<T>(LearningRate learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _epsilon = Epsilon(epsilon), _beta1 = Settings.BelowOne(beta1), _beta2 = Settings.BelowOne(beta2);

    private protected override string[] StateNames => ["means", "greatest"];

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        (TNumber[] means, TNumber[] greatest) = (states[0], states[1]);
        TNumber ofMean = TNumber.CreateChecked(_beta1), ofGreatest = TNumber.CreateChecked(_beta2), small = TNumber.CreateChecked(_epsilon), scale = ScaleOfMean(ofMean);
        for (int i = 0; i < elements.Length; i++)
        {
            TNumber g = gradient[i];
            means[i] = (ofMean * means[i]) + ((TNumber.One - ofMean) * g);
            greatest[i] = TNumber.Max(ofGreatest * greatest[i], TNumber.Abs(g));
            elements[i] -= rate * means[i] * scale / (greatest[i] + small);
        }
    }
}
