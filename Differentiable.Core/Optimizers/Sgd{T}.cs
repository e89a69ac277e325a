using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>
/// Steps against the gradient, with momentum if asked for: <c>v = momentum · v - rate · g; x += v</c>, and with Nesterov's, <c>x += momentum · v - rate · g</c>
/// (Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013).
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="momentum">How much of the last step is in the next; 0 to below 1.</param>
/// <param name="nesterov">Is the gradient counted as if the momentum's part of the step had been made?</param>
public sealed class Sgd<T>(LearningRate learningRate, double momentum = 0, bool nesterov = false) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _momentum = Settings.BelowOne(momentum);

    private protected override string[] StateNames => _momentum == 0 ? [] : ["velocities"];

    private protected override bool LeavesZerosAlone => _momentum == 0;

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        if (_momentum == 0)
        {
            System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(gradient, -rate, elements, elements);
            return;
        }
        TNumber[] velocities = states[0];
        TNumber kept = TNumber.CreateChecked(_momentum);
        for (int i = 0; i < elements.Length; i++)
        {
            TNumber push = -rate * gradient[i];
            velocities[i] = (kept * velocities[i]) + push;
            elements[i] += nesterov ? (kept * velocities[i]) + push : velocities[i];
        }
    }
}
