using System.Globalization;
using Examples;

namespace IrisClassifier;

/// <summary>What the user asked for.</summary>
internal sealed record CommandLine(int Epochs, int Seed, string PlotPath, bool Help)
{
    public const string Usage = """
        Trains a small network to tell three species of iris apart, with gradients by a tape, and compares these with a generated one.

        Usage: IrisClassifier [--epochs N] [--seed N] [--output PLOT.svg]

          --epochs N          how many steps each training takes (left out: 100)
          --seed N            of the first weights and of the folds (left out: 1)
          --output PLOT.svg   where the plot goes (left out: iris-classifier.svg in the current folder)
          --help              shows this text

        """;

    private const int MostEpochs = 100_000;

    private static CommandLine Default { get; } = new(100, 1, "iris-classifier.svg", Help: false);

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        CommandLine command = Default;
        for (int i = 0; i < arguments.Count; i++)
        {
            string option = arguments[i];
            command = option switch
            {
                "--help" or "-h" or "-?" => command with { Help = true },
                "--epochs" => command with { Epochs = Number(option, Next(), least: 1, MostEpochs) },
                "--seed" => command with { Seed = Number(option, Next(), least: 0, int.MaxValue) },
                "--output" or "-o" => command with { PlotPath = Next() },
                _ => throw Misused($"there is no option {option}"),
            };

            string Next() => ++i < arguments.Count ? arguments[i] : throw Misused($"{option} needs a value");
        }
        return command.PlotPath is "" ? throw Misused("the name of a file is empty") : command;
    }

    private static int Number(string option, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw Misused($"{option} takes a whole number from {least} to {most}, but not '{text}'");

    private static UserException Misused(string reason) => new($"{reason} (--help shows the usage)");
}
