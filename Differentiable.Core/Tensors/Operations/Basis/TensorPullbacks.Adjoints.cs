using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <content>What generated code does with adjoints, for which null stands for zeros.</content>
public static partial class TensorPullbacks
{
    /// <summary>The sum of two adjoints.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="left">One, or null for zeros.</param>
    /// <param name="right">The other one, or null for zeros.</param>
    public static Tensor<T>? Plus<T>(Tensor<T>? left, Tensor<T>? right)
        where T : unmanaged, INumberBase<T> => (left, right) switch
        {
            (null, _) => right,
            (_, null) => left,
            (_, SliceSums<T> slices) when ActiveRecordings.Current is null => slices.On(left),
            (SliceSums<T> slices, _) when ActiveRecordings.Current is null => slices.On(right),
            (RowSums<T>, RowSums<T>) => (Tensor<T>)left.Plus(right),
            _ => left + right,
        };

    /// <summary>The adjoint of an input as users get it.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dx">The adjoint, or null for zeros.</param>
    /// <param name="x">The input; null where there was none, which then has no adjoint.</param>
    public static Tensor<T> OrZeros<T>(Tensor<T>? dx, Tensor<T> x)
        where T : unmanaged => dx ?? (x is null ? null! : Tensor.Zeros<T>(x.Shape));

    /// <summary>The cotangent from which a gradient starts: that of the sum of all elements.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="y">The result.</param>
    public static Tensor<T> OnesLike<T>(Tensor<T> y)
        where T : unmanaged, INumberBase<T> => Tensor.Ones<T>(y.Shape);

    /// <summary>A cotangent that users give, if it has the shape of the result.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent.</param>
    /// <param name="y">The result.</param>
    /// <param name="name">What the cotangent is called.</param>
    /// <exception cref="ShapeMismatchException">It has another one.</exception>
    public static Tensor<T> RequireShape<T>(Tensor<T> dy, Tensor<T> y, [CallerArgumentExpression(nameof(dy))] string? name = null)
        where T : unmanaged
    {
        if (dy is null)
            throw new ArgumentNullException(name, $"The cotangent {name} is null. Generated members take a tensor for each result; zeros are Tensor.Zeros of its shape.");
        return dy.Shape.Equals(y.Shape) ? dy : throw new ShapeMismatchException($"The cotangent {name} has the shape {dy.Shape}, the result {y.Shape}. They have to be the same.");
    }

    /// <summary>Checks that each cotangent that users give has the shape of the result that it belongs to.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangents.</param>
    /// <param name="y">The results.</param>
    /// <param name="name">What the cotangents are called.</param>
    /// <exception cref="ShapeMismatchException">One has another shape.</exception>
    public static void RequireShapes<T>(ReadOnlySpan<Tensor<T>> dy, ReadOnlySpan<Tensor<T>> y, [CallerArgumentExpression(nameof(dy))] string? name = null)
        where T : unmanaged
    {
        for (int i = 0; i < y.Length; i++)
            RequireShape(dy[i], y[i], $"{name}[{i}]");
    }

    /// <summary>The pullback of the only element of a tensor.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the element.</param>
    /// <param name="xShape">The shape of the tensor.</param>
    public static Tensor<T> ToScalar<T>(T dy, Shape xShape)
        where T : unmanaged => Tensor.Fill(dy, xShape);
}
