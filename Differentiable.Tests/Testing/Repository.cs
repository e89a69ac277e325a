using System.Runtime.CompilerServices;

namespace Differentiable.Tests.Testing;

/// <summary>Where the sources are that the tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "..", ".."));

    public static string Tests { get; } = Folder("Differentiable.Tests");

    public static string Folder(string name) => Path.Combine(Root, name);

    public static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(Folder(folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !Path.GetRelativePath(Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
        .Order(StringComparer.Ordinal);

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
