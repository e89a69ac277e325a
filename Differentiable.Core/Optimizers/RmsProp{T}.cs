using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Optimizers;

/// <summary>Steps that are divided by the root of the mean of the gradients' squares (Tieleman and Hinton, lecture 6.5 of "Neural networks for machine learning", 2012).</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="learningRate">How far a step goes.</param>
/// <param name="rho">How much of the mean of the squares is kept; 0 to below 1.</param>
/// <param name="epsilon">Added to its root, against division by zero.</param>
public sealed class RmsProp<T>(LearningRate learningRate, double rho = 0.9, double epsilon = 1e-7) : Optimizer<T>(learningRate)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double _epsilon = Epsilon(epsilon), _rho = Settings.BelowOne(rho);

    private protected override string[] StateNames => ["squares"];

    private protected override void Step<TNumber>(Span<TNumber> elements, ReadOnlySpan<TNumber> gradient, TNumber rate, TNumber[][] states)
    {
        TNumber[] squares = states[0];
        TNumber kept = TNumber.CreateChecked(_rho), small = TNumber.CreateChecked(_epsilon);
        for (int i = 0; i < elements.Length; i++)
        {
            squares[i] = (kept * squares[i]) + ((TNumber.One - kept) * gradient[i] * gradient[i]);
            elements[i] -= rate * gradient[i] / (TNumber.Sqrt(squares[i]) + small);
        }
    }
}
