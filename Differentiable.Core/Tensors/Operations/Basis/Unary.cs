namespace Differentiable.Tensors;

/// <summary>Elementwise operations with one input, by what their derivative needs.</summary>
internal static class Unary
{
    /// <summary>The derivative needs the input.</summary>
    public static Tensor<T> OfInput<T>(string name, Tensor<T> x, UnaryKernel<T, T> kernel, Func<Tensor<T>, Tensor<T>, Tensor<T>> pullback)
        where T : unmanaged
    {
        x = x.Now();
        return Recorder.Unary(name, Elementwise.Map(x, kernel), x, x, pullback);
    }

    /// <summary>The derivative needs the result.</summary>
    public static Tensor<T> OfResult<T>(string name, Tensor<T> x, UnaryKernel<T, T> kernel, Func<Tensor<T>, Tensor<T>, Tensor<T>> pullback)
        where T : unmanaged
    {
        x = x.Now();
        Tensor<T> y = Elementwise.Map(x, kernel);
        return Recorder.Unary(name, y, x, y, pullback);
    }

    /// <summary>The derivative is the same everywhere.</summary>
    public static Tensor<T> Linear<T>(string name, Tensor<T> x, UnaryKernel<T, T> kernel, Func<Tensor<T>, Tensor<T>> pullback)
        where T : unmanaged
    {
        x = x.Now();
        return Recorder.Unary(name, Elementwise.Map(x, kernel), x, pullback, static (dy, pullback) => pullback(dy));
    }

    /// <summary>The derivative is zero.</summary>
    public static Tensor<TOut> Constant<TIn, TOut>(Tensor<TIn> x, UnaryKernel<TIn, TOut> kernel)
        where TIn : unmanaged
        where TOut : unmanaged => Elementwise.Map(x.Now(), kernel);
}
