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

    /// <summary>
    /// The pullback of the tangent <c>yDot = f'(x) xDot</c>, and of the value beside it. Adds <c>f''(x) xDot dyDot + f'(x) dy</c> to <paramref name="dx"/> and
    /// <c>f'(x) dyDot</c> to <paramref name="dxDot"/>, where they are wanted, and takes the cotangents away.
    /// </summary>
    /// <param name="of">What the slopes are computed from, and the curvatures.</param>
    /// <param name="xDot">The tangents of the inputs.</param>
    /// <param name="dx">The adjoints of the inputs, or nothing.</param>
    /// <param name="dy">The cotangents of the results.</param>
    /// <param name="dxDot">The adjoints of the tangents, or nothing.</param>
    /// <param name="dyDot">The cotangents of the tangents of the results.</param>
    /// <param name="slope">The slopes.</param>
    /// <param name="curvature">The curvatures.</param>
    public static void TangentPullback<T>(
        ReadOnlySpan<T> of, ReadOnlySpan<T> xDot, Span<T> dx, Span<T> dy, Span<T> dxDot, Span<T> dyDot, Map<T> slope, Curvature<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> buffer = stackalloc T[2 * Block];
        for (int start = 0; start < xDot.Length; start += Block)
        {
            int count = Math.Min(Block, xDot.Length - start);
            Span<T> slopes = buffer[..count], curvatures = buffer.Slice(Block, count), cotangents = dyDot.Slice(start, count);
            slope(of.Slice(start, count), slopes);
            if (!dxDot.IsEmpty)
                AddProducts(slopes, cotangents, dxDot.Slice(start, count));
            if (dx.IsEmpty)
                continue;
            Span<T> places = dx.Slice(start, count);
            AddProducts(slopes, dy.Slice(start, count), places);
            curvature(of.Slice(start, count), slopes, curvatures);
            TensorPrimitives.Multiply(curvatures, xDot.Slice(start, count), curvatures);
            AddProducts(curvatures, cotangents, places);
        }
        dy[..xDot.Length].Clear();
        dyDot[..xDot.Length].Clear();
    }

    private static void AddProducts<T>(ReadOnlySpan<T> factors, ReadOnlySpan<T> cotangents, Span<T> places)
        where T : unmanaged, IFloatingPointIeee754<T>
        => TensorPrimitives.MultiplyAdd(factors, cotangents, places, places);
}
