using System.Globalization;
using System.Xml.Linq;

namespace Differentiable.Tests.Examples;

/// <summary>Runs the built example as its users do.</summary>
public sealed class QuickstartTests : IDisposable
{
    private readonly ExampleProgram program = new("Quickstart");

    public void Dispose() => program.Dispose();

    [Fact]
    public void OldFaithful_ReachesTheKnownMaximum()
    {
        Outcome outcome = Run();

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        string[] known = ["-1130.2640", "0.355873", "0.644127", "2.03639", "54.4785", "4.28966", "79.9681", "33.6973", "36.0462"];
        Assert.All(known, number => Assert.Contains(number, outcome.Output));
    }

    [Fact]
    public void Output_ShowsTheGradientCheckAndTheGeneratedAdjoint()
    {
        Outcome outcome = Run();

        Assert.Contains("The gradients agree", outcome.Output);
        Assert.Contains("public static (double a, double b) LogSumExpGradient(double a, double b)", outcome.Output);
        Assert.DoesNotContain("\u001b", outcome.Output);
    }

    [Fact]
    public void Plot_ShowsEveryPoint()
    {
        Run("--output", "plot.svg");

        XElement plot = XElement.Load(Path.Combine(program.Folder, "plot.svg"));
        Assert.True(plot.Elements().Count(element => element.Name.LocalName == "circle") >= 272);
    }

    [Fact]
    public void AnotherFile_IsFittedAndNamesThePlot()
    {
        Write("clouds.csv", TwoClouds());

        Outcome outcome = Run("clouds.csv");

        Assert.Equal(0, outcome.ExitCode);
        Assert.True(File.Exists(Path.Combine(program.Folder, "clouds-mixture.svg")));
    }

    [Fact]
    public void Help_ShowsTheUsage()
    {
        Outcome outcome = Run("--help");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Usage: Quickstart [DATA.csv] [--output PLOT.svg]", outcome.Output);
    }

    [Fact]
    public void MissingFile_IsRefused() => AssertRefused("there is no file nowhere.csv", "nowhere.csv");

    [Fact]
    public void UnknownOption_IsRefused() => AssertRefused("there is no option --fast", "--fast");

    [Fact]
    public void UnwritablePlot_IsRefused() =>
        AssertRefused("the plot cannot be written to nowhere/plot.svg", "--output", "nowhere/plot.svg");

    [Fact]
    public void PlotOverTheData_IsRefused()
    {
        Write("data.csv", ["1,2"]);
        AssertRefused("the plot would overwrite the data", "data.csv", "--output", "./data.csv");
    }

    [Theory]
    [InlineData("few", "3 rows are too few: the mixture has 11 parameters", "1,2", "3,4", "5,6")]
    [InlineData("empty", "empty.csv is empty")]
    [InlineData("word", "word.csv, row 2 (line 2): 'x' is not a number", "1,2", "x,4")]
    public void BadRows_AreRefused(string name, string complaint, params string[] rows)
    {
        Write($"{name}.csv", rows);
        AssertRefused(complaint, $"{name}.csv");
    }

    [Fact]
    public void ConstantColumn_IsRefused()
    {
        Write("flat.csv", Enumerable.Range(0, 20).Select(i => $"{i},7"));
        AssertRefused("column 'y' is constant", "flat.csv");
    }

    [Fact]
    public void RowsOnOneLine_HaveNoMaximum()
    {
        Write("line.csv", Enumerable.Range(0, 50).Select(i => $"{i},{2 * i}"));
        AssertRefused("the fit did not converge", "line.csv");
    }

    private void AssertRefused(string complaint, params string[] arguments) => program.AssertRefused(complaint, arguments);

    private Outcome Run(params string[] arguments) => program.Run(arguments);

    private void Write(string name, IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(program.Folder, name), lines);

    private static IEnumerable<string> TwoClouds()
    {
        Random random = new(1);
        for (int i = 0; i < 100; i++)
            yield return Invariant($"{1e5 * (i % 2 * 6 + random.NextDouble())},{-1e-3 * (i % 2 * 6 + random.NextDouble())}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
