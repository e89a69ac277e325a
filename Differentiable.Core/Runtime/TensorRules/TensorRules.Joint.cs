using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>Functions that take a number besides, have two results, or take all numbers together.</summary>
public static partial class TensorRules
{
    /// <summary>The pullback of <c>RootN</c>, whose derivative is <c>ⁿ√x / (n x)</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.RootN), AllowsEmptyDestinations = true)]
    public static void RootNPullback<T>(int xLength, int n, ReadOnlySpan<T> destination, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] += ddestination[i] * SlopeOfRoot(destination[i], n);
        ddestination[..xLength].Clear();
    }

    /// <summary>The tangent rule of <c>RootN</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.RootN))]
    public static void RootNTangent<T>(ReadOnlySpan<T> x, int n, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.RootN(x, n, destination);
        for (int i = 0; i < x.Length; i++)
            destinationDot[i] = xDot[i] * SlopeOfRoot(destination[i], n);
    }

    /// <summary>The pullback of the tangent rule of <c>RootN</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(RootNTangent), AllowsEmptyDestinations = true)]
    public static void RootNTangentPullback<T>(
        int n, ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] += ddestinationDot[i] * xDot[i] * CurvatureOfRoot(destination[i], n);
        RootNPullback(xDot.Length, n, destination, dx, ddestination);
        RootNPullback(xDot.Length, n, destination, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>ScaleB</c>, whose derivative is <c>2ⁿ</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ScaleB), AllowsEmptyDestinations = true)]
    public static void ScaleBPullback<T>(int xLength, int n, Span<T> dx, Span<T> ddestination)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] += T.ScaleB(ddestination[i], n);
        ddestination[..xLength].Clear();
    }

    /// <summary>The tangent rule of <c>ScaleB</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.ScaleB))]
    public static void ScaleBTangent<T>(ReadOnlySpan<T> x, int n, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.ScaleB(xDot, n, destinationDot);
        TensorPrimitives.ScaleB(x, n, destination);
    }

    /// <summary>The pullback of the tangent rule of <c>ScaleB</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(ScaleBTangent), AllowsEmptyDestinations = true)]
    public static void ScaleBTangentPullback<T>(int xLength, int n, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ScaleBPullback(xLength, n, dx, ddestination);
        ScaleBPullback(xLength, n, dxDot, ddestinationDot);
    }

    /// <summary>The pullback of <c>SinCos</c>, whose derivatives are <c>cos x</c> and <c>−sin x</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinCos), AllowsEmptyDestinations = true)]
    public static void SinCosPullback<T>(
        int xLength, ReadOnlySpan<T> sinDestination, ReadOnlySpan<T> cosDestination, Span<T> dx, Span<T> dsinDestination, Span<T> dcosDestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddRotated(xLength, T.One, sinDestination, cosDestination, dx, dsinDestination, dcosDestination);

    /// <summary>The tangent rule of <c>SinCos</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinCos))]
    public static void SinCosTangent<T>(
        ReadOnlySpan<T> x, Span<T> sinDestination, Span<T> cosDestination, ReadOnlySpan<T> xDot, Span<T> sinDestinationDot, Span<T> cosDestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.SinCos(x, sinDestination, cosDestination);
        Rotate(T.One, sinDestination, cosDestination, xDot, sinDestinationDot, cosDestinationDot);
    }

    /// <summary>The pullback of the tangent rule of <c>SinCos</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SinCosTangent), AllowsEmptyDestinations = true)]
    public static void SinCosTangentPullback<T>(
        ReadOnlySpan<T> sinDestination, ReadOnlySpan<T> cosDestination, ReadOnlySpan<T> xDot,
        Span<T> dx, Span<T> dsinDestination, Span<T> dcosDestination, Span<T> dxDot, Span<T> dsinDestinationDot, Span<T> dcosDestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SubtractTurned(T.One, sinDestination, cosDestination, xDot, dx, dsinDestinationDot, dcosDestinationDot);
        AddRotated(xDot.Length, T.One, sinDestination, cosDestination, dx, dsinDestination, dcosDestination);
        AddRotated(xDot.Length, T.One, sinDestination, cosDestination, dxDot, dsinDestinationDot, dcosDestinationDot);
    }

    /// <summary>The pullback of <c>SinCosPi</c>, whose derivatives are <c>π cos πx</c> and <c>−π sin πx</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinCosPi), AllowsEmptyDestinations = true)]
    public static void SinCosPiPullback<T>(
        int xLength, ReadOnlySpan<T> sinPiDestination, ReadOnlySpan<T> cosPiDestination, Span<T> dx, Span<T> dsinPiDestination, Span<T> dcosPiDestination)
        where T : unmanaged, IFloatingPointIeee754<T>
        => AddRotated(xLength, T.Pi, sinPiDestination, cosPiDestination, dx, dsinPiDestination, dcosPiDestination);

    /// <summary>The tangent rule of <c>SinCosPi</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SinCosPi))]
    public static void SinCosPiTangent<T>(
        ReadOnlySpan<T> x, Span<T> sinPiDestination, Span<T> cosPiDestination, ReadOnlySpan<T> xDot, Span<T> sinPiDestinationDot, Span<T> cosPiDestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.SinCosPi(x, sinPiDestination, cosPiDestination);
        Rotate(T.Pi, sinPiDestination, cosPiDestination, xDot, sinPiDestinationDot, cosPiDestinationDot);
    }

    /// <summary>The pullback of the tangent rule of <c>SinCosPi</c>.</summary>
    [DerivativeOf(typeof(TensorRules), nameof(SinCosPiTangent), AllowsEmptyDestinations = true)]
    public static void SinCosPiTangentPullback<T>(
        ReadOnlySpan<T> sinPiDestination, ReadOnlySpan<T> cosPiDestination, ReadOnlySpan<T> xDot,
        Span<T> dx, Span<T> dsinPiDestination, Span<T> dcosPiDestination, Span<T> dxDot, Span<T> dsinPiDestinationDot, Span<T> dcosPiDestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SubtractTurned(T.Pi, sinPiDestination, cosPiDestination, xDot, dx, dsinPiDestinationDot, dcosPiDestinationDot);
        AddRotated(xDot.Length, T.Pi, sinPiDestination, cosPiDestination, dx, dsinPiDestination, dcosPiDestination);
        AddRotated(xDot.Length, T.Pi, sinPiDestination, cosPiDestination, dxDot, dsinPiDestinationDot, dcosPiDestinationDot);
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

    /// <summary>The tangent rule of <c>SoftMax</c>.</summary>
    [DerivativeOf(typeof(TensorPrimitives), nameof(TensorPrimitives.SoftMax))]
    public static void SoftMaxTangent<T>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> xDot, Span<T> destinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.SoftMax(x, destination);
        Span<T> y = destination[..x.Length], dot = destinationDot[..x.Length];
        TensorPrimitives.Subtract(xDot, TensorPrimitives.Dot(y, xDot), dot);
        TensorPrimitives.Multiply(dot, y, dot);
    }

    /// <summary>
    /// The tangent <c>y (xDot - y · xDot)</c>, weighed with <c>v = dyDot</c>, has the derivative <c>v xDot - (y · xDot) v - (y · v) xDot</c> in <c>y</c>, which
    /// goes on to <c>x</c> as the cotangents of the values do.
    /// </summary>
    [DerivativeOf(typeof(TensorRules), nameof(SoftMaxTangent), AllowsEmptyDestinations = true)]
    public static void SoftMaxTangentPullback<T>(
        ReadOnlySpan<T> destination, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> ddestination, Span<T> dxDot, Span<T> ddestinationDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> y = destination[..xDot.Length], v = ddestinationDot[..xDot.Length];
        Span<T> dy = ddestination[..xDot.Length];
        TensorPrimitives.MultiplyAdd(v, xDot, dy, dy);
        AddMultiple(v, -TensorPrimitives.Dot(y, xDot), dy);
        AddMultiple(xDot, -TensorPrimitives.Dot(y, v), dy);
        SoftMaxPullback(xDot.Length, destination, dx, ddestination);
        SoftMaxPullback(xDot.Length, destination, dxDot, ddestinationDot);
    }

    private static T SlopeOfRoot<T>(T root, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T degree = T.CreateChecked(n);
        return T.One / (degree * T.Pow(root, degree - T.One));
    }

    private static T CurvatureOfRoot<T>(T root, int n)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T degree = T.CreateChecked(n);
        return n == 1 ? T.Zero : (T.One - degree) / degree * SlopeOfRoot(root, n) / T.Pow(root, degree);
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

    /// <summary>The second derivatives are minus the functions themselves, times the square of the unit.</summary>
    private static void SubtractTurned<T>(
        T unit, ReadOnlySpan<T> sin, ReadOnlySpan<T> cos, ReadOnlySpan<T> xDot, Span<T> dx, ReadOnlySpan<T> dsinDot, ReadOnlySpan<T> dcosDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < dx.Length; i++)
            dx[i] -= unit * unit * xDot[i] * (dsinDot[i] * sin[i] + dcosDot[i] * cos[i]);
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
