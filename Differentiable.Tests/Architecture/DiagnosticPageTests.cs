using Differentiable.Generators;
using Differentiable.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Architecture;

/// <summary>Each diagnostic can be looked up.</summary>
public class DiagnosticPageTests
{
    private static readonly string s_pages = Repository.Folder("docs/diagnostics");

    public static TheoryData<string> Ids => [.. Descriptors.Select(d => d.Id)];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => new DifferentiableAnalyzer().SupportedDiagnostics;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_diagnostic_has_a_page(string id)
    {
        string page = Path.Combine(s_pages, id + ".md");
        Assert.True(File.Exists(page), $"{page} is missing");
        Assert.Contains(id, File.ReadLines(page).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_has_a_diagnostic() =>
        Assert.Empty(Directory.EnumerateFiles(s_pages, "DIFF*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Except(Descriptors.Select(d => d.Id)));

    [Fact]
    public void Each_diagnostic_links_to_its_page() =>
        Assert.All(Descriptors, d => Assert.EndsWith($"docs/diagnostics/{d.Id}.md", d.HelpLinkUri, StringComparison.Ordinal));
}
