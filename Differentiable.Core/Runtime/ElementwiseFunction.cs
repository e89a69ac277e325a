using System.ComponentModel;
using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Runtime;

/// <summary>For generated code: a function of numbers, at one point.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
/// <param name="point">The inputs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T PointFunction<T>(ReadOnlySpan<T> point);

/// <summary>For generated code: the gradient of a function of numbers.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
/// <param name="point">The inputs.</param>
/// <param name="gradient">Gets the derivative with respect to each.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void PointGradient<T>(ReadOnlySpan<T> point, Span<T> gradient);

/// <summary>For generated code: the second derivatives of a function of numbers times a direction.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
/// <param name="point">The inputs.</param>
/// <param name="direction">The direction.</param>
/// <param name="product">Gets the products.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void PointHessianProduct<T>(ReadOnlySpan<T> point, ReadOnlySpan<T> direction, Span<T> product);

/// <summary>For generated code: a function of numbers, applied to tensors element by element. It is one operation on a tape.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="name">What it is called.</param>
/// <param name="value">The function.</param>
/// <param name="gradient">Its gradient.</param>
/// <param name="hessianProduct">Its second derivatives.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ElementwiseFunction<T>(string name, PointFunction<T> value, PointGradient<T> gradient, PointHessianProduct<T> hessianProduct)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The value at each point.</summary>
    /// <param name="inputs">The inputs; their shapes are broadcast.</param>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    public Tensor<T> Apply(params ReadOnlySpan<Tensor<T>> inputs)
    {
        Tensor<T>[] spread = Spread(inputs);
        Tensor<T> y = Each(spread, (point, results) => results[0] = value(point), 1)[0];
        return Recorder.Many(name, y, spread, (function: this, spread), static (dy, kept, needed) => kept.function.PullBack(dy, kept.spread, needed));
    }

    /// <summary>The inputs in one shape; spreading is an operation whose pullback sums.</summary>
    private Tensor<T>[] Spread(ReadOnlySpan<Tensor<T>> inputs)
    {
        Shape shape = inputs[0].Shape;
        foreach (Tensor<T> input in inputs[1..])
            shape = Broadcasting.Combine(shape, input.Shape, name);
        Tensor<T>[] spread = new Tensor<T>[inputs.Length];
        for (int i = 0; i < spread.Length; i++)
            spread[i] = inputs[i].Shape.Equals(shape) ? inputs[i].Now() : Tensor.BroadcastTo(inputs[i], shape);
        return spread;
    }

    private TensorBase?[] PullBack(Tensor<T> dy, Tensor<T>[] inputs, InputCotangents needed)
    {
        Tensor<T>[] slopes = Each(inputs, (point, results) => gradient(point, results), inputs.Length);
        TensorBase?[] cotangents = new TensorBase?[inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (needed.Needs(i))
                cotangents[i] = dy * Slope(slopes[i], inputs, i);
        }
        return cotangents;
    }

    /// <summary>A partial derivative as an operation, so that it can be differentiated once more.</summary>
    private Tensor<T> Slope(Tensor<T> slope, Tensor<T>[] inputs, int position) => Recorder.Many(
        $"the gradient of {name}", slope, inputs, (function: this, inputs, position), static (dslope, kept, _) => kept.function.PullBackSlope(dslope, kept.inputs, kept.position));

    private TensorBase?[] PullBackSlope(Tensor<T> dslope, Tensor<T>[] inputs, int position)
    {
        T[] direction = new T[inputs.Length];
        direction[position] = T.One;
        Tensor<T>[] products = Each(inputs, (point, results) => hessianProduct(point, direction, results), inputs.Length);
        return [.. products.Select(product => dslope * Last(product, inputs))];
    }

    /// <summary>The second derivatives are the last ones that there are.</summary>
    private Tensor<T> Last(Tensor<T> product, Tensor<T>[] inputs) => Recorder.Many($"the second derivative of {name}", product, inputs, name, static (_, name, _) =>
        throw new GradientNotRegisteredException($"{name} has no third derivative as an operation on tensors. Write it with operations on tensors to have derivatives of any order."));

    /// <summary>Some results at each point.</summary>
    private static Tensor<T>[] Each(Tensor<T>[] inputs, PointGradient<T> at, int count)
    {
        T[][] elements = Array.ConvertAll(inputs, input => input.ToArray());
        T[][] all = [.. Enumerable.Range(0, count).Select(_ => GC.AllocateUninitializedArray<T>(inputs[0].FlattenedLength))];
        T[] point = new T[inputs.Length], results = new T[count];
        for (int i = 0; i < inputs[0].FlattenedLength; i++)
        {
            for (int j = 0; j < point.Length; j++)
                point[j] = elements[j][i];
            at(point, results);
            for (int j = 0; j < count; j++)
                all[j][i] = results[j];
        }
        return Array.ConvertAll(all, result => new Tensor<T>(inputs[0].Shape, result));
    }
}
