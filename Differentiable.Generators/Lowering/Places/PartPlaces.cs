using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Places;

/// <summary>
/// Fields and properties of structs that stay whole, because they hold no real numbers: a counter, the state of a random generator. To set one is to give the
/// variable another value, <c>c = c with { Hits = 1 }</c>, so that its history is known as that of a number is.
/// </summary>
internal static class PartPlaces
{
    /// <summary>The place of such a member in a variable of the method, or null for anything else.</summary>
    public static Place? TryLower(LoweringContext context, IOperation operation)
    {
        if (operation is not IMemberReferenceOperation { Instance: { Type.TypeKind: TypeKind.Struct } instance, Member: var member } || SetterOf(member) is not { } setter
            || TypeLowering.Lower(instance.Type) is not OpaqueType || RealData.IsIn(instance.Type) || !StructMembers.IsVariable(context, instance))
            return null;
        HiddenMembers.Check(context, setter, operation.Syntax);
        if (operation is IPropertyReferenceOperation { Parent: not ISimpleAssignmentOperation, Property.GetMethod: var getter } && ChangedStructs.Of(context, instance, getter) == StructChange.OfVariable)
            context.Report(Descriptors.UnsupportedConstruct, operation.Syntax.GetLocation(), operation.Syntax.ToString(), "a property that changes its struct when it is read, and is set by what it was");
        return new PartPlace(context.LowerPlace(instance), Literals.Identifier(member.Name), ExternalLowering.ResultType(operation.Type!));
    }

    /// <summary>May a variable of the type come to be by setting one field after the other, <c>Counter c; c.Hits = 0;</c>? Then it is there from the beginning.</summary>
    public static bool IsSetInParts(ITypeSymbol type) => type is { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None }
        && type.GetMembers().OfType<IFieldSymbol>().Any(field => field is { IsStatic: false, IsReadOnly: false, IsImplicitlyDeclared: false, DeclaredAccessibility: not Accessibility.Private });

    public static Expr Read(LoweringContext context, PartPlace part) =>
        new OpaqueBuilder().Operand(context.Read(part.Whole)).Text("." + part.Name).Build(part.Type, isPure: false);

    public static void Write(LoweringContext context, PartPlace part, Expr value) =>
        context.Write(part.Whole, With(context.Read(part.Whole), [(part.Name, ConversionLowering.Adapt(value, part.Type))]));

    /// <summary>A copy of such a struct with other members, <c>s with { Steps = 5 }</c>; null for one that is followed field by field.</summary>
    public static Expr? TryCopy(LoweringContext context, IWithOperation copy)
    {
        ISimpleAssignmentOperation[] sets = [.. copy.Initializer.Initializers.OfType<ISimpleAssignmentOperation>()];
        if (TypeLowering.Lower(copy.Type) is not OpaqueType || RealData.IsIn(copy.Type!) || !sets.All(set => set.Target is IMemberReferenceOperation))
            return null;
        foreach (ISimpleAssignmentOperation set in sets)
            HiddenMembers.Check(context, ((IMemberReferenceOperation)set.Target).Member, set.Syntax);
        Expr[] operands = context.LowerOperands([copy.Operand, .. sets.Select(set => set.Value)]);
        return With(operands[0], [.. sets.Select((set, i) => (Literals.Identifier(((IMemberReferenceOperation)set.Target).Member.Name), operands[i + 1]))]);
    }

    private static Opaque With(Expr whole, IReadOnlyList<(string Name, Expr Value)> sets)
    {
        OpaqueBuilder text = new OpaqueBuilder().Operand(whole).Text(" with { ");
        for (int i = 0; i < sets.Count; i++)
            text.Text($"{(i > 0 ? ", " : "")}{sets[i].Name} = ").Hole(sets[i].Value);
        return text.Text(" }").Build(whole.Type, isPure: true);
    }

    /// <summary>What sets the member anywhere, not only where the struct is made.</summary>
    private static ISymbol? SetterOf(ISymbol member) => member switch
    {
        IFieldSymbol { IsReadOnly: false, IsStatic: false } => member,
        IPropertySymbol { IsIndexer: false, SetMethod: { IsInitOnly: false } setter } => setter,
        _ => null,
    };
}
