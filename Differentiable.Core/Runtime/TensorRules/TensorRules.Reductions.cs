using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Products of many numbers.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>Product</c>, whose derivative is the product of the other elements.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Product))]
    public static void ProductPullback<T>(ReadOnlySpan<T> x, T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> others = workspace.Allocate<T>(x.Length);
        ProductsOfOthers(x, others);
        AddMultiple(others, dresult, dx);
    }

    /// <summary>The tangent rule of <c>Product</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Product))]
    public static (T value, T valueDot) ProductTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.Product(x), ProductDot(x, xDot));

    /// <summary>The pullback of the tangent rule of <c>Product</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ProductTangent), AllowsEmptyDestinations = true)]
    public static void ProductTangentPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> others = workspace.Allocate<T>(x.Length), othersDot = workspace.Allocate<T>(x.Length);
        ProductsOfOthers(x, xDot, others, othersDot);
        AddMultiple(others, dresult.value, dx);
        AddMultiple(othersDot, dresult.valueDot, dx);
        AddMultiple(others, dresult.valueDot, dxDot);
    }

    /// <summary>The pullback of <c>ProductOfSums</c>, whose derivatives are the product of the other sums.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ProductOfSums), AllowsEmptyDestinations = true)]
    public static void ProductOfSumsPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T dresult, Span<T> dx, Span<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> factors = workspace.Allocate<T>(x.Length), others = workspace.Allocate<T>(x.Length);
        TensorPrimitives.Add(x, y, factors);
        ProductsOfOthers(factors, others);
        AddMultiple(others, dresult, dx);
        AddMultiple(others, dresult, dy);
    }

    /// <summary>The tangent rule of <c>ProductOfSums</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ProductOfSums))]
    public static (T value, T valueDot) ProductOfSumsTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> factors = workspace.Allocate<T>(x.Length), tangents = workspace.Allocate<T>(x.Length);
        TensorPrimitives.Add(x, y, factors);
        TensorPrimitives.Add(xDot, yDot, tangents);
        return (TensorPrimitives.ProductOfSums(x, y), ProductDot<T>(factors, tangents));
    }

    /// <summary>The pullback of the tangent rule of <c>ProductOfSums</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ProductOfSumsTangent), AllowsEmptyDestinations = true)]
    public static void ProductOfSumsTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dy, Span<T> dxDot, Span<T> dyDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> factors = workspace.Allocate<T>(x.Length), tangents = workspace.Allocate<T>(x.Length);
        Span<T> others = workspace.Allocate<T>(x.Length), othersDot = workspace.Allocate<T>(x.Length);
        TensorPrimitives.Add(x, y, factors);
        TensorPrimitives.Add(xDot, yDot, tangents);
        ProductsOfOthers(factors, tangents, others, othersDot);
        AddMultiple(others, dresult.value, dx);
        AddMultiple(othersDot, dresult.valueDot, dx);
        AddMultiple(others, dresult.valueDot, dxDot);
        AddMultiple(others, dresult.value, dy);
        AddMultiple(othersDot, dresult.valueDot, dy);
        AddMultiple(others, dresult.valueDot, dyDot);
    }

    /// <summary>The pullback of <c>ProductOfDifferences</c>, whose derivatives are the product of the other differences, with the sign of the operand.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ProductOfDifferences), AllowsEmptyDestinations = true)]
    public static void ProductOfDifferencesPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T dresult, Span<T> dx, Span<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> factors = workspace.Allocate<T>(x.Length), others = workspace.Allocate<T>(x.Length);
        TensorPrimitives.Subtract(x, y, factors);
        ProductsOfOthers(factors, others);
        AddMultiple(others, dresult, dx);
        AddMultiple(others, -dresult, dy);
    }

    /// <summary>The tangent rule of <c>ProductOfDifferences</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ProductOfDifferences))]
    public static (T value, T valueDot) ProductOfDifferencesTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> factors = workspace.Allocate<T>(x.Length), tangents = workspace.Allocate<T>(x.Length);
        TensorPrimitives.Subtract(x, y, factors);
        TensorPrimitives.Subtract(xDot, yDot, tangents);
        return (TensorPrimitives.ProductOfDifferences(x, y), ProductDot<T>(factors, tangents));
    }

    /// <summary>The pullback of the tangent rule of <c>ProductOfDifferences</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ProductOfDifferencesTangent), AllowsEmptyDestinations = true)]
    public static void ProductOfDifferencesTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dy, Span<T> dxDot, Span<T> dyDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> factors = workspace.Allocate<T>(x.Length), tangents = workspace.Allocate<T>(x.Length);
        Span<T> others = workspace.Allocate<T>(x.Length), othersDot = workspace.Allocate<T>(x.Length);
        TensorPrimitives.Subtract(x, y, factors);
        TensorPrimitives.Subtract(xDot, yDot, tangents);
        ProductsOfOthers(factors, tangents, others, othersDot);
        AddMultiple(others, dresult.value, dx);
        AddMultiple(othersDot, dresult.valueDot, dx);
        AddMultiple(others, dresult.valueDot, dxDot);
        AddMultiple(others, -dresult.value, dy);
        AddMultiple(othersDot, -dresult.valueDot, dy);
        AddMultiple(others, -dresult.valueDot, dyDot);
    }

    /// <summary>For each number the product of all others: no division, so that zeros are no exception.</summary>
    private static void ProductsOfOthers<T>(ReadOnlySpan<T> x, Span<T> others)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T before = T.One, behind = T.One;
        for (int i = 0; i < x.Length; i++)
        {
            others[i] = before;
            before *= x[i];
        }
        for (int i = x.Length - 1; i >= 0; i--)
        {
            others[i] *= behind;
            behind *= x[i];
        }
    }

    /// <summary>The products of all others, and their tangents.</summary>
    private static void ProductsOfOthers<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, Span<T> others, Span<T> othersDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T before = T.One, beforeDot = T.Zero, behind = T.One, behindDot = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            (others[i], othersDot[i]) = (before, beforeDot);
            (before, beforeDot) = (before * x[i], beforeDot * x[i] + before * xDot[i]);
        }
        for (int i = x.Length - 1; i >= 0; i--)
        {
            (others[i], othersDot[i]) = (others[i] * behind, othersDot[i] * behind + others[i] * behindDot);
            (behind, behindDot) = (behind * x[i], behindDot * x[i] + behind * xDot[i]);
        }
    }

    private static T ProductDot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T product = T.One, dot = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            dot = dot * x[i] + product * xDot[i];
            product *= x[i];
        }
        return dot;
    }
}
