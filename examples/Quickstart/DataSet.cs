using Examples;

namespace Quickstart;

/// <summary>Two columns of numbers.</summary>
internal sealed record DataSet(Column X, Column Y)
{
    /// <summary>Relative to the mean; below it, the digits that tell the rows apart are mostly rounding.</summary>
    private const double SmallestSpread = 1e-12;

    private const int Required = GaussianMixture.ParameterCount;

    public int Count => X.Values.Length;

    /// <summary>Reads a CSV file and refuses data that no mixture can be fitted to.</summary>
    public static DataSet Read(string path)
    {
        DataSet data = CsvReader.Read(path);
        if (data.Count < Required)
            throw new UserException($"{path}: {data.Count} rows are too few: the mixture has {Required} parameters and needs as many rows");
        RequireSpread(data.X, path);
        RequireSpread(data.Y, path);
        return data;
    }

    private static void RequireSpread(Column column, string path)
    {
        if (!double.IsFinite(column.Deviation))
            throw new UserException($"{path}: the numbers in column '{column.Name}' are too large to compute their spread");
        if (column.Deviation <= SmallestSpread * Math.Abs(column.Mean))
            throw new UserException($"{path}: column '{column.Name}' is constant, so a Gaussian has no width there");
    }
}
