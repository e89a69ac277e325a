using Differentiable.Generators;
using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Differentiable.Tests.Diagnostics;

/// <summary>Runs the analyzer over marked source.</summary>
internal static class Analysis
{
    /// <summary>The analyzer reports exactly what is marked, and the source compiles.</summary>
    public static async Task AssertReports(string marked)
    {
        Markup markup = Markup.Parse(marked);
        SyntaxTree tree = Compiler.Parse(markup.Source);
        CSharpCompilation compilation = Compiler.Compile(tree);
        Compiler.AssertCompiles(compilation);
        IEnumerable<Diagnostic> diagnostics = await Diagnostics(compilation);
        Assert.Equal(
            markup.Expected.OrderBy(e => e.Span.Start).Select(e => $"{e.Id}: {markup.Source.Substring(e.Span.Start, e.Span.Length)}"),
            diagnostics.OrderBy(d => d.Location.SourceSpan.Start)
                .Select(d => $"{d.Id}: {markup.Source.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)}"));
        Assert.Equal(markup.Expected.Select(e => e.Span).Order(), diagnostics.Select(d => d.Location.SourceSpan).Order());
    }

    public static async Task<IEnumerable<Diagnostic>> Diagnostics(Compilation compilation) =>
        await compilation.WithAnalyzers([new DifferentiableAnalyzer()]).GetAnalyzerDiagnosticsAsync();
}
