using Differentiable.Generators.Ir;
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
        if (!symbol.ReturnsVoid && (result is StructType { HoldsInline: true } || !SignatureLowering.LowerResult(symbol).Components.All(type => SignatureLowering.IsSupportedResult(type, result is StructType))))
            return $"returns '{symbol.ReturnType.ToDisplayString()}': return numbers, structs of numbers or an array of them";
        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            IrType type = TypeLowering.Lower(parameter.Type);
            if (type is StructType { HoldsInline: true } || (type.IsStorage && parameter.RefKind != RefKind.None))
                return $"takes '{(parameter.RefKind == RefKind.None ? "" : "a reference to ")}{parameter.Type.ToDisplayString()}': take a span";
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
            context.Places[symbol] = Capture(context, lifted, symbol.Name, context.Places[symbol], reach, isConstant: symbol is IParameterSymbol && Attributes.IsNonDifferentiable(symbol));
        foreach (ISymbol member in lifted.Members)
        {
            Variable input = context.MemberInputs[member];
            context.MemberInputs[member] = Add(context, lifted, input.Name, input.Type, PassingMode.Value, isActive: input.Type.HoldsReal, isMutated: false).Variable;
        }
    }

    public static ReturnShape ResultOf(IMethodSymbol symbol)
    {
        EquatableArray<IrType> leaves = symbol.ReturnsVoid ? [] : Leaf.Of(TypeLowering.Lower(symbol.ReturnType)).Select(leaf => leaf.Type).ToEquatableArray();
        return new(leaves, leaves.Select((_, i) => leaves.Count > 1 ? $"Item{i + 1}" : "").ToEquatableArray(), leaves.Count > 1);
    }

    private static void Declare(LoweringContext context, LiftedFunction lifted, IParameterSymbol symbol, FunctionPlace? function)
    {
        IrType type = TypeLowering.Lower(symbol.Type);
        bool isMutated = type.IsWritable && CalleeWrites.MayWrite(context, symbol);
        bool isActive = SignatureLowering.IsActive(symbol, type);
        PassingMode mode = symbol.RefKind switch { RefKind.Ref => PassingMode.Ref, RefKind.Out => PassingMode.Out, _ => PassingMode.Value };
        context.Places[symbol] = Split(context, symbol.Name, type is StructType ? type : ExternalLowering.ResultType(symbol.Type), (name, leaf) =>
        {
            Parameter parameter = Add(context, lifted, name, leaf, mode, isActive && leaf.HoldsReal, isMutated);
            lifted.Parameters[lifted.Parameters.Count - 1] = parameter with { MayReplaceRows = isMutated && leaf.Element is ArrayType && CalleeWrites.MayReplaceRows(context, symbol) };
            return parameter.Variable;
        });
        if (function is null)
            return;
        lifted.Placeholders.Add(lifted.Parameters[lifted.Parameters.Count - 1].Variable);
        context.Places[symbol] = function;
    }

    /// <summary>What stands in the function for a variable around it.</summary>
    private static Place Capture(LoweringContext context, LiftedFunction lifted, string name, Place around, Reach reach, bool isConstant)
    {
        if (around is StructPlace { Elements: [InlinePlace inline] } whole)
        {
            Parameter elements = Add(context, lifted, name, inline.Variable.Type, PassingMode.Value, !isConstant && inline.Variable.Type.HoldsReal, isMutated: true);
            return new StructPlace([new InlinePlace(elements.Variable, inline.Length)], whole.Type);
        }
        if (around is StructPlace { Type: { } type } split)
            return new StructPlace([.. split.Elements.Select((element, i) => Capture(context, lifted, StructValues.NameOf(name, type, i), element, reach, isConstant))], type);
        return Split(context, name, context.Read(around).Type, (leafName, leaf) =>
        {
            bool isMutated = leaf.IsWritable && reach.Declarations.Any(declaration => CalleeWrites.MayWrite(context, declaration, name));
            return Add(context, lifted, leafName, leaf, PassingMode.Value, !isConstant && leaf.HoldsReal, isMutated).Variable;
        });
    }

    private static Place Split(LoweringContext context, string name, IrType type, Func<string, IrType, Variable> leaf)
    {
        if (type is StructType whole)
            return new StructPlace([.. whole.Fields.Select((field, i) => Split(context, StructValues.NameOf(name, whole, i), field.Type, leaf))], whole);
        return new VariablePlace(leaf(name, type));
    }

    private static Parameter Add(LoweringContext context, LiftedFunction lifted, string name, IrType type, PassingMode mode, bool isActive, bool isMutated)
    {
        string free = FreeName.Like(name, wanted => lifted.Parameters.Any(parameter => parameter.Name == wanted));
        Variable variable = context.NewVariable(free, type);
        context.StructLeaves.Add(variable.Id);
        Parameter parameter = new(variable, mode, isActive, isMutated && type.IsStorage, Default: null)
        {
            MayReplaceRows = isMutated && type.Element is ArrayType,
        };
        lifted.Parameters.Add(parameter);
        return parameter;
    }
}
