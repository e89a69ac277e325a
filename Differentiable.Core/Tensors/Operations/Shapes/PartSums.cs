namespace Differentiable.Tensors;

/// <summary>Sums of parts, for those who do not know the type of the elements.</summary>
internal static class PartSums
{
    /// <summary>Zeros, to which parts are added at these indices along an axis.</summary>
    public static Tensor<T> AddParts<T>(Tensor<T> parts, int[] indices, Shape shape, int axis)
        where T : unmanaged => parts switch
        {
            Tensor<float> p => (Tensor<T>)(object)Tensor.AddParts(p, indices, shape, axis),
            Tensor<double> p => (Tensor<T>)(object)Tensor.AddParts(p, indices, shape, axis),
            Tensor<Half> p => (Tensor<T>)(object)Tensor.AddParts(p, indices, shape, axis),
            _ => throw Scalars.WithoutDerivatives<T>(),
        };
}
