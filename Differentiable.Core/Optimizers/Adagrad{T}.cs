using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>
/// Steps that are divided by the root of the sum of the squares of all gradients that there were (Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic optimization",
/// 2011). Epsilon is added to the root; TensorFlow adds it to what is under the root.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="initialSum">What the sum of the squares starts from; not negative.</param>
/// <param name="epsilon">Added to its root, against division by zero.</param>
public sealed class Adagrad<T>(LearningRate learningRate, double initialSum = 0.1, double epsilon = 1e-7) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _epsilon = Epsilon(epsilon), _initialSum = Settings.Rate(initialSum);

    private protected override string[] StateNames => ["squares"];

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        TNumber[] squares = states[0];
        TNumber initial = TNumber.CreateChecked(_initialSum), small = TNumber.CreateChecked(_epsilon);
        for (int i = 0; i < elements.Length; i++)
        {
            squares[i] += gradient[i] * gradient[i];
            elements[i] -= rate * gradient[i] / (TNumber.Sqrt(initial + squares[i]) + small);
        }
    }
}
