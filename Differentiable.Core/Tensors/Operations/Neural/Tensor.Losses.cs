using System.Numerics;

namespace Differentiable.Tensors;

/// <content>How far predictions are from what they should be. They have to have the same shape: nothing is broadcast.</content>
public static partial class Tensor
{
    /// <summary>The average of the squared differences; of no elements, NaN.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="predictions">What was found.</param>
    /// <param name="targets">What it should be; in the same shape.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    public static Tensor<T> MeanSquaredError<T>(Tensor<T> predictions, Tensor<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => Average(Square(Errors(nameof(MeanSquaredError), predictions, targets)));

    /// <summary>The average of the absolute differences; of no elements, NaN. The derivative is 0 where there is no difference.</summary>
    /// <inheritdoc cref="MeanSquaredError"/>
    public static Tensor<T> MeanAbsoluteError<T>(Tensor<T> predictions, Tensor<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => Average(Abs(Errors(nameof(MeanAbsoluteError), predictions, targets)));

    /// <summary>
    /// The average of <c>e²/2</c> for differences e up to delta and of <c>delta (|e| - delta/2)</c> beyond (Huber, "Robust estimation of a location parameter",
    /// 1964); of no elements, NaN.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="predictions">What was found.</param>
    /// <param name="targets">What it should be; in the same shape.</param>
    /// <param name="delta">From where on the loss grows linearly; by default 1.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Delta is not positive.</exception>
    public static Tensor<T> HuberLoss<T>(Tensor<T> predictions, Tensor<T> targets, T? delta = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T bound = delta ?? T.One;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound, nameof(delta));
        Tensor<T> errors = Errors(nameof(HuberLoss), predictions, targets), clamped = Clamp(errors, -bound, bound);
        return Average(clamped * (errors - (T.CreateChecked(0.5) * clamped)));
    }

    private static Tensor<T> Errors<T>(string operation, Tensor<T> predictions, Tensor<T> targets)
        where T : unmanaged, INumberBase<T>
    {
        RequireSameShape(operation, "predictions", predictions.Shape, "targets", targets.Shape);
        return predictions - targets;
    }

    private static void RequireSameShape(string operation, string leftName, Shape left, string rightName, Shape right)
    {
        if (!left.Equals(right))
            throw new ShapeMismatchException($"{operation}: the {leftName} have the shape {left}, the {rightName} {right}. They have to be the same.");
    }
}
