using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Functions whose derivative is given.</content>
public static partial class Gradient
{
    /// <summary>A function of one tensor whose derivative is given: for what is known better than by differentiating each step.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">From the input, the value and its pullback, which makes of the value's cotangent the input's; null is zero.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>The function as a single operation.</returns>
    /// <example><c>var log1pExp = Gradient.Custom&lt;float&gt;(x => { var e = Tensor.Exp(x); return (Tensor.Log(1 + e), dy => dy * (1 - 1 / (1 + e))); });</c></example>
    /// <exception cref="InvalidOperationException">When it is called: it computes from a variable, or a tensor that is followed, which is not its input. When it is differentiated: the pullback reads a variable that was assigned since.</exception>
    public static Func<Tensor<T>, Tensor<T>> Custom<T>(Func<Tensor<T>, (Tensor<T> Value, Func<Tensor<T>, Tensor<T>?> Pullback)> function, string name = "the custom function")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => new CustomOperation(name).Run<Tensor<T>, T>([x], [], inputs =>
        {
            (Tensor<T> value, Func<Tensor<T>, Tensor<T>?> pullback) = function(inputs[0]);
            return (value, dy => [pullback(dy)]);
        });
    }

    /// <summary>A function of two tensors whose derivative is given.</summary>
    /// <inheritdoc cref="Custom{T}(Func{Tensor{T}, ValueTuple{Tensor{T}, Func{Tensor{T}, Tensor{T}}}}, string)"/>
    public static Func<Tensor<T>, Tensor<T>, Tensor<T>> Custom<T>(
        Func<Tensor<T>, Tensor<T>, (Tensor<T> Value, Func<Tensor<T>, (Tensor<T>?, Tensor<T>?)> Pullback)> function, string name = "the custom function")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y) => new CustomOperation(name).Run<Tensor<T>, T>([x, y], [], inputs =>
        {
            (Tensor<T> value, Func<Tensor<T>, (Tensor<T>?, Tensor<T>?)> pullback) = function(inputs[0], inputs[1]);
            return (value, PullBack);

            TensorBase?[] PullBack(Tensor<T> dy)
            {
                (Tensor<T>? dleft, Tensor<T>? dright) = pullback(dy);
                return [dleft, dright];
            }
        });
    }

    /// <summary>A function of any number of tensors, and of others that it computes from besides, whose derivative is given.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">From the inputs, the value and its pullback: a cotangent for each input, then for what is captured; null is zero.</param>
    /// <param name="captured">Variables and tensors that it computes from and that are not its inputs.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>The function as a single operation.</returns>
    /// <exception cref="InvalidOperationException">When it is called: it computes from a variable, or a tensor that is followed, which is neither an input nor declared. When it is differentiated: the pullback reads one of these variables, and it was assigned since.</exception>
    /// <exception cref="ArgumentException">When it is differentiated: the pullback gives too few gradients or too many.</exception>
    public static Func<Tensor<T>[], Tensor<T>> CustomOfMany<T>(
        Func<Tensor<T>[], (Tensor<T> Value, Func<Tensor<T>, Tensor<T>?[]> Pullback)> function, IReadOnlyList<Tensor<T>>? captured = null, string name = "the custom function")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => new CustomOperation(name).Run<Tensor<T>, T>(x, captured ?? [], inputs =>
        {
            (Tensor<T> value, Func<Tensor<T>, Tensor<T>?[]> pullback) = function(inputs);
            return (value, dy => [.. pullback(dy)]);
        });
    }

    /// <summary>A function whose derivative is taken to be that of the identity, whatever it does: rounding, quantizing, assigning.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function; its value has the shape of its input.</param>
    /// <exception cref="ShapeMismatchException">When it is differentiated: the value has another shape than the input.</exception>
    public static Func<Tensor<T>, Tensor<T>> PassThrough<T>(Func<Tensor<T>, Tensor<T>> function)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => Custom<T>(x => (StoppedValue(function, x), dy => dy), nameof(PassThrough))(x);
    }

    /// <summary>A function that cannot be differentiated: asking a tape for a gradient through it is an error, and not silently null.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="name">What the error calls it.</param>
    /// <exception cref="GradientNotRegisteredException">When it is differentiated.</exception>
    public static Func<Tensor<T>, Tensor<T>> Unavailable<T>(Func<Tensor<T>, Tensor<T>> function, string name)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(name);
        return x => Custom<T>(
            x => (StoppedValue(function, x), _ => throw new GradientNotRegisteredException(
                $"There is no gradient for {name}. Give it one with Gradient.Custom, or cut it off with Tensor.StopGradient.")),
            name)(x);
    }

    /// <summary>What a function gives when no one looks, not even for the variables that it reads.</summary>
    private static Tensor<T> StoppedValue<T>(Func<Tensor<T>, Tensor<T>> function, Tensor<T> x)
        where T : unmanaged => new Captures([x]).Run(isRecorded: false, () => function(x).Now());
}
