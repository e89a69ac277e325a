using System;

namespace System.Numerics.Tensors;

/// <summary>Functions of two or three numbers, and of a number and an integer, for many.</summary>
public static partial class TensorPrimitives
{
    public static void Pow<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Pow(x, y));

    public static void Pow<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Pow(x, y));

    public static void Pow<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Pow(x, y));

    public static void Hypot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Hypot(x, y));

    public static void Log<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Log(x, y));

    public static void Log<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Log(x, y));

    public static void Atan2<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(y, x, destination, (y, x) => T.Atan2(y, x));

    public static void Atan2<T>(ReadOnlySpan<T> y, T x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(y, x, destination, (y, x) => T.Atan2(y, x));

    public static void Atan2<T>(T y, ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(y, x, destination, (y, x) => T.Atan2(y, x));

    public static void Atan2Pi<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(y, x, destination, (y, x) => T.Atan2Pi(y, x));

    public static void Atan2Pi<T>(ReadOnlySpan<T> y, T x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(y, x, destination, (y, x) => T.Atan2Pi(y, x));

    public static void Atan2Pi<T>(T y, ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(y, x, destination, (y, x) => T.Atan2Pi(y, x));

    public static void CopySign<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> sign, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, sign, destination, (x, sign) => T.CopySign(x, sign));

    public static void CopySign<T>(ReadOnlySpan<T> x, T sign, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, sign, destination, (x, sign) => T.CopySign(x, sign));

    public static void Max<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Max(x, y));

    public static void Max<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Max(x, y));

    public static void Min<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Min(x, y));

    public static void Min<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Min(x, y));

    public static void MaxMagnitude<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MaxMagnitude(x, y));

    public static void MaxMagnitude<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MaxMagnitude(x, y));

    public static void MinMagnitude<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MinMagnitude(x, y));

    public static void MinMagnitude<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MinMagnitude(x, y));

    public static void MaxNumber<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MaxNumber(x, y));

    public static void MaxNumber<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MaxNumber(x, y));

    public static void MinNumber<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MinNumber(x, y));

    public static void MinNumber<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MinNumber(x, y));

    public static void MaxMagnitudeNumber<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MaxMagnitudeNumber(x, y));

    public static void MaxMagnitudeNumber<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MaxMagnitudeNumber(x, y));

    public static void MinMagnitudeNumber<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MinMagnitudeNumber(x, y));

    public static void MinMagnitudeNumber<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.MinMagnitudeNumber(x, y));

    public static void Clamp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> min, ReadOnlySpan<T> max, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, min, max, destination, (x, min, max) => T.Clamp(x, min, max));

    public static void Clamp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> min, T max, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, min, max, destination, (x, min, max) => T.Clamp(x, min, max));

    public static void Clamp<T>(ReadOnlySpan<T> x, T min, ReadOnlySpan<T> max, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, min, max, destination, (x, min, max) => T.Clamp(x, min, max));

    public static void Clamp<T>(ReadOnlySpan<T> x, T min, T max, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, min, max, destination, (x, min, max) => T.Clamp(x, min, max));

    public static void Clamp<T>(T x, ReadOnlySpan<T> min, ReadOnlySpan<T> max, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, min, max, destination, (x, min, max) => T.Clamp(x, min, max));

    public static void Clamp<T>(T x, ReadOnlySpan<T> min, T max, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, min, max, destination, (x, min, max) => T.Clamp(x, min, max));

    public static void Clamp<T>(T x, T min, ReadOnlySpan<T> max, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, min, max, destination, (x, min, max) => T.Clamp(x, min, max));

    public static void RootN<T>(ReadOnlySpan<T> x, int n, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.RootN(x, n));

    public static void ScaleB<T>(ReadOnlySpan<T> x, int n, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.ScaleB(x, n));

    public static void Round<T>(ReadOnlySpan<T> x, int digits, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Round(x, digits));

    public static void Round<T>(ReadOnlySpan<T> x, MidpointRounding mode, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Round(x, mode));

    public static void Round<T>(ReadOnlySpan<T> x, int digits, MidpointRounding mode, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.Round(x, digits, mode));
}
