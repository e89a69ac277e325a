using System.Text.RegularExpressions;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Documentation;

/// <summary>The programs in the guide to tensors and tapes are those that are compiled here, and print what it says.</summary>
public partial class TapeGuideTests
{
    public static TheoryData<string> Names => [.. OnPages().Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_program_prints_what_the_page_says(string name)
    {
        (_, string source, string output) = OnPages().Single(program => program.Name == name);
        string compiled = Repository.SourceFiles("Differentiable.Tests").Where(file => Path.GetFileName(file) == $"{nameof(TapePrograms)}.cs").Select(File.ReadAllText).Single();
        Assert.Contains(string.Concat(source.Split('\n').Select(line => line == "" ? "" : $"        {line}\n")), compiled.ReplaceLineEndings("\n").Replace("\n\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(output, ConsoleCapture.Of(TapePrograms.All[name]));
    }

    [Fact]
    public void Each_program_is_on_a_page() => Assert.Equal(TapePrograms.All.Keys.Order(), OnPages().Select(program => program.Name).Order());

    [Fact]
    public void The_methods_that_are_compiled_are_those_on_the_page()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide", "tape", "compiled.md")).ReplaceLineEndings("\n");
        string source = Repository.SourceFiles("Differentiable.Tests").Where(file => Path.GetFileName(file) == $"{nameof(Model)}.cs").Select(File.ReadAllText).Single().ReplaceLineEndings("\n");
        string[] methods = source[..source.LastIndexOf('}')].Split("    [Differentiable]\n")[1..];
        foreach (string method in methods)
            Assert.Contains("[Differentiable]\n" + string.Concat(method.TrimEnd().Split('\n').Select(line => (line.Length > 4 ? line[4..] : "") + "\n")), page, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Source, string Output)> OnPages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs", "guide", "tape"), "*.md").Order(StringComparer.Ordinal).SelectMany(page =>
            Programs().Matches(File.ReadAllText(page).ReplaceLineEndings("\n"))
                .Select((match, i) => ($"{Path.GetFileNameWithoutExtension(page)} {i + 1}", match.Groups[1].Value, match.Groups[2].Value.TrimEnd())));

    [GeneratedRegex("```csharp\n((?:(?!```).)*?)```\n\n```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Programs();
}
