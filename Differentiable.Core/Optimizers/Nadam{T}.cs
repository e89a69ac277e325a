using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>
/// Adam with the momentum of Nesterov: the gradient is counted as if the next step's part of the mean had been made (Dozat, "Incorporating Nesterov momentum into Adam", 2016). Of the mean, step t keeps
/// <c>beta1 · (1 - 0.5 · 0.96^t)</c>, as there.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="beta1">How much of the mean of the gradients is kept in the end; 0 to below 1.</param>
/// <param name="beta2">How much of the mean of their squares is kept; 0 to below 1.</param>
/// <param name="epsilon">Added to the root of the latter, against division by zero.</param>
public sealed class Nadam<T>(LearningRate learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _epsilon = Epsilon(epsilon), _beta1 = Settings.BelowOne(beta1), _beta2 = Settings.BelowOne(beta2);
    private (long Steps, double Product) _kept = (0, 1);

    private protected override string[] StateNames => ["means", "squares"];

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        (TNumber[] means, TNumber[] squares) = (states[0], states[1]);
        TNumber ofMean = TNumber.CreateChecked(_beta1), ofSquare = TNumber.CreateChecked(_beta2), small = TNumber.CreateChecked(_epsilon);
        TNumber scaleOfSquares = ScaleOfMean(ofSquare);
        (TNumber ofMeans, TNumber ofGradient) = Weights<TNumber>();
        for (int i = 0; i < elements.Length; i++)
        {
            TNumber g = gradient[i];
            means[i] = (ofMean * means[i]) + ((TNumber.One - ofMean) * g);
            squares[i] = (ofSquare * squares[i]) + ((TNumber.One - ofSquare) * g * g);
            elements[i] -= rate * ((ofMeans * means[i]) + (ofGradient * g)) / (TNumber.Sqrt(squares[i] * scaleOfSquares) + small);
        }
    }

    /// <summary>What the mean and the gradient are multiplied by: what this step and the next keep, divided by what makes weights add up to 1.</summary>
    private (TNumber OfMeans, TNumber OfGradient) Weights<TNumber>()
        where TNumber : unmanaged, IFloatingPointIeee754<TNumber>
    {
        double product = KeptSoFar(), next = Kept(Steps + 1);
        return (TNumber.CreateChecked(next / (1 - (product * next))), TNumber.CreateChecked((1 - Kept(Steps)) / (1 - product)));
    }

    private double Kept(long step) => _beta1 * (1 - (0.5 * Math.Pow(0.96, step)));

    /// <summary>The product over all steps up to this one; of an optimizer that was loaded, all of them are gone through again.</summary>
    private double KeptSoFar()
    {
        if (_kept.Steps > Steps)
            _kept = (0, 1);
        while (_kept.Steps < Steps)
            _kept = (_kept.Steps + 1, _kept.Product * Kept(_kept.Steps + 1));
        return _kept.Product;
    }
}
