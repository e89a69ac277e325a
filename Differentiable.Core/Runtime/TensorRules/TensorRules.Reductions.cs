using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Products of many numbers, and the one of many that is chosen.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Product))]
    public static void ProductPullback<T>(ReadOnlySpan<T> x, T dresult, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using Workspace workspace = Workspace.Rent();
        Span<T> others = workspace.Allocate<T>(x.Length);
        ProductsOfOthers(x, others);
        AddMultiple(others, dresult, dx);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Product))]
    public static (T value, T valueDot) ProductTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (TensorPrimitives.Product(x), ProductDot(x, xDot));

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

    /// <summary>The first of those that are equal to the result.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Max))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Min))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitude))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitude))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxNumber))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinNumber))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitudeNumber))]
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitudeNumber))]
    public static void ChoicePullback<T>(ReadOnlySpan<T> x, T dresult, T result, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
        => dx[x.IndexOf(result)] += dresult;

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Max))]
    public static (T value, T valueDot) MaxTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.Max(x), x, xDot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Min))]
    public static (T value, T valueDot) MinTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.Min(x), x, xDot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitude))]
    public static (T value, T valueDot) MaxMagnitudeTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MaxMagnitude(x), x, xDot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitude))]
    public static (T value, T valueDot) MinMagnitudeTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MinMagnitude(x), x, xDot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxNumber))]
    public static (T value, T valueDot) MaxNumberTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MaxNumber(x), x, xDot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinNumber))]
    public static (T value, T valueDot) MinNumberTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MinNumber(x), x, xDot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MaxMagnitudeNumber))]
    public static (T value, T valueDot) MaxMagnitudeNumberTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MaxMagnitudeNumber(x), x, xDot);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.MinMagnitudeNumber))]
    public static (T value, T valueDot) MinMagnitudeNumberTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Chosen(TensorPrimitives.MinMagnitudeNumber(x), x, xDot);

    private static (T, T) Chosen<T>(T value, ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
        => (value, xDot[x.IndexOf(value)]);

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
