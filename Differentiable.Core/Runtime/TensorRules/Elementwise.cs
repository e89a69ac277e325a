using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>The rules of functions of two or three numbers, applied to many: block by block, with all partial derivatives of a block at a time.</summary>
internal static class Elementwise
{
    private const int Block = 128;

    /// <summary>Adds to the adjoints that are wanted, and takes the cotangents away.</summary>
    public static void Pullback<T>(
        Operand<T> x, Operand<T> y, Operand<T> z, ReadOnlySpan<T> result, Adjoint<T> dx, Adjoint<T> dy, Adjoint<T> dz, Span<T> cotangents, Partials<T> partials)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Add(x, y, z, default, default, default, result, dx, dy, dz, cotangents, partials);
        cotangents[..Length(x, y, z)].Clear();
    }

    /// <summary>
    /// Of the pullback of the tangent, the part of second order: adds to the adjoints of the operands the products of the cotangents of the tangents with what
    /// the partial derivatives change by, along the tangents of the operands.
    /// </summary>
    public static void AddChanges<T>(
        Operand<T> x, Operand<T> y, Operand<T> z, Operand<T> xDot, Operand<T> yDot, Operand<T> zDot, ReadOnlySpan<T> result,
        Adjoint<T> dx, Adjoint<T> dy, Adjoint<T> dz, ReadOnlySpan<T> tangentCotangents, Partials<T> changes)
        where T : unmanaged, IFloatingPointIeee754<T>
        => Add(x, y, z, xDot, yDot, zDot, result, dx, dy, dz, tangentCotangents, changes);

    /// <summary>The values and their tangents. Each may be the same storage as an operand or its tangent.</summary>
    public static void Tangent<T>(
        Operand<T> x, Operand<T> y, Operand<T> z, Operand<T> xDot, Operand<T> yDot, Operand<T> zDot, Span<T> values, Span<T> tangents, Map3<T> value, Partials<T> partials)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = Length(x, y, z);
        int size = Math.Min(Block, length);
        Span<T> buffer = stackalloc T[9 * size];
        Span<T> px = xDot.IsZero ? [] : Part(buffer, 3, size), py = yDot.IsZero ? [] : Part(buffer, 4, size), pz = zDot.IsZero ? [] : Part(buffer, 5, size);
        for (int start = 0; start < length; start += size)
        {
            int count = Math.Min(size, length - start);
            Span<T> results = Part(buffer, 6, size)[..count], sum = Part(buffer, 7, size)[..count];
            PartialsBlock<T> block = new()
            {
                X = x.In(start, count, Part(buffer, 0, size)),
                Y = y.In(start, count, Part(buffer, 1, size)),
                Z = z.In(start, count, Part(buffer, 2, size)),
                Result = results,
                Dx = First(px, count),
                Dy = First(py, count),
                Dz = First(pz, count),
            };
            value(block.X, block.Y, block.Z, results);
            partials(block);
            sum.Clear();
            AddProducts(block.Dx, xDot.In(start, count, Part(buffer, 8, size)), sum);
            AddProducts(block.Dy, yDot.In(start, count, Part(buffer, 8, size)), sum);
            AddProducts(block.Dz, zDot.In(start, count, Part(buffer, 8, size)), sum);
            results.CopyTo(values[start..]);
            sum.CopyTo(tangents[start..]);
        }
    }

    private static void Add<T>(
        Operand<T> x, Operand<T> y, Operand<T> z, Operand<T> xDot, Operand<T> yDot, Operand<T> zDot, ReadOnlySpan<T> result,
        Adjoint<T> dx, Adjoint<T> dy, Adjoint<T> dz, ReadOnlySpan<T> cotangents, Partials<T> partials)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int length = Length(x, y, z);
        int size = Math.Min(Block, length);
        Span<T> buffer = stackalloc T[9 * size];
        Span<T> px = dx.IsWanted ? Part(buffer, 3, size) : [], py = dy.IsWanted ? Part(buffer, 4, size) : [], pz = dz.IsWanted ? Part(buffer, 5, size) : [];
        for (int start = 0; start < length; start += size)
        {
            int count = Math.Min(size, length - start);
            PartialsBlock<T> block = new()
            {
                X = x.In(start, count, Part(buffer, 0, size)),
                Y = y.In(start, count, Part(buffer, 1, size)),
                Z = z.In(start, count, Part(buffer, 2, size)),
                XDot = xDot.In(start, count, Part(buffer, 6, size)),
                YDot = yDot.In(start, count, Part(buffer, 7, size)),
                ZDot = zDot.In(start, count, Part(buffer, 8, size)),
                Result = result.IsEmpty ? result : result.Slice(start, count),
                Dx = First(px, count),
                Dy = First(py, count),
                Dz = First(pz, count),
            };
            partials(block);
            ReadOnlySpan<T> dresult = cotangents.Slice(start, count);
            dx.Add(start, block.Dx, dresult);
            dy.Add(start, block.Dy, dresult);
            dz.Add(start, block.Dz, dresult);
        }
    }

    private static void AddProducts<T>(Span<T> partials, ReadOnlySpan<T> tangents, Span<T> sum)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!partials.IsEmpty)
            TensorPrimitives.MultiplyAdd(partials, tangents, sum, sum);
    }

    private static int Length<T>(Operand<T> x, Operand<T> y, Operand<T> z)
        where T : unmanaged, INumberBase<T>
        => Math.Max(x.Length, Math.Max(y.Length, z.Length));

    private static Span<T> Part<T>(Span<T> buffer, int index, int size) => buffer.Slice(index * size, size);

    private static Span<T> First<T>(Span<T> part, int count) => part.IsEmpty ? part : part[..count];
}
