using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Functions of several tensors, with several values, whose derivative is given.</content>
public static partial class Gradient
{
    /// <summary>A function of three tensors whose derivative is given.</summary>
    /// <inheritdoc cref="Custom{T}(Func{Tensor{T}, ValueTuple{Tensor{T}, Func{Tensor{T}, Tensor{T}}}}, string)"/>
    public static Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> Custom<T>(
        Func<Tensor<T>, Tensor<T>, Tensor<T>, (Tensor<T> Value, Func<Tensor<T>, (Tensor<T>?, Tensor<T>?, Tensor<T>?)> Pullback)> function, string name = "the custom function")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y, z) => new CustomOperation(name).Run<Tensor<T>, T>([x, y, z], [], inputs =>
        {
            (Tensor<T> value, Func<Tensor<T>, (Tensor<T>?, Tensor<T>?, Tensor<T>?)> pullback) = function(inputs[0], inputs[1], inputs[2]);
            return (value, dy => pullback(dy) is var (first, second, third) ? [first, second, third] : []);
        });
    }

    /// <summary>A function of any number of tensors, and of others that it computes from besides, with any number of values, whose derivative is given.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="function">
    /// From the inputs, the values and their pullback: from a cotangent for each value, zeros for values that do not matter, one for each input, then for what is captured; null is zero.
    /// </param>
    /// <param name="captured">Variables and tensors that it computes from and that are not its inputs.</param>
    /// <param name="name">What messages call it.</param>
    /// <returns>The function as a single operation.</returns>
    /// <exception cref="InvalidOperationException">When it is called: it computes from a variable, or a tensor that is followed, which is neither an input nor declared. When it is differentiated: the pullback reads one of these variables, and it was assigned since.</exception>
    /// <exception cref="ArgumentException">When it is differentiated: the pullback gives too few gradients or too many.</exception>
    public static Func<Tensor<T>[], Tensor<T>[]> CustomToMany<T>(
        Func<Tensor<T>[], (Tensor<T>[] Values, Func<Tensor<T>[], Tensor<T>?[]> Pullback)> function, IReadOnlyList<Tensor<T>>? captured = null, string name = "the custom function")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => JoinedTensors.Record<T>((join, apart) => new CustomOperation(name).Run<Tensor<T>, T>(x, captured ?? [], inputs =>
        {
            (Tensor<T>[] values, Func<Tensor<T>[], Tensor<T>?[]> pullback) = function(inputs);
            return (join(values), dy => [.. pullback(apart(dy))]);
        }));
    }
}
