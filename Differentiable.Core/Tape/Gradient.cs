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
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => ValueAndGradient(function)(x).Gradient;
    }

    /// <summary>The gradient of a function of two tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}})"/>
    /// <returns>From the inputs, their gradients.</returns>
    public static Func<Tensor<T>, Tensor<T>, (Tensor<T>, Tensor<T>)> Of<T>(Func<Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y) => ValueAndGradient(function)(x, y).Gradient;
    }

    /// <summary>The gradients of a function of any number of tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}})"/>
    /// <returns>From the inputs, their gradients.</returns>
    public static Func<Tensor<T>[], Tensor<T>[]> OfMany<T>(Func<Tensor<T>[], Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return inputs => Differentiated(function, inputs).Gradients;
    }

    /// <summary>The value and the gradient of a function of one tensor.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}})"/>
    /// <returns>From the input, the value and the gradient.</returns>
    public static Func<Tensor<T>, (Tensor<T> Value, Tensor<T> Gradient)> ValueAndGradient<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            (Tensor<T> value, Tensor<T>[] gradients) = Differentiated(inputs => function(inputs[0]), [x]);
            return (value, gradients[0]);
        };
    }

    /// <summary>The value of a function, and its vector-Jacobian product, which may be called any number of times.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="x">The input.</param>
    /// <returns>The value; and from a cotangent in its shape, the cotangent of the input.</returns>
    public static (Tensor<T> Value, Func<Tensor<T>, Tensor<T>> Pullback) Vjp<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        (Tensor<T> value, Func<Tensor<T>, Tensor<T>[]> pullback) = VjpOfMany(inputs => function(inputs[0]), [x.Given()]);
        return (value, dy => pullback(dy)[0]);
    }

    /// <summary>The derivatives of each element of a function's value with respect to each element of its input.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>From the input, the Jacobian in the shape of the value followed by the shape of the input.</returns>
    public static Func<Tensor<T>, Tensor<T>> Jacobian<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            GradientTape tape = new();
            Tensor<T>[] own = Own(x);
            return tape.Jacobian(Recorded(tape, inputs => function(inputs[0]), own), own[0], UnconnectedGradients.Zero)!;
        };
    }

    /// <summary>The second derivatives of a function whose value counts as the sum of its elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>From the input, the Hessian in the shape of the input twice.</returns>
    public static Func<Tensor<T>, Tensor<T>> Hessian<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T> => Jacobian(Of(function));

    /// <summary>The value of a function and its derivative along a direction, by forward accumulation.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="x">The input.</param>
    /// <param name="direction">The direction, in the shape of the input.</param>
    /// <returns>The value, and the Jacobian-vector product in its shape.</returns>
    /// <exception cref="ShapeMismatchException">The direction has another shape than the input.</exception>
    public static (Tensor<T> Value, Tensor<T> Tangent) Jvp<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> x, Tensor<T> direction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return JvpOfMany(inputs => function(inputs[0]), [x.Given()], [direction.Given()]);
    }

    /// <summary>The second derivatives of a function times a direction, without making the Hessian. A value that is not a scalar counts as the sum of its elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="x">The input.</param>
    /// <param name="direction">The direction, in the shape of the input.</param>
    /// <returns>The product, in the shape of the input.</returns>
    /// <exception cref="ShapeMismatchException">The direction has another shape than the input.</exception>
    public static Tensor<T> Hvp<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> x, Tensor<T> direction)
        where T : unmanaged, IFloatingPointIeee754<T> => Jvp(Of(function), x, direction).Tangent;

    private static (Tensor<T> Value, Tensor<T>[] Gradients) Differentiated<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GradientTape tape = new();
        Tensor<T>[] own = Own(inputs);
        Tensor<T> value = Recorded(tape, function, own);
        return (value, [.. tape.Gradient(value, own, UnconnectedGradients.Zero).OfType<Tensor<T>>()]);
    }

    private static Tensor<T> Recorded<T>(GradientTape tape, Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using RecordingScope recording = tape.Record();
        tape.Watch<T>(inputs);
        return function(inputs);
    }

    /// <summary>The same tensors as ones that nothing else can name: a function may mention an input otherwise than by its parameter, and that is a constant to it.</summary>
    private static Tensor<T>[] Own<T>(params Tensor<T>[] inputs)
        where T : unmanaged => Array.ConvertAll(inputs, Tensor.Identity);
}
