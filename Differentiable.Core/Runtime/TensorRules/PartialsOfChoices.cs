using System.Numerics;

namespace Differentiable.Runtime;

/// <summary>The partial derivatives of functions that return one of their operands: one for it, and zero for the others.</summary>
internal static class PartialsOfChoices
{
    /// <summary>At a tie the first operand.</summary>
    public static void Max<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.X.Length; i++)
            Choose(block, i, block.X[i] >= block.Y[i]);
    }

    /// <summary>At a tie the first operand.</summary>
    public static void Min<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.X.Length; i++)
            Choose(block, i, block.X[i] <= block.Y[i]);
    }

    /// <summary>The one that the result is equal to; at a tie the first operand.</summary>
    public static void Equal<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.X.Length; i++)
            Choose(block, i, block.X[i] == block.Result[i]);
    }

    /// <summary>At a bound the value.</summary>
    public static void Clamp<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.X.Length; i++)
        {
            bool isLow = block.X[i] < block.Y[i], isHigh = block.X[i] > block.Z[i];
            Set(block.Dx, i, !(isLow || isHigh));
            Set(block.Dy, i, isLow);
            Set(block.Dz, i, isHigh);
        }
    }

    /// <summary>Minus one where the sign changed; 0 at 0. The operand that lends its sign has no derivative.</summary>
    public static void CopySign<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < block.Dx.Length; i++)
            block.Dx[i] = T.IsZero(block.X[i]) ? T.Zero : block.X[i] == block.Result[i] ? T.One : T.NegativeOne;
    }

    private static void Choose<T>(in PartialsBlock<T> block, int i, bool isFirst)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Set(block.Dx, i, isFirst);
        Set(block.Dy, i, !isFirst);
    }

    private static void Set<T>(Span<T> partials, int i, bool isChosen)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!partials.IsEmpty)
            partials[i] = isChosen ? T.One : T.Zero;
    }
}
