using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.SecondRuns;

/// <summary>What is there when the method has returned, so that what code sets in it, the next run finds changed.</summary>
/// <param name="context">The method.</param>
/// <param name="made">What is made again with each run.</param>
internal sealed class LastingState(LoweringContext context, MadeHere made)
{
    /// <summary>Is it, or is it part of, what is there when the method has returned? Elements of arrays that code is given are seen to where it is called.</summary>
    public bool Has(IOperation target) => target switch
    {
        IFieldReferenceOperation { Field: var field, Instance: var whole } => field.IsStatic || HasIn(whole),
        IPropertyReferenceOperation { Property: var property, Instance: var whole } => property.IsStatic || HasIn(whole),
        IArrayElementReferenceOperation { ArrayReference: var array } => HasElementsOf(array),
        ILocalReferenceOperation { Local: { RefKind: not RefKind.None } local } => IsNameOfField(local),
        IParameterReferenceOperation { Parameter: { ContainingType.IsReferenceType: true } parameter } => MadeHere.IsKept(parameter) && !made.IsOnNew,
        _ => false,
    };

    /// <summary>Does a member change a struct that is there already where rounds of a loop, or sweeps, run it again?</summary>
    public bool HasBefore(IOperation? instance) => context.RunAgainDepth > 0 || IsOfCaller(instance);

    private bool HasElementsOf(IOperation array) => array switch
    {
        ILocalReferenceOperation { Local: var local } => IsNameOfField(local),
        IParameterReferenceOperation { Parameter: var parameter } => MadeHere.IsKept(parameter) && !RealData.IsIn(array.Type!) && !made.Is(array),
        _ => Has(array) || IsInStruct(array),
    };

    /// <summary>Is it an array of the struct that a member is called on? Copies of the struct share it; arrays of real numbers are inputs, which each run finds as they were.</summary>
    private bool IsInStruct(IOperation array) =>
        array is IFieldReferenceOperation { Instance: IInstanceReferenceOperation { Type.IsValueType: true } } && !RealData.IsIn(array.Type!) && !made.Is(array);

    private bool HasIn(IOperation? whole) => whole switch
    {
        null => false,
        ILocalReferenceOperation { Local: var local } when TypeLowering.IsSpan(local.Type) => IsNameOfField(local),
        { Type.IsReferenceType: true } => !made.IsNew(whole),
        _ => Has(whole),
    };

    /// <summary>Is the variable another name of what is in a field, or of an element of it?</summary>
    private bool IsNameOfField(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) is not VariableDeclaratorSyntax { Initializer.Value: var named })
            return false;
        while (named is RefExpressionSyntax or ElementAccessExpressionSyntax)
            named = named is RefExpressionSyntax reference ? reference.Expression : ((ElementAccessExpressionSyntax)named).Expression;
        return context.ModelOf(named.SyntaxTree).GetSymbolInfo(named).Symbol is IFieldSymbol;
    }

    /// <summary>Is it what the method takes by reference, or an element of what it takes, so that its caller sees the change?</summary>
    private bool IsOfCaller(IOperation? instance) => instance switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => IsGiven(context.Places.TryGetValue(parameter, out Place? place) ? place : null),
        IInstanceReferenceOperation => context.Selves.Count > 0 && IsGiven(context.Selves.Peek()),
        IArrayElementReferenceOperation { ArrayReference: var array } => !made.Is(array),
        IPropertyReferenceOperation { Instance: ILocalReferenceOperation or IParameterReferenceOperation, Property.IsIndexer: true } element => TypeLowering.IsSpan(element.Instance!.Type),
        ILocalReferenceOperation { Local.RefKind: not RefKind.None } => true,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsOfCaller(whole),
        _ => false,
    };

    /// <summary>Is the place, or what it is part of, a parameter that is passed by reference, or an element? Parameters of code that stands in the place of a call have the places that it is given.</summary>
    private bool IsGiven(Place? place) => place switch
    {
        VariablePlace { Variable: var variable } => context.Method.Parameters.Any(parameter => parameter.RefKind == RefKind.Ref && context.Places.TryGetValue(parameter, out Place? own) && own is VariablePlace passed && passed.Variable == variable),
        PartPlace { Whole: var whole } => IsGiven(whole),
        ConditionalPlace { WhenTrue: var one, WhenFalse: var other } => IsGiven(one) || IsGiven(other),
        ElementPlace => true,
        _ => false,
    };
}
