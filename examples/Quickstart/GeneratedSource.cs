namespace Quickstart;

/// <summary>The source that the generator wrote for this program; the build puts it beside the program (see the project file).</summary>
internal static class GeneratedSource
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "generated");

    /// <summary>The first method of this name, or null where the program was moved without its generated source.</summary>
    public static string? Find(string method) =>
        Files().Select(file => Extract(File.ReadAllLines(file), method)).FirstOrDefault(found => found is not null);

    /// <summary>From the line that declares the method to the brace that closes it, moved to the left margin.</summary>
    public static string? Extract(IReadOnlyList<string> lines, string method)
    {
        List<string> tail = [.. lines.SkipWhile(line => !Declares(line, method))];
        if (tail.Count == 0)
            return null;
        int indent = tail[0].Length - tail[0].TrimStart().Length;
        string closing = new string(' ', indent) + "}";
        IEnumerable<string> body = tail.TakeWhile(line => line != closing).Append(closing);
        return string.Join(Environment.NewLine, body.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    private static IEnumerable<string> Files() => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder).Order() : [];

    private static bool Declares(string line, string method) =>
        line.Contains($" {method}(") && line.TrimStart().StartsWith("public static ");
}
