using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>
/// Steps along the gradient divided by the root of the mean of its squares, times that of the squares of the steps so far (Zeiler, "ADADELTA: An adaptive learning rate method", 2012), so that a
/// learning rate of 1 is the method of the paper. Epsilon is added to what is under both roots, as there: the first step comes from it.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">What a step is multiplied by.</param>
/// <param name="rho">How much of the means of the squares is kept; 0 to below 1.</param>
/// <param name="epsilon">Added to these means; without it, there is no first step.</param>
public sealed class Adadelta<T>(LearningRate learningRate, double rho = 0.95, double epsilon = 1e-7) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _epsilon = Epsilon(epsilon), _rho = Settings.BelowOne(rho);

    private protected override string[] StateNames => ["squares", "steps"];

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        (TNumber[] squares, TNumber[] steps) = (states[0], states[1]);
        TNumber kept = TNumber.CreateChecked(_rho), added = TNumber.One - kept, small = TNumber.CreateChecked(_epsilon);
        for (int i = 0; i < elements.Length; i++)
        {
            TNumber g = gradient[i];
            squares[i] = (kept * squares[i]) + (added * g * g);
            TNumber step = g == TNumber.Zero ? TNumber.Zero : TNumber.Sqrt(steps[i] + small) / TNumber.Sqrt(squares[i] + small) * g; // without epsilon, no 0 / 0
            steps[i] = (kept * steps[i]) + (added * step * step);
            elements[i] -= rate * step;
        }
    }
}
