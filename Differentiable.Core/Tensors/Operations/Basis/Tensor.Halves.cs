namespace Differentiable.Tensors;

/// <content>Sums, also cumulative ones and those of scattered elements, averages, norms, products of vectors and soft maxima of <see cref="Half"/> are computed in single precision and rounded once: in their own they stand still at 2048, and end at 65504.</content>
public static partial class Tensor
{
    internal static bool IsOfHalves<T>() => typeof(T) == typeof(Half);

    internal static Tensor<float> Widened<T>(Tensor<T> x)
        where T : unmanaged => Cast<Half, float>((Tensor<Half>)(object)x);

    internal static Tensor<T> Narrowed<T>(Tensor<float> x)
        where T : unmanaged => (Tensor<T>)(object)Cast<float, Half>(x);
}
