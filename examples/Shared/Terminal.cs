using Spectre.Console;

namespace Examples;

/// <summary>Where the reports of all examples go, and the look that they share.</summary>
public static class Terminal
{
    /// <summary>In letters. A file has no width of its own, and no table should be broken for want of one.</summary>
    private const int WidthOfFiles = 140;

    public static IAnsiConsole Out { get; } = Open();

    public static void Heading(string text) => Out.MarkupLineInterpolated($"[bold underline]{text}[/]");

    public static void Saved(string plotPath) => Out.WriteLine($"The plot is in {Path.GetFullPath(plotPath)}");

    public static Table NewTable() => new Table().Border(TableBorder.Rounded);

    /// <summary>Adds columns of numbers, which end at the right so that their digits stand below each other.</summary>
    public static Table AddNumbers(this Table table, params ReadOnlySpan<string> headings)
    {
        foreach (string heading in headings)
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap());
        return table;
    }

    /// <summary>A file or a pipe gets plain text: no colours, no spinner.</summary>
    private static IAnsiConsole Open()
    {
        IAnsiConsole console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.Interactive = false;
            console.Profile.Width = WidthOfFiles;
        }
        return console;
    }
}
