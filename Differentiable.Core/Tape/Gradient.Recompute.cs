using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Functions of which nothing is kept.</content>
public static partial class Gradient
{
    /// <summary>
    /// Is a function of <see cref="Recompute{T}(Func{Tensor{T}, Tensor{T}})"/> being run once more on the way back? What a module changes for the next time, like the averages of
    /// a <c>BatchNorm</c>, it changes only where this is false, so that it does so once.
    /// </summary>
    public static bool IsRecomputing => RepeatableRun.Current is { IsAgain: true };

    /// <summary>A function that is run once more on the way back, so that nothing that it computes in between is kept until then.</summary>
    /// <remarks>
    /// The second run has to compute the same. Asking for the gradient throws <see cref="InvalidOperationException"/> if a variable that the function reads was assigned since. Random tensors
    /// (<see cref="Tensor.RandomNormal{T}"/> and the like, <c>Dropout</c>) are the same again: each takes one seed from its generator in the first run, and none in the second.
    /// Nothing is known of numbers that the function itself takes from a <see cref="Random"/>, nor of the time, files and fields: make such numbers outside, and give them to the function.
    /// </remarks>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function. It may compute from variables and other tensors; their gradients come as well.</param>
    public static Func<Tensor<T>, Tensor<T>> Recompute<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => RecomputeOfMany<T>(inputs => function(inputs[0]))([x]);
    }

    /// <summary>A function of two tensors that is run once more on the way back, so that nothing that it computes in between is kept until then.</summary>
    /// <inheritdoc cref="Recompute{T}(Func{Tensor{T}, Tensor{T}})"/>
    public static Func<Tensor<T>, Tensor<T>, Tensor<T>> Recompute<T>(Func<Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y) => RecomputeOfMany<T>(inputs => function(inputs[0], inputs[1]))([x, y]);
    }

    /// <summary>A function of any number of tensors that is run once more on the way back, so that nothing that it computes in between is kept until then.</summary>
    /// <inheritdoc cref="Recompute{T}(Func{Tensor{T}, Tensor{T}})"/>
    public static Func<Tensor<T>[], Tensor<T>> RecomputeOfMany<T>(Func<Tensor<T>[], Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            Tensor<T>[] inputs = Array.ConvertAll(x, input => input.Now());
            Captures captures = new(inputs);
            FirstRun first = new(nameof(Recompute));
            Tensor<T> value = captures.Run(isRecorded: false, () => first.Run(() => function(inputs)));
            TensorBase[] all = [.. inputs.DistinctBy(input => input.Watched, ReferenceEqualityComparer.Instance), .. captures.All.Select(captured => captured.Current)];
            return Recorder.Many(nameof(Recompute), value.Given().Copy(), all, (function, inputs, all, first), static (dy, kept, _) => Again(kept.first, () => kept.function(kept.inputs), kept.all, dy));
        };
    }

    /// <summary>A function of any number of tensors, with any number of values, that is run once more on the way back, so that nothing that it computes in between is kept until then.</summary>
    /// <inheritdoc cref="Recompute{T}(Func{Tensor{T}, Tensor{T}})"/>
    public static Func<Tensor<T>[], Tensor<T>[]> RecomputeToMany<T>(Func<Tensor<T>[], Tensor<T>[]> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => JoinedTensors.Record<T>((join, _) => RecomputeOfMany<T>(inputs => join(function(inputs)))(x));
    }

    /// <summary>The cotangents of what a function computes from, by running it once more on a tape of its own.</summary>
    /// <param name="first">Its first run.</param>
    /// <param name="function">The function.</param>
    /// <param name="sources">What it computes from, each once: the tape gives the whole cotangent of a tensor for each time that it is named.</param>
    /// <param name="dy">The cotangent of its value.</param>
    internal static TensorBase?[] Again<T>(FirstRun first, Func<Tensor<T>> function, TensorBase[] sources, Tensor<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GradientTape tape = new();
        Tensor<T> value;
        using (tape.Record())
        {
            foreach (TensorBase source in sources)
                tape.WatchOnce(source);
            value = new SecondRun(first).Run(function);
        }
        return tape.Differentiate([value], [dy], sources, UnconnectedGradients.None);
    }
}
