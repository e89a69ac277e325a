using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>What may have rules: methods, operators, conversions, and properties and indexers that a struct computes.</summary>
internal static class RuleSubjects
{
    private const string CheckedPrefix = "op_Checked";
    private const string Delegate = "let it call a method that has the rule";

    /// <summary>Why no rule is looked for, and what to do; null where one is.</summary>
    public static (string What, string Help)? ReasonAgainst(IMethodSymbol method) => method switch
    {
        { MethodKind: MethodKind.Ordinary } when method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(HoldsArrays) =>
            ("a method that takes or returns a struct or a tuple with arrays in it", "let it take and return the arrays by themselves"),
        { MethodKind: MethodKind.Ordinary } => null,
        _ when ExtensionBlocks.IsBlock(method.ContainingType) => ("an operator or a property of an extension block", Delegate),
        { MethodKind: MethodKind.UserDefinedOperator, ReturnType.SpecialType: SpecialType.System_Boolean } => ("an operator that says yes or no, which has no derivative", "remove the rule"),
        { MethodKind: MethodKind.UserDefinedOperator, IsStatic: false } => ("an operator that changes its struct in place", Delegate),
        { MethodKind: MethodKind.UserDefinedOperator } when SymbolOf(method) is ("++" or "--") && HasCheckedForm(method) => ("a '++' or '--' of which there is a checked form", Delegate),
        { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } => null,
        { MethodKind: MethodKind.PropertyGet, IsStatic: true } => ("a static property, which has no inputs to differentiate with respect to", "make it a method that is given them"),
        { MethodKind: MethodKind.PropertyGet, AssociatedSymbol: IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: true } property } when TypeLowering.Lower(method.ContainingType) is StructType whole =>
            StructTypes.IndexOf(whole, property) < 0 ? null : ("a field of its struct, whose derivative is known", "remove the rule"),
        { MethodKind: MethodKind.PropertyGet, ContainingType.TypeKind: TypeKind.Class } => ("a property or an indexer of a class", "let code call a static method of yours that reads it, and has the rule"),
        _ => ("an accessor, a constructor or a local function", Delegate),
    };

    /// <summary>Is it a struct with arrays in it? Rules know arrays by themselves only.</summary>
    public static bool HoldsArrays(ITypeSymbol type) => TypeLowering.Lower(type) is StructType whole && whole.Leaves().Any(leaf => leaf.Type.IsStorage);

    /// <summary>What a rule for the member is a rule for: the method itself, or what computes the property.</summary>
    public static IMethodSymbol? Of(ISymbol? member) => member is IPropertySymbol property ? property.GetMethod ?? property.SetMethod : member as IMethodSymbol;

    /// <summary>The name by which a rule says what it is for: of an operator that which it has in metadata, of an indexer <c>this[]</c>.</summary>
    public static string NameOf(IMethodSymbol method) => method.MethodKind == MethodKind.PropertyGet ? method.AssociatedSymbol!.Name : method.Name;

    /// <summary>The name with that of the type, for a message.</summary>
    public static string FullNameOf(IMethodSymbol method) => $"{method.ContainingType.Name}.{NameOf(method)}";

    /// <summary>What C# writes around what it is given, where it does not call it by its name.</summary>
    public static EquatableArray<string> TextOf(LoweringContext context, IMethodSymbol method)
    {
        string[] text = method switch
        {
            { MethodKind: MethodKind.PropertyGet, Parameters.Length: > 0 and var count } => ["", "[", .. Enumerable.Repeat(", ", count - 1), "]"],
            { MethodKind: MethodKind.PropertyGet } => ["", "." + Literals.Identifier(NameOf(method))],
            { MethodKind: MethodKind.Conversion } => [$"({TypeLowering.FullName(method.ReturnType)})", ""],
            { MethodKind: MethodKind.UserDefinedOperator, Parameters.Length: 1 } => [SymbolOf(method), ""],
            { MethodKind: MethodKind.UserDefinedOperator } => ["", $" {SymbolOf(method)} ", ""],
            _ => [],
        };
        bool isChecked = method.Name.StartsWith(CheckedPrefix, StringComparison.Ordinal);
        if (isChecked != context.IsCheckedByDefault && HasCheckedForm(method))
            text = [(isChecked ? "checked(" : "unchecked(") + text[0], .. text.Skip(1).Take(text.Length - 2), text[text.Length - 1] + ")"];
        return text.ToEquatableArray();
    }

    private static string SymbolOf(IMethodSymbol method) => SyntaxFacts.GetText(SyntaxFacts.GetOperatorKind(method.Name));

    private static bool HasCheckedForm(IMethodSymbol method) => method.Name.StartsWith("op_", StringComparison.Ordinal)
        && method.ContainingType.GetMembers(CheckedPrefix + method.Name.Replace(CheckedPrefix, "").Replace("op_", "")).Length > 0;
}
