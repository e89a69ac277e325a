using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Losses of probabilities that are given by logits: their logarithms but for a summand.</content>
public static partial class Tensor
{
    /// <summary>
    /// <c>-Sum(labels * LogSoftMax(logits))</c> along the last axis: how surprising a class is on average to who expects it with the probabilities
    /// <c>SoftMax(logits)</c>. A class with the probability 0 does not count, even if its logit is minus infinity.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="logits">In the shape [..., classes].</param>
    /// <param name="labels">The probabilities of the classes, in the same shape.</param>
    /// <returns>In the shape [...].</returns>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The logits have no axis.</exception>
    public static Tensor<T> SoftMaxCrossEntropy<T>(Tensor<T> logits, Tensor<T> labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(nameof(SoftMaxCrossEntropy), nameof(logits), logits.Given().Shape, nameof(labels), labels.Given().Shape);
        return -Sum(ProductOrZero(LogSoftMax(logits), labels), [-1]);
    }

    /// <summary><c>-LogSoftMax(logits)</c> of the right class along the last axis.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="logits">In the shape [..., classes].</param>
    /// <param name="classes">The right classes, from 0, in the shape [...].</param>
    /// <returns>In the shape [...].</returns>
    /// <exception cref="ShapeMismatchException">There are not as many right classes as rows of logits.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class, or the logits have no axis.</exception>
    public static Tensor<T> SparseSoftMaxCrossEntropy<T>(Tensor<T> logits, Tensor<int> classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<int> places = PlacesOf(logits.Given().Shape, classes.Given());
        return -Gather(Reshape(LogSoftMax(logits), -1), places);
    }

    /// <summary>Where the logits of the right classes are, counted in row-major order.</summary>
    internal static Tensor<int> PlacesOf(Shape logits, Tensor<int> classes)
    {
        int last = logits.AxisAt(-1, nameof(logits)), count = logits[last];
        Shape rows = Reduction.Without(logits, [last]);
        if (!rows.Equals(classes.Shape))
            throw new ShapeMismatchException($"{nameof(SparseSoftMaxCrossEntropy)}: logits of shape {logits} need classes of shape {rows}, not {classes.Shape}.");
        int[] places = classes.ToArray();
        AxisParts.RequireIndices(nameof(SparseSoftMaxCrossEntropy), places, logits, last, nameof(classes));
        for (int i = 0; i < places.Length; i++)
            places[i] += i * count;
        return From(places, rows);
    }

    /// <summary>
    /// <c>-labels * Log(Sigmoid(logits)) - (1 - labels) * Log(1 - Sigmoid(logits))</c>, element by element and without overflow: the cross entropy of classes that
    /// do not exclude each other.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="logits">The logits.</param>
    /// <param name="labels">The probabilities, in the same shape.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    public static Tensor<T> SigmoidCrossEntropy<T>(Tensor<T> logits, Tensor<T> labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireSameShape(nameof(SigmoidCrossEntropy), nameof(logits), logits.Given().Shape, nameof(labels), labels.Given().Shape);
        (logits, labels) = (logits.Now(), labels.Now());
        return Recorder.Binary(
            nameof(SigmoidCrossEntropy),
            Elementwise.Combine(logits, labels, Losses<T>.SigmoidCrossEntropy),
            logits,
            labels,
            (logits, labels),
            static (dy, kept) => TensorPullbacks.SigmoidCrossEntropyLogits(dy, kept.logits, kept.labels),
            logits,
            TensorPullbacks.SigmoidCrossEntropyLabels);
    }

    /// <summary>The product, and 0 where the factor is 0, whatever the element is: <c>tf.math.multiply_no_nan</c>.</summary>
    internal static Tensor<T> ProductOrZero<T>(Tensor<T> x, Tensor<T> factor)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary.OfOther(
            x, factor, Losses<T>.SoftMaxCrossEntropy, static (dy, factor) => ProductOrZero(dy, factor), static (dy, x) => ProductOrZero(x, dy));
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.SoftMaxCrossEntropy"/> to the logits.</summary>
    [PullbackOf(nameof(Tensor.SoftMaxCrossEntropy), "logits")]
    public static Tensor<T> SoftMaxCrossEntropyLogits<T>(Tensor<T> dy, Tensor<T> logits, Tensor<T> labels)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        LogSoftMax(Tensor.ProductOrZero(Sum(-dy, logits.Shape, [-1], keepDimensions: false), labels), Tensor.LogSoftMax(logits), -1);

    /// <summary>The pullback of <see cref="Tensor.SoftMaxCrossEntropy"/> to the labels.</summary>
    [PullbackOf(nameof(Tensor.SoftMaxCrossEntropy), "labels")]
    public static Tensor<T> SoftMaxCrossEntropyLabels<T>(Tensor<T> dy, Tensor<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.ProductOrZero(Tensor.LogSoftMax(logits), Sum(-dy, logits.Shape, [-1], keepDimensions: false));

    /// <summary>The pullback of <see cref="Tensor.SparseSoftMaxCrossEntropy"/>.</summary>
    [PullbackOf(nameof(Tensor.SparseSoftMaxCrossEntropy), "logits")]
    public static Tensor<T> SparseSoftMaxCrossEntropy<T>(Tensor<T> dy, Tensor<T> logits, Tensor<int> classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> dLogarithms = Gather(-dy, [logits.FlattenedLength], Tensor.PlacesOf(logits.Shape, classes), axis: 0);
        return LogSoftMax(Reshape(dLogarithms, logits.Shape), Tensor.LogSoftMax(logits), -1);
    }

    /// <summary>The pullback of <see cref="Tensor.SigmoidCrossEntropy"/> to the logits.</summary>
    [PullbackOf(nameof(Tensor.SigmoidCrossEntropy), "logits")]
    public static Tensor<T> SigmoidCrossEntropyLogits<T>(Tensor<T> dy, Tensor<T> logits, Tensor<T> labels)
        where T : unmanaged, IFloatingPointIeee754<T> => dy * (((T.One - labels) * Tensor.Sigmoid(logits)) - (labels * Tensor.Sigmoid(-logits)));

    /// <summary>The pullback of <see cref="Tensor.SigmoidCrossEntropy"/> to the labels.</summary>
    [PullbackOf(nameof(Tensor.SigmoidCrossEntropy), "labels")]
    public static Tensor<T> SigmoidCrossEntropyLabels<T>(Tensor<T> dy, Tensor<T> logits)
        where T : unmanaged, IFloatingPointIeee754<T> => -dy * logits;
}
