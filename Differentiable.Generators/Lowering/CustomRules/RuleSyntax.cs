using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>Finds the rules in a file by its text alone: binding every method of a project to ask for its attributes would cost more than all else.</summary>
internal static class RuleSyntax
{
    private const string Attribute = "DerivativeOf";

    private static readonly ConditionalWeakTable<SyntaxTree, IReadOnlyList<RuleEntry>> s_known = new();

    public static IReadOnlyList<RuleEntry> In(SyntaxTree tree) => s_known.GetValue(tree, Find);

    private static IReadOnlyList<RuleEntry> Find(SyntaxTree tree) =>
    [
        .. tree.GetRoot()
            .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .SelectMany(Find),
    ];

    private static IEnumerable<RuleEntry> Find(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(list => list.Attributes)
        .Where(attribute => SimpleName(attribute.Name) is Attribute or Attribute + "Attribute")
        .Select(attribute => new RuleEntry(TargetOf(attribute), TypeOf(method), method.Identifier.ValueText, null));

    private static string? SimpleName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    /// <summary>What the last name in <c>nameof(T.M)</c> or the literal says.</summary>
    private static string TargetOf(AttributeSyntax attribute)
    {
        ExpressionSyntax? target = attribute.ArgumentList?.Arguments
            .Where(argument => argument.NameEquals is null && argument.Expression is not TypeOfExpressionSyntax)
            .Select(argument => argument.Expression)
            .FirstOrDefault();
        return target switch
        {
            LiteralExpressionSyntax { Token.Value: string name } => name,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [var argument] } =>
                argument.Expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault(name => name.Parent is not TypeArgumentListSyntax)?.Identifier.ValueText ?? RuleEntry.Unknown,
            _ => RuleEntry.Unknown,
        };
    }

    private static string TypeOf(MethodDeclarationSyntax method)
    {
        IEnumerable<string> types = method.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(MetadataName);
        IEnumerable<string> spaces = method.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(space => space.Name.ToString());
        return string.Join(".", spaces.Append(string.Join("+", types)));
    }

    private static string MetadataName(TypeDeclarationSyntax type) =>
        type.TypeParameterList is { Parameters.Count: var arity } ? $"{type.Identifier.ValueText}`{arity}" : type.Identifier.ValueText;
}
