using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>The partial derivatives of functions of two numbers; the edges are those of <c>docs/rules.md</c>.</summary>
internal static class PartialsOfTwo
{
    public static void Multiply<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
            block.Y.CopyTo(block.Dx);
        if (!block.Dy.IsEmpty)
            block.X.CopyTo(block.Dy);
    }

    public static void Divide<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
            TensorPrimitives.Reciprocal(block.Y, block.Dx);
        if (block.Dy.IsEmpty)
            return;
        TensorPrimitives.Divide(block.Result, block.Y, block.Dy);
        TensorPrimitives.Negate(block.Dy, block.Dy);
    }

    /// <summary>The result is <c>x</c> minus a multiple of <c>y</c>; the multiple is constant in pieces.</summary>
    public static void Remainder<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
            block.Dx.Fill(T.One);
        if (block.Dy.IsEmpty)
            return;
        TensorPrimitives.Subtract(block.Result, block.X, block.Dy);
        TensorPrimitives.Divide(block.Dy, block.Y, block.Dy);
        TensorPrimitives.Round(block.Dy, block.Dy);
    }

    /// <summary>In <c>x</c> 0 where the exponent is 0; in the exponent 0 where <c>x</c> is not positive.</summary>
    public static void Pow<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
        {
            TensorPrimitives.Subtract(block.Y, T.One, block.Dx);
            TensorPrimitives.Pow(block.X, block.Dx, block.Dx);
            TensorPrimitives.Multiply(block.Dx, block.Y, block.Dx);
            ClearWhere(block.Dx, block.Y, static exponent => T.IsZero(exponent));
        }
        if (block.Dy.IsEmpty)
            return;
        TensorPrimitives.Log(block.X, block.Dy);
        TensorPrimitives.Multiply(block.Dy, block.Result, block.Dy);
        ClearWhere(block.Dy, block.X, static x => x <= T.Zero);
    }

    public static void Log<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
        {
            TensorPrimitives.Log(block.Y, block.Dx);
            TensorPrimitives.Multiply(block.Dx, block.X, block.Dx);
            TensorPrimitives.Reciprocal(block.Dx, block.Dx);
        }
        if (block.Dy.IsEmpty)
            return;
        TensorPrimitives.Log(block.Y, block.Dy);
        TensorPrimitives.Multiply(block.Dy, block.Y, block.Dy);
        TensorPrimitives.Divide(block.Result, block.Dy, block.Dy);
        TensorPrimitives.Negate(block.Dy, block.Dy);
    }

    /// <summary>0 at the origin.</summary>
    public static void Hypot<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Quotient(block.X, block.Result, block.Dx);
        Quotient(block.Y, block.Result, block.Dy);
    }

    /// <summary>The first operand is the ordinate. 0 at the origin.</summary>
    public static void Atan2<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Atan2(block, T.One);

    public static void Atan2Pi<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Atan2(block, T.Pi);

    private static void Atan2<T>(in PartialsBlock<T> block, T unit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.Result.Length; i++)
        {
            (T x, T y) = OverSquare(block.Y[i], block.X[i], unit);
            if (!block.Dx.IsEmpty)
                block.Dx[i] = x;
            if (!block.Dy.IsEmpty)
                block.Dy[i] = -y;
        }
    }

    /// <summary><c>x</c> and <c>y</c> over <c>unit (x² + y²)</c>, divided by the operand that is larger in size: squares may be out of range where the operands are not. 0 at the origin.</summary>
    public static (T X, T Y) OverSquare<T>(T x, T y, T unit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (T.IsZero(x) && T.IsZero(y))
            return (T.Zero, T.Zero);
        bool isFlat = T.Abs(x) < T.Abs(y);
        T ratio = isFlat ? x / y : y / x, length = unit * (isFlat ? y + x * ratio : x + y * ratio);
        return isFlat ? (ratio / length, T.One / length) : (T.One / length, ratio / length);
    }

    private static void Quotient<T>(ReadOnlySpan<T> operand, ReadOnlySpan<T> result, Span<T> partial)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (partial.IsEmpty)
            return;
        TensorPrimitives.Divide(operand, result, partial);
        ClearWhere(partial, result, static length => T.IsZero(length));
    }

    /// <summary>Sets to zero where the condition holds.</summary>
    public static void ClearWhere<T>(Span<T> partials, ReadOnlySpan<T> of, Func<T, bool> condition)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < partials.Length; i++)
        {
            if (condition(of[i]))
                partials[i] = T.Zero;
        }
    }
}
