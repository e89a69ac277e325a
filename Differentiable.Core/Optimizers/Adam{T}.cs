using System.Numerics;

namespace Differentiable.Optimizers;

/// <summary>
/// Steps of a size that adapts to each element (Kingma and Ba, "Adam: A method for stochastic optimization", 2015), with decoupled weight decay if asked for, which
/// makes it AdamW (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019).
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="beta1">How much of the mean of the gradients is kept.</param>
/// <param name="beta2">How much of the mean of their squares is kept.</param>
/// <param name="epsilon">Added to the root of the latter, against division by zero. The default is too small for <see cref="Half"/>.</param>
/// <param name="weightDecay">By how much of itself, times the rate, an element shrinks at each step.</param>
public class Adam<T>(LearningRate learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T _beta1 = T.CreateChecked(beta1), _beta2 = T.CreateChecked(beta2), _epsilon = Positive(epsilon), _decay = T.CreateChecked(weightDecay);

    private protected override int StatesPerElement => 2;

    private protected override void Step(Span<T> elements, ReadOnlySpan<T> gradient, T rate, T[][] states)
    {
        (T[] means, T[] squares) = (states[0], states[1]);
        T scale = T.CreateChecked(1 / (1 - Math.Pow(beta1, Steps))), scaleOfSquares = T.CreateChecked(1 / (1 - Math.Pow(beta2, Steps)));
        for (int i = 0; i < elements.Length; i++)
        {
            T g = gradient[i];
            means[i] = (_beta1 * means[i]) + ((T.One - _beta1) * g);
            squares[i] = (_beta2 * squares[i]) + ((T.One - _beta2) * g * g);
            elements[i] -= rate * ((means[i] * scale / (T.Sqrt(squares[i] * scaleOfSquares) + _epsilon)) + (_decay * elements[i]));
        }
    }
}

/// <summary>Adam with decoupled weight decay.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="weightDecay">By how much of itself, times the rate, an element shrinks at each step.</param>
public sealed class AdamW<T>(LearningRate learningRate, double weightDecay = 0.01) : Adam<T>(learningRate, weightDecay: weightDecay)
    where T : unmanaged, IFloatingPointIeee754<T>;
