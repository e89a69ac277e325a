using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>What is known of .NET's code by its name: what gives something else each time, and what only looks something up.</summary>
internal static class ChangingTypes
{
    private static readonly HashSet<string> s_changing = ["Random", "RandomNumberGenerator", "Guid", "DateTime", "DateTimeOffset", "TimeProvider", "Stopwatch", "Environment", "Console", "Interlocked", "File", "GC", "Process"];

    /// <summary>How methods of objects of .NET begin that only look something up.</summary>
    private static readonly string[] s_reading =
        ["Contains", "IndexOf", "LastIndexOf", "TryGetValue", "Get", "Find", "Exists", "TrueForAll", "BinarySearch", "To", "Equals", "Compare", "Peek", "Is", "Overlaps", "SetEquals", "AsSpan", "Slice", "Clone", "CopyTo"];

    /// <summary>May a method without source give something else the next time?</summary>
    public static bool MayDiffer(IMethodSymbol method)
    {
        bool isChanging = s_changing.Contains(method.ContainingType.Name);
        return method.IsStatic
            ? isChanging && (!method.ReturnsVoid || method is { Name: "Fill" })
            : IsObject(method.ContainingType) && (isChanging || !s_reading.Any(name => method.Name.StartsWith(name, StringComparison.Ordinal)));
    }

    /// <summary>The same of a property.</summary>
    public static bool MayDiffer(IPropertySymbol property) =>
        property.ContainingType.Name == "Stopwatch" || (property.IsStatic && property.ContainingType.Name is "DateTime" or "DateTimeOffset" or "Environment");

    /// <summary>Is one that is made without a seed another one each time?</summary>
    public static bool MayDifferWhenMade(ITypeSymbol type) => type.Name is "Random" or "Stopwatch";

    /// <summary>Is it an object that methods may change?</summary>
    public static bool IsObject(ITypeSymbol? type) => type is { IsReferenceType: true, SpecialType: not SpecialType.System_String, TypeKind: not (TypeKind.Array or TypeKind.Delegate) };
}
