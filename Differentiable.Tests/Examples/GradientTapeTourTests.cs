using System.Text.RegularExpressions;
using System.Xml.Linq;
using Differentiable.Tests.Testing.Generation;
using GradientTapeTour;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Examples;

/// <summary>Runs the built example as its users do, and compares each cell with what the notebook printed.</summary>
public sealed partial class GradientTapeTourTests : IDisposable
{
    /// <summary>The cells with a plain result, by their numbers: what they print behind their titles.</summary>
    private static readonly Dictionary<int, string> s_expected = new()
    {
        [1] = "tape.Gradient(z, x) (2, 2) [[8, 8], [8, 8]] dx[1][0] 8",
        [2] = "tape.Gradient(z, y) 8",
        [3] = "tape.Gradient(z, x) 108 tape.Gradient(y, x) 6",
        [4] = "Derivative(x, n: 6) 12 Derivative(x, n: 5) 12 Derivative(x, n: 4) 4",
        [5] = "inner.Gradient(y, x) 3 outer.Gradient(dx, x) 6",
        [6] = "x.ToString() Tensor<float> (2, 2) [[1, 2], [3, 4.5]] w.ToString() Variable \"w\" = Tensor<double> () 1.5",
        [7] = "tape.Gradient(y, x) 6",
        [10] = "tape.Gradient(loss, layer.TrainableVariables).Length 2",
        [11] = "kernel (3, 2) bias (2)",
        [12] = "tape.Gradient(z, x, UnconnectedGradients.Zero) (2) [0, 0]",
        [13] = "tape.Gradient(y, x) null",
        [14] = "inner.Gradient(y, x) 10 outer.Gradient(dx, x) 2",
        [15] = "of loss += 2 * x alone 2",
        [16] = "tape.Gradient(y, x) null",
        [17] = "tape.Gradient(target: z, source: x) 8",
        [18] = "tape.Gradient(target: z, source: y) 4",
        [19] = "tape.Gradient(z, y) 4 tape.Gradient(y, x) 2 tape.Gradient(z, x) 8",
        [22] = "tape.Gradient(y, x) 6",
        [23] = "dw?.Shape (3, 2) db?.Shape (2)",
        [25] = "kernel (3, 2) bias (2)",
        [26] = "gradients[0] 6 gradients[1] null gradients[2] null gradients[3] null",
        [27] = "variable.Name x0",
        [28] = "tape.Gradient(y, x) 6",
        [29] = "gradients[\"x0\"] null gradients[\"x1\"] 0.9999546",
        [30] = "tape.Gradient(z, y) 18",
        [31] = "tape.Gradient(z, x) (2) [4, 108] tape.Gradient(y, x) (2) [2, 6]",
        [32] = "tape.Gradient(y0, x) 4 tape.Gradient(y1, x) -0.25 tape.Gradient([y0, y1], x) 3.75",
        [33] = "tape.Gradient(y, x) 7",
        [34] = "x[100] 0 y[100] 0.5 dy[100] 0.25 Tensor.Max(Tensor.Abs(dy - y * (1 - y))) 0",
        [35] = "gradients[0] 1 gradients[1] null",
        [36] = "tape.Gradient(result, x) null",
        [37] = "tape.Gradient(z, x) null",
        [38] = "in epoch 0, with x.AssignAdd(1f) 1 tape.Gradient(y, x) in epoch 1, with x.AssignAdd(1f) 1",
        [39] = "tape.Gradient(y, x) null",
        [41] = "tape.Gradient(y, x0) null",
        [43] = "tape.Gradient(z, x, UnconnectedGradients.Zero) (2) [0, 0]",
        [46] = "tape.Gradient(z, x) 14 tape.Gradient(z, [x, y])[0] 14 tape.Gradient(z, [x, y])[1] 12",
    };

    /// <summary>Cells that say more than a result.</summary>
    private static readonly Dictionary<int, string> s_contained = new()
    {
        [24] = "once.Gradient(loss, parameters) InvalidOperationException",
        [38] = "// x = x + 1f; // error CS0266",
        [40] = "// tape.Watch(x); // error CS0315",
        [42] = "tape.Gradient(adjusted, image) GradientNotRegisteredException There is no gradient for AdjustContrast.",
        [44] = "tape.Gradient(throughTensors, x) 12 tape.Gradient(throughNumbers, x) null",
        [45] = "tape.Gradient(x * 2, x) 2 tape.Gradient(x * x + 2, x) 6 tape.Gradient(x * x + 2 * x, x) 8",
        [48] = "tape.Gradient(z, y) InvalidOperationException",
    };

