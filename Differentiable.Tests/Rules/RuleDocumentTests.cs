using System.Runtime.CompilerServices;

namespace Differentiable.Tests.Rules;

/// <summary>The documentation's tables are those of the rules.</summary>
public class RuleDocumentTests
{
    private const string Begin = "<!-- The tables: written from the rules by RuleDocumentTests. -->\n\n";

    [Fact]
    public void Document_HasTheTablesOfTheRules()
    {
        string path = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "docs", "rules.md");
        string document = File.ReadAllText(path);
        int start = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        string expected = document[..start] + RuleDocument.Text();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(path, expected);
        else
            Assert.True(expected == document, "docs/rules.md is not what the rules say: run this with UPDATE_DOCS=1, look at the change");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
