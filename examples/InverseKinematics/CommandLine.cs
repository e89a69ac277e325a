using System.Globalization;
using Examples;

namespace InverseKinematics;

/// <summary>What the user asked for.</summary>
internal sealed record CommandLine(int Targets, double Width, string PlotPath, bool Help)
{
    public const string Usage = """
        Lets a robot arm draw a lemniscate: a nonlinear least-squares fit for each pose, with a Jacobian that was generated at compile time.

        Usage: InverseKinematics [--targets N] [--width METRES] [--output PLOT.svg]

          --targets N         how many points of the curve are drawn (left out: 72)
          --width METRES      of the curve (left out: 0.6)
          --output PLOT.svg   where the plot goes (left out: inverse-kinematics.svg in the current folder)
          --help              shows this text

        """;

    private const int FewestTargets = 8, MostTargets = 10_000;
    private const double LeastWidth = 0.01, MostWidth = 10;

    private static CommandLine Default { get; } = new(72, 2 * Board.Default.HalfWidth, "inverse-kinematics.svg", Help: false);

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        CommandLine command = Default;
        for (int i = 0; i < arguments.Count; i++)
        {
            string option = arguments[i];
            command = option switch
            {
                "--help" or "-h" or "-?" => command with { Help = true },
                "--targets" => command with { Targets = (int)Number(option, Next(), FewestTargets, MostTargets) },
                "--width" => command with { Width = Number(option, Next(), LeastWidth, MostWidth) },
                "--output" or "-o" => command with { PlotPath = Next() },
                _ => throw Misused($"there is no option {option}"),
            };

            string Next() => ++i < arguments.Count ? arguments[i] : throw Misused($"{option} needs a value");
        }
        return command.PlotPath is "" ? throw Misused("the name of a file is empty") : command;
    }

    private static double Number(string option, string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most
            ? number
            : throw Misused($"{option} takes a number from {least} to {most}, but not '{text}'");

    private static UserException Misused(string reason) => new($"{reason} (--help shows the usage)");
}
