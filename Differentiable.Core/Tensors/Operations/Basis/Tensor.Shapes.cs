using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>The same elements in another order or shape.</content>
public static partial class Tensor
{
    /// <summary>The tensor itself, as an operation of its own.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    public static Tensor<T> Identity<T>(Tensor<T> x)
        where T : unmanaged
    {
        x = x.Now();
        return Recorder.Unary(nameof(Identity), x.Copy(), x, 0, static (dy, _) => TensorPullbacks.Identity(dy));
    }

    /// <summary>The same value, whose derivative is taken to be zero from here on.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    [ZeroDerivative]
    public static Tensor<T> StopGradient<T>(Tensor<T> x)
        where T : unmanaged => x.Given().Copy();

    /// <summary>The same elements in row-major order with other lengths. Shares them where they stand one behind the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="lengths">The new lengths; one of them may be -1, which stands for what is left.</param>
    /// <exception cref="ShapeMismatchException">There would be more or fewer elements.</exception>
    /// <exception cref="ArgumentException">There are no elements, and a length besides the -1 is 0, so that it could stand for any.</exception>
    [OverloadResolutionPriority(1)]
    public static Tensor<T> Reshape<T>(Tensor<T> x, params ReadOnlySpan<int> lengths)
        where T : unmanaged => Reshape(x, Completed(x.Given().Shape, lengths));

