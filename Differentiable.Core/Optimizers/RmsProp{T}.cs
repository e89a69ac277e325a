using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>
/// Steps that are divided by the root of the mean of the gradients' squares (Tieleman and Hinton, lecture 6.5 of "Neural networks for machine learning", 2012), or by their standard deviation (Graves,
/// "Generating sequences with recurrent neural networks", 2013), with momentum if asked for: <c>m = momentum · m + rate · step; x -= m</c>. Epsilon is added to the root; TensorFlow adds it to what is
/// under the root.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="rho">How much of the mean of the squares is kept; 0 to below 1.</param>
/// <param name="epsilon">Added to its root, against division by zero.</param>
/// <param name="momentum">How much of the last step is in the next; 0 to below 1.</param>
/// <param name="centered">Is the square of the mean subtracted from the mean of the squares?</param>
public sealed class RmsProp<T>(LearningRate learningRate, double rho = 0.9, double epsilon = 1e-7, double momentum = 0, bool centered = false) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _epsilon = Epsilon(epsilon), _rho = Settings.BelowOne(rho), _momentum = Settings.BelowOne(momentum);

    private protected override string[] StateNames => (centered, _momentum == 0) switch
    {
        (false, true) => ["squares"],
        (false, false) => ["squares", "moments"],
        (true, true) => ["squares", "means"],
        (true, false) => ["squares", "means", "moments"],
    };

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        (TNumber[] squares, TNumber[]? means, TNumber[]? moments) = (states[0], centered ? states[1] : null, _momentum == 0 ? null : states[^1]);
        TNumber kept = TNumber.CreateChecked(_rho), added = TNumber.One - kept, small = TNumber.CreateChecked(_epsilon), ofLast = TNumber.CreateChecked(_momentum);
        for (int i = 0; i < elements.Length; i++)
        {
            TNumber g = gradient[i], square = squares[i] = (kept * squares[i]) + (added * g * g);
            if (means is not null)
            {
                means[i] = (kept * means[i]) + (added * g);
                square = TNumber.Max(square - (means[i] * means[i]), TNumber.Zero); // rounding may make it negative
            }
            TNumber step = rate * g / (TNumber.Sqrt(square) + small);
            elements[i] -= moments is null ? step : moments[i] = (ofLast * moments[i]) + step;
        }
    }
}
