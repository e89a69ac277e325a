using System.Numerics;
using System.Numerics.Tensors;

namespace Differentiable.Runtime;

/// <summary>
/// The rules of functions of one number, applied to many: block by block, so that slopes need no more room than a block and stay in the cache. The
/// slope is given as a function of the input or of the result.
/// </summary>
internal static class Unary
{
    /// <summary>How many numbers are worked on at a time.</summary>
    public const int Block = 256;

    /// <summary>Adds to <paramref name="dx"/>, if that is wanted, and takes the cotangents away.</summary>
    /// <param name="of">What the slopes are computed from; of any length from <paramref name="length"/> on.</param>
    /// <param name="length">How many inputs there are.</param>
    /// <param name="dx">The adjoints of the inputs, or nothing.</param>
    /// <param name="dy">The cotangents of the results.</param>
    /// <param name="slope">The slopes.</param>
    public static void Pullback<T>(ReadOnlySpan<T> of, int length, Span<T> dx, Span<T> dy, Map<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> buffer = stackalloc T[Block];
        for (int start = 0; start < dx.Length; start += Block)
        {
            int count = Math.Min(Block, dx.Length - start);
            Span<T> slopes = buffer[..count], places = dx.Slice(start, count);
            slope(of.Slice(start, count), slopes);
            TensorPrimitives.MultiplyAdd(slopes, dy.Slice(start, count), places, places);
        }
        dy[..length].Clear();
    }

    /// <summary>The values and their tangents, with slopes that follow from the inputs. The storage may be the same.</summary>
    public static void Tangent<T>(ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<T> xDot, Span<T> yDot, Map<T> value, Map<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> buffer = stackalloc T[Block];
        for (int start = 0; start < x.Length; start += Block)
        {
            int count = Math.Min(Block, x.Length - start);
            Span<T> slopes = buffer[..count];
            slope(x.Slice(start, count), slopes);
            TensorPrimitives.Multiply(slopes, xDot.Slice(start, count), yDot.Slice(start, count));
        }
        value(x, y);
    }

    /// <summary>The values and their tangents, with slopes that follow from the results. The storage may be the same.</summary>
    public static void TangentOfResult<T>(ReadOnlySpan<T> x, Span<T> y, ReadOnlySpan<T> xDot, Span<T> yDot, Map<T> value, Map<T> slope)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        value(x, y);
        Span<T> buffer = stackalloc T[Block];
        for (int start = 0; start < x.Length; start += Block)
        {
            int count = Math.Min(Block, x.Length - start);
            Span<T> slopes = buffer[..count];
            slope(y.Slice(start, count), slopes);
            TensorPrimitives.Multiply(slopes, xDot.Slice(start, count), yDot.Slice(start, count));
        }
    }
}
