using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Interception;

/// <summary>Why calls of an operation stay what they are.</summary>
internal static class InterceptionProblems
{
    private const string Feature = "InterceptorsNamespaces";

    /// <summary>What is in the way, and what to do about it; null where nothing is.</summary>
    public static string? Of(IMethodSymbol method, Compilation compilation, ParseOptions options) => OfMethod(method, compilation)
        ?? (Allows(options) ? null : $"write <{Feature}>$({Feature});{InterceptionFile.Namespace}</{Feature}> into a <PropertyGroup> of the project");

    /// <summary>What is in the way in how the method is declared: other code has to see it.</summary>
    public static string? OfMethod(IMethodSymbol method, Compilation compilation)
    {
        if (!compilation.IsSymbolAccessibleWithin(method, compilation.Assembly))
            return "make the method and the types around it internal or public";
        if (ExtensionBlocks.IsBlock(method.ContainingType))
            return "declare it outside of its extension block";
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.Arity > 0)
                return $"put it into a type that is not generic, as '{type.Name}' is";
        }
        return null;
    }

    /// <summary>Does the project allow it?</summary>
    public static bool Allows(ParseOptions options) => options.Features.TryGetValue(Feature, out string? names)
        && names.Split(';').Select(name => name.Trim()).Any(name => name == InterceptionFile.Namespace || (name.Length > 0 && InterceptionFile.Namespace.StartsWith(name + ".", StringComparison.Ordinal)));
}
