using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <summary>
/// The pullbacks of the operations of <see cref="Tensor"/>: from the cotangent <c>dy</c> of the result, that of an input. Tapes keep them, and generated code calls them; what they are
/// called by is said at <see cref="PullbackOfAttribute"/>. They are operations on tensors themselves, so that they can be differentiated.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class TensorPullbacks
{
    /// <summary>Sums over the axes along which an input of this shape was repeated: what a pullback that is broadcast leaves to do.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the repeated input.</param>
    /// <param name="shape">The shape of the input.</param>
    public static Tensor<T> SumTo<T>(Tensor<T> dy, Shape shape)
        where T : unmanaged, INumberBase<T> => Tensor.SumTo(dy, shape);

    /// <summary>The cotangent of the input of an operation without a named pullback: the operation runs again, on a tape of its own.</summary>
    /// <inheritdoc cref="Recorded{TIn, TOut}(Tensor{TOut}, Tensor{TIn}, Func{Tensor{TIn}, Tensor{TOut}})"/>
    /// <typeparam name="T">The type of the elements.</typeparam>
    [OverloadResolutionPriority(1)]
    public static Tensor<T> Recorded<T>(Tensor<T> dy, Tensor<T> x, Func<Tensor<T>, Tensor<T>> operation)
        where T : unmanaged => Recorded<T, T>(dy, x, operation);

    /// <summary>The cotangent of the input of an operation whose result has elements of another type.</summary>
    /// <typeparam name="TIn">The type of the input's elements.</typeparam>
    /// <typeparam name="TOut">The type of the result's elements.</typeparam>
    /// <param name="dy">The cotangent of the result.</param>
    /// <param name="x">The input.</param>
    /// <param name="operation">The operation; what it computes from besides its input is a constant to it.</param>
    /// <returns>In the shape of the input; zeros where the result does not depend on it.</returns>
    /// <exception cref="GradientNotRegisteredException">The operation has no gradient.</exception>
    /// <exception cref="ShapeMismatchException">The cotangent has another shape than the result.</exception>
    public static Tensor<TIn> Recorded<TIn, TOut>(Tensor<TOut> dy, Tensor<TIn> x, Func<Tensor<TIn>, Tensor<TOut>> operation)
        where TIn : unmanaged
        where TOut : unmanaged
    {
        GradientTape tape = new(watchAccessedVariables: false);
        Tensor<TIn> own = Tensor.Identity(x); // which the operation cannot name otherwise
        Tensor<TOut> y;
        using (tape.Record())
        {
            tape.WatchOnce(own);
            y = operation(own);
        }
        return (Tensor<TIn>)tape.Differentiate([y], [dy], [own], UnconnectedGradients.Zero)[0]!;
    }
}
