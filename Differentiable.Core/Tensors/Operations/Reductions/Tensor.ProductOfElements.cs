using System.Numerics;
using Differentiable.Runtime;

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
        if (IsOfHalves<T>())
            return Narrowed<T>(Product(Widened(x), axes, keepDimensions));
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        if (reduced.Count == 0)
            return Recorder.Unary(nameof(Product), Ones<T>(reduced.Result), x, x.Shape, static (_, shape) => Zeros<T>(shape));
        return Reshape(ProductOfParts(Factors(x, reduced)), reduced.Result);
    }

    /// <summary>What is multiplied with each other, one behind the other along a first axis.</summary>
    internal static Tensor<T> Factors<T>(Tensor<T> x, Reduced reduced)
        where T : unmanaged => Reshape(PermuteDimensions(x, reduced.AxesFirst), [reduced.Count, .. Reduction.Without(x.Shape, reduced.Axes)]);

    internal static Tensor<T> ProductOfParts<T>(Tensor<T> factors)
        where T : unmanaged, INumberBase<T>
    {
        int count = factors.Shape[0];
        if (count == 1)
            return factors[0];
        Tensor<T> product = ProductOfParts(PairsOf(factors));
        return count % 2 == 0 ? product : product * factors[^1];
    }

    /// <summary>The products of one half's factors with the other half's.</summary>
    internal static Tensor<T> PairsOf<T>(Tensor<T> factors)
        where T : unmanaged, INumberBase<T> => factors[..(factors.Shape[0] / 2)] * factors[(factors.Shape[0] / 2)..(factors.Shape[0] / 2 * 2)];
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of the product of all elements.</summary>
    [PullbackOf(nameof(Tensor.Product), "x")]
    public static Tensor<T> Product<T>(Tensor<T> dy, Tensor<T> x)
        where T : unmanaged, INumberBase<T> => Product(dy, x, [], keepDimensions: false);

    /// <summary>The pullback of the products along some axes.</summary>
    [PullbackOf(nameof(Tensor.Product), "x")]
    public static Tensor<T> Product<T>(Tensor<T> dy, Tensor<T> x, ReadOnlySpan<int> axes, bool keepDimensions)
        where T : unmanaged, INumberBase<T>
    {
        if (Tensor.IsOfHalves<T>())
            return Tensor.Narrowed<T>(Product(Tensor.Widened(dy), Tensor.Widened(x), axes, keepDimensions));
        Reduced reduced = Reduced.From(x.Shape, axes, keepDimensions);
        if (reduced.Count == 0)
            return Tensor.Zeros<T>(x.Shape);
        Tensor<T> factors = Tensor.Factors(x, reduced);
        int[] order = reduced.AxesFirst;
        Tensor<T> dFactors = ProductOfParts(Tensor.Reshape(dy, [1, .. factors.Shape.Skip(1)]), factors);
        return PermuteDimensions(Tensor.Reshape(dFactors, [.. order.Select(axis => x.Shape[axis])]), order);
    }

    private static Tensor<T> ProductOfParts<T>(Tensor<T> dy, Tensor<T> factors)
        where T : unmanaged, INumberBase<T>
    {
        int count = factors.Shape[0], half = count / 2;
        if (count == 1)
            return dy;
        Tensor<T> pairs = Tensor.PairsOf(factors);
        Tensor<T> dPairs = ProductOfParts(count % 2 == 0 ? dy : MultiplyLeft(dy, factors[^1]), pairs);
        Tensor<T>[] dHalves = [MultiplyLeft(dPairs, factors[half..(2 * half)]), MultiplyRight(dPairs, factors[..half])];
        return Tensor.Concatenate(count % 2 == 0 ? dHalves : [.. dHalves, MultiplyRight(dy, Tensor.ProductOfParts(pairs))]);
    }
}
