using System.Collections.Immutable;
using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Objects that the method makes for itself, such as lists and dictionaries of constants: their constructors with what is initialized, and what is set later.</summary>
internal static class ObjectLowering
{
    public static Expr Lower(LoweringContext context, IObjectCreationOperation creation)
    {
        ImmutableArray<IOperation> steps = creation.Initializer?.Initializers ?? [];
        // What an initializer does must not change what the constructor is given.
        bool isOrdered = steps.IsEmpty || creation.Arguments.All(argument => argument.Value.ConstantValue.HasValue);
        if (!isOrdered || creation.Constructor is null || !steps.All(IsKnown))
            return Refusals.Refuse(context, creation);
        HiddenMembers.CheckType(context, creation.Type!, creation.Syntax);
        OwnMembers.CheckHiddenReads(context, creation, creation.Constructor, null, creation.Arguments.Select(argument => argument.Value));
        ExternalArguments arguments = ExternalArguments.Lower(context, creation.Constructor, creation.Arguments);
        OpaqueBuilder text = arguments.Write(new OpaqueBuilder().Text($"new {TypeLowering.FullName(creation.Type!)}(")).Text(")");
        WriteSteps(context, text, steps);
        if (!Purity.IsHarmless(creation.Type!))
            context.Suspect(text, creation, Descriptors.RealDataInObject, creation.Type!.DisplayName());
        RunAgainCheck.Creation(context, creation);
        return ExternalLowering.Finish(context, text, creation.Type!, isPure: false);
    }

    /// <summary>A list of constants, <c>List&lt;int&gt; powers = [1, 2]</c>.</summary>
    public static Expr Lower(LoweringContext context, ICollectionExpressionOperation collection)
    {
        OpaqueBuilder text = new OpaqueBuilder().Text("[").Holes(context.LowerOperands([.. collection.Elements])).Text("]");
        context.Suspect(text, collection, Descriptors.RealDataInObject, collection.Type!.DisplayName());
        return context.Save(text.Build(TypeLowering.Lower(collection.Type), isPure: false), "list");
    }

    /// <summary>Is it something that is added, or a property or an element that is set?</summary>
    private static bool IsKnown(IOperation step) => step is IInvocationOperation { IsImplicit: true, Arguments.IsEmpty: false }
        or ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation };

    private static void WriteSteps(LoweringContext context, OpaqueBuilder text, ImmutableArray<IOperation> steps)
    {
        if (steps.IsEmpty)
            return;
        Queue<Expr> values = new(context.LowerOperands([.. steps.SelectMany(ValuesOf)]));
        string separator = " { ";
        foreach (IOperation step in steps)
        {
            text.Text(separator);
            WriteStep(text, step, [.. ValuesOf(step).Select(_ => values.Dequeue())]);
            separator = ", ";
        }
        text.Text(" }");
    }

    private static IEnumerable<IOperation> ValuesOf(IOperation step) => step switch
    {
        IInvocationOperation add => add.Arguments.Select(argument => argument.Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } set => [.. property.Arguments.Select(argument => argument.Value), set.Value],
        _ => [((ISimpleAssignmentOperation)step).Value],
    };

    private static void WriteStep(OpaqueBuilder text, IOperation step, Expr[] values)
    {
        switch (step)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true } }:
                text.Text("[").Holes(values.Take(values.Length - 1)).Text("] = ").Hole(values[values.Length - 1]);
                break;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation member }:
                text.Text(Literals.Identifier(member.Member.Name) + " = ").Hole(values[0]);
                break;
            default:
                text.Text(values.Length > 1 ? "{ " : "").Holes(values).Text(values.Length > 1 ? " }" : "");
                break;
        }
    }

    /// <summary>Sets an element or a property of an object that the method made, which no derivative comes out of: <c>counts[k] += 2</c>, <c>counts[k]++</c>.</summary>
    /// <returns>False where it is something else that is set.</returns>
    public static bool TrySet(LoweringContext context, IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } set => TrySet(context, set, set.Target, set.Value),
        ICompoundAssignmentOperation { OperatorMethod: null } change => TrySet(context, change, change.Target, change.Value),
        IIncrementOrDecrementOperation { OperatorMethod: null } step => TrySet(context, step, step.Target, null),
        _ => false,
    };

    private static bool TrySet(LoweringContext context, IOperation operation, IOperation target, IOperation? newValue)
    {
        if (target is not IPropertyReferenceOperation { Instance: ILocalReferenceOperation { Local: { RefKind: RefKind.None, Type.TypeKind: TypeKind.Class } local } instance } reference
            || !LocalObjects.IsMadeHere(local, context.Cancellation) || context.LowerForText(instance) is not Use { Type: OpaqueType } whole)
            return false;
        ExternalArguments arguments = ExternalArguments.Lower(context, reference.Property, reference.Arguments);
        OpaqueBuilder text = new OpaqueBuilder().Operand(whole);
        int mark = context.Mark;
        Expr? value = newValue is null ? null : context.Lower(newValue);
        arguments.Protect(context, mark);
        text = reference.Property.IsIndexer ? arguments.Write(text.Text("[")).Text("]") : text.Text("." + Literals.Identifier(reference.Property.Name));
        text = value is null
            ? text.Text(operation.Kind == OperationKind.Increment ? " += 1" : " -= 1")
            : text.Text($" {((AssignmentExpressionSyntax)operation.Syntax).OperatorToken.Text} ").Hole(value);
        context.Suspect(text, operation, Descriptors.RealDataInObject, local.Type.DisplayName());
        RunAgainCheck.Write(context, operation);
        context.Add(new Evaluate(text.Build(new OpaqueType("void"), isPure: false)));
        return true;
    }
}
