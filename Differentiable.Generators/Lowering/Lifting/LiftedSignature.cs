using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Lifting;

/// <summary>
/// Parameters and result of a lifted function, all of them leaf by leaf: only generated code calls it, so nothing has to be put together to structs.
/// </summary>
internal static class LiftedSignature
{
    /// <summary>Why the function cannot be lifted, in words that follow its name; null where it can.</summary>
    public static string? ReasonAgainst(LoweringContext context, IMethodSymbol symbol)
    {
        if (symbol.ReturnsByRef || symbol.ReturnsByRefReadonly)
            return "returns a reference: return the value or the index";
        if (symbol.IsAsync)
            return "is async: make it an ordinary one";
        IrType result = TypeLowering.Lower(symbol.ReturnType);
        if (!symbol.ReturnsVoid && (result is StructType { HoldsInline: true } || !SignatureLowering.LowerResult(symbol).Components.All(SignatureLowering.IsSupportedResult)))
            return $"returns '{symbol.ReturnType.DisplayName()}': return numbers, structs of numbers or an array of them";
        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            IrType type = TypeLowering.Lower(parameter.Type);
            if (type is StructType { HoldsInline: true } || (type.IsStorage && parameter.RefKind != RefKind.None))
                return $"takes '{(parameter.RefKind == RefKind.None ? "" : "a reference to ")}{parameter.Type.DisplayName()}': take a span";
        }
        return null;
    }

    /// <summary>The members of the object that are inputs and that the code may read.</summary>
    public static IReadOnlyList<ISymbol> MembersReadBy(LoweringContext context, Reach reach) =>
        context.MemberInputs.Count > 0 && reach.Operations.Any(operation => operation is IInstanceReferenceOperation) ? [.. context.MemberInputs.Keys] : [];

    /// <summary>Declares the parameters, so that the function's code finds them where it looks for its own, and for what is around it.</summary>
    public static void Declare(LoweringContext context, LiftedFunction lifted, FunctionPlace?[] functions, Reach reach)
    {
        foreach (IParameterSymbol symbol in lifted.Symbol.Parameters)
            Declare(context, lifted, symbol, functions[symbol.Ordinal]);
        lifted.FirstCaptured = lifted.Parameters.Count;
        foreach (ISymbol symbol in lifted.Captured)
            Capture(context, lifted, symbol, reach);
        foreach (ISymbol member in lifted.Members)
        {
            Variable input = context.MemberInputs[member];
            context.MemberInputs[member] = Add(context, lifted, new(input.Name, PassingMode.Value, IsActive: true, IsMutated: false), input.Name, input.Type);
        }
    }

    public static ReturnShape ResultOf(IMethodSymbol symbol)
    {
        EquatableArray<IrType> leaves = symbol.ReturnsVoid ? [] : Leaf.Of(TypeLowering.Lower(symbol.ReturnType)).Select(leaf => leaf.Type).ToEquatableArray();
        return new(leaves, leaves.Select((_, i) => leaves.Count > 1 ? $"Item{i + 1}" : "").ToEquatableArray(), leaves.Count > 1);
    }

    private static void Declare(LoweringContext context, LiftedFunction lifted, IParameterSymbol symbol, FunctionPlace? function)
    {
        IrType type = TypeLowering.Lower(symbol.Type) is StructType whole ? whole : ExternalLowering.ResultType(symbol.Type);
        PassingMode mode = symbol.RefKind switch { RefKind.Ref => PassingMode.Ref, RefKind.Out => PassingMode.Out, _ => PassingMode.Value };
        bool isMutated = (type.IsWritable || LeafArrays.HoldRows(type) || GivenArrays.AreIn(symbol.Type)) && CalleeWrites.MayWrite(context, symbol);
        Whole declared = new(symbol.Name, mode, SignatureLowering.IsActive(symbol, type), isMutated)
        {
            MayReplaceRows = isMutated && Leaf.Of(type).Any(leaf => leaf.Type.Element is ArrayType || LeafArrays.Are(leaf.Type)) && CalleeWrites.MayReplaceRows(context, symbol),
        };
        context.Places[symbol] = Split(context, lifted, declared, symbol.Name, type);
        if (function is null)
            return;
        lifted.Placeholders.Add(lifted.Parameters[lifted.Parameters.Count - 1].Variable);
        context.Places[symbol] = function;
    }

    /// <summary>What stands in the function for a variable around it.</summary>
    private static void Capture(LoweringContext context, LiftedFunction lifted, ISymbol symbol, Reach reach)
    {
        bool isConstant = symbol is IParameterSymbol && Attributes.IsNonDifferentiable(symbol);
        bool isMutated = reach.Declarations.Any(declaration => CalleeWrites.MayWrite(context, declaration, symbol.Name)) || reach.Operations.Any(use => IsOf(symbol, use) && LocalLists.IsChangedBy(context, use));
        bool mayReplaceRows = isMutated && (!LeafArrays.Are(TypeLowering.Lower(LiftedCalls.TypeOf(symbol))) || reach.Declarations.Any(declaration => CalleeWrites.MayReplaceRows(context, declaration, symbol.Name)));
        Whole captured = new(symbol.Name, PassingMode.Value, !isConstant, isMutated) { MayReplaceRows = mayReplaceRows };
        context.Places[symbol] = Capture(context, lifted, captured, symbol.Name, context.Places[symbol]);
    }

    private static bool IsOf(ISymbol symbol, IOperation use) => use switch
    {
        ILocalReferenceOperation { Local: var local } => SymbolEqualityComparer.Default.Equals(local, symbol),
        IParameterReferenceOperation { Parameter: var parameter } => SymbolEqualityComparer.Default.Equals(parameter, symbol),
        _ => false,
    };

    private static Place Capture(LoweringContext context, LiftedFunction lifted, Whole captured, string name, Place around) => around switch
    {
        InlinePlace inline => new InlinePlace(Add(context, lifted, captured with { IsMutated = true }, name, inline.Variable.Type), inline.Length),
        StructPlace { Type: { } type } whole =>
            new StructPlace([.. whole.Elements.Select((element, i) => Capture(context, lifted, captured, StructValues.NameOf(name, type, i), element))], type),
        _ => Split(context, lifted, captured, name, context.Read(around).Type),
    };

    private static Place Split(LoweringContext context, LiftedFunction lifted, Whole whole, string name, IrType type) => type is StructType split
        ? new StructPlace([.. split.Fields.Select((field, i) => Split(context, lifted, whole, StructValues.NameOf(name, split, i), field.Type))], split)
        : new VariablePlace(Add(context, lifted, whole, name, type));

    private static Variable Add(LoweringContext context, LiftedFunction lifted, Whole whole, string name, IrType type)
    {
        string free = FreeName.Like(name, wanted => lifted.Parameters.Any(parameter => parameter.Name == wanted));
        Variable variable = context.NewVariable(free, type);
        if (free != whole.Name)
            context.StructLeaves.Add(variable.Id);
        bool isMutated = whole.IsMutated && (type.IsWritable || LeafArrays.HoldRows(type));
        lifted.Parameters.Add(new(variable, whole.Mode, whole.IsActive && type.HoldsReal, isMutated, Default: null)
        {
            MayReplaceRows = isMutated && whole.MayReplaceRows && (type.Element is ArrayType || LeafArrays.Are(type)),
        });
        return variable;
    }

    /// <summary>What is a parameter, or a leaf of it.</summary>
    /// <param name="Name">Its name in the source.</param>
    /// <param name="Mode">How it is passed.</param>
    /// <param name="IsActive">May it get a derivative?</param>
    /// <param name="IsMutated">May the function write elements of it?</param>
    private sealed record Whole(string Name, PassingMode Mode, bool IsActive, bool IsMutated)
    {
        public bool MayReplaceRows { get; init; }
    }
}
