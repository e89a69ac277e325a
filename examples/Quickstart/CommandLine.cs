using Examples;

namespace Quickstart;

/// <summary>What the user asked for.</summary>
internal sealed record CommandLine(string DataPath, string PlotPath, bool Help)
{
    public const string Usage = """
        Fits a mixture of two Gaussians by maximum likelihood, with a gradient that was generated at compile time.

        Usage: Quickstart [DATA.csv] [--output PLOT.svg]

          DATA.csv            two columns of numbers, with or without a header
                              (left out: 272 eruptions of the Old Faithful geyser)
          --output PLOT.svg   where the plot goes
                              (left out: in the current folder, named after the data)
          --help              shows this text

        """;

    private static string OldFaithful => Path.Combine(AppContext.BaseDirectory, "faithful.csv");

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        string? data = null;
        string? plot = null;
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            if (argument is "--help" or "-h" or "-?")
                return new CommandLine("", "", Help: true);
            else if (argument is "--output" or "-o")
                plot = ++i < arguments.Count ? arguments[i] : throw Misused($"{argument} needs the name of a file");
            else if (argument.StartsWith('-'))
                throw Misused($"there is no option {argument}");
            else if (data is null)
                data = argument;
            else
                throw Misused($"one data file at a time: '{data}' or '{argument}'");
        }
        return Complete(data ?? OldFaithful, plot);
    }

    private static CommandLine Complete(string data, string? plot)
    {
        plot ??= $"{Path.GetFileNameWithoutExtension(data)}-mixture.svg";
        if (data is "" || plot is "")
            throw Misused("the name of a file is empty");
        if (Path.GetFullPath(plot) == Path.GetFullPath(data))
            throw new UserException($"the plot would overwrite the data in {data}; choose another --output");
        return new CommandLine(data, plot, Help: false);
    }

    private static UserException Misused(string reason) => new($"{reason} (--help shows the usage)");
}
