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
        if (!T.IsZero(result))
            AddDifference(x, y, dresult / result, dx, dy);
    }

    /// <summary>The tangent rule of <c>Distance</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.Distance))]
    public static (T value, T valueDot) DistanceTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = TensorPrimitives.Distance(x, y), sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += (x[i] - y[i]) * (xDot[i] - yDot[i]);
        return (value, T.IsZero(value) ? T.Zero : sum / value);
    }

    /// <summary>As of the norm of the difference.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(DistanceTangent), AllowsEmptyDestinations = true)]
    public static void DistanceTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dy, Span<T> dxDot, Span<T> dyDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T distance, T distanceDot) = DistanceTangent(x, y, xDot, yDot);
        if (T.IsZero(distance))
            return;
        T scale = dresult.valueDot / distance;
        AddDifference(x, y, (dresult.value - scale * distanceDot) / distance, dx, dy);
        AddDifference(xDot, yDot, scale, dx, dy);
        AddDifference(x, y, scale, dxDot, dyDot);
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

    /// <summary>The tangent rule of <c>CosineSimilarity</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.CosineSimilarity))]
    public static (T value, T valueDot) CosineSimilarityTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = TensorPrimitives.CosineSimilarity(x, y), ofX = TensorPrimitives.Norm(x), ofY = TensorPrimitives.Norm(y);
        T mixed = (TensorPrimitives.Dot(xDot, y) + TensorPrimitives.Dot(x, yDot)) / (ofX * ofY);
        T own = TensorPrimitives.Dot(x, xDot) / (ofX * ofX) + TensorPrimitives.Dot(y, yDot) / (ofY * ofY);
        return (value, mixed - value * own);
    }

    /// <summary>
    /// With <c>p = |x|²</c>, <c>q = |y|²</c> and the cosine <c>c</c>, the tangent is <c>m - c (a + b)</c> with <c>m = (xDot · y + x · yDot) / √(pq)</c>,
    /// <c>a = x · xDot / p</c>, <c>b = y · yDot / q</c>. Its derivative in <c>x</c> is
    /// <c>(yDot - (a + b) y) / √(pq) - c xDot / p + (c (3a + b) - m) x / p</c>, and the same the other way round.
    /// </summary>
    [DerivativeOf(typeof(TensorRules), nameof(CosineSimilarityTangent), AllowsEmptyDestinations = true)]
    public static void CosineSimilarityTangentPullback<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> xDot, ReadOnlySpan<T> yDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dy, Span<T> dxDot, Span<T> dyDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T p = TensorPrimitives.SumOfSquares(x), q = TensorPrimitives.SumOfSquares(y), cosine = TensorPrimitives.CosineSimilarity(x, y);
        T root = TensorPrimitives.Norm(x) * TensorPrimitives.Norm(y), weight = dresult.valueDot;
        T m = (TensorPrimitives.Dot(xDot, y) + TensorPrimitives.Dot(x, yDot)) / root;
        T a = TensorPrimitives.Dot(x, xDot) / p, b = TensorPrimitives.Dot(y, yDot) / q;
        AddHalf(x, y, xDot, yDot, a, p, dx);
        AddHalf(y, x, yDot, xDot, b, q, dy);
        CosineSimilarityPullback(x, y, dresult.value, cosine, dx, dy);
        CosineSimilarityPullback(x, y, weight, cosine, dxDot, dyDot);

        void AddHalf(ReadOnlySpan<T> own, ReadOnlySpan<T> other, ReadOnlySpan<T> ownDot, ReadOnlySpan<T> otherDot, T change, T square, Span<T> places)
        {
            AddMultiple(otherDot, weight / root, places);
            AddMultiple(other, -(weight * (a + b) / root), places);
            AddMultiple(ownDot, -(weight * cosine / square), places);
            AddMultiple(own, weight * (cosine * (a + b + change + change) - m) / square, places);
        }
    }

    /// <summary>0 where all numbers are the same.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.StdDev))]
    public static void StdDevPullback<T>(ReadOnlySpan<T> x, T dresult, T result, Span<T> dx)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!T.IsZero(result))
            AddDeviations(x, dresult / (T.CreateChecked(x.Length) * result), dx);
    }

    /// <summary>The tangent rule of <c>StdDev</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.StdDev))]
    public static (T value, T valueDot) StdDevTangent<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T value = TensorPrimitives.StdDev(x), mean = TensorPrimitives.Average(x), sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
            sum += (x[i] - mean) * xDot[i];
        return (value, T.IsZero(value) ? T.Zero : sum / (T.CreateChecked(x.Length) * value));
    }

    /// <summary>
    /// As of the norm, with means taken away: with the tangent <c>t</c> of the deviation <c>s</c>, its derivatives are <c>(xDot - mean - t (x - mean) / s) / (n s)</c>
    /// in <c>x</c> and <c>(x - mean) / (n s)</c> in <c>xDot</c>; 0 where all numbers are the same.
    /// </summary>
    [DerivativeOf(typeof(TensorRules), nameof(StdDevTangent), AllowsEmptyDestinations = true)]
    public static void StdDevTangentPullback<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> xDot, (T value, T valueDot) dresult, Span<T> dx, Span<T> dxDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (T deviation, T deviationDot) = StdDevTangent(x, xDot);
        if (T.IsZero(deviation))
            return;
        T scale = dresult.valueDot / deviation, count = T.CreateChecked(x.Length);
        AddDeviations(x, (dresult.value - scale * deviationDot) / (count * deviation), dx);
        AddDeviations(xDot, scale / count, dx);
        AddDeviations(x, scale / count, dxDot);
    }

    /// <summary>Adds multiples of <c>x - y</c> to one and takes them from the other.</summary>
    private static void AddDifference<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T scale, Span<T> dx, Span<T> dy)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AddMultiple(x, scale, dx);
        AddMultiple(y, -scale, dx);
        AddMultiple(y, scale, dy);
        AddMultiple(x, -scale, dy);
    }

    /// <summary>Adds multiples of what the numbers are away from their mean.</summary>
    private static void AddDeviations<T>(ReadOnlySpan<T> x, T scale, Span<T> places)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        AddMultiple(x, scale, places);
        TensorPrimitives.Subtract(places, scale * TensorPrimitives.Average(x), places);
    }

    private static void AddMultiple<T>(ReadOnlySpan<T> vector, T scale, Span<T> places)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!places.IsEmpty)
            TensorPrimitives.MultiplyAdd(vector, scale, places, places);
    }
}
