namespace Differentiable.Tensors;

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

    /// <summary>The derivative with respect to each input needs the other one.</summary>
    public static Tensor<T> OfOther<T>(
        Tensor<T> left, Tensor<T> right, BinaryKernel<T, T> kernel, Func<Tensor<T>, Tensor<T>, Tensor<T>> pullbackLeft, Func<Tensor<T>, Tensor<T>, Tensor<T>> pullbackRight)
        where T : unmanaged
    {
        (left, right) = (left.Now(), right.Now());
        return Recorder.Binary(kernel.Name, Elementwise.Combine(left, right, kernel), left, right, right, pullbackLeft, left, pullbackRight);
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
