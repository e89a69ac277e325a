using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Distances, angles between vectors, and spread.</summary>
public static partial class TensorRules
{
    /// <summary>0 where the points are the same.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Distance), AllowsEmptyDestinations = true)]
    public static void DistancePullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T dresult, T result, Span<T> dx, Span<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (T.IsZero(result))
            return;
        T scale = dresult / result;
        AddMultiple(x, scale, dx);
        AddMultiple(y, -scale, dx);
        AddMultiple(y, scale, dy);
        AddMultiple(x, -scale, dy);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Distance))]
    public static (T value, T valueDot) DistanceTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = TensorPrimitives.Distance(x, y), sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += (x[i] - y[i]) * (xDot[i] - yDot[i]);
        return (value, T.IsZero(value) ? T.Zero : sum / value);
    }

    /// <summary>With the cosine <c>c</c>: <c>(y / |y| - c x / |x|) / |x|</c>, and the same the other way round.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CosineSimilarity), AllowsEmptyDestinations = true)]
    public static void CosineSimilarityPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T dresult, T result, Span<T> dx, Span<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T ofX = TensorPrimitives.Norm(x), ofY = TensorPrimitives.Norm(y), mixed = dresult / (ofX * ofY);
        AddMultiple(y, mixed, dx);
        AddMultiple(x, -(dresult * result / (ofX * ofX)), dx);
        AddMultiple(x, mixed, dy);
        AddMultiple(y, -(dresult * result / (ofY * ofY)), dy);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CosineSimilarity))]
    public static (T value, T valueDot) CosineSimilarityTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = TensorPrimitives.CosineSimilarity(x, y), ofX = TensorPrimitives.Norm(x), ofY = TensorPrimitives.Norm(y);
        T mixed = (TensorPrimitives.Dot(xDot, y) + TensorPrimitives.Dot(x, yDot)) / (ofX * ofY);
        T own = TensorPrimitives.Dot(x, xDot) / (ofX * ofX) + TensorPrimitives.Dot(y, yDot) / (ofY * ofY);
        return (value, mixed - value * own);
    }

    /// <summary>0 where all numbers are the same.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.StdDev))]
    public static void StdDevPullback<T>(ReadOnlySpan<T> x, T dresult, T result, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (T.IsZero(result))
            return;
        T scale = dresult / (T.CreateChecked(x.Length) * result);
        AddMultiple(x, scale, dx);
        TensorPrimitives.Subtract(dx, scale * TensorPrimitives.Average(x), dx);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.StdDev))]
    public static (T value, T valueDot) StdDevTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = TensorPrimitives.StdDev(x), mean = TensorPrimitives.Average(x), sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += (x[i] - mean) * xDot[i];
        return (value, T.IsZero(value) ? T.Zero : sum / (T.CreateChecked(x.Length) * value));
    }

    private static void AddMultiple<T>(ReadOnlySpan<T> vector, T scale, Span<T> places)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!places.IsEmpty)
            TensorPrimitives.MultiplyAdd(vector, scale, places, places);
    }
}
