using System.Globalization;
using Examples;

namespace IrisClassifier;

/// <summary>
/// Reads the flowers, which E. Anderson measured and R. A. Fisher published ("The use of multiple measurements in taxonomic problems", 1936):
/// four sizes and the name of the species in each row, below a row of headings.
/// </summary>
internal static class IrisFile
{
    private const int SizesPerFlower = 4;

    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "iris.csv");

    public static Flower[] Read(string path)
    {
        try
        {
            return [.. File.ReadLines(path).Skip(1).Select((row, i) => Parse(row, $"{path}, line {i + 2}"))];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{path} cannot be read: {problem.Message}");
        }
    }

    private static Flower Parse(string row, string where)
    {
        string[] fields = row.Split(',');
        if (fields.Length != SizesPerFlower + 1)
            throw new UserException($"{where}: {SizesPerFlower} sizes and a species were expected, but there are {fields.Length} fields");
        return new Flower([.. fields[..SizesPerFlower].Select(field => Size(field, where))], Species(fields[^1], where));
    }

    private static double Size(string field, string where) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double size) && double.IsFinite(size)
            ? size
            : throw new UserException($"{where}: '{field}' is not a size");

    private static int Species(string name, string where) => Flower.SpeciesNames.ToList().IndexOf(name) is >= 0 and int species
        ? species
        : throw new UserException($"{where}: '{name}' is none of {string.Join(", ", Flower.SpeciesNames)}");
}
