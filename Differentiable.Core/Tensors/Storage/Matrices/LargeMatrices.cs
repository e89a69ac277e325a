using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <summary>
/// Products of matrices that do not fit into the cache: block after block, from packed copies of the factors. Of the copies, the strips that a tile needs come from
/// the second-level cache, which is fast enough for the kernel. All threads work at the same block.
/// </summary>
internal sealed class LargeMatrices<T, TVector, TVectors>(MatrixView<T> left, MatrixView<T> right, MatrixView<T> result)
    where T : unmanaged, INumberBase<T>
    where TVectors : struct, IVectors<T, TVector>
{
    /// <summary>How many rows and columns of the result a block has.</summary>
    private const int BlockLength = 1920;

    /// <summary>
    /// How many rows and columns one piece of work has: rows of a few tiles, which stay near while the columns go by. The wider a piece is, the seldomer the left factor
    /// is read again; the smaller, the more evenly the threads are busy.
    /// </summary>
    private const int PieceRows = 24, PieceColumns = 512;

    /// <summary>Where the packed right factor of a block starts: behind the left one, at a cache line.</summary>
    private readonly int _packedRight = RoundUp(Math.Min(left.Rows, BlockLength) * Math.Min(left.Columns, Depth), Width);

    private int PackedLength => _packedRight + (RoundUp(Math.Min(right.Columns, BlockLength), Width) * Math.Min(left.Columns, Depth));

    private static int Width => MatrixTile<T, TVector, TVectors>.Width;

    private static int Depth => MatrixTile<T, TVector, TVectors>.Depth;

    /// <summary>
    /// Of each block, the factors are packed, and then multiplied. Those of the next one are packed in the same phase as this one is multiplied, and last: pieces so small
    /// let all threads finish at about the same time.
    /// </summary>
    public void Multiply()
    {
        Block[] blocks = [.. Blocks()];
        PackingBuffer<T> buffer = PackingBuffer<T>.Rent(Math.Min(blocks.Length, 2) * PackedLength);
        int[] products = [0, .. blocks.Select(block => block.RowPieces * block.ColumnPieces)], copies = [.. blocks.Select(block => block.RowPieces + block.ColumnPieces), 0];
        Workers.Share([.. products.Zip(copies, (count, following) => count + following)], (phase, piece) =>
        {
            if (piece < products[phase])
                MultiplyPiece(blocks[phase - 1], ref Packed(buffer, phase - 1), piece);
            else
                PackPiece(blocks[phase], ref Packed(buffer, phase), piece - products[phase]);
        });
        buffer.Return();
    }

    /// <summary>Where the factors of a block are packed; a block is forgotten when the next but one is packed.</summary>
    private ref T Packed(PackingBuffer<T> buffer, int block) => ref Unsafe.Add(ref buffer.First, block % 2 * PackedLength);

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

    private void PackPiece(Block block, ref T packed, int piece)
    {
        if (piece < block.RowPieces)
            PackLeft(block, ref packed, piece * PieceRows);
        else
            PackRight(block, ref packed, (piece - block.RowPieces) * PieceColumns);
    }

    /// <summary>The tiles' rows one behind the other, each with as many rows as its tile.</summary>
    private void PackLeft(Block block, ref T packed, int first)
    {
        for (int row = first, end = Math.Min(first + PieceRows, block.Rows), rows; row < end; row += rows)
        {
            int height = TileHeights.First(block.Rows - row, TVectors.TileHeight);
            rows = end - row - ((end - row) % height);
            ref T from = ref left.At(block.Row + row, block.Step);
            Packing.Pack(new(ref from, left.RowStride, left.ColumnStride), rows, block.Depth, ref PackedLeft(block, ref packed, row), height);
        }
    }

    private void PackRight(Block block, ref T packed, int first)
    {
        ref T from = ref right.At(block.Step, block.Column + first);
        Packing.Pack(new(ref from, right.ColumnStride, right.RowStride), Math.Min(PieceColumns, block.Columns - first), block.Depth, ref PackedRight(block, ref packed, first), Width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyPiece(Block block, ref T packed, int piece)
    {
        int firstRow = piece % block.RowPieces * PieceRows, firstColumn = piece / block.RowPieces * PieceColumns;
        int endRow = Math.Min(firstRow + PieceRows, block.Rows), endColumn = Math.Min(firstColumn + PieceColumns, block.Columns);
        for (int row = firstRow, height; row < endRow; row += height)
        {
            height = TileHeights.First(block.Rows - row, TVectors.TileHeight);
            Strip<T> leftStrip = new(ref PackedLeft(block, ref packed, row), 1, height);
            for (int column = firstColumn; column < endColumn; column += Width)
            {
                Strip<T> rightStrip = new(ref PackedRight(block, ref packed, column), 1, Width);
                ref T tile = ref result.At(block.Row + row, block.Column + column);
                Prefetch.Tile(ref tile, height, result.RowStride);
                PartialTile<T, TVector, TVectors>.Compute(
                    height, leftStrip, rightStrip, block.Depth, ref tile, result.RowStride, Math.Min(Width, endColumn - column), isSum: block.Step > 0);
            }
        }
    }

    private static ref T PackedLeft(Block block, ref T packed, int row) => ref Unsafe.Add(ref packed, row * block.Depth);

    private ref T PackedRight(Block block, ref T packed, int column) => ref Unsafe.Add(ref packed, _packedRight + (column * block.Depth));

    private static int Pieces(int length, int pieceLength) => (length + pieceLength - 1) / pieceLength;

    private static int RoundUp(int length, int multiple) => Pieces(length, multiple) * multiple;

    /// <summary>A part of the result, and of the common axis.</summary>
    private readonly record struct Block(int Row, int Rows, int Column, int Columns, int Step, int Depth)
    {
        public int RowPieces => Pieces(Rows, PieceRows);

        public int ColumnPieces => Pieces(Columns, PieceColumns);
    }
}
