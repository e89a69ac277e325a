using Differentiable.Generators.Diagnostics;
using Differentiable.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Differentiable.Tests.Diagnostics;

/// <summary>Every diagnostic is documented, and none is left out.</summary>
public class DescriptorTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_explains_it(string id)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Folder("docs"), "diagnostics", id + ".md"));
        DiagnosticDescriptor descriptor = Descriptors.All.Single(d => d.Id == id);
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page);
        Assert.EndsWith($"docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        Assert.Contains("## Example", page);
        Assert.Contains("## What to do", page);
    }

    [Fact]
    public void Numbers_ascend() =>
        Assert.Equal(Descriptors.All.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal), Descriptors.All.Select(d => d.Id));

    [Fact]
    public void The_list_is_complete() => Assert.Equal(
        typeof(Descriptors).GetFields().Select(f => f.GetValue(null)).OfType<DiagnosticDescriptor>().Select(d => d.Id),
        Descriptors.All.Select(d => d.Id));

    [Fact]
    public void Releases_list_every_one()
    {
        string releases = File.ReadAllText(Path.Combine(Repository.Folder("Differentiable.Generators"), "AnalyzerReleases.Unshipped.md"));
        foreach (DiagnosticDescriptor descriptor in Descriptors.All)
            Assert.Contains($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", releases);
    }
}
