using System.Numerics;

namespace Differentiable.Tensors;

/// <content>Products of elements.</content>
public static partial class Tensor
{
    /// <summary>The product of all elements.</summary>
    /// <inheritdoc cref="Product{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Product<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Product(x, []);

    /// <summary>
    /// The products along some axes; of no elements, 1. The halves are multiplied with each other until one factor is left, so that derivatives of every order are
    /// products of the other factors: right also where factors are 0.
    /// </summary>
    /// <inheritdoc cref="Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    public static Tensor<T> Product<T>(Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions = false)
        where T : unmanaged, INumberBase<T>
    {
        x = x.Now();
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        if (reduced.Count == 0)
            return Recorder.Unary(nameof(Product), Ones<T>(reduced.Result), x, x.Shape, static (_, shape) => Zeros<T>(shape));
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(axis => Array.IndexOf(reduced.Axes, axis) < 0)];
        Tensor<T> factors = Reshape(PermuteDimensions(x, [.. reduced.Axes, .. others]), [reduced.Count, .. Reduction.Without(x.Shape, reduced.Axes)]);
        return Reshape(ProductOfParts(factors), reduced.Result);
    }

    private static Tensor<T> ProductOfParts<T>(Tensor<T> factors)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<T>? odd = null;
        while (factors.Shape[0] > 1)
        {
            int half = factors.Shape[0] / 2;
            if (factors.Shape[0] % 2 == 1)
                odd = odd is null ? factors[^1] : odd * factors[^1];
            factors = factors[..half] * factors[half..(2 * half)];
        }
        return odd is null ? factors[0] : factors[0] * odd;
    }
}
