using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>The second derivatives of trigonometric and hyperbolic functions, from the same <c>x</c> or <c>y</c> as their slopes, and the slopes.</summary>
internal static class CircularCurvatures
{
    public static void Sin<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Sin(x, curvature);
        TensorPrimitives.Negate(curvature, curvature);
    }

    public static void Cos<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Cos(x, curvature);
        TensorPrimitives.Negate(curvature, curvature);
    }

    public static void Tan<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Curvatures.Products(T.CreateChecked(2), y, slope, curvature);

    /// <summary><c>x (1 - x²)^(-3/2)</c>; of the arc cosine its negative, as the slope is.</summary>
    public static void Asin<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Cubes(T.One, x, slope, curvature);

    public static void Atan<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => SquaresOfSlopes(T.CreateChecked(-2), x, slope, curvature);

    public static void SinPi<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.SinPi(x, curvature);
        TensorPrimitives.Multiply(curvature, -(T.Pi * T.Pi), curvature);
    }

    public static void CosPi<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.CosPi(x, curvature);
        TensorPrimitives.Multiply(curvature, -(T.Pi * T.Pi), curvature);
    }

    public static void TanPi<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Curvatures.Products(T.Tau, y, slope, curvature);

    /// <summary>As <see cref="Asin"/>, with slopes that are divided by π.</summary>
    public static void AsinPi<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Cubes(T.Pi * T.Pi, x, slope, curvature);

    public static void AtanPi<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => SquaresOfSlopes(-T.Tau, x, slope, curvature);

    public static void Sinh<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Sinh(x, curvature);

    public static void Cosh<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Cosh(x, curvature);

    public static void Tanh<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Curvatures.Products(T.CreateChecked(-2), y, slope, curvature);

    /// <summary><c>-x (x² ± 1)^(-3/2)</c>, of the inverse of the hyperbolic sine and of the cosine.</summary>
    public static void Asinh<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Cubes(T.NegativeOne, x, slope, curvature);

    public static void Atanh<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
        => SquaresOfSlopes(T.CreateChecked(2), x, slope, curvature);

    /// <summary><c>factor * x * slope²</c>.</summary>
    private static void SquaresOfSlopes<T>(T factor, ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Curvatures.Products(factor, x, slope, curvature);
        TensorPrimitives.Multiply(curvature, slope, curvature);
    }

    /// <summary><c>factor * x * slope³</c>.</summary>
    private static void Cubes<T>(T factor, ReadOnlySpan<T> x, ReadOnlySpan<T> slope, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SquaresOfSlopes(factor, x, slope, curvature);
        TensorPrimitives.Multiply(curvature, slope, curvature);
    }
}
