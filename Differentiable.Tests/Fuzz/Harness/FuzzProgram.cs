using Differentiable.Tests.Fuzz.Grammar;
using Differentiable.Tests.Fuzz.Oracle;
using Differentiable.Tests.Lowering;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Fuzz.Harness;

/// <summary>A program under test: the methods of one class.</summary>
/// <param name="Name">The class that it is put into, and what to ask for to see it again.</param>
/// <param name="Members">Its differentiable methods.</param>
internal sealed record FuzzProgram(string Name, string Members)
{
    public const string RetypedSuffix = "Retyped";

    private const string Usings = "using Differentiable.Tests.Fuzz.Oracle;\nusing Differentiable.Tests.Testing.Sampling;\nnamespace Fuzz;\n";

    public static FuzzProgram OfSeed(int seed) => new($"P{seed}", ProgramWriter.Write(seed));

    /// <summary>The same program with checkpoints.</summary>
    public static FuzzProgram WithCheckpoints(int seed) => new($"C{seed}", Markers.In(ProgramWriter.Write(seed), seed));

    /// <summary>The same program with the last method alone marked, so that the code of the others stands in it or beside it.</summary>
    public static FuzzProgram WithHelpers(int seed)
    {
        const string Mark = "[Differentiable]";
        string members = ProgramWriter.Write(seed);
        int last = members.LastIndexOf(Mark, StringComparison.Ordinal);
        return new($"H{seed}", members[..last].Replace(Mark, "", StringComparison.Ordinal) + members[last..]);
    }

    public SyntaxTree Source() => Compiler.Parse($"{Usings}public static partial class {Name}\n{{\n{Members}}}\n", Name);

    /// <summary>The same methods over numbers that know their derivatives.</summary>
    public SyntaxTree Retyped() =>
        Compiler.Parse($"{Usings}public static class {Name}{RetypedSuffix}\n{{\n{DualText.Of(Members)}}}\n", Name + RetypedSuffix);
}
