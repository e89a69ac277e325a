namespace Differentiable.Tensors;

/// <summary>How many rows a tile has, known when the JIT compiles its kernel.</summary>
internal interface ITileHeight
{
    static abstract int Rows { get; }
}

internal readonly struct Height1 : ITileHeight
{
    public static int Rows => 1;
}

internal readonly struct Height2 : ITileHeight
{
    public static int Rows => 2;
}

internal readonly struct Height4 : ITileHeight
{
    public static int Rows => 4;
}

internal readonly struct Height6 : ITileHeight
{
    public static int Rows => 6;
}

internal readonly struct Height8 : ITileHeight
{
    public static int Rows => 8;
}

internal readonly struct Height12 : ITileHeight
{
    public static int Rows => 12;
}

/// <summary>Rows as a sequence of tiles.</summary>
internal static class TileHeights
{
    /// <summary>The height of the first of the tiles that so many rows are cut into.</summary>
    /// <param name="rows">How many rows are left; at least one.</param>
    /// <param name="greatest">The height of the tallest tile: 6 or 12.</param>
    public static int First(int rows, int greatest) => rows switch
    {
        >= 12 when greatest == 12 => 12,
        >= 8 when greatest == 12 => 8,
        >= 6 => 6,
        >= 4 => 4,
        >= 2 => 2,
        _ => 1,
    };
}
