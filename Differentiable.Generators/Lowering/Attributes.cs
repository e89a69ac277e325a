using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>The attributes that users write, known by their names.</summary>
internal static class Attributes
{
    public const string DifferentiableName = "DifferentiableAttribute";

    public const string Differentiable = "Differentiable." + DifferentiableName;

    /// <summary>The generator's own name, which is part of the path of what it emits.</summary>
    public const string Generator = "Differentiable.Generators.DifferentiableGenerator";

    public static bool IsDifferentiable(IMethodSymbol method) => Has(method.OriginalDefinition.GetAttributes(), DifferentiableName);

    /// <summary>Is a parameter, a field or a property marked as a constant?</summary>
    public static bool IsNonDifferentiable(ISymbol symbol) => Has(symbol.OriginalDefinition.GetAttributes(), "NonDifferentiableAttribute");

    public static bool IsCheckpoint(IMethodSymbol method) => Has(method.OriginalDefinition.GetAttributes(), "CheckpointAttribute");

    /// <summary>Is a field or a property marked as an input?</summary>
    public static bool IsMarked(ISymbol member) => Has(member.GetAttributes(), DifferentiableName);

    /// <summary>Where the method, field or property is marked.</summary>
    public static Location LocationOf(ISymbol symbol) => symbol.GetAttributes()
        .FirstOrDefault(a => a.AttributeClass?.Name == DifferentiableName)?.ApplicationSyntaxReference is { } reference
        ? reference.SyntaxTree.GetLocation(reference.Span)
        : symbol.Locations[0];

    /// <summary>Is this the namespace of the library?</summary>
    public static bool IsOurs(INamespaceSymbol? space) => space is { Name: "Differentiable", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>The attribute of that name among these, if it is the library's.</summary>
    public static AttributeData? Find(ImmutableArray<AttributeData> attributes, string name)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (attribute.AttributeClass is { } type && type.Name == name && IsOurs(type.ContainingNamespace))
                return attribute;
        }
        return null;
    }

    private static bool Has(ImmutableArray<AttributeData> attributes, string name) => Find(attributes, name) is not null;
}
