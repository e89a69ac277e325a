using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>
/// Follows the leader, with penalties that make weights that matter little 0 (McMahan et al., "Ad click prediction: a view from the trenches", 2013). With n the sum of the squares of all gradients
/// so far and z that of what each step adds to the linear term, <c>z += g + 2 · l2Shrinkage · x - (n^power - n'^power) / rate · x</c>, where n' is n before the step, a weight is
/// <c>(Clamp(z, -l1, l1) - z) / ((beta + n^power) / rate + 2 · l2)</c>. A rate of 0 changes nothing.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="power">By which power of the sum of squares steps become shorter; the opposite of Keras's.</param>
/// <param name="initialSum">What the sum of the squares starts from; not negative.</param>
/// <param name="l1">The weight of the sum of absolute values in the penalty; not negative.</param>
/// <param name="l2">The weight of the sum of squares in the penalty; not negative.</param>
/// <param name="l2Shrinkage">The weight of the sum of squares in what is to become small; not negative.</param>
/// <param name="beta">Added to the power of the sum, so that first steps are shorter; not negative.</param>
public sealed class Ftrl<T>(LearningRate learningRate, double power = 0.5, double initialSum = 0.1, double l1 = 0, double l2 = 0, double l2Shrinkage = 0, double beta = 0) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _power = Settings.Rate(power), _initialSum = Settings.Rate(initialSum), _l1 = Settings.Rate(l1), _l2 = Settings.Rate(l2), _l2Shrinkage = Settings.Rate(l2Shrinkage), _beta = Settings.Rate(beta);

    private protected override string[] StateNames => ["squares", "linear"];

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        if (rate == TNumber.Zero)
            return;
        (TNumber[] squares, TNumber[] linear) = (states[0], states[1]);
        TNumber exponent = TNumber.CreateChecked(_power), initial = TNumber.CreateChecked(_initialSum), bound = TNumber.CreateChecked(_l1);
        TNumber shrinkage = TNumber.CreateChecked(2 * _l2Shrinkage), ofSquares = TNumber.CreateChecked(2 * _l2), atFirst = TNumber.CreateChecked(_beta);
        for (int i = 0; i < elements.Length; i++)
        {
            TNumber before = TNumber.Pow(initial + squares[i], exponent);
            squares[i] += gradient[i] * gradient[i];
            TNumber after = TNumber.Pow(initial + squares[i], exponent);
            linear[i] += gradient[i] + (shrinkage * elements[i]) - ((after - before) / rate * elements[i]);
            TNumber curvature = ((atFirst + after) / rate) + ofSquares;
            if (curvature > TNumber.Zero)
                elements[i] = (TNumber.Clamp(linear[i], -bound, bound) - linear[i]) / curvature;
        }
    }
}
