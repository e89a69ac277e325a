using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <summary>Derivatives of functions of tensors, as functions. Each call records the function on a tape of its own; they nest.</summary>
public static partial class Gradient
{
    /// <summary>The gradient of a function of one tensor.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function. A value that is not a scalar counts as the sum of its elements.</param>
    /// <returns>From the input, the gradient in its shape; zeros where the value does not depend on it.</returns>
    public static Func<Tensor<T>, Tensor<T>> Of<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T> => x => ValueAndGradient(function)(x).Gradient;

    /// <summary>The gradient of a function of two tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}})"/>
    /// <returns>From the inputs, their gradients.</returns>
    public static Func<Tensor<T>, Tensor<T>, (Tensor<T>, Tensor<T>)> Of<T>(Func<Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T> => (x, y) => Differentiated(inputs => function(inputs[0], inputs[1]), [x, y]) is var (_, g) ? (g[0], g[1]) : default;

    /// <summary>The gradients of a function of any number of tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}})"/>
    /// <returns>From the inputs, their gradients.</returns>
    public static Func<Tensor<T>[], Tensor<T>[]> OfMany<T>(Func<Tensor<T>[], Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T> => inputs => Differentiated(function, inputs).Gradients;

    /// <summary>The value and the gradient of a function of one tensor.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}})"/>
    /// <returns>From the input, the value and the gradient.</returns>
    public static Func<Tensor<T>, (Tensor<T> Value, Tensor<T> Gradient)> ValueAndGradient<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T> => x => Differentiated(inputs => function(inputs[0]), [x]) is var (value, g) ? (value, g[0]) : default;

    /// <summary>The value of a function, and its vector-Jacobian product, which may be called any number of times.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="x">The input.</param>
    /// <returns>The value; and from a cotangent in its shape, the cotangent of the input.</returns>
    public static (Tensor<T> Value, Func<Tensor<T>, Tensor<T>> Pullback) Vjp<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GradientTape tape = new(persistent: true);
        Tensor<T> value = Recorded(tape, inputs => function(inputs[0]), [x]);
        return (value, dy => tape.GradientWith(value, dy, x, UnconnectedGradients.Zero)!);
    }

    /// <summary>The derivatives of each element of a function's value with respect to each element of its input.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>From the input, the Jacobian in the shape of the value followed by the shape of the input.</returns>
    public static Func<Tensor<T>, Tensor<T>> Jacobian<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T> => x =>
        {
            GradientTape tape = new();
            return tape.Jacobian(Recorded(tape, inputs => function(inputs[0]), [x]), x, UnconnectedGradients.Zero)!;
        };

    /// <summary>The second derivatives of a function whose value counts as the sum of its elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>From the input, the Hessian in the shape of the input twice.</returns>
    public static Func<Tensor<T>, Tensor<T>> Hessian<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T> => Jacobian(Of(function));

    private static (Tensor<T> Value, Tensor<T>[] Gradients) Differentiated<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GradientTape tape = new();
        Tensor<T> value = Recorded(tape, function, inputs);
        return (value, [.. tape.Gradient(value, inputs, UnconnectedGradients.Zero).OfType<Tensor<T>>()]);
    }

    private static Tensor<T> Recorded<T>(GradientTape tape, Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using RecordingScope recording = tape.Record();
        tape.Watch<T>(inputs);
        return function(inputs);
    }
}
