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

    /// <summary>How many rows one piece of work has, a few tiles, and how many columns: as many as fit into the second-level cache, times the depth.</summary>
    private const int PieceRows = 60, PieceColumns = 256;

    /// <summary>Where in the buffer the packed right factor starts: behind the left one, at a cache line.</summary>
    private readonly int _packedRight = RoundUp(Math.Min(left.Rows, BlockLength) * Math.Min(left.Columns, Depth), Width);

    private readonly PackingBuffer<T> _buffer = PackingBuffer<T>.Rent(
        RoundUp(Math.Min(left.Rows, BlockLength) * Math.Min(left.Columns, Depth), Width) + (RoundUp(Math.Min(right.Columns, BlockLength), Width) * Math.Min(left.Columns, Depth)));

    private static int Width => MatrixTile<T, TVector, TVectors>.Width;

    private static int Depth => MatrixTile<T, TVector, TVectors>.Depth;

    /// <summary>Of each block, the factors are packed, and then multiplied.</summary>
    public void Multiply()
    {
        Block[] blocks = [.. Blocks()];
        int[] pieces = [.. blocks.SelectMany(block => new[] { block.RowPieces + block.ColumnPieces, block.RowPieces * block.ColumnPieces })];
        Workers.Share(pieces, (phase, piece) =>
        {
            Block block = blocks[phase / 2];
            if (phase % 2 > 0)
                MultiplyPiece(block, piece % block.RowPieces * PieceRows, piece / block.RowPieces * PieceColumns);
            else if (piece < block.RowPieces)
                PackLeft(block, piece * PieceRows);
            else
                PackRight(block, (piece - block.RowPieces) * PieceColumns);
        });
        _buffer.Return();
    }

    private IEnumerable<Block> Blocks()
    {
        for (int column = 0; column < right.Columns; column += BlockLength)
        {
            for (int row = 0; row < left.Rows; row += BlockLength)
            {
                for (int step = 0; step < left.Columns; step += Depth)
                    yield return new(row, Math.Min(BlockLength, left.Rows - row), column, Math.Min(BlockLength, right.Columns - column), step, Math.Min(Depth, left.Columns - step));
            }
        }
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
    private void MultiplyPiece(Block block, int firstRow, int firstColumn)
    {
        int endRow = Math.Min(firstRow + PieceRows, block.Rows), endColumn = Math.Min(firstColumn + PieceColumns, block.Columns);
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

    private static int Pieces(int length, int pieceLength) => (length + pieceLength - 1) / pieceLength;

    private static int RoundUp(int length, int multiple) => Pieces(length, multiple) * multiple;

    /// <summary>A part of the result, and of the common axis.</summary>
    private readonly record struct Block(int Row, int Rows, int Column, int Columns, int Step, int Depth)
    {
        public int RowPieces => Pieces(Rows, PieceRows);

        public int ColumnPieces => Pieces(Columns, PieceColumns);
    }
}
