using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>Where a rule is.</summary>
/// <param name="Method">The name of the method that it is for, or <see cref="Unknown"/>.</param>
/// <param name="Type">The metadata name of the type that declares the rule.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Assembly">The assembly that it is in; null for the project itself.</param>
internal sealed record RuleEntry(string Method, string Type, string Name, string? Assembly)
{
    /// <summary>Stands for the name of a method that is a constant from elsewhere.</summary>
    public const string Unknown = "";

    /// <summary>The name by which a compilation finds the type.</summary>
    public static string NameOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
            return $"{NameOf(outer)}+{type.MetadataName}";
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{type.MetadataName}" : type.MetadataName;
    }
}
