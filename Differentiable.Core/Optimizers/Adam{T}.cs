using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>
/// Steps of a size that adapts to each element (Kingma and Ba, "Adam: A method for stochastic optimization", 2015), with decoupled weight decay if asked for, which
/// makes it AdamW (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019), and with steps that the mean of the squares can only make smaller, which makes it AMSGrad (Reddi, Kale and
/// Kumar, "On the convergence of Adam and beyond", 2018). Epsilon is added to the root of the mean of squares that is corrected for its start at zero, as in the paper and in PyTorch;
/// TensorFlow adds it before the correction, so that its steps are shorter at first: its epsilon is this one times <c>√(1 - beta2^step)</c>.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="beta1">How much of the mean of the gradients is kept; 0 to below 1.</param>
/// <param name="beta2">How much of the mean of their squares is kept; 0 to below 1.</param>
/// <param name="epsilon">Added to the root of the latter, against division by zero.</param>
/// <param name="weightDecay">By how much of itself, times the rate, an element shrinks at each step; not negative.</param>
/// <param name="amsgrad">Is the greatest mean of squares that there was taken, in place of the last one?</param>
public class Adam<T>(LearningRate learningRate, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, double weightDecay = 0, bool amsgrad = false) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _epsilon = Epsilon(epsilon), _beta1 = Settings.BelowOne(beta1), _beta2 = Settings.BelowOne(beta2), _weightDecay = Settings.Rate(weightDecay);

    private protected override string[] StateNames => amsgrad ? ["means", "squares", "greatest"] : ["means", "squares"];

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        (TNumber[] means, TNumber[] squares, TNumber[] divisors) = (states[0], states[1], states[^1]);
        TNumber ofMean = TNumber.CreateChecked(_beta1), ofSquare = TNumber.CreateChecked(_beta2), small = TNumber.CreateChecked(_epsilon), decay = TNumber.CreateChecked(_weightDecay);
        TNumber scale = ScaleOfMean(ofMean), scaleOfSquares = ScaleOfMean(ofSquare);
        for (int i = 0; i < elements.Length; i++)
        {
            TNumber g = gradient[i];
            means[i] = (ofMean * means[i]) + ((TNumber.One - ofMean) * g);
            squares[i] = (ofSquare * squares[i]) + ((TNumber.One - ofSquare) * g * g);
            divisors[i] = amsgrad ? TNumber.Max(divisors[i], squares[i]) : squares[i];
            elements[i] -= rate * ((means[i] * scale / (TNumber.Sqrt(divisors[i] * scaleOfSquares) + small)) + (decay * elements[i]));
        }
    }
}

/// <summary>Adam with decoupled weight decay.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="weightDecay">By how much of itself, times the rate, an element shrinks at each step; not negative.</param>
/// <param name="beta1">How much of the mean of the gradients is kept; 0 to below 1.</param>
/// <param name="beta2">How much of the mean of their squares is kept; 0 to below 1.</param>
/// <param name="epsilon">Added to the root of the latter, against division by zero.</param>
/// <param name="amsgrad">Is the greatest mean of squares that there was taken, in place of the last one?</param>
public sealed class AdamW<T>(LearningRate learningRate, double weightDecay = 0.01, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-8, bool amsgrad = false)
    : Adam<T>(learningRate, beta1, beta2, epsilon, weightDecay, amsgrad)
    where T : unmanaged, IFloatingPointIeee754<T>;
