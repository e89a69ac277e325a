using System;

namespace System.Numerics.Tensors;

/// <summary>Arithmetic, element by element.</summary>
public static partial class TensorPrimitives
{
    public static void Negate<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => -x);

    public static void Increment<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => x + T.One);

    public static void Decrement<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => x - T.One);

    public static void Reciprocal<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.One / x);

    public static void ReciprocalSqrt<T>(ReadOnlySpan<T> x, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, destination, x => T.One / T.Sqrt(x));

    public static void Add<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x + y);

    public static void Add<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x + y);

    public static void Subtract<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x - y);

    public static void Subtract<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x - y);

    public static void Subtract<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x - y);

    public static void Multiply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x * y);

    public static void Multiply<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x * y);

    public static void Divide<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x / y);

    public static void Divide<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x / y);

    public static void Divide<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x / y);

    public static void Remainder<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x % y);

    public static void Remainder<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x % y);

    public static void Remainder<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => x % y);

    public static void Ieee754Remainder<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Ieee754Remainder(x, y));

    public static void Ieee754Remainder<T>(ReadOnlySpan<T> x, T y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Ieee754Remainder(x, y));

    public static void Ieee754Remainder<T>(T x, ReadOnlySpan<T> y, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, destination, (x, y) => T.Ieee754Remainder(x, y));

    public static void MultiplyAdd<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => x * y + addend);

    public static void MultiplyAdd<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => x * y + addend);

    public static void MultiplyAdd<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => x * y + addend);

    public static void AddMultiply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> multiplier, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, multiplier, destination, (x, y, multiplier) => (x + y) * multiplier);

    public static void AddMultiply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T multiplier, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, multiplier, destination, (x, y, multiplier) => (x + y) * multiplier);

    public static void AddMultiply<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> multiplier, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, multiplier, destination, (x, y, multiplier) => (x + y) * multiplier);

    public static void FusedMultiplyAdd<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => T.FusedMultiplyAdd(x, y, addend));

    public static void FusedMultiplyAdd<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => T.FusedMultiplyAdd(x, y, addend));

    public static void FusedMultiplyAdd<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => T.FusedMultiplyAdd(x, y, addend));

    public static void MultiplyAddEstimate<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => T.MultiplyAddEstimate(x, y, addend));

    public static void MultiplyAddEstimate<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => T.MultiplyAddEstimate(x, y, addend));

    public static void MultiplyAddEstimate<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> addend, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, addend, destination, (x, y, addend) => T.MultiplyAddEstimate(x, y, addend));

    public static void Lerp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> amount, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, amount, destination, (x, y, amount) => T.Lerp(x, y, amount));

    public static void Lerp<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, T amount, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, amount, destination, (x, y, amount) => T.Lerp(x, y, amount));

    public static void Lerp<T>(ReadOnlySpan<T> x, T y, ReadOnlySpan<T> amount, Span<T> destination)
        where T : IFloatingPointIeee754<T>
        => Each(x, y, amount, destination, (x, y, amount) => T.Lerp(x, y, amount));
}
