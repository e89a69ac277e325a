using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>The derivatives of functions of one number, from the input (<c>x</c>) or from the result (<c>y</c>); the edges are those of <c>docs/rules.md</c>.</summary>
internal static class Slopes
{
    public static void One<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => slope.Fill(T.One);

    public static void MinusOne<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => slope.Fill(T.NegativeOne);

    public static void Zero<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => slope.Clear();

    public static void DegreesToRadians<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => slope.Fill(T.DegreesToRadians(T.One));

    public static void RadiansToDegrees<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => slope.Fill(T.RadiansToDegrees(T.One));

    /// <summary>0 at 0.</summary>
    public static void Abs<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < x.Length; i++)
            slope[i] = T.IsZero(x[i]) ? T.Zero : x[i] < T.Zero ? T.NegativeOne : T.One;
    }

    public static void Reciprocal<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(y, y, slope);
        TensorPrimitives.Negate(slope, slope);
    }

    public static void ReciprocalSqrt<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(y, y, slope);
        TensorPrimitives.Multiply(slope, y, slope);
        TensorPrimitives.Multiply(slope, T.CreateChecked(-0.5), slope);
    }

    public static void Sqrt<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Divide(T.CreateChecked(0.5), y, slope);

    public static void Cbrt<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(y, y, slope);
        TensorPrimitives.Multiply(slope, T.CreateChecked(3), slope);
        TensorPrimitives.Reciprocal(slope, slope);
    }

    public static void Exp<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => y.CopyTo(slope);

    public static void Exp2<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Multiply(y, Ln2<T>(), slope);

    public static void Exp10<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Multiply(y, Ln10<T>(), slope);

    public static void ExpM1<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Exp(x, slope);

    public static void Exp2M1<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Exp2(x, slope);
        TensorPrimitives.Multiply(slope, Ln2<T>(), slope);
    }

    public static void Exp10M1<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Exp10(x, slope);
        TensorPrimitives.Multiply(slope, Ln10<T>(), slope);
    }

    public static void Log<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.Reciprocal(x, slope);

    public static void Log2<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(x, Ln2<T>(), slope);
        TensorPrimitives.Reciprocal(slope, slope);
    }

    public static void Log10<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(x, Ln10<T>(), slope);
        TensorPrimitives.Reciprocal(slope, slope);
    }

    public static void LogP1<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Add(x, T.One, slope);
        TensorPrimitives.Reciprocal(slope, slope);
    }

    public static void Log2P1<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Add(x, T.One, slope);
        Log2(slope, slope);
    }

    public static void Log10P1<T>(ReadOnlySpan<T> x, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Add(x, T.One, slope);
        Log10(slope, slope);
    }

    public static void Sigmoid<T>(ReadOnlySpan<T> y, Span<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(T.One, y, slope);
        TensorPrimitives.Multiply(slope, y, slope);
    }

    public static T Ln2<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
        => T.CreateChecked(0.69314718055994530942);

    public static T Ln10<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
        => T.CreateChecked(2.3025850929940456840);
}
