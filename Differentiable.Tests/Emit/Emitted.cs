using System.Runtime.CompilerServices;
using Differentiable.Generators.Emit;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Emit;

/// <summary>Emits members that were built by hand, and compiles them.</summary>
internal static class Emitted
{
    private static readonly string s_runtime = typeof(Differentiable.Runtime.ValueStack).Assembly.Location;

    private static readonly string[] s_platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);

    private static readonly MetadataReference[] s_references =
        [.. s_platform.Append(s_runtime).Distinct().Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>What the bodies may use.</summary>
    private const string Environment = "namespace Models { static partial class Model { public static double Scale => 1; } }";

    public static readonly Container InModel = new("Models", ["static partial class Model"], HidesSystemNames: false, "Model.F");

    /// <summary>The text of a member's body, without its indentation, after the whole file was compiled.</summary>
    public static string Body(Block body, IrType? result, params Variable[] parameters)
    {
        ReturnShape shape = result is null ? ReturnShape.Void : new([result], [""], IsTuple: false);
        return Body(body, shape, parameters);
    }

    public static string Body(Block body, ReturnShape result, params Variable[] parameters)
    {
        string text = Emitter.Emit(File(body, result, parameters));
        Compile(text, Environment);
        string[] lines = text.Split('\n');
        int open = Array.IndexOf(lines, "    {"), close = Array.LastIndexOf(lines, "    }");
        return string.Join("\n", lines[(open + 1)..close].Select(line => line.Length > 8 ? line[8..] : line));
    }

    public static MemberFile File(Block body, ReturnShape result, params Variable[] parameters)
    {
        Function source = new("F", InModel, "public", "", [.. parameters.Select(AsParameter)], result, Block.Empty);
        MemberParameter[] own = [.. parameters.Select(parameter => new MemberParameter(parameter, "", null, ""))];
        return new(source, [new("G", "public", own, result, "Test.", "", IsHidden: false, body)]);
    }

    public static Parameter AsParameter(Variable variable) => new(variable, PassingMode.Value, variable.Type.HoldsReal, IsMutated: false, null);

    /// <summary>Fails when the text, beside other sources, does not compile without errors and warnings.</summary>
    public static Compilation Compile(string text, params string[] others)
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);
        SyntaxTree[] trees = [.. others.Prepend(text).Select(source => CSharpSyntaxTree.ParseText(source, options))];
        CSharpCompilation compilation = CSharpCompilation.Create("Emitted", trees, s_references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        string[] problems = [.. compilation.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(diagnostic => diagnostic.ToString())];
        Assert.True(problems.Length == 0, string.Join("\n", problems) + "\n" + text);
        return compilation;
    }
}
