using System.Runtime.CompilerServices;

namespace Differentiable.Tests.Testing;

/// <summary>
/// Compares text with the file that was accepted for it, by the conventions of Verify: <c>ClassName.TestName.verified.cs</c> beside the
/// test; on a mismatch the text is written as <c>.received.cs</c>, to be accepted by renaming it.
/// </summary>
internal static class Verifier
{
    public static void Verify(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string testName = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{testName}");
        string verified = stem + ".verified.cs", received = stem + ".received.cs";
        string actual = Normalized(text), expected = File.Exists(verified) ? Normalized(File.ReadAllText(verified)) : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        Assert.Fail($"{FirstDifference(expected, actual)}\n  verified: {verified}\n  received: {received}");
    }

    private static string Normalized(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    private static string FirstDifference(string expected, string actual)
    {
        string[] before = expected.Split('\n'), after = actual.Split('\n');
        int line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1} differs:\n  - {before.ElementAtOrDefault(line)}\n  + {after.ElementAtOrDefault(line)}";
    }
}
