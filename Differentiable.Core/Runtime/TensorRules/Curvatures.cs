using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>A second derivative, from what the slope is computed from and the slope, for many.</summary>
internal delegate void Curvature<T>(ReadOnlySpan<T> of, ReadOnlySpan<T> slope, Span<T> curvature);

/// <summary>The second derivatives of the functions of <see cref="Slopes"/>, from the same <c>x</c> or <c>y</c> and the slope.</summary>
internal static class Curvatures
{
    public static void Reciprocal<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Products(T.CreateChecked(-2), y, slope, curvature);

    public static void ReciprocalSqrt<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Products(T.CreateChecked(-1.5), y, slope, curvature);
        TensorPrimitives.Multiply(curvature, y, curvature);
    }

    public static void Sqrt<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Squares(T.CreateChecked(-2), slope, curvature);
        TensorPrimitives.Multiply(curvature, slope, curvature);
    }

    public static void Cbrt<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Squares(T.CreateChecked(-2), slope, curvature);
        TensorPrimitives.Divide(curvature, y, curvature);
    }

    /// <summary>Of <c>e^x</c> and <c>e^x - 1</c>.</summary>
    public static void Exp<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => slope.CopyTo(curvature);

    /// <summary>Of <c>2^x</c> and <c>2^x - 1</c>.</summary>
    public static void Exp2<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Multiply(slope, Slopes.Ln2<T>(), curvature);

    /// <summary>Of <c>10^x</c> and <c>10^x - 1</c>.</summary>
    public static void Exp10<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Multiply(slope, Slopes.Ln10<T>(), curvature);

    /// <summary>Of the logarithms of <c>x</c> and <c>1 + x</c>.</summary>
    public static void Log<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Squares(T.NegativeOne, slope, curvature);

    /// <summary>Of the binary logarithms of <c>x</c> and <c>1 + x</c>.</summary>
    public static void Log2<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Squares(-Slopes.Ln2<T>(), slope, curvature);

    /// <summary>Of the decimal logarithms of <c>x</c> and <c>1 + x</c>.</summary>
    public static void Log10<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Squares(-Slopes.Ln10<T>(), slope, curvature);

    /// <summary><c>y (1 - y) (1 - 2 y)</c>.</summary>
    public static void Sigmoid<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Add(y, y, curvature);
        TensorPrimitives.Subtract(T.One, curvature, curvature);
        TensorPrimitives.Multiply(curvature, slope, curvature);
    }

    /// <summary><c>factor * of * slope</c>.</summary>
    public static void Products<T>(T factor, ReadOnlySpan<T> of, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(of, slope, curvature);
        TensorPrimitives.Multiply(curvature, factor, curvature);
    }

    /// <summary><c>factor * slope²</c>.</summary>
    public static void Squares<T>(T factor, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Products(factor, slope, slope, curvature);
}
