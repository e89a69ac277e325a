using Differentiable.Generators.Ir;
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
/// <param name="ResultNames">The names of the components of what is returned, for a message.</param>
internal sealed record RuleShape(IrType? Receiver, IReadOnlyList<RuleSlot> Slots, IrType? Result, IReadOnlyList<string> ResultNames)
{
    /// <summary>As C# declares it, with all inputs.</summary>
    public string Write(string modifiers, string name)
    {
        IEnumerable<string> parameters = Slots.Where(slot => !slot.IsOptional || slot.Operand.Kind == RuleOperandKind.Input).Select(Write);
        if (Receiver is not null)
            parameters = parameters.Prepend($"{TypeText(Receiver)} self");
        return $"{modifiers} {ResultText()} {name}({string.Join(", ", parameters)})";
    }

    private static string Write(RuleSlot slot)
    {
        string modifier = slot.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", _ => "" };
        return $"{modifier}{TypeText(slot.Types[0])} {slot.Name}";
    }

    private string ResultText() => Result switch
    {
        null => "void",
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
