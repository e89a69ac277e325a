using Differentiable.Tests.Testing;
using Xunit.Sdk;

namespace Differentiable.Tests.Snapshots;

/// <summary>The snapshot helper itself.</summary>
public class VerifierTests
{
    [Fact]
    public void Accepted_text_passes_and_clears_what_was_received()
    {
        using Folder folder = new();
        folder.Write("verified", "one\ntwo\n");
        folder.Write("received", "old");
        Verifier.Verify("one\r\ntwo", folder.TestFile, "Case");
        Assert.False(folder.Has("received"));
    }

    [Fact]
    public void Other_text_is_written_and_its_first_line_named()
    {
        using Folder folder = new();
        folder.Write("verified", "one\ntwo\n");
        XunitException failure = Assert.ThrowsAny<XunitException>(() => Verifier.Verify("one\nthree\n", folder.TestFile, "Case"));
        Assert.Contains("Line 2 differs:\n  - two\n  + three", failure.Message, StringComparison.Ordinal);
        Assert.True(folder.Has("received"));
    }

    [Fact]
    public void Text_that_was_never_accepted_fails()
    {
        using Folder folder = new();
        Assert.ThrowsAny<XunitException>(() => Verifier.Verify("one", folder.TestFile, "Case"));
    }

    private sealed class Folder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory().FullName;

        public string TestFile => Path.Combine(_path, "Tests.cs");

        public void Write(string kind, string text) => File.WriteAllText(PathOf(kind), text);

        public bool Has(string kind) => File.Exists(PathOf(kind));

        public void Dispose() => Directory.Delete(_path, recursive: true);

        private string PathOf(string kind) => Path.Combine(_path, $"Tests.Case.{kind}.cs");
    }
}
