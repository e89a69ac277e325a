using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>A parameter that a rule has, or may have.</summary>
/// <param name="Name">Its name, which decides what it is given.</param>
/// <param name="Operand">What it is given.</param>
/// <param name="Types">The types that it may have; the first is the usual one.</param>
/// <param name="RefKind">How it is passed.</param>
/// <param name="IsOptional">May it be left out?</param>
internal sealed record RuleSlot(string Name, RuleOperand Operand, EquatableArray<IrType> Types, RefKind RefKind, bool IsOptional);

/// <summary>What the rules for a method look like.</summary>
/// <param name="Receiver">What the method is called on comes first.</param>
/// <param name="Slots">The other parameters.</param>
/// <param name="Result">What is returned; null for nothing.</param>
/// <param name="ResultNames">The names of the components of what is returned.</param>
internal sealed record RuleShape(IrType? Receiver, IReadOnlyList<RuleSlot> Slots, IrType? Result, IReadOnlyList<string> ResultNames)
{
    /// <summary>What a pullback returns the adjoints of; empty for a tangent rule.</summary>
    public IReadOnlyList<(string Adjoint, ITypeSymbol Type)> Adjoints { get; init; } = [];

    /// <summary>Does the type of what a rule returns say of a component that it is another one? The components' types do not tell them apart.</summary>
    public bool IsMisnamed(ITypeSymbol result) => ResultNames.Count > 1
        ? ((INamedTypeSymbol)result).TupleElements.Where((element, i) => IsMisnamed(element, i)).Any()
        : Adjoints is [var only] && TupleNames.Contradict(result, only.Type);

    /// <summary>Adjoints are named by their parameters; what a tangent rule calls its value is its own affair.</summary>
    private bool IsMisnamed(IFieldSymbol element, int component)
    {
        bool isOfAnother = element.IsExplicitlyNamedTupleElement && element.Name != ResultNames[component]
            && (Adjoints.Count > 0 ? element.Name != Adjoints[component].Adjoint : ResultNames.Contains(element.Name));
        return isOfAnother || (Adjoints.Count > 0 && TupleNames.Contradict(element.Type, Adjoints[component].Type));
    }

    /// <summary>As C# declares it for the method, with all inputs.</summary>
    public string Write(string modifiers, string name, IMethodSymbol method)
    {
        IEnumerable<string> parameters = Slots.Where(slot => !slot.IsOptional || slot.Operand.Kind == RuleOperandKind.Input).Select(slot => Write(slot, method));
        if (Receiver is not null)
            parameters = parameters.Prepend($"{TypeText(Receiver)} self");
        return $"{modifiers} {ResultText()} {name}({string.Join(", ", parameters)})";
    }

    private static string Write(RuleSlot slot, IMethodSymbol method)
    {
        string modifier = slot.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", _ => "" };
        return $"{modifier}{TupleText(RuleMatch.TypeOf(slot.Operand, method)) ?? TypeText(slot.Types[0])} {slot.Name}";
    }

    /// <summary>A tuple with the names of its elements.</summary>
    private static string? TupleText(ITypeSymbol type) => type.IsTupleType ? type.DisplayName() : null;

    private string ResultText() => Result switch
    {
        null => "void",
        _ when ResultNames.Count == 1 => Adjoints is [var only] && TupleText(only.Type) is { } text ? text : TypeText(Result),
        StructType { IsTuple: true } tuple => $"({string.Join(", ", tuple.Fields.Select((field, i) => $"{TypeText(field.Type)} {ResultNames[i]}"))})",
        _ => TypeText(Result),
    };

    private static string TypeText(IrType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Double } => "double",
        ScalarType { Kind: ScalarKind.Single } => "float",
        ScalarType { Kind: ScalarKind.Int32 } => "int",
        ScalarType { Kind: ScalarKind.Int64 } => "long",
        ScalarType { Kind: ScalarKind.Boolean } => "bool",
        ScalarType scalar => scalar.Kind.ToString(),
        ArrayType array => $"{TypeText(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        SpanType span => $"{(span.IsReadOnly ? "ReadOnlySpan" : "Span")}<{TypeText(span.ElementType)}>",
        StructType { IsTuple: true } tuple => $"({string.Join(", ", tuple.Fields.Select(field => TypeText(field.Type)))})",
        _ => type.ToString().Replace("global::", ""),
    };
}
