using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Functions between tensors of different types whose derivative is given.</content>
public static partial class Gradient
{
    /// <summary>A function of one tensor, with a value of another type, whose derivative is given.</summary>
    /// <typeparam name="TInput">The type of the input's elements.</typeparam>
    /// <typeparam name="TValue">The type of the value's elements.</typeparam>
    /// <inheritdoc cref="Custom{T}(Func{Tensor{T}, ValueTuple{Tensor{T}, Func{Tensor{T}, Tensor{T}}}}, string)" path="/*[not(self::typeparam or self::example or self::summary)]"/>
    [OverloadResolutionPriority(-1)]
    public static Func<Tensor<TInput>, Tensor<TValue>> Custom<TInput, TValue>(
        Func<Tensor<TInput>, (Tensor<TValue> Value, Func<Tensor<TValue>, Tensor<TInput>?> Pullback)> function, string name = "the custom function")
        where TInput : unmanaged, IFloatingPointIeee754<TInput>
        where TValue : unmanaged, IFloatingPointIeee754<TValue>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => new CustomOperation(name).Run<Tensor<TInput>, TValue>([x], [], inputs =>
        {
            (Tensor<TValue> value, Func<Tensor<TValue>, Tensor<TInput>?> pullback) = function(inputs[0]);
            return (value, dy => [pullback(dy)]);
        });
    }

    /// <summary>A function of two tensors of any types, with a value of another, whose derivative is given. That with respect to integers or Booleans is null.</summary>
    /// <typeparam name="TFirst">The type of the first input's elements.</typeparam>
    /// <typeparam name="TSecond">The type of the second input's elements.</typeparam>
    /// <typeparam name="TValue">The type of the value's elements.</typeparam>
    /// <inheritdoc cref="Custom{T}(Func{Tensor{T}, ValueTuple{Tensor{T}, Func{Tensor{T}, Tensor{T}}}}, string)" path="/*[not(self::typeparam or self::example or self::summary)]"/>
    /// <example><c>var pick = Gradient.Custom&lt;double, int, double&gt;((x, rows) => (Tensor.Gather(x, rows), dy => (TensorPullbacks.Gather(dy, x.Shape, rows, 0), null)));</c></example>
    public static Func<Tensor<TFirst>, Tensor<TSecond>, Tensor<TValue>> Custom<TFirst, TSecond, TValue>(
        Func<Tensor<TFirst>, Tensor<TSecond>, (Tensor<TValue> Value, Func<Tensor<TValue>, (Tensor<TFirst>?, Tensor<TSecond>?)> Pullback)> function, string name = "the custom function")
        where TFirst : unmanaged
        where TSecond : unmanaged
        where TValue : unmanaged, IFloatingPointIeee754<TValue>
    {
        ArgumentNullException.ThrowIfNull(function);
        return (x, y) => new CustomOperation(name).Run<TensorBase, TValue>([x, y], [], inputs =>
        {
            (Tensor<TValue> value, Func<Tensor<TValue>, (Tensor<TFirst>?, Tensor<TSecond>?)> pullback) = function((Tensor<TFirst>)inputs[0], (Tensor<TSecond>)inputs[1]);
            return (value, dy => pullback(dy) is var (first, second) ? [first, second] : []);
        });
    }

    /// <summary>A function of any number of tensors of any types, and of others that it computes from besides, whose derivative is given. That with respect to integers or Booleans is null.</summary>
    /// <typeparam name="TValue">The type of the value's elements.</typeparam>
    /// <inheritdoc cref="CustomOfMany{T}(Func{Tensor{T}[], ValueTuple{Tensor{T}, Func{Tensor{T}, Tensor{T}[]}}}, IReadOnlyList{Tensor{T}}, string)" path="/*[not(self::typeparam or self::summary)]"/>
    [OverloadResolutionPriority(-1)]
    public static Func<TensorBase[], Tensor<TValue>> CustomOfMany<TValue>(
        Func<TensorBase[], (Tensor<TValue> Value, Func<Tensor<TValue>, TensorBase?[]> Pullback)> function, IReadOnlyList<TensorBase>? captured = null, string name = "the custom function")
        where TValue : unmanaged, IFloatingPointIeee754<TValue>
    {
        ArgumentNullException.ThrowIfNull(function);
        return x => new CustomOperation(name).Run(x, captured ?? [], function);
    }

    /// <summary>A function of any number of tensors of any types, and of others that it computes from besides, with any number of values of any types, whose derivative is given.</summary>
    /// <param name="function">
    /// From the inputs, the values and their pullback: from a cotangent for each value, zeros for values that do not matter and null for integers and Booleans, one for each input, then for what is captured; null
    /// is zero, and that of integers and Booleans.
    /// </param>
    /// <param name="captured">Variables and tensors that it computes from and that are not its inputs.</param>
    /// <param name="name">What messages call it.</param>
    /// <inheritdoc cref="CustomToMany{T}(Func{Tensor{T}[], ValueTuple{Tensor{T}[], Func{Tensor{T}[], Tensor{T}[]}}}, IReadOnlyList{Tensor{T}}, string)" path="/*[self::returns or self::exception]"/>
    public static Func<TensorBase[], TensorBase[]> CustomToMany(
        Func<TensorBase[], (TensorBase[] Values, Func<TensorBase?[], TensorBase?[]> Pullback)> function, IReadOnlyList<TensorBase>? captured = null, string name = "the custom function")
    {
        ArgumentNullException.ThrowIfNull(function);
        return x =>
        {
            TensorBase[] values = [];
            Tensor<double> joined = new CustomOperation(name).Run<TensorBase, double>(x, captured ?? [], inputs =>
            {
                (values, Func<TensorBase?[], TensorBase?[]> pullback) = function(inputs);
                return (JoinedReals.Join(values), dy => pullback(JoinedReals.Apart(dy, values)));
            });
            return [.. JoinedReals.Apart(joined, values).Zip(values, (part, value) => part ?? value)];
        };
    }
}
