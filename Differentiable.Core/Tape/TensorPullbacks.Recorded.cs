namespace Differentiable.Tensors;

/// <content>What generated code does where an operation has no pullback of its own.</content>
public static partial class TensorPullbacks
{
    /// <summary>The cotangent of the input of an operation without a named pullback: the operation runs again, on a tape of its own.</summary>
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
