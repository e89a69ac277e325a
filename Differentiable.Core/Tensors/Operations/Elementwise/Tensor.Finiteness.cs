using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Which elements are finite numbers.</content>
public static partial class Tensor
{
    /// <summary>Is the element not a number? <c>Tensor.Where(Tensor.IsNaN(x), 0, x)</c> replaces what is missing.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    public static Tensor<bool> IsNaN<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Unary.Constant(x, Finiteness<T>.IsNaN);

    /// <summary>Is the element positive or negative infinity?</summary>
    /// <inheritdoc cref="IsNaN"/>
    public static Tensor<bool> IsInfinity<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Unary.Constant(x, Finiteness<T>.IsInfinity);

    /// <summary>Is the element a number that is not infinite?</summary>
    /// <inheritdoc cref="IsNaN"/>
    public static Tensor<bool> IsFinite<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Unary.Constant(x, Finiteness<T>.IsFinite);
}
