using Differentiable.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Testing.Generation;

/// <summary>The generator, run on compilations one after the other as an editor does, with its steps tracked.</summary>
internal sealed class GeneratorRun
{
    private GeneratorDriver _driver = CSharpGeneratorDriver.Create(
        [new DifferentiableGenerator().AsSourceGenerator()],
        parseOptions: Compilations.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private Compilation? _output;

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>The emitted files by their names.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>The user's code and the emitted one.</summary>
    public Compilation Output => _output!;

    /// <summary>The warnings and errors of the user's and the emitted code together.</summary>
    public IReadOnlyList<Diagnostic> Problems =>
        [.. _output!.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>The steps that have a tracking name, and the outputs themselves.</summary>
    public IEnumerable<IncrementalGeneratorRunStep> TrackedSteps => Result.TrackedSteps
        .Where(s => StepNames.All.Contains(s.Key))
        .SelectMany(s => s.Value)
        .Concat(Result.TrackedOutputSteps.SelectMany(s => s.Value));

    /// <summary>Why the outputs of one step are what they are.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    public GeneratorRun On(Compilation compilation)
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out _output, out _);
        if (Result.Exception is { } failure)
            throw new InvalidOperationException("The generator failed.", failure);
        return this;
    }

    /// <summary>The user's and the emitted code as an assembly.</summary>
    public MemoryStream Emit()
    {
        MemoryStream image = new();
        Assert.Empty(_output!.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        image.Position = 0;
        return image;
    }

    public static GeneratorRun Of(params string[] sources) => new GeneratorRun().On(Compilations.Of(sources));
}
