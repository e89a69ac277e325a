using System.Globalization;
using Examples;

namespace OptionGreeks;

/// <summary>What the user asked for.</summary>
internal sealed record CommandLine(int Paths, int Seed, string PlotPath, bool Help)
{
    public const string Usage = """
        Prices options by formula and by Monte Carlo, with Greeks that were generated at compile time.

        Usage: OptionGreeks [--paths N] [--seed N] [--output PLOT.svg]

          --paths N           how many paths are simulated, a multiple of 100 (left out: 100000)
          --seed N            of the random numbers (left out: 1)
          --output PLOT.svg   where the plot goes (left out: option-greeks.svg in the current folder)
          --help              shows this text

        """;

    /// <summary>More would not fit into one array of random numbers.</summary>
    private const int MostPaths = 100_000_000;

    private static CommandLine Default { get; } = new(100_000, 1, "option-greeks.svg", Help: false);

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        CommandLine command = Default;
        for (int i = 0; i < arguments.Count; i++)
        {
            string option = arguments[i];
            command = option switch
            {
                "--help" or "-h" or "-?" => command with { Help = true },
                "--paths" => command with { Paths = Number(option, Next()) },
                "--seed" => command with { Seed = Number(option, Next()) },
                "--output" or "-o" => command with { PlotPath = Next() },
                _ => throw Misused($"there is no option {option}"),
            };

            string Next() => ++i < arguments.Count ? arguments[i] : throw Misused($"{option} needs a value");
        }
        return command.Check();
    }

    private CommandLine Check()
    {
        if (Paths is < Simulation.Batches or > MostPaths || Paths % Simulation.Batches != 0)
            throw Misused($"--paths takes a multiple of {Simulation.Batches} up to {MostPaths}, but not {Paths}");
        if (PlotPath is "")
            throw Misused("the name of a file is empty");
        return this;
    }

    private static int Number(string option, string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Misused($"{option} takes a whole number, but not '{text}'");

    private static UserException Misused(string reason) => new($"{reason} (--help shows the usage)");
}
