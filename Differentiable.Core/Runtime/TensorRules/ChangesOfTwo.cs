using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>
/// What the partial derivatives of <see cref="PartialsOfTwo"/> change by along the tangents of the operands: the second derivatives times the tangents.
/// Where a partial derivative is 0 by convention, so is its change.
/// </summary>
internal static class ChangesOfTwo
{
    /// <summary>Of <c>y</c> and <c>x</c>.</summary>
    public static void Multiply<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
            block.YDot.CopyTo(block.Dx);
        if (!block.Dy.IsEmpty)
            block.XDot.CopyTo(block.Dy);
    }

    /// <summary>Of <c>1 / y</c> and <c>-x / y²</c>.</summary>
    public static void Divide<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
        {
            TensorPrimitives.Divide(block.YDot, block.Y, block.Dx);
            TensorPrimitives.Divide(block.Dx, block.Y, block.Dx);
            TensorPrimitives.Negate(block.Dx, block.Dx);
        }
        if (block.Dy.IsEmpty)
            return;
        TensorPrimitives.Multiply(block.Result, block.YDot, block.Dy);
        TensorPrimitives.Add(block.Dy, block.Dy, block.Dy);
        TensorPrimitives.Subtract(block.Dy, block.XDot, block.Dy);
        TensorPrimitives.Divide(block.Dy, block.Y, block.Dy);
        TensorPrimitives.Divide(block.Dy, block.Y, block.Dy);
    }

    /// <summary>Of <c>y x^(y - 1)</c> and <c>ln(x) x^y</c>.</summary>
    public static void Pow<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> mixed = stackalloc T[block.X.Length], other = stackalloc T[block.X.Length];
        Mixed(block, other, mixed);
        if (!block.Dy.IsEmpty)
        {
            TensorPrimitives.Log(block.X, block.Dy);
            TensorPrimitives.Multiply(block.Dy, block.Dy, block.Dy);
            TensorPrimitives.Multiply(block.Dy, block.Result, block.Dy);
            PartialsOfTwo.ClearWhere(block.Dy, block.X, static x => x <= T.Zero);
            AddUp(block.Dy, block.YDot, mixed, block.XDot);
        }
        if (block.Dx.IsEmpty)
            return;
        TensorPrimitives.Subtract(block.Y, T.One, other);
        TensorPrimitives.Multiply(other, block.Y, other);
        TensorPrimitives.Subtract(block.Y, T.CreateChecked(2), block.Dx);
        TensorPrimitives.Pow(block.X, block.Dx, block.Dx);
        TensorPrimitives.Multiply(block.Dx, other, block.Dx);
        PartialsOfTwo.ClearWhere(block.Dx, other, static factor => T.IsZero(factor));
        AddUp(block.Dx, block.XDot, mixed, block.YDot);
    }

    /// <summary>Of <c>1 / (x ln y)</c> and <c>-ln(x) / (y ln²y)</c>.</summary>
    public static void Log<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.X.Length; i++)
        {
            T ofX = block.XDot[i] / block.X[i], ofY = block.YDot[i] / block.Y[i], log = T.Log(block.Y[i]);
            Set(block.Dx, i, -(ofX + ofY / log) / (block.X[i] * log));
            Set(block.Dy, i, (block.Result[i] * ofY * (log + T.CreateChecked(2)) - ofX) / (block.Y[i] * log * log));
        }
    }

    /// <summary>With the unit vector <c>(a, b)</c> of <c>(x, y)</c>: <c>(b, -a) (b xDot - a yDot) / result</c>.</summary>
    public static void Hypot<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.X.Length; i++)
        {
            T length = block.Result[i], a = block.X[i] / length, b = block.Y[i] / length;
            T turned = (b * block.XDot[i] - a * block.YDot[i]) / length;
            bool isOrigin = T.IsZero(length);
            Set(block.Dx, i, isOrigin ? T.Zero : b * turned);
            Set(block.Dy, i, isOrigin ? T.Zero : -(a * turned));
        }
    }

    /// <summary>The first operand is the ordinate.</summary>
    public static void Atan2<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Atan2(block, T.One);

    public static void Atan2Pi<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Atan2(block, T.Pi);

    /// <summary>With <c>a = x / (x² + y²)</c> and <c>b = y / (x² + y²)</c>, the second derivatives are <c>2ab</c> in <c>x</c>, <c>-2ab</c> in <c>y</c>, and <c>b² - a²</c>.</summary>
    private static void Atan2<T>(in PartialsBlock<T> block, T unit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.X.Length; i++)
        {
            T yDot = block.XDot[i], xDot = block.YDot[i];
            (T a, T b) = PartialsOfTwo.OverSquare(block.Y[i], block.X[i], T.One);
            T own = T.CreateChecked(2) * a * b / unit, mixed = (b - a) * (b + a) / unit;
            Set(block.Dx, i, mixed * xDot - own * yDot);
            Set(block.Dy, i, mixed * yDot + own * xDot);
        }
    }

    /// <summary>The mixed second derivative of the power: <c>x^(y - 1) (1 + y ln x)</c>.</summary>
    private static void Mixed<T>(in PartialsBlock<T> block, Span<T> power, Span<T> mixed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(block.Y, T.One, power);
        TensorPrimitives.Pow(block.X, power, power);
        TensorPrimitives.Log(block.X, mixed);
        TensorPrimitives.MultiplyAdd(mixed, block.Y, T.One, mixed);
        TensorPrimitives.Multiply(mixed, power, mixed);
        PartialsOfTwo.ClearWhere(mixed, block.X, static x => x <= T.Zero);
    }

    /// <summary>The change that follows from the second derivatives in the operand itself, which it comes from, and in both.</summary>
    private static void AddUp<T>(Span<T> change, ReadOnlySpan<T> dot, ReadOnlySpan<T> mixed, ReadOnlySpan<T> otherDot)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(change, dot, change);
        TensorPrimitives.MultiplyAdd(mixed, otherDot, change, change);
    }

    private static void Set<T>(Span<T> changes, int i, T change)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!changes.IsEmpty)
            changes[i] = change;
    }
}
