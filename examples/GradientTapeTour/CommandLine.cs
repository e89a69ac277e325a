using Examples;

namespace GradientTapeTour;

/// <summary>What the user asked for.</summary>
internal sealed record CommandLine(string PlotPath, bool Help)
{
    public const string Usage = """
        Runs the cells of five public notebooks about TensorFlow's gradient tape, in C#, and prints what each gives.

        Usage: GradientTapeTour [--output PLOT.svg]

          --output PLOT.svg   where the plot of the sigmoid goes (left out: sigmoid.svg in the current folder)
          --help              shows this text

        """;

    private static CommandLine Default { get; } = new("sigmoid.svg", Help: false);

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        CommandLine command = Default;
        for (int i = 0; i < arguments.Count; i++)
        {
            string option = arguments[i];
            command = option switch
            {
                "--help" or "-h" or "-?" => command with { Help = true },
                "--output" or "-o" => command with { PlotPath = Next() },
                _ => throw Misused($"there is no option {option}"),
            };

            string Next() => ++i < arguments.Count ? arguments[i] : throw Misused($"{option} needs a value");
        }
        return command.PlotPath is "" ? throw Misused("the name of a file is empty") : command;
    }

    private static UserException Misused(string reason) => new($"{reason} (--help shows the usage)");
}
