using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.RegularExpressions;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Sampling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Tests.Lowering;

/// <summary>The corpus twice in one assembly: each function as it was written, and beside it what it was lowered to.</summary>
internal static class RoundTrip
{
    private const string Suffix = "__Lowered";

    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Lazy<IReadOnlyDictionary<string, (CorpusFunction Source, MethodInfo Lowered)>> s_pairs = new(Load);

    public static IEnumerable<string> Names => s_pairs.Value.Keys;

    public static (CorpusFunction Source, MethodInfo Lowered) Get(string name) => s_pairs.Value[name];

    private static Dictionary<string, (CorpusFunction, MethodInfo)> Load()
    {
        SyntaxTree[] trees = [.. Repository.SourceFiles("Differentiable.Tests/Corpus")
            .Select(path => Compiler.Parse(File.ReadAllText(path), path)), Compiler.Parse(Nasty.Source, "Nasty.cs")];
        CSharpCompilation compilation = Compiler.Compile(trees);
        StringBuilder lowered = new("using System.Numerics; using Differentiable.Tests.Testing.Sampling;\n");
        foreach (MethodDeclarationSyntax method in trees.SelectMany(Compiler.Methods).Where(IsDifferentiable))
        {
            LoweringResult result = Compiler.Lower(compilation, method);
            Assert.True(result.Function is not null, $"{method.Identifier}: {string.Join("; ", result.Diagnostics)}");
            if (!LoweredStructs.HaveOtherStorage(result.Function))
                Append(lowered, method, result.Function);
        }
        return Pair(Emit(compilation.AddSyntaxTrees(Compiler.Parse(lowered.ToString(), "Lowered.cs"))));
    }

    private static void Append(StringBuilder text, MethodDeclarationSyntax method, Function function)
    {
        text.Append("namespace ").Append(function.Container.Namespace).Append(" {\n");
        foreach (UsingDirectiveSyntax directive in method.SyntaxTree.GetCompilationUnitRoot().Usings)
            text.Append(directive).Append('\n');
        foreach (string header in function.Container.Types)
            text.Append(header).Append(" {\n");
        string head = method.WithAttributeLists([]).WithBody(null).WithExpressionBody(null).WithSemicolonToken(default)
            .WithIdentifier(SyntaxFactory.Identifier(method.Identifier.Text + Suffix)).ToString();
        // C# does not see that what an operand of && declares is assigned where it is read, nor that a span which is set later may lie on the stack.
        string body = LoweredText.Of(function), scoped = body.Contains(" stackalloc ", StringComparison.Ordinal) ? "scoped " : "";
        body = Regex.Replace(body, @"^(\s*(?:double(?:\[\])?|float|int|long|bool|string|global::[^;=()]+) @?\w+);$", "$1 = default;", RegexOptions.Multiline);
        body = Regex.Replace(body, @"^(\s*)((?:ReadOnly)?Span<double> @?\w+);$", $"$1{scoped}$2 = default;", RegexOptions.Multiline);
        text.Append(head).Append(" {\n").Append(body).Append('}');
        foreach (Function lifted in function.Lifted)
            text.Append('\n').Append(LoweredText.Whole(lifted));
        text.Append('}', function.Container.Types.Count + 1).Append('\n');
    }

    private static Assembly Emit(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        image.Position = 0;
        return new AssemblyLoadContext(nameof(RoundTrip)).LoadFromStream(image);
    }

    private static Dictionary<string, (CorpusFunction, MethodInfo)> Pair(Assembly assembly)
    {
        Dictionary<string, (CorpusFunction, MethodInfo)> pairs = [];
        foreach (MethodInfo method in Closings.OfDifferentiable(assembly.GetTypes().Where(t => !t.Name.StartsWith('<'))))
        {
            CorpusFunction function = new(method);
            Type[] parameters = [.. method.GetParameters().Select(p => p.ParameterType)];
            string name = function.Name + Closings.Suffix(method);
            if (pairs.ContainsKey(name))
                name += $"({string.Join(", ", parameters.Select(p => p.Name))})";
            if (LoweredOf(method, parameters) is { } lowered)
                pairs.Add(name, (function, lowered));
        }
        return pairs;
    }

    /// <summary>None for those that <see cref="LoweredStructs"/> does not write.</summary>
    private static MethodInfo? LoweredOf(MethodInfo method, Type[] parameters)
    {
        IEnumerable<MethodInfo> namesakes = method.DeclaringType!.GetMethods(AnyStatic).Where(m => m.Name == method.Name + Suffix);
        IEnumerable<MethodInfo> closed = method.IsGenericMethod ? namesakes.Select(m => m.MakeGenericMethod(method.GetGenericArguments())) : namesakes;
        return closed.SingleOrDefault(m => m.GetParameters().Select(p => p.ParameterType).SequenceEqual(parameters));
    }

    private static bool IsDifferentiable(MethodDeclarationSyntax method) =>
        (method.Body is not null || method.ExpressionBody is not null)
        && method.Modifiers.Any(SyntaxKind.StaticKeyword) && method.AttributeLists.Any(l => l.Attributes.Any(a => a.Name.ToString() == "Differentiable"));
}
