namespace Differentiable.Tensors;

/// <summary>What tapes do with cotangents, whose type they know only at run time.</summary>
internal static class Reals
{
    public static TensorBase Add<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged => (left, right) switch
        {
            (Tensor<float> l, Tensor<float> r) => Tensor.Add(l, r),
            (Tensor<double> l, Tensor<double> r) => Tensor.Add(l, r),
            (Tensor<Half> l, Tensor<Half> r) => Tensor.Add(l, r),
            _ => throw Scalars.WithoutDerivatives<T>(),
        };

    public static TensorBase OnesLike<T>(Tensor<T> tensor)
        where T : unmanaged => tensor switch
        {
            Tensor<float> => Tensor.Ones<float>(tensor.Shape),
            Tensor<double> => Tensor.Ones<double>(tensor.Shape),
            Tensor<Half> => Tensor.Ones<Half>(tensor.Shape),
            _ => throw Scalars.WithoutDerivatives<T>(),
        };

    /// <summary>Sums over the axes along which a smaller tensor was repeated.</summary>
    public static Tensor<T> SumTo<T>(Tensor<T> tensor, Shape shape)
        where T : unmanaged => tensor.Shape.Equals(shape) ? tensor : tensor switch
        {
            Tensor<float> t => (Tensor<T>)(object)Tensor.SumTo(t, shape),
            Tensor<double> t => (Tensor<T>)(object)Tensor.SumTo(t, shape),
            Tensor<Half> t => (Tensor<T>)(object)Tensor.SumTo(t, shape),
            _ => throw Scalars.WithoutDerivatives<T>(),
        };

    /// <summary>The same numbers in the type that holds those of all others.</summary>
    public static Tensor<double> Widen<T>(Tensor<T> tensor)
        where T : unmanaged => tensor switch
        {
            Tensor<float> t => Tensor.Cast<float, double>(t),
            Tensor<double> t => t,
            Tensor<Half> t => Tensor.Cast<Half, double>(t),
            _ => throw Scalars.WithoutDerivatives<T>(),
        };

    /// <summary>Numbers of that type as those of a tensor's.</summary>
    public static TensorBase Narrow<T>(Tensor<T> like, Tensor<double> wide)
        where T : unmanaged => like switch
        {
            Tensor<float> => Tensor.Cast<double, float>(wide),
            Tensor<double> => wide,
            Tensor<Half> => Tensor.Cast<double, Half>(wide),
            _ => throw Scalars.WithoutDerivatives<T>(),
        };
}
