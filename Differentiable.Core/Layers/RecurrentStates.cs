using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Layers;

/// <summary>What recurrent layers are given.</summary>
internal static class RecurrentStates
{
    /// <exception cref="ArgumentException">The input has not three axes, or no times.</exception>
    public static void RequireSequence<T>(Tensor<T> x, string layer)
        where T : unmanaged
    {
        if (x.Given().Rank != 3 || x.Shape[1] == 0)
            throw new ArgumentException($"The input of {layer} is [batch, times, inputs] with at least one time; its shape is {x.Shape}.", nameof(x));
    }

    /// <summary>The state that is gone on from.</summary>
    /// <exception cref="ShapeMismatchException">It has another shape.</exception>
    public static Tensor<T> Begin<T>(Tensor<T>? state, Shape shape, string layer)
        where T : unmanaged, INumberBase<T>
    {
        if (state is not null && !state.Shape.Equals(shape))
            throw new ShapeMismatchException($"A state of {layer} is [batch, units], here {shape}; its shape is {state.Shape}.");
        return state ?? Tensor.Zeros<T>(shape);
    }

    /// <exception cref="ShapeMismatchException">The mask has another shape than that of the batch and the times.</exception>
    public static void RequireMask<T>(Tensor<bool>? mask, Tensor<T> x, string layer)
        where T : unmanaged
    {
        Shape shape = [x.Shape[0], x.Shape[1]];
        if (mask is not null && !mask.Shape.Equals(shape))
            throw new ShapeMismatchException($"The mask of {layer} is [batch, times], here {shape}; its shape is {mask.Shape}.");
    }

    /// <summary>The state behind a time: the new one, or that before, where the time is left out.</summary>
    public static Tensor<T> Behind<T>(Tensor<bool>? mask, int time, Tensor<T> state, Tensor<T> before)
        where T : unmanaged, IFloatingPointIeee754<T> => mask is null ? state : Tensor.Where(mask[.., time..(time + 1)], state, before);
}
