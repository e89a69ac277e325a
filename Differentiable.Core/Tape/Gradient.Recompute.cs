using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Functions of which nothing is kept.</content>
public static partial class Gradient
{
    /// <summary>A function that is run once more on the way back, so that nothing that it computes in between is kept until then. Variables have to be the same then, and so have random numbers.</summary>
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
            Tensor<T> value = captures.Run(isRecorded: false, () => function(inputs));
            TensorBase[] all = [.. inputs.DistinctBy(input => input.Watched, ReferenceEqualityComparer.Instance), .. captures.All.Select(captured => captured.Current)];
            return Recorder.Many(nameof(Recompute), value.Given().Copy(), all, (function, inputs, all), static (dy, kept, _) => Again(() => kept.function(kept.inputs), kept.all, dy));
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
    /// <param name="function">The function.</param>
    /// <param name="sources">What it computes from, each once: the tape gives the whole cotangent of a tensor for each time that it is named.</param>
    /// <param name="dy">The cotangent of its value.</param>
    internal static TensorBase?[] Again<T>(Func<Tensor<T>> function, TensorBase[] sources, Tensor<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GradientTape tape = new();
        Tensor<T> value;
        using (tape.Record())
        {
            foreach (TensorBase source in sources)
                tape.WatchOnce(source);
            value = function();
        }
        return tape.Differentiate([value], [dy], sources, UnconnectedGradients.None);
    }
}
