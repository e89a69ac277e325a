using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>Data in parts, for one step of training each.</summary>
public static class Batches
{
    /// <summary>The rows of inputs with those of their targets, a number of them at a time, each once.</summary>
    /// <typeparam name="TInput">The type of the inputs' elements.</typeparam>
    /// <typeparam name="TTarget">The type of the targets' elements.</typeparam>
    /// <param name="inputs">The inputs, along the first axis.</param>
    /// <param name="targets">Their targets, along the first axis.</param>
    /// <param name="size">How many rows a batch has; the last one has what is left.</param>
    /// <param name="shuffle">If given, the rows come in a random order, a new one at each call; else in theirs, and nothing is copied.</param>
    /// <returns>The batches.</returns>
    /// <exception cref="ShapeMismatchException">There are not as many targets as inputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
    public static IEnumerable<(Tensor<TInput> Inputs, Tensor<TTarget> Targets)> Of<TInput, TTarget>(
        Tensor<TInput> inputs, Tensor<TTarget> targets, int size, Random? shuffle = null)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged, INumberBase<TTarget>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        (inputs, targets) = (inputs.Given(), targets.Given());
        if (inputs.Rank == 0 || targets.Rank == 0 || inputs.Shape[0] != targets.Shape[0])
            throw new ShapeMismatchException($"Inputs of shape {inputs.Shape} and targets of shape {targets.Shape} have not the same number of rows along axis 0.");
        return shuffle is null ? InOrder(inputs, targets, size) : Shuffled(inputs, targets, size, shuffle);
    }

    private static IEnumerable<(Tensor<TInput> Inputs, Tensor<TTarget> Targets)> InOrder<TInput, TTarget>(Tensor<TInput> inputs, Tensor<TTarget> targets, int size)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        for (int start = 0; start < inputs.Shape[0]; start += size)
        {
            Range rows = start..Math.Min(start + size, inputs.Shape[0]);
            yield return (inputs[rows], targets[rows]);
        }
    }

    private static IEnumerable<(Tensor<TInput> Inputs, Tensor<TTarget> Targets)> Shuffled<TInput, TTarget>(
        Tensor<TInput> inputs, Tensor<TTarget> targets, int size, Random shuffle)
        where TInput : unmanaged, INumberBase<TInput>
        where TTarget : unmanaged, INumberBase<TTarget>
    {
        int[] order = [.. Enumerable.Range(0, inputs.Shape[0])];
        shuffle.Shuffle(order);
        foreach (int[] rows in order.Chunk(size))
            yield return (Tensor.Gather(inputs, rows), Tensor.Gather(targets, rows));
    }
}
