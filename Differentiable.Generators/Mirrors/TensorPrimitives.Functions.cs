using System;

namespace System.Numerics.Tensors;

/// <summary>Functions of one number, for many.</summary>
public static partial class TensorPrimitives
{
    public static void Sqrt<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Sqrt(x));

    public static void Cbrt<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Cbrt(x));

    public static void ReciprocalEstimate<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.ReciprocalEstimate(x));

    public static void ReciprocalSqrtEstimate<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.ReciprocalSqrtEstimate(x));

    public static void Exp<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Exp(x));

    public static void Exp2<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Exp2(x));

    public static void Exp10<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Exp10(x));

    public static void ExpM1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.ExpM1(x));

    public static void Exp2M1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Exp2M1(x));

    public static void Exp10M1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Exp10M1(x));

    public static void Log<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Log(x));

    public static void Log2<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Log2(x));

    public static void Log10<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Log10(x));

    public static void LogP1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.LogP1(x));

    public static void Log2P1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Log2P1(x));

    public static void Log10P1<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Log10P1(x));

    public static void Sin<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Sin(x));

    public static void Cos<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Cos(x));

    public static void Tan<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Tan(x));

    public static void Asin<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Asin(x));

    public static void Acos<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Acos(x));

    public static void Atan<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Atan(x));

    public static void SinPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.SinPi(x));

    public static void CosPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.CosPi(x));

    public static void TanPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.TanPi(x));

    public static void AsinPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.AsinPi(x));

    public static void AcosPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.AcosPi(x));

    public static void AtanPi<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.AtanPi(x));

    public static void Sinh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Sinh(x));

    public static void Cosh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Cosh(x));

    public static void Tanh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Tanh(x));

    public static void Asinh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Asinh(x));

    public static void Acosh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Acosh(x));

    public static void Atanh<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Atanh(x));

    public static void DegreesToRadians<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.DegreesToRadians(x));

    public static void RadiansToDegrees<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.RadiansToDegrees(x));

    public static void Abs<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Abs(x));

    public static void Floor<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Floor(x));

    public static void Ceiling<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Ceiling(x));

    public static void Truncate<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Truncate(x));

    public static void Round<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Round(x));

    public static void BitIncrement<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.BitIncrement(x));

    public static void BitDecrement<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.BitDecrement(x));
}
