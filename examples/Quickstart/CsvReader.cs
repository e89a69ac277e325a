using System.Globalization;
using System.Xml;
using Examples;

namespace Quickstart;

/// <summary>Reads two columns of numbers; every complaint names the file and the row.</summary>
internal static class CsvReader
{
    private const int LongestQuote = 40;

    public static DataSet Read(string path)
    {
        try
        {
            return Parse(File.ReadLines(path), path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException(File.Exists(path) ? $"{path} cannot be read: {problem.Message}" : $"there is no file {path}");
        }
    }

    public static DataSet Parse(IEnumerable<string> lines, string path)
    {
        string[] names = ["x", "y"];
        List<double> x = [], y = [];
        int lineNumber = 0;
        bool first = true;
        foreach (string line in lines)
        {
            lineNumber++;
            if (string.IsNullOrWhiteSpace(line))
                continue;

            string[] fields = [.. line.Split(',').Select(Unquote)];
            if (first && IsHeader(fields))
                names = [.. fields.Select(CleanName)];
            else
                AddRow(fields, x, y, $"{path}, row {x.Count + 1} (line {lineNumber})");
            first = false;
        }
        if (x.Count == 0)
            throw new UserException($"{path} is empty: it holds no rows of numbers");
        return new DataSet(new Column(names[0], [.. x]), new Column(names[1], [.. y]));
    }

    private static bool IsHeader(string[] fields) => fields.Length == 2 && !fields.Any(field => TryParse(field, out _));

    private static void AddRow(string[] fields, List<double> x, List<double> y, string where)
    {
        if (fields.Length != 2)
            throw new UserException($"{where}: 2 columns were expected, but there are {fields.Length}: {Quote(string.Join(',', fields))}");
        x.Add(Number(fields[0], where));
        y.Add(Number(fields[1], where));
    }

    private static double Number(string field, string where)
    {
        if (!TryParse(field, out double value))
            throw new UserException($"{where}: {Quote(field)} is not a number");
        if (!double.IsFinite(value))
            throw new UserException($"{where}: {Quote(field)} is not a finite number");
        return value;
    }

    private static bool TryParse(string field, out double value) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static string Unquote(string field) => field.Trim().Trim('"');

    private static string CleanName(string name) => Shorten(Printable(name));

    private static string Quote(string text) => $"'{Shorten(Printable(text))}'";

    /// <summary>Without control characters, which neither a terminal nor an SVG file should receive.</summary>
    private static string Printable(string text) =>
        string.Concat(text.Where(letter => !char.IsControl(letter) && XmlConvert.IsXmlChar(letter)));

    private static string Shorten(string text) => text.Length <= LongestQuote ? text : text[..(LongestQuote - 1)] + "…";
}