    /// <summary>Cells that are those of other notebooks again.</summary>
    private static readonly (int Cell, int Original)[] s_repeated = [(20, 4), (21, 5), (22, 7), (47, 1), (49, 3), (50, 4), (51, 5)];

    private readonly ExampleProgram program = new("GradientTapeTour");

    public void Dispose() => program.Dispose();

    [Fact]
    public void Cells_GiveWhatTheNotebooksPrinted()
    {
        Dictionary<int, string> cells = Cells(Run());

        Assert.Equal(Enumerable.Range(1, 51), cells.Keys);
        Assert.All(s_expected, row => Assert.EndsWith($" {row.Value}", cells[row.Key]));
        Assert.All(s_contained, row => Assert.Contains(row.Value, cells[row.Key]));
        Assert.All(s_repeated, row => Assert.EndsWith(s_expected[row.Original], cells[row.Cell]));
    }

    /// <summary>Of the mean of two squares, the derivative in the biases is the output, and that in the weights its product with the input.</summary>
    [Fact]
    public void LayerByHand_HasTheGradientsOfItsFormula()
    {
        Dictionary<int, string> cells = Cells(Run());
        double[] elements = [.. Elements().Matches(cells[8]).SelectMany(match => match.Value.Split(',')).Select(double.Parse)];

        double[] y = elements[^2..], ofBias = elements[^4..^2], ofWeights = elements[^10..^4];
        Assert.Equal(y, ofBias);
        Assert.All(ofWeights, (element, i) => Assert.Equal((i / 2 + 1) * y[i % 2], element, 1e-5));
        Assert.Equal(elements[^10..^2], Elements().Matches(cells[9]).SelectMany(match => match.Value.Split(',')).Select(double.Parse));
    }

    /// <summary>The compiler that the tests reference does not know operators in extensions yet, so the sum is spelled out for it.</summary>
    [Fact]
    public void Mistakes_DoNotCompile() => Assert.All(Notebook003.CompileErrors, mistake =>
    {
        string statement = mistake.Statement.Replace("x + 1f", "Tensor.Add(x, 1f)");
        string program = $"using Differentiable; using Differentiable.Tensors; static class P {{ static void M() {{ {mistake.Before} {statement} }} }}";

        Diagnostic error = Assert.Single(Compilations.Of(program).GetDiagnostics(), problem => problem.Severity == DiagnosticSeverity.Error);
        Assert.Equal((mistake.Id, mistake.Message), (error.Id, error.GetMessage()));
    });

    [Fact]
    public void Plot_ShowsTheSigmoidAndItsDerivative()
    {
        Run("--output", "plot.svg");

        XElement plot = XElement.Load(Path.Combine(program.Folder, "plot.svg"));
        XElement[] curves = [.. plot.Elements().Where(element => element.Name.LocalName == "path")];
        Assert.Equal(2, curves.Length);
        Assert.All(curves, curve => Assert.Equal(201, curve.Attribute("d")!.Value.Split('L').Length));
    }

    [Fact]
    public void Help_ShowsTheUsage() => Assert.Contains("Usage: GradientTapeTour [--output PLOT.svg]", program.Run("--help").Output);

    [Theory]
    [InlineData("there is no option --fast", "--fast")]
    [InlineData("--output needs a value", "--output")]
    [InlineData("the plot cannot be written to nowhere/plot.svg", "--output", "nowhere/plot.svg")]
    public void Misuse_IsRefused(string complaint, params string[] arguments) => program.AssertRefused(complaint, arguments);

    private string Run(params string[] arguments)
    {
        Outcome outcome = program.Run(arguments);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        return outcome.Output;
    }

    /// <summary>What stands below each number, on one line.</summary>
    private static Dictionary<int, string> Cells(string output)
    {
        string cells = Headings().Replace(output.ReplaceLineEndings("\n"), "");
        return CellStart().Split(cells)[1..].Chunk(2).ToDictionary(pair => int.Parse(pair[0]), pair => Gaps().Replace(pair[1], " ").TrimEnd());
    }

    [GeneratedRegex(@"^(Notebook|The plot).*\n", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"^ {2,3}(\d{1,2})  ", RegexOptions.Multiline)]
    private static partial Regex CellStart();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();

    /// <summary>Numbers with decimals between innermost brackets.</summary>
    [GeneratedRegex(@"(?<=\[)-?\d+\.[^\[\]]*(?=\])")]
    private static partial Regex Elements();
}
