using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>
/// Products of matrices that do not fit into the cache: block after block, from packed copies of the factors. All threads work at the same block and read the same copy of its right factor, one
/// strip behind the other; of the left factor, each packs the few rows that it is about to multiply, which stay in its second-level cache.
/// </summary>
internal sealed class LargeMatrices<T, TVector, TVectors>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
    where T : unmanaged, INumberBase<T>
    where TVectors : struct, IVectors<T, TVector>
{
    /// <summary>How many rows and columns of the result a block has.</summary>
    private const int BlockLength = 1920;

    /// <summary>
    /// How many rows one piece of work has: those of the tallest tile, so that the threads are busy evenly, or of two, where it is the rows that stand one behind the other and fewer would leave
    /// most of a cache line unread.
    /// </summary>
    private const int PieceRows = 12, NeighborRows = 24;

    /// <summary>How many columns a piece has where there are so few rows that a piece of whole rows would leave threads without work.</summary>
    private const int PieceColumns = 512;

    /// <summary>How many pieces there are for a thread before they are pieces of whole rows.</summary>
    private const int PiecesOfThread = 4;

    /// <summary>Where a thread packs the rows of its piece.</summary>
    [ThreadStatic]
    private static PackingBuffer<T>? s_rows;

    private readonly int _pieceRows = left.RowStride == 1 ? NeighborRows : PieceRows;

    private int PackedLength => RoundUp(Math.Min(right.Columns, BlockLength), Width) * Math.Min(left.Columns, Depth);

    private static int Width => MatrixTile<T, TVector, TVectors>.Width;

    private static int Depth => MatrixTile<T, TVector, TVectors>.Depth;

    /// <summary>How many columns are packed at once: few, so that all threads finish at about the same time.</summary>
    private static int CopyColumns => Packing.TilesAtOnce * Width;

    /// <summary>
    /// Of each block, the right factor is packed, and then the product computed. That of the next one is packed in the same phase as this one is multiplied, and last: pieces so small
    /// let all threads finish at about the same time.
    /// </summary>
    public void Multiply()
    {
        Block[] blocks = [.. Blocks()];
        PackingBuffer<T> buffer = PackingBuffer<T>.Rent(Math.Min(blocks.Length, 2) * PackedLength);
        int[] products = [0, .. blocks.Select(block => block.RowPieces * block.ColumnPieces)], copies = [.. blocks.Select(block => Pieces(block.Columns, CopyColumns)), 0];
        Workers.Share([.. products.Zip(copies, (count, following) => count + following)], (phase, piece) =>
        {
            if (piece < products[phase])
                MultiplyPiece(blocks[phase - 1], ref Packed(buffer, phase - 1), piece);
            else
                PackRight(blocks[phase], ref Packed(buffer, phase), (piece - products[phase]) * CopyColumns);
        });
        buffer.Return();
    }

    /// <summary>Where the right factor of a block is packed; a block is forgotten when the next but one is packed.</summary>
    private ref T Packed(PackingBuffer<T> buffer, int block) => ref Unsafe.Add(ref buffer.First, block % 2 * PackedLength);

    private IEnumerable<Block> Blocks()
    {
        for (int column = 0; column < right.Columns; column += BlockLength)
        {
            for (int row = 0; row < left.Rows; row += BlockLength)
            {
                for (int step = 0; step < left.Columns; step += Depth)
                    yield return BlockAt(row, column, step);
            }
        }
    }

    private Block BlockAt(int row, int column, int step)
    {
        int rows = Math.Min(BlockLength, left.Rows - row), columns = Math.Min(BlockLength, right.Columns - column);
        int pieceColumns = Pieces(rows, _pieceRows) >= PiecesOfThread * Workers.Count ? columns : PieceColumns;
        return new(row, rows, column, columns, step, Math.Min(Depth, left.Columns - step), _pieceRows, pieceColumns);
    }

    private void PackRight(Block block, ref T packed, int first)
    {
        ref T from = ref right.At(block.Step, block.Column + first);
        Packing.Pack(new(ref from, right.ColumnStride, right.RowStride), Math.Min(CopyColumns, block.Columns - first), block.Depth, ref Lane(block, ref packed, first), Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyPiece(Block block, ref T packed, int piece)
    {
        int firstRow = piece % block.RowPieces * block.PieceRows, firstColumn = piece / block.RowPieces * block.PieceColumns;
        int endRow = Math.Min(firstRow + block.PieceRows, block.Rows), endColumn = Math.Min(firstColumn + block.PieceColumns, block.Columns);
        ref T packedRows = ref (s_rows ??= new(NeighborRows * Depth)).First;
        PackLeft(block, ref packedRows, firstRow, endRow);
        for (int row = firstRow, height; row < endRow; row += height)
        {
            height = TileHeights.First(block.Rows - row, TVectors.TileHeight);
            Strip<T> leftStrip = new(ref Lane(block, ref packedRows, row - firstRow), 1, height);
            for (int column = firstColumn; column < endColumn; column += Width)
            {
                Strip<T> rightStrip = new(ref Lane(block, ref packed, column), 1, Width);
                ref T tile = ref result.At(block.Row + row, block.Column + column);
                Prefetch.Tile(ref tile, height, result.RowStride);
                PartialTile<T, TVector, TVectors>.Compute(
                    height, leftStrip, rightStrip, block.Depth, ref tile, result.RowStride, Math.Min(Width, endColumn - column), isSum: block.Step > 0);
            }
        }
    }

    /// <summary>The tiles' rows one behind the other, each with as many rows as its tile.</summary>
    private void PackLeft(Block block, ref T packed, int first, int end)
    {
        for (int row = first, rows; row < end; row += rows)
        {
            int height = TileHeights.First(block.Rows - row, TVectors.TileHeight);
            rows = end - row - ((end - row) % height);
            ref T from = ref left.At(block.Row + row, block.Step);
            Packing.Pack(new(ref from, left.RowStride, left.ColumnStride), rows, block.Depth, ref Lane(block, ref packed, row - first), height);
        }
    }

    /// <summary>Where the tile that begins with a row of the left factor, or a column of the right one, is packed.</summary>
    private static ref T Lane(Block block, ref T packed, int lane) => ref Unsafe.Add(ref packed, lane * block.Depth);

    private static int Pieces(int length, int pieceLength) => (length + pieceLength - 1) / pieceLength;

    private static int RoundUp(int length, int multiple) => Pieces(length, multiple) * multiple;

    /// <summary>A part of the result, and of the common axis.</summary>
    private readonly record struct Block(int Row, int Rows, int Column, int Columns, int Step, int Depth, int PieceRows, int PieceColumns)
    {
        public int RowPieces => Pieces(Rows, PieceRows);

        public int ColumnPieces => Pieces(Columns, PieceColumns);
    }
}
