using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>The derivatives of trigonometric and hyperbolic functions, from the input (<c>x</c>) or from the result (<c>y</c>).</summary>
internal static class CircularSlopes
{
    public static void Cos<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Sin(x, slope);
        TensorPrimitives.Negate(slope, slope);
    }

    public static void Tan<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.MultiplyAdd(y, y, T.One, slope);

    public static void Asin<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OneMinusSquare(x, slope);
        TensorPrimitives.Sqrt(slope, slope);
        TensorPrimitives.Reciprocal(slope, slope);
    }

    public static void Acos<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Asin(x, slope);
        TensorPrimitives.Negate(slope, slope);
    }

    public static void Atan<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.MultiplyAdd(x, x, T.One, slope);
        TensorPrimitives.Reciprocal(slope, slope);
    }

    public static void SinPi<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.CosPi(x, slope);
        TensorPrimitives.Multiply(slope, T.Pi, slope);
    }

    public static void CosPi<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.SinPi(x, slope);
        TensorPrimitives.Multiply(slope, -T.Pi, slope);
    }

    public static void TanPi<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tan(y, slope);
        TensorPrimitives.Multiply(slope, T.Pi, slope);
    }

    public static void AsinPi<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Asin(x, slope);
        TensorPrimitives.Divide(slope, T.Pi, slope);
    }

    public static void AcosPi<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Acos(x, slope);
        TensorPrimitives.Divide(slope, T.Pi, slope);
    }

    public static void AtanPi<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Atan(x, slope);
        TensorPrimitives.Divide(slope, T.Pi, slope);
    }

    public static void Tanh<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(y, y, slope);
        TensorPrimitives.Subtract(T.One, slope, slope);
    }

    public static void Asinh<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.MultiplyAdd(x, x, T.One, slope);
        TensorPrimitives.Sqrt(slope, slope);
        TensorPrimitives.Reciprocal(slope, slope);
        FarOut(x, slope);
    }

    public static void Acosh<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OneMinusSquare(x, slope);
        TensorPrimitives.Negate(slope, slope);
        TensorPrimitives.Sqrt(slope, slope);
        TensorPrimitives.Reciprocal(slope, slope);
        FarOut(x, slope);
    }

    public static void Atanh<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OneMinusSquare(x, slope);
        TensorPrimitives.Reciprocal(slope, slope);
    }

    /// <summary>Where the square is out of range, the slope is that of the logarithm.</summary>
    private static void FarOut<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < slope.Length; i++)
        {
            if (T.IsZero(slope[i]))
                slope[i] = T.One / T.Abs(x[i]);
        }
    }

    /// <summary><c>(1 - x)(1 + x)</c>, which loses no digits near 1.</summary>
    private static void OneMinusSquare<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(T.One, x, slope);
        TensorPrimitives.AddMultiply(x, T.One, slope, slope);
    }
}
