using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Examples;
using IrisClassifier;

namespace Differentiable.Tests.Examples;

/// <summary>The data, the gradients, and the built example as its users run it.</summary>
public sealed partial class IrisClassifierTests : IDisposable
{
    private static readonly Flower[] s_flowers = IrisFile.Read(IrisFile.Shipped);

    private readonly ExampleProgram program = new("IrisClassifier");

    public void Dispose() => program.Dispose();

    /// <summary>The means are those of Fisher's table of 1936.</summary>
    [Theory]
    [InlineData(0, 5.006, 3.428, 1.462, 0.246)]
    [InlineData(1, 5.936, 2.770, 4.260, 1.326)]
    [InlineData(2, 6.588, 2.974, 5.552, 2.026)]
    public void ShippedFlowers_AreFishers(int species, params double[] means)
    {
        Flower[] ofSpecies = [.. s_flowers.Where(flower => flower.Species == species)];

        Assert.Equal(50, ofSpecies.Length);
        Assert.Equal(means, means.Select((_, i) => Math.Round(ofSpecies.Average(flower => flower.Sizes[i]), 3)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void GeneratedGradient_IsThatOfTheTape(int seed)
    {
        Batch all = Batch.Of(s_flowers);

        GradientComparison comparison = GradientComparison.Run(new Classifier(Scale.Of(all), seed), all);
        Assert.Equal(["0/kernel", "0/bias", "1/kernel", "1/bias"], comparison.Parameters.Select(parameter => parameter.Name));
        Assert.All(comparison.Parameters, parameter => Assert.InRange(parameter.RelativeDifference, 0, 1e-13));
    }

    [Fact]
    public void LossOverSpans_IsThatOfTheTensors()
    {
        Batch all = Batch.Of(s_flowers);
        Classifier classifier = new(Scale.Of(all), seed: 4);
        double[][] parameters = [.. classifier.Parameters.Select(parameter => parameter.ToArray())];
        double[] inputs = classifier.Scale.Standardize(all.Sizes).ToArray();

        double loss = SpanNetwork.Loss(parameters[0], parameters[1], parameters[2], parameters[3], inputs, all.Species.ToArray());
        Assert.Equal((double)classifier.Loss(all), loss, 1e-13);
    }

    [Fact]
    public void Folds_HoldEachFlowerOutOnceAndAsManyOfEachSpecies()
    {
        CrossValidation validation = CrossValidation.Run(s_flowers, new Settings(Epochs: 1, Seed: 5), () => { });

        Assert.Equal(s_flowers.ToHashSet(), validation.Folds.SelectMany(fold => fold.HeldOut).ToHashSet());
        Assert.All(validation.Folds, fold => Assert.All(fold.HeldOut.CountBy(flower => flower.Species), count => Assert.Equal(10, count.Value)));
    }

    [Fact]
    public void Program_ReachesTheAccuracyAndItsGradientsAgree()
    {
        Outcome outcome = program.Run("--output", "plot.svg");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.InRange(Number(Accuracy().Match(outcome.Output)), 95, 100);
        Assert.InRange(Number(Difference().Match(outcome.Output)), 0, 1e-13);
        Assert.DoesNotContain("\u001b", outcome.Output);
        XElement plot = XElement.Load(Path.Combine(program.Folder, "plot.svg"));
        Assert.True(plot.Elements().Count(element => element.Name.LocalName == "circle") >= 150);
        Assert.Equal(7, plot.Elements().Count(element => element.Name.LocalName == "path"));
    }

    [Fact]
    public void Help_ShowsTheUsage() =>
        Assert.Contains("Usage: IrisClassifier [--epochs N] [--seed N] [--output PLOT.svg]", program.Run("--help").Output);

    [Theory]
    [InlineData("there is no option --fast", "--fast")]
    [InlineData("--epochs takes a whole number from 1 to 100000, but not '0'", "--epochs", "0")]
    [InlineData("--seed takes a whole number from 0 to 2147483647, but not 'x'", "--seed", "x")]
    [InlineData("--seed needs a value", "--seed")]
    [InlineData("the plot cannot be written to nowhere/plot.svg", "--epochs", "1", "--output", "nowhere/plot.svg")]
    public void Misuse_IsRefused(string complaint, params string[] arguments) => program.AssertRefused(complaint, arguments);

    [Theory]
    [InlineData("1,2,3,setosa", "4 sizes and a species were expected, but there are 4 fields")]
    [InlineData("1,2,3,wide,setosa", "'wide' is not a size")]
    [InlineData("1,2,3,4,rosa", "'rosa' is none of setosa, versicolor, virginica")]
    public void MalformedRow_IsNamedByItsLine(string row, string complaint)
    {
        string path = Path.Combine(program.Folder, "some.csv");
        File.WriteAllLines(path, ["headings", "1,2,3,4,setosa", row]);

        Assert.Equal($"{path}, line 3: {complaint}", Assert.Throws<UserException>(() => IrisFile.Read(path)).Message);
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Held-out accuracy ([\d.]+) %")]
    private static partial Regex Accuracy();

    [GeneratedRegex(@"the greatest relative difference is (\S+)\.\s")]
    private static partial Regex Difference();
}
