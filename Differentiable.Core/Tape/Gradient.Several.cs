using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Values and derivatives, together, of functions of several tensors.</content>
public static partial class Gradient
{
    /// <summary>The value and the gradient of a function of two tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}})"/>
    /// <returns>From the inputs, the value and their gradients.</returns>
    public static Func<Tensor<T>, Tensor<T>, (Tensor<T> Value, (Tensor<T>, Tensor<T>) Gradient)> ValueAndGradient<T>(Func<Tensor<T>, Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y) =>
        {
            (Tensor<T> value, Tensor<T>[] gradients) = Differentiated(inputs => function(inputs[0], inputs[1]), [x, y]);
            return (value, (gradients[0], gradients[1]));
        };
    }

    /// <summary>The value and the gradients of a function of any number of tensors.</summary>
    /// <inheritdoc cref="Of{T}(Func{Tensor{T}, Tensor{T}})"/>
    /// <returns>From the inputs, the value and their gradients.</returns>
    public static Func<Tensor<T>[], (Tensor<T> Value, Tensor<T>[] Gradients)> ValueAndGradientOfMany<T>(Func<Tensor<T>[], Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return inputs => Differentiated(function, inputs);
    }

    /// <summary>The value of a function of two tensors, and its vector-Jacobian product, which may be called any number of times.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="x">The first input.</param>
    /// <param name="y">The second input.</param>
    /// <returns>The value; and from a cotangent in its shape, the cotangents of the inputs.</returns>
    public static (Tensor<T> Value, Func<Tensor<T>, (Tensor<T>, Tensor<T>)> Pullback) Vjp<T>(Func<Tensor<T>, Tensor<T>, Tensor<T>> function, Tensor<T> x, Tensor<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        (Tensor<T> value, Func<Tensor<T>, Tensor<T>[]> pullback) = VjpOfMany(inputs => function(inputs[0], inputs[1]), [x.Given(), y.Given()]);
        return (value, dy => pullback(dy) is [var dFirst, var dSecond] ? (dFirst, dSecond) : default);
    }

    /// <summary>The value of a function of any number of tensors, and its vector-Jacobian product, which may be called any number of times.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="x">The inputs.</param>
    /// <returns>The value; and from a cotangent in its shape, the cotangents of the inputs.</returns>
    public static (Tensor<T> Value, Func<Tensor<T>, Tensor<T>[]> Pullback) VjpOfMany<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(x);
        GradientTape tape = new(persistent: true);
        Tensor<T>[] own = Own(x);
        Tensor<T> value = Recorded(tape, function, own);
        return (value, dy => [.. tape.GradientWith(value, dy, own, UnconnectedGradients.Zero).OfType<Tensor<T>>()]);
    }

    /// <summary>The value of a function of any number of tensors and its derivative along a direction, by forward accumulation.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="x">The inputs.</param>
    /// <param name="directions">The direction of each input, in its shape.</param>
    /// <returns>The value, and the Jacobian-vector product in its shape.</returns>
    /// <exception cref="ArgumentException">There are not as many directions as inputs.</exception>
    /// <exception cref="ShapeMismatchException">A direction has another shape than its input.</exception>
    public static (Tensor<T> Value, Tensor<T> Tangent) JvpOfMany<T>(Func<Tensor<T>[], Tensor<T>> function, Tensor<T>[] x, Tensor<T>[] directions)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(directions);
        if (x.Length != directions.Length)
            throw new ArgumentException($"There are {x.Length} inputs and {directions.Length} directions. Give one for each input.", nameof(directions));
        ForwardAccumulator forward = new();
        Tensor<T>[] own = Own(x);
        foreach ((Tensor<T> input, Tensor<T> direction) in own.Zip(directions))
            forward.Watch(input, direction);
        Tensor<T> value;
        using (forward.Record())
            value = function(own);
        return (value, forward.Jvp(value, UnconnectedGradients.Zero)!);
    }
}
