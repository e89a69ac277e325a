using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Differentiable.Tests.Testing;
using Differentiable.Tests.Testing.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Tests.Documentation;

/// <summary>A program on a page of the guide, and what the page says that it prints.</summary>
internal sealed partial record GuideExample(string Name, string Source, string Output)
{
    /// <summary>The programs on all pages: C# that is followed by the text that it prints.</summary>
    public static IReadOnlyList<GuideExample> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "guide"), "*.md").Order(StringComparer.Ordinal).SelectMany(On),
    ];

    /// <summary>What the program prints.</summary>
    public string Run()
    {
        GeneratorRun run = new GeneratorRun().On(Compilations.Of(Source).WithOptions(new CSharpCompilationOptions(
            OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)));
        Assert.Empty(run.Problems);
        using MemoryStream image = run.Emit();
        MethodInfo main = new AssemblyLoadContext(Name).LoadFromStream(image).EntryPoint!;
        return ConsoleCapture.Of(() => main.Invoke(null, [Array.Empty<string>()]));
    }

    private static IEnumerable<GuideExample> On(string page)
    {
        string name = Path.GetFileNameWithoutExtension(page);
        return Programs().Matches(File.ReadAllText(page).ReplaceLineEndings("\n"))
            .Select((match, i) => new GuideExample($"{name} {i + 1}", match.Groups[1].Value, match.Groups[2].Value.TrimEnd()));
    }

    [GeneratedRegex("```csharp\n((?:(?!```).)*?)```\n\n```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Programs();
}
