namespace Differentiable.Tensors;

/// <content>Sums and products of elements, also cumulative ones, sums of scattered elements, averages, also those of windows, norms, products of vectors and soft maxima of <see cref="Half"/> are computed in single precision and rounded once: in their own they stand still at 2048, and end at 65504.</content>
public static partial class Tensor
{
    internal static bool IsOfHalves<T>() => typeof(T) == typeof(Half);

    internal static Tensor<float> Widened<T>(Tensor<T> x)
        where T : unmanaged => Cast<Half, float>((Tensor<Half>)(object)x);

    internal static Tensor<T> Narrowed<T>(Tensor<float> x)
        where T : unmanaged => (Tensor<T>)(object)Cast<float, Half>(x);
}
