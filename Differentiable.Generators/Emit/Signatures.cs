namespace Differentiable.Generators.Emit;

/// <summary>Writes lists of parameters and arguments, on as many lines as they take.</summary>
internal static class Signatures
{
    private const int LongestLine = 120;

    /// <param name="code">Where to.</param>
    /// <param name="start">What comes before, up to the opening parenthesis.</param>
    /// <param name="items">The parameters or arguments.</param>
    /// <param name="end">What comes behind, from the closing parenthesis on.</param>
    public static void Write(CodeWriter code, string start, IReadOnlyList<string> items, string end)
    {
        string line = start + string.Join(", ", items) + end;
        if (code.Column + line.Length <= LongestLine)
        {
            code.Write(line);
            return;
        }
        code.Write(start);
        code.Indent();
        line = "";
        foreach (string item in items.Take(items.Count - 1).Select(text => text + ", ").Append(items.Last() + end))
        {
            if (line.Length > 0 && code.Column + line.Length + item.TrimEnd().Length > LongestLine)
            {
                code.Write(line.TrimEnd());
                line = "";
            }
            line += item;
        }
        code.Write(line);
        code.Unindent();
    }
}
