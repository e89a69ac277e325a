using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Differentiable.Tensors;

/// <summary>A matrix somewhere in an array.</summary>
/// <param name="Array">The array.</param>
/// <param name="Start">Where the first element stands.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Columns">How many columns there are.</param>
/// <param name="RowStride">How far apart neighbours in a column are.</param>
/// <param name="ColumnStride">How far apart neighbours in a row are.</param>
internal readonly record struct MatrixView<T>(T[] Array, int Start, int Rows, int Columns, int RowStride, int ColumnStride)
    where T : unmanaged
{
    /// <summary>Of elements in row-major order.</summary>
    public MatrixView(T[] array, int start, int rows, int columns)
        : this(array, start, rows, columns, columns, 1)
    {
    }

    /// <summary>Of a tensor's last two axes.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="start">How many elements behind its first one the matrix starts.</param>
    public MatrixView(Tensor<T> x, int start)
        : this(x.Evaluate(), x.Start + start, x.Shape[^2], x.Shape[^1], x.Strides[^2], x.Strides[^1])
    {
    }

    public MatrixView<T> Transposed => new(Array, Start, Columns, Rows, ColumnStride, RowStride);

    /// <summary>An element; the matrix must have it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T At(int row, int column) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Array), Start + ((nint)row * RowStride) + ((nint)column * ColumnStride));
}
