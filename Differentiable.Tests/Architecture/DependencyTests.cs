using System.Reflection;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Architecture;

/// <summary>Dependencies only go down.</summary>
public class DependencyTests
{
    /// <summary>What each floor of the generator may use.</summary>
    private static readonly Dictionary<string, string[]> s_below = new()
    {
        ["Ir"] = [],
        ["Rules"] = ["Ir"],
        ["Analysis"] = ["Ir", "Rules"],
        ["Transforms"] = ["Ir", "Rules", "Analysis"],
        ["Emit"] = ["Ir", "Rules"],
        ["Diagnostics"] = [],
        ["Lowering"] = ["Ir", "Rules", "Diagnostics"],
        [""] = ["Ir", "Rules", "Analysis", "Transforms", "Emit", "Diagnostics", "Lowering"],
    };

    public static TheoryData<string> Floors => [.. GeneratorSource.Floors];

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_floor_uses_only_what_is_below_it(string floor)
    {
        Assert.True(s_below.ContainsKey(floor), $"{floor} is a new floor: say what it may use");
        Assert.Empty(GeneratorSource.Mentions
            .Where(m => m.From == floor && s_below.ContainsKey(m.To) && !s_below[floor].Contains(m.To))
            .Select(m => $"{m.File} uses {m.Name} of {m.To}"));
    }

    /// <summary>In lowering, folders call each other, as C#'s constructs contain each other.</summary>
    [Theory]
    [MemberData(nameof(Floors))]
    public void There_are_no_circles_of_folders(string floor)
    {
        if (floor != "Lowering")
            Assert.Empty(GeneratorSource.CirclesWithin(floor).Select(m => $"{m.File} uses {m.Name} of {m.To}"));
    }

    [Fact]
    public void Only_lowering_and_diagnostics_see_Roslyn() =>
        Assert.Empty(GeneratorSource.Mentions
            .Where(m => m.To.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && m.From is not ("Lowering" or "Diagnostics" or ""))
            .Where(m => !IsSpelling(m))
            .Select(m => $"{m.File} uses {m.To}.{m.Name}"));

    /// <summary>Emit may ask Roslyn how C# spells a literal and which words are reserved; there are no symbols in that.</summary>
    private static bool IsSpelling(Mention mention) => mention is { From: "Emit", To: "Microsoft.CodeAnalysis.CSharp" };

    [Fact]
    public void The_source_is_bound() => Assert.Contains(GeneratorSource.Mentions, m => m is { From: "Lowering", To: "Ir" });

    [Fact]
    public void The_library_knows_neither_the_generator_nor_Roslyn() =>
        Assert.DoesNotContain(
            typeof(DifferentiableAttribute).Assembly.GetReferencedAssemblies().Select(a => a.Name),
            name => name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || name == "Differentiable.Generators");

    [Fact]
    public void The_generator_knows_the_library_by_name_only() =>
        Assert.DoesNotContain(
            Assembly.Load("Differentiable.Generators").GetReferencedAssemblies().Select(a => a.Name),
            name => name == "Differentiable.Core");

    [Fact]
    public void Each_file_of_the_generator_is_in_the_namespace_of_its_folder() =>
        Assert.Empty(GeneratorSource.Floors.Where(f => f != "").SelectMany(Strays));

    private static IEnumerable<string> Strays(string floor) => Repository.SourceFiles($"Differentiable.Generators/{floor}")
        .Where(f => !Path.GetFileName(f).Contains("Polyfill", StringComparison.Ordinal))
        .Where(f => !File.ReadLines(f).Contains($"namespace {NamespaceOf(f)};"));

    private static string NamespaceOf(string file) => Path.GetDirectoryName(Path.GetRelativePath(Repository.Root, file))!.Replace(Path.DirectorySeparatorChar, '.');
}
