using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>What is known of .NET's code by its names, since there is nothing to read: what gives something else each time, and what only looks something up.</summary>
internal static class PlatformCode
{
    private static readonly HashSet<string> s_changing = ["Random", "RandomNumberGenerator", "Guid", "DateTime", "DateTimeOffset", "TimeProvider", "Stopwatch", "Environment", "Console", "Interlocked", "File", "GC", "Process"];

    private static readonly string[] s_reading =
        ["Contains", "IndexOf", "LastIndexOf", "TryGetValue", "Get", "Find", "Exists", "TrueForAll", "BinarySearch", "To", "Equals", "Compare", "Peek", "Is", "Overlaps", "SetEquals", "AsSpan", "Slice", "Clone", "CopyTo"];

    /// <summary>Does the method only look something up in the struct or the object that it is called on?</summary>
    public static bool OnlyReads(IMethodSymbol method) => s_reading.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Is it a search or a comparison, which takes writable spans and arrays but only reads them?</summary>
    public static bool OnlyReadsArguments(ISymbol method) => TypeLowering.IsSystem(method.ContainingNamespace)
        && method is { ContainingType.Name: "MemoryExtensions" or "Array" }
        && method.Name is "IndexOf" or "LastIndexOf" or "BinarySearch" or "Contains" or "SequenceEqual" or "SequenceCompareTo" or "StartsWith"
            or "EndsWith" or "IndexOfAny" or "LastIndexOfAny" or "ContainsAny" or "Count" or "CommonPrefixLength";

    /// <summary>May the method give something else the next time?</summary>
    public static bool MayDiffer(IMethodSymbol method)
    {
        bool isChanging = s_changing.Contains(method.ContainingType.Name);
        return method.IsStatic
            ? isChanging && (!method.ReturnsVoid || method is { Name: "Fill" })
            : IsObject(method.ContainingType) && (isChanging || !OnlyReads(method));
    }

    /// <summary>The same of a property.</summary>
    public static bool MayDiffer(IPropertySymbol property) =>
        property.ContainingType.Name == "Stopwatch" || (property.IsStatic && property.ContainingType.Name is "DateTime" or "DateTimeOffset" or "Environment");

    /// <summary>Is one that is made without a seed another one each time?</summary>
    public static bool MayDifferWhenMade(ITypeSymbol type) => type.Name is "Random" or "Stopwatch";

    /// <summary>Is it an object that methods may change?</summary>
    public static bool IsObject(ITypeSymbol? type) => type is { IsReferenceType: true, SpecialType: not SpecialType.System_String, TypeKind: not (TypeKind.Array or TypeKind.Delegate) };
}
