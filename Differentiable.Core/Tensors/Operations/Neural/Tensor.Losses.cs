using System.Numerics;
using Differentiable.Runtime;

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
        where T : unmanaged, IFloatingPointIeee754<T> => IsOfHalves<T>()
            ? Narrowed<T>(MeanSquaredError(Widened(predictions.Given()), Widened(targets.Given())))
            : Average(Square(Errors(nameof(MeanSquaredError), predictions, targets)));

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
        RequireSameShape(operation, "predictions", predictions.Given().Shape, "targets", targets.Given().Shape);
        return predictions - targets;
    }

    private static void RequireSameShape(string operation, string leftName, Shape left, string rightName, Shape right)
    {
        if (!left.Equals(right))
            throw new ShapeMismatchException($"{operation}: the {leftName} have the shape {left}, the {rightName} {right}. They have to be the same.");
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.MeanSquaredError"/> to the predictions.</summary>
    [PullbackOf(nameof(Tensor.MeanSquaredError), "predictions")]
    public static Tensor<T> MeanSquaredErrorPredictions<T>(Tensor<T> dy, Tensor<T> predictions, Tensor<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.IsOfHalves<T>()
            ? Tensor.Narrowed<T>(MeanSquaredErrorPredictions(Tensor.Widened(dy), Tensor.Widened(predictions), Tensor.Widened(targets)))
            : Square(Average(dy, predictions.Shape), predictions - targets);

    /// <summary>The pullback of <see cref="Tensor.MeanSquaredError"/> to the targets.</summary>
    [PullbackOf(nameof(Tensor.MeanSquaredError), "targets")]
    public static Tensor<T> MeanSquaredErrorTargets<T>(Tensor<T> dy, Tensor<T> predictions, Tensor<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => SubtractRight(MeanSquaredErrorPredictions(dy, predictions, targets));

    /// <summary>The pullback of <see cref="Tensor.MeanAbsoluteError"/> to the predictions.</summary>
    [PullbackOf(nameof(Tensor.MeanAbsoluteError), "predictions")]
    public static Tensor<T> MeanAbsoluteErrorPredictions<T>(Tensor<T> dy, Tensor<T> predictions, Tensor<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => Abs(Average(dy, predictions.Shape), predictions - targets);

    /// <summary>The pullback of <see cref="Tensor.MeanAbsoluteError"/> to the targets.</summary>
    [PullbackOf(nameof(Tensor.MeanAbsoluteError), "targets")]
    public static Tensor<T> MeanAbsoluteErrorTargets<T>(Tensor<T> dy, Tensor<T> predictions, Tensor<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => SubtractRight(MeanAbsoluteErrorPredictions(dy, predictions, targets));

    /// <summary>The pullback of <see cref="Tensor.HuberLoss"/> to the predictions: the derivative for a difference is the difference up to delta, and no more beyond.</summary>
    [PullbackOf(nameof(Tensor.HuberLoss), "predictions")]
    public static Tensor<T> HuberLossPredictions<T>(Tensor<T> dy, Tensor<T> predictions, Tensor<T> targets, T? delta)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T bound = delta ?? T.One;
        return Average(dy, predictions.Shape) * Tensor.Clamp(predictions - targets, -bound, bound);
    }

    /// <summary>The pullback of <see cref="Tensor.HuberLoss"/> to the targets.</summary>
    [PullbackOf(nameof(Tensor.HuberLoss), "targets")]
    public static Tensor<T> HuberLossTargets<T>(Tensor<T> dy, Tensor<T> predictions, Tensor<T> targets, T? delta)
        where T : unmanaged, IFloatingPointIeee754<T> => SubtractRight(HuberLossPredictions(dy, predictions, targets, delta));
}
