using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Functions that take a number besides, have two results, or take all numbers together.</summary>
public static partial class TensorRules
{
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.RootN), AllowsEmptyDestinations = true)]
    public static void RootNPullback<T>(int xLength, int n, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] += ddestination[i] * SlopeOfRoot(destination[i], n);
        ddestination[..xLength].Clear();
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.RootN))]
    public static void RootNTangent<T>(ReadOnlySpan<T> x, int n, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.RootN(x, n, destination);
        for (int i = 0; i < x.Length; i++)
            destinationDot[i] = xDot[i] * SlopeOfRoot(destination[i], n);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ScaleB), AllowsEmptyDestinations = true)]
    public static void ScaleBPullback<T>(int xLength, int n, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] += T.ScaleB(ddestination[i], n);
        ddestination[..xLength].Clear();
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ScaleB))]
    public static void ScaleBTangent<T>(ReadOnlySpan<T> x, int n, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.ScaleB(xDot, n, destinationDot);
        TensorPrimitives.ScaleB(x, n, destination);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinCos), AllowsEmptyDestinations = true)]
    public static void SinCosPullback<T>(
        int xLength, ReadOnlySpan<T> sinDestination, ReadOnlySpan<T> cosDestination, Span<T> dx, Span<T> dsinDestination, Span<T> dcosDestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddRotated(xLength, T.One, sinDestination, cosDestination, dx, dsinDestination, dcosDestination);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinCos))]
    public static void SinCosTangent<T>(
        ReadOnlySpan<T> x, Span<T> sinDestination, Span<T> cosDestination, ReadOnlySpan<T> xDot, Span<T> sinDestinationDot, Span<T> cosDestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.SinCos(x, sinDestination, cosDestination);
        Rotate(T.One, sinDestination, cosDestination, xDot, sinDestinationDot, cosDestinationDot);
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinCosPi), AllowsEmptyDestinations = true)]
    public static void SinCosPiPullback<T>(
        int xLength, ReadOnlySpan<T> sinPiDestination, ReadOnlySpan<T> cosPiDestination, Span<T> dx, Span<T> dsinPiDestination, Span<T> dcosPiDestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddRotated(xLength, T.Pi, sinPiDestination, cosPiDestination, dx, dsinPiDestination, dcosPiDestination);

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinCosPi))]
    public static void SinCosPiTangent<T>(
        ReadOnlySpan<T> x, Span<T> sinPiDestination, Span<T> cosPiDestination, ReadOnlySpan<T> xDot, Span<T> sinPiDestinationDot, Span<T> cosPiDestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.SinCosPi(x, sinPiDestination, cosPiDestination);
        Rotate(T.Pi, sinPiDestination, cosPiDestination, xDot, sinPiDestinationDot, cosPiDestinationDot);
    }

    /// <summary><c>y (dy - y · dy)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SoftMax), AllowsEmptyDestinations = true)]
    public static void SoftMaxPullback<T>(int xLength, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> y = destination[..xLength];
        Span<T> dy = ddestination[..xLength];
        if (!dx.IsEmpty)
        {
            TensorPrimitives.Subtract(dy, TensorPrimitives.Dot(y, dy), dy);
            TensorPrimitives.MultiplyAdd(y, dy, dx, dx);
        }
        dy.Clear();
    }

    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SoftMax))]
    public static void SoftMaxTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.SoftMax(x, destination);
        Span<T> y = destination[..x.Length], dot = destinationDot[..x.Length];
        TensorPrimitives.Subtract(xDot, TensorPrimitives.Dot(y, xDot), dot);
        TensorPrimitives.Multiply(dot, y, dot);
    }

    private static T SlopeOfRoot<T>(T root, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T degree = T.CreateChecked(n);
        return T.One / (degree * T.Pow(root, degree - T.One));
    }

    private static void AddRotated<T>(
        int length, T unit, ReadOnlySpan<T> sin, ReadOnlySpan<T> cos, Span<T> dx, Span<T> dsin, Span<T> dcos)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] += unit * (dsin[i] * cos[i] - dcos[i] * sin[i]);
        dsin[..length].Clear();
        dcos[..length].Clear();
    }

    private static void Rotate<T>(T unit, ReadOnlySpan<T> sin, ReadOnlySpan<T> cos, ReadOnlySpan<T> xDot, Span<T> sinDot, Span<T> cosDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < xDot.Length; i++)
        {
            T dot = unit * xDot[i];
            sinDot[i] = dot * cos[i];
            cosDot[i] = -dot * sin[i];
        }
    }
}
