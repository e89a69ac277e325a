using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// Sums of many numbers: those of blocks, and then the sum of these. The error hardly grows with how many there are (Higham, "The accuracy of floating point summation", 1993); one after the other,
/// ten million times 0.1f would be off by half a percent. And the result does not depend on who sums up the blocks, and when.
/// </summary>
internal static class BlockSums
{
    /// <summary>How many elements a block has.</summary>
    public const int Block = 1024;

    /// <summary>How many blocks there are.</summary>
    public static int Count(int length) => (length + Block - 1) / Block;

    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, INumberBase<T>
    {
        if (x.Length <= Block)
            return TensorPrimitives.Sum(x);
        T[] sums = Arrays.Allocate<T>(Count(x.Length));
        for (int block = 0; block < sums.Length; block++)
            sums[block] = TensorPrimitives.Sum(Part(x, block));
        return Sum<T>(sums);
    }

    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : unmanaged, INumberBase<T>
    {
        if (x.Length <= Block)
            return TensorPrimitives.Dot(x, y);
        T[] sums = Arrays.Allocate<T>(Count(x.Length));
        for (int block = 0; block < sums.Length; block++)
            sums[block] = TensorPrimitives.Dot(Part(x, block), Part(y, block));
        return Sum<T>(sums);
    }

    /// <summary>The root of the sum of the squares. Where squares overflow or lose digits, for being close to zero, elements are divided by the greatest one first.</summary>
    public static T Norm<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = Dot(x, x), precision = T.BitIncrement(T.One) - T.One;
        return T.IsNormal(sum * precision) ? T.Sqrt(sum) : ScaledNorm(x);
    }

    private static T ScaledNorm<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T greatest = x.IsEmpty ? T.Zero : T.Abs(TensorPrimitives.MaxMagnitude(x));
        if (greatest == T.Zero || !T.IsFinite(greatest))
            return greatest;
        T[] scaled = Arrays.Allocate<T>(x.Length);
        TensorPrimitives.Divide(x, greatest, scaled);
        return greatest * T.Sqrt(Dot<T>(scaled, scaled));
    }

    private static ReadOnlySpan<T> Part<T>(ReadOnlySpan<T> x, int block) => x[(block * Block)..Math.Min((block + 1) * Block, x.Length)];
}
