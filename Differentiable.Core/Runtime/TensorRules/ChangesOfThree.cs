using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>What the partial derivatives of <see cref="PartialsOfThree"/> change by along the tangents of the operands.</summary>
internal static class ChangesOfThree
{
    /// <summary>Of <c>(x + y) * z</c>.</summary>
    public static void AddMultiply<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
            block.ZDot.CopyTo(block.Dx);
        if (!block.Dy.IsEmpty)
            block.ZDot.CopyTo(block.Dy);
        if (!block.Dz.IsEmpty)
            TensorPrimitives.Add(block.XDot, block.YDot, block.Dz);
    }

    /// <summary>Of <c>x * (1 - z) + y * z</c>.</summary>
    public static void Lerp<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
            TensorPrimitives.Negate(block.ZDot, block.Dx);
        if (!block.Dy.IsEmpty)
            block.ZDot.CopyTo(block.Dy);
        if (!block.Dz.IsEmpty)
            TensorPrimitives.Subtract(block.YDot, block.XDot, block.Dz);
    }
}