    /// <summary>The same elements in row-major order with another shape. Shares them where they stand one behind the other.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="shape">The new shape.</param>
    /// <exception cref="ShapeMismatchException">It has more or fewer elements.</exception>
    public static Tensor<T> Reshape<T>(Tensor<T> x, Shape shape)
        where T : unmanaged
    {
        x = x.Now();
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.FlattenedLength != x.FlattenedLength)
            throw new ShapeMismatchException($"{nameof(Reshape)}: shape {x.Shape} has {x.FlattenedLength} elements, shape {shape} {shape.FlattenedLength}.");
        return Recorder.Unary(nameof(Reshape), x.Dense().View(shape, 0, shape.Strides), x, x.Shape, TensorPullbacks.Reshape);
    }

    /// <summary>The axes in another order. Shares the elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="order">Which axis of the tensor becomes the first, the second, …; none given, they are reversed.</param>
    /// <exception cref="ArgumentException">The order does not name each axis once.</exception>
    public static Tensor<T> PermuteDimensions<T>(Tensor<T> x, params ReadOnlySpan<int> order)
        where T : unmanaged
    {
        x = x.Now();
        int[] axes = order.IsEmpty ? [.. Enumerable.Range(0, x.Rank).Reverse()] : order.ToArray();
        axes = [.. axes.Select(axis => x.Shape.AxisAt(axis, nameof(order)))];
        if (axes.Length != x.Rank || axes.Distinct().Count() < x.Rank)
            throw new ArgumentException($"{nameof(PermuteDimensions)}: the order has to name each of the {x.Rank} axes of shape {x.Shape} once.", nameof(order));
        Tensor<T> y = x.View([.. axes.Select(axis => x.Shape[axis])], 0, [.. axes.Select(axis => x.Strides[axis])]);
        return Recorder.Unary(nameof(PermuteDimensions), y, x, axes, static (dy, axes) => TensorPullbacks.PermuteDimensions(dy, axes));
    }

    /// <summary>The last two axes swapped. Shares the elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">A tensor with at least two axes.</param>
    /// <exception cref="ArgumentException">It has fewer.</exception>
    public static Tensor<T> Transpose<T>(Tensor<T> x)
        where T : unmanaged => x.Given().Rank >= 2
            ? PermuteDimensions(x, [.. Enumerable.Range(0, x.Rank - 2), x.Rank - 1, x.Rank - 2])
            : throw new ArgumentException($"{nameof(Transpose)}: shape {x.Shape} has fewer than two axes.", nameof(x));

    /// <summary>The tensor repeated along axes of length 1 and along new axes in front. Shares the elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <exception cref="ShapeMismatchException">An axis has another length, and not 1.</exception>
    public static Tensor<T> BroadcastTo<T>(Tensor<T> x, Shape shape)
        where T : unmanaged, INumberBase<T>
    {
        x = x.Now();
        ArgumentNullException.ThrowIfNull(shape);
        if (x.Rank > shape.Rank || !Broadcasting.Combine(x.Shape, shape, nameof(BroadcastTo)).Equals(shape))
            throw new ShapeMismatchException($"{nameof(BroadcastTo)}: shape {x.Shape} cannot be repeated to shape {shape}.");
        Tensor<T> y = x.View(shape, 0, Broadcasting.Strides(x.Shape, x.Strides, shape));
        return Recorder.Unary(nameof(BroadcastTo), y, x, x.Shape, TensorPullbacks.BroadcastTo);
    }

    private static Shape Completed(Shape shape, ReadOnlySpan<int> lengths)
    {
        int open = lengths.IndexOf(-1);
        int[] completed = lengths.ToArray();
        if (open >= 0)
            completed[open] = 1;
        if (completed.AsSpan().ContainsAnyInRange(int.MinValue, -1))
            throw new ArgumentOutOfRangeException(nameof(lengths), $"{nameof(Reshape)}: one of the lengths may be -1, which stands for what is left; they are ({string.Join(", ", lengths.ToArray())}).");
        if (open < 0)
            return Shape.Create(completed);
        int others = Shape.Create(completed).FlattenedLength;
        if (others == 0 && shape.FlattenedLength == 0)
            throw new ArgumentException($"{nameof(Reshape)}: with no elements, the -1 in ({string.Join(", ", lengths.ToArray())}) could stand for any length. Give the length itself.", nameof(lengths));
        if (others == 0 || shape.FlattenedLength % others != 0)
            throw new ShapeMismatchException($"{nameof(Reshape)}: shape {shape} has {shape.FlattenedLength} elements, which ({string.Join(", ", lengths.ToArray())}) does not divide evenly.");
        completed[open] = shape.FlattenedLength / others;
        return Shape.Create(completed);
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Identity"/>.</summary>
    [PullbackOf(nameof(Tensor.Identity), "x", IsIdentity = true)]
    public static Tensor<T> Identity<T>(Tensor<T> dy)
        where T : unmanaged => dy;

    /// <summary>The pullback of operations that give the same elements in the same order with another shape.</summary>
    [PullbackOf(nameof(Tensor.Reshape), "x")]
    [PullbackOf("Squeeze", "x")]
    [PullbackOf("Unsqueeze", "x")]
    [PullbackOf("Flatten", "x")]
    public static Tensor<T> Reshape<T>(Tensor<T> dy, Shape xShape)
        where T : unmanaged => Tensor.Reshape(dy, xShape);

    /// <summary>The pullback of <see cref="Tensor.PermuteDimensions"/>.</summary>
    [PullbackOf(nameof(Tensor.PermuteDimensions), "x")]
    public static Tensor<T> PermuteDimensions<T>(Tensor<T> dy, ReadOnlySpan<int> order)
        where T : unmanaged
    {
        int[] back = new int[dy.Rank];
        for (int axis = 0; axis < back.Length; axis++)
            back[order.IsEmpty ? ^(axis + 1) : dy.Shape.AxisAt(order[axis])] = axis;
        return Tensor.PermuteDimensions(dy, back);
    }

    /// <summary>The pullback of <see cref="Tensor.Transpose"/>.</summary>
    [PullbackOf(nameof(Tensor.Transpose), "x")]
    public static Tensor<T> Transpose<T>(Tensor<T> dy)
        where T : unmanaged => Tensor.Transpose(dy);

    /// <summary>The pullback of <see cref="Tensor.BroadcastTo"/>.</summary>
    [PullbackOf(nameof(Tensor.BroadcastTo), "x")]
    public static Tensor<T> BroadcastTo<T>(Tensor<T> dy, Shape xShape)
        where T : unmanaged, INumberBase<T> => SumTo(dy, xShape);
}
