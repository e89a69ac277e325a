using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>The partial derivatives of functions of three numbers.</summary>
internal static class PartialsOfThree
{
    /// <summary>Of <c>x * y + z</c>.</summary>
    public static void MultiplyAdd<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        PartialsOfTwo.Multiply(block);
        block.Dz.Fill(T.One);
    }

    /// <summary>Of <c>(x + y) * z</c>.</summary>
    public static void AddMultiply<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
            block.Z.CopyTo(block.Dx);
        if (!block.Dy.IsEmpty)
            block.Z.CopyTo(block.Dy);
        if (!block.Dz.IsEmpty)
            TensorPrimitives.Add(block.X, block.Y, block.Dz);
    }

    /// <summary>Of <c>x * (1 - z) + y * z</c>.</summary>
    public static void Lerp<T>(in PartialsBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!block.Dx.IsEmpty)
            TensorPrimitives.Subtract(T.One, block.Z, block.Dx);
        if (!block.Dy.IsEmpty)
            block.Z.CopyTo(block.Dy);
        if (!block.Dz.IsEmpty)
            TensorPrimitives.Subtract(block.Y, block.X, block.Dz);
    }
}
