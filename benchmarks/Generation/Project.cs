using System.Collections.Immutable;
using System.Globalization;
using Differentiable.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Benchmarks.Generation;

/// <summary>A compilation of many differentiable methods, and the edits that a user makes in it.</summary>
/// <param name="methods">How many methods it has.</param>
internal sealed class Project(int methods)
{
    private static readonly CSharpParseOptions _parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
    private static readonly CSharpCompilationOptions _compiling = new(OutputKind.DynamicallyLinkedLibrary);

    private readonly ImmutableArray<MetadataReference> _references = References();

    /// <summary>A compilation of trees that nobody has seen, so that nothing is bound or remembered.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create("Models", Parse(), _references, _compiling);

    public static GeneratorDriver Driver(bool track = false) => CSharpGeneratorDriver.Create(
        [new DifferentiableGenerator().AsSourceGenerator()],
        parseOptions: _parsing,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: track));

    /// <summary>The compilation after one more digit in a literal of one method's body.</summary>
    public static CSharpCompilation StrikeKey(CSharpCompilation compilation, int digit)
    {
        SyntaxTree before = compilation.SyntaxTrees[compilation.SyntaxTrees.Length / 2];
        SourceText text = before.GetText();
        int position = text.ToString().IndexOf(ModelSource.EditedLiteral, StringComparison.Ordinal) + ModelSource.EditedLiteral.Length;
        string typed = (digit % 10).ToString(CultureInfo.InvariantCulture);
        SyntaxTree after = before.WithChangedText(text.WithChanges(new TextChange(new TextSpan(position, 0), typed)));
        return compilation.ReplaceSyntaxTree(before, after);
    }

    private IEnumerable<SyntaxTree> Parse() => Enumerable.Range(0, methods / ModelSource.Methods)
        .Select(number => CSharpSyntaxTree.ParseText(ModelSource.Text(number), _parsing, $"Model{number:D3}.cs"));

    private static ImmutableArray<MetadataReference> References()
    {
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return
        [
            .. platform.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == framework)
                .Append(typeof(DifferentiableAttribute).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
