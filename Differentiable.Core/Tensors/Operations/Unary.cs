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

/// <summary>Elementwise operations with two inputs, by what their derivatives need.</summary>
internal static class Binary
{
    /// <summary>The derivatives need the inputs.</summary>
    public static Tensor<T> Of<T>(
        Tensor<T> left,
        Tensor<T> right,
        BinaryKernel<T, T> kernel,
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> pullbackLeft,
        Func<Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>> pullbackRight)
        where T : unmanaged
    {
        (left, right) = (left.Now(), right.Now());
        return Recorder.Binary(
            kernel.Name,
            Elementwise.Combine(left, right, kernel),
            left,
            right,
            (left, right, pullbackLeft, pullbackRight),
            static (dy, kept) => kept.pullbackLeft(dy, kept.left, kept.right),
            static (dy, kept) => kept.pullbackRight(dy, kept.left, kept.right));
    }

    /// <summary>The derivatives are the same everywhere.</summary>
    public static Tensor<T> Linear<T>(
        Tensor<T> left, Tensor<T> right, BinaryKernel<T, T> kernel, Func<Tensor<T>, Tensor<T>> pullbackLeft, Func<Tensor<T>, Tensor<T>> pullbackRight)
        where T : unmanaged
    {
        (left, right) = (left.Now(), right.Now());
        return Recorder.Binary(
            kernel.Name,
            Elementwise.Combine(left, right, kernel),
            left,
            right,
            (pullbackLeft, pullbackRight),
            static (dy, kept) => kept.pullbackLeft(dy),
            static (dy, kept) => kept.pullbackRight(dy));
    }
}
