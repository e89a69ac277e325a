using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Differentiable.Tests.Examples;

/// <summary>Runs the built example as its users do.</summary>
public sealed partial class OptionGreeksTests : IDisposable
{
    private readonly ExampleProgram program = new("OptionGreeks");

    public void Dispose() => program.Dispose();

    [Fact]
    public void Program_PrintsAllTablesAndDrawsThePlot()
    {
        Outcome outcome = program.Run("--paths", "1000", "--seed", "3", "--output", "plot.svg");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("7.1029454825", outcome.Output);
        Assert.All(["1. Black-Scholes", "2. 1000 paths", "3. 1000 paths", "4. The arithmetic basket", "5. The cost"],
            heading => Assert.Contains(heading, outcome.Output));
        XElement plot = XElement.Load(Path.Combine(program.Folder, "plot.svg"));
        Assert.Contains(plot.Elements(), element => element.Name.LocalName == "path");
    }

    [Fact]
    public void Of100000Paths_NoGreekIsFourStandardErrorsOffItsFormula()
    {
        Outcome outcome = program.Run("--output", "plot.svg");

        Assert.Contains("3. 100000 paths of a geometric basket", outcome.Output);
        List<double> errors = [.. ErrorsOff().Matches(outcome.Output).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(43, errors.Count);
        Assert.All(errors, error => Assert.InRange(Math.Abs(error), 0, 4));
    }

    [Fact]
    public void Help_ShowsTheUsage() =>
        Assert.Contains("Usage: OptionGreeks [--paths N] [--seed N] [--output PLOT.svg]", program.Run("--help").Output);

    [Theory]
    [InlineData("there is no option --fast", "--fast")]
    [InlineData("--paths takes a multiple of 100 up to 100000000, but not 250", "--paths", "250")]
    [InlineData("--paths takes a whole number, but not 'many'", "--paths", "many")]
    [InlineData("--seed needs a value", "--seed")]
    public void Misuse_IsRefused(string complaint, params string[] arguments) => program.AssertRefused(complaint, arguments);

    [GeneratedRegex(@"(-?\d+\.\d) errors")]
    private static partial Regex ErrorsOff();
}
