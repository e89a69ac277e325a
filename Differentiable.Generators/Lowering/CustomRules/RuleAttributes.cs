using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>What the attributes of rules say.</summary>
internal static class RuleAttributes
{
    private const string DerivativeOf = "DerivativeOfAttribute";
    private const string CustomGradient = "CustomGradientAttribute";

    /// <summary>The methods that a rule says it is for.</summary>
    public static IEnumerable<RuleTarget> TargetsOf(IMethodSymbol rule) => rule.OriginalDefinition.GetAttributes()
        .Where(attribute => Is(attribute, DerivativeOf))
        .Select(attribute => attribute.ConstructorArguments is [{ Value: INamedTypeSymbol type }, { Value: string method }]
            ? new RuleTarget(type.OriginalDefinition, method, AllowsEmptyDestinations(attribute), attribute)
            : null)
        .OfType<RuleTarget>();

    /// <summary>The rules that a method or a property names, with the attributes that do.</summary>
    public static IEnumerable<(string Rule, AttributeData Attribute)> RulesNamedBy(ISymbol member) => member.OriginalDefinition.GetAttributes()
        .Where(attribute => Is(attribute, CustomGradient))
        .Select(attribute => (attribute.ConstructorArguments is [{ Value: string rule }] ? rule : "", attribute))
        .Where(pair => pair.Item1.Length > 0);

    public static Location LocationOf(AttributeData attribute, ISymbol member) => attribute.ApplicationSyntaxReference is { } reference
        ? reference.SyntaxTree.GetLocation(reference.Span)
        : member.Locations[0];

    private static bool AllowsEmptyDestinations(AttributeData attribute) => attribute.NamedArguments
        .Any(argument => argument is { Key: "AllowsEmptyDestinations", Value.Value: true });

    private static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && Attributes.IsOurs(type.ContainingNamespace);
}

/// <summary>The method that a rule says it is for.</summary>
internal sealed record RuleTarget(INamedTypeSymbol Type, string Method, bool AllowsEmptyDestinations, AttributeData Attribute)
{
    public bool IsFor(IMethodSymbol method) =>
        RuleSubjects.NameOf(method) == Method && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, Type);
}
