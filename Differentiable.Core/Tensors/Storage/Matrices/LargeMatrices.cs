using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>
/// Products of matrices that do not fit into the cache: block after block, from packed copies of the factors. Of the copies, a strip of the left one stays in
/// the first-level cache and a block of the right one in the second-level cache. All threads work at the same block.
/// </summary>
internal sealed class LargeMatrices<T, TVector, TVectors>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
    where T : unmanaged, INumberBase<T>
    where TVectors : struct, IVectors<T, TVector>
{
    /// <summary>How many rows and columns of the result a block has.</summary>
    private const int BlockLength = 1920;

    /// <summary>How many rows one piece of work has at most, and how many columns: as many as fit into the second-level cache, times the depth.</summary>
    private const int PieceRows = 120, PieceColumns = 256;

    /// <summary>Where in the buffer the packed right factor starts: behind the left one, at a cache line.</summary>
    private readonly int _packedRight = RoundUp(Math.Min(left.Rows, BlockLength) * Math.Min(left.Columns, Depth), Width);

    private readonly PackingBuffer<T> _buffer = PackingBuffer<T>.Rent(
        RoundUp(Math.Min(left.Rows, BlockLength) * Math.Min(left.Columns, Depth), Width) + (RoundUp(Math.Min(right.Columns, BlockLength), Width) * Math.Min(left.Columns, Depth)));

    private static int Width => MatrixTile<T, TVector, TVectors>.Width;

    private static int Depth => MatrixTile<T, TVector, TVectors>.Depth;

    public void Multiply()
    {
        for (int column = 0; column < right.Columns; column += BlockLength)
        {
            for (int row = 0; row < left.Rows; row += BlockLength)
            {
                Block block = new(row, Math.Min(BlockLength, left.Rows - row), column, Math.Min(BlockLength, right.Columns - column), 0, 0);
                for (int step = 0; step < left.Columns; step += Depth)
                    Multiply(block with { Step = step, Depth = Math.Min(Depth, left.Columns - step) });
            }
        }
        _buffer.Return();
    }

    private void Multiply(Block block)
    {
        int rowPieces = Pieces(block.Rows, PieceRows), columnPieces = Pieces(block.Columns, PieceColumns);
        Workers.Share(rowPieces + columnPieces, piece =>
        {
            if (piece < rowPieces)
                PackLeft(block, piece * PieceRows);
            else
                PackRight(block, (piece - rowPieces) * PieceColumns);
        });
        int height = PieceHeight(block.Rows, columnPieces);
        rowPieces = Pieces(block.Rows, height);
        Workers.Share(rowPieces * columnPieces, piece => MultiplyPiece(block, piece % rowPieces * height, height, piece / rowPieces * PieceColumns));
    }

    /// <summary>The tiles' rows one behind the other, each with as many rows as its tile.</summary>
    private void PackLeft(Block block, int first)
    {
        for (int row = first, end = Math.Min(first + PieceRows, block.Rows), height; row < end; row += height)
        {
            height = TileHeights.First(block.Rows - row, TVectors.TileHeight);
            ref T from = ref left.At(block.Row + row, block.Step);
            Packing.Pack(new(ref from, left.RowStride, left.ColumnStride), height, block.Depth, ref PackedLeft(block, row), height);
        }
    }

    private void PackRight(Block block, int first)
    {
        for (int column = first, end = Math.Min(first + PieceColumns, block.Columns); column < end; column += Width)
        {
            ref T from = ref right.At(block.Step, block.Column + column);
            int count = Math.Min(Width, end - column);
            Packing.Pack(new(ref from, right.ColumnStride, right.RowStride), count, block.Depth, ref PackedRight(block, column), Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyPiece(Block block, int firstRow, int rows, int firstColumn)
    {
        int endRow = Math.Min(firstRow + rows, block.Rows), endColumn = Math.Min(firstColumn + PieceColumns, block.Columns);
        for (int row = firstRow, height; row < endRow; row += height)
        {
            height = TileHeights.First(block.Rows - row, TVectors.TileHeight);
            Strip<T> leftStrip = new(ref PackedLeft(block, row), 1, height);
            for (int column = firstColumn; column < endColumn; column += Width)
            {
                Strip<T> rightStrip = new(ref PackedRight(block, column), 1, Width);
                ref T tile = ref result.At(block.Row + row, block.Column + column);
                PartialTile<T, TVector, TVectors>.Compute(
                    height, leftStrip, rightStrip, block.Depth, ref tile, result.RowStride, Math.Min(Width, endColumn - column), isSum: block.Step > 0);
            }
        }
    }

    private ref T PackedLeft(Block block, int row) => ref Unsafe.Add(ref _buffer.First, row * block.Depth);

    private ref T PackedRight(Block block, int column) => ref Unsafe.Add(ref _buffer.First, _packedRight + (column * block.Depth));

    /// <summary>So many rows that each thread gets several pieces; whole tiles.</summary>
    private static int PieceHeight(int rows, int columnPieces) =>
        Math.Clamp(RoundUp(rows * columnPieces / (4 * Workers.Count), TVectors.TileHeight), TVectors.TileHeight, PieceRows);

    private static int Pieces(int length, int pieceLength) => (length + pieceLength - 1) / pieceLength;

    private static int RoundUp(int length, int multiple) => Pieces(length, multiple) * multiple;

    /// <summary>A part of the result, and of the common axis.</summary>
    private readonly record struct Block(int Row, int Rows, int Column, int Columns, int Step, int Depth);
}
