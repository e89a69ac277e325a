using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Sequences;

/// <summary>
/// LINQ over arrays of real numbers: what its methods do is written down in <c>Mirrors</c>, with an array for each sequence, and stands in the place of the call. A sequence is followed from the array
/// that it starts with to the value or the array that it ends with, or to the <c>foreach</c> over it; not in a variable, for it is run when that is read.
/// </summary>
internal static class Queries
{
    /// <summary>The call that ends a sequence, or one in a mirror.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call)
    {
        if (!MirrorLibrary.IsQuery(call.TargetMethod))
            return null;
        if (context.Inlined.Count > 0 && context.IsMirror(call.TargetMethod))
            return LowerInMirror(context, call);
        if (call is { TargetMethod.Name: "ToArray", Arguments: [{ Value: var sequence }] })
            return TryMakeArray(context, call, sequence);
        QueryCheck check = QueryCheck.Of(context, call);
        if (!check.IsOfInterest)
            return null;
        if (check.Problem is { } problem)
            return check.HasFunctions ? problem.Refuse(context, call) : null;
        return StepOf(call) is null ? LowerCall(context, call) : RefuseOpen(context, call);
    }

    /// <summary>The array that a sequence ends with; null for a copy of an array.</summary>
    private static Expr? TryMakeArray(LoweringContext context, IInvocationOperation call, IOperation sequence)
    {
        if (GivenArray(context, sequence) is { } given)
            return new CopyOf(TypeLowering.Lower(call.Type), new Use(given));
        if (StepOf(sequence) is not { } step)
            return null;
        QueryCheck check = QueryCheck.Of(context, step);
        return check.Problem is null ? LowerCall(context, step) : check.HasFunctions ? check.Problem.Refuse(context, call) : null;
    }

    private static Expr? LowerInMirror(LoweringContext context, IInvocationOperation call) =>
        call.TargetMethod.IsExtern ? Sorts.StableOrder(context, call) : context.QueryOf(call.TargetMethod) is not null ? LowerCall(context, call) : null;

    /// <summary>A sequence that nothing ends here may be code of others', if it has no code of the user's.</summary>
    private static Expr? RefuseOpen(LoweringContext context, IInvocationOperation call) => call.Arguments.Any(argument => argument.Value.Type?.TypeKind == TypeKind.Delegate)
        ? QueryProblem.Open(call).Refuse(context, call)
        : null;

    /// <summary>Is it a sequence of which each step is known?</summary>
    public static bool IsKnown(LoweringContext context, IOperation value) => StepOf(value) is { } call ? QueryCheck.Of(context, call).Problem is null : GivenArray(context, value) is not null;

    /// <summary>Does the body of a loop over a sequence change a variable or an array that is named in it? LINQ would see that in the next round.</summary>
    public static bool IsChanged(IOperation sequence, IOperation body)
    {
        HashSet<string> named = [.. sequence.DescendantsAndSelf().Select(NameOf).OfType<string>()];
        return body.Descendants().Any(operation => (Targets.SetBy(operation) ?? GivenStorage(operation)) is { } target && IsNamed(target, named));
    }

    /// <summary>Storage that is given to a method, which may write it.</summary>
    private static IOperation? GivenStorage(IOperation operation) =>
        operation is IArgumentOperation { Value: var value } && TypeLowering.Lower(value.Type).IsStorage ? value : null;

    private static bool IsNamed(IOperation target, HashSet<string> names) => target.DescendantsAndSelf().Select(NameOf).OfType<string>().Any(names.Contains);

    private static string? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        _ => null,
    };

    /// <summary>The array that stands for a sequence; storage stands for itself.</summary>
    public static Expr LowerSource(LoweringContext context, IOperation value) => StepOf(value) is { } call ? LowerCall(context, call)
        : GivenArray(context, value) is { } given ? new Use(given)
        : ListedIn(value) is { } listed ? SpreadLowering.Lower(context, listed, new ArrayType(TypeLowering.Lower(((INamedTypeSymbol)listed.Type!).TypeArguments[0]), 1))
        : LocalLists.TryElements(context, value) is { } elements ? elements
        : LocalLists.TryCopy(context, value) is { } copy ? copy
        : context.LowerStorage(Stripped(value));

    /// <summary>The array that a step of a sequence starts from.</summary>
    public static Expr LowerSource(LoweringContext context, IArgumentOperation argument) => context.Sources.TryGetValue(argument, out Expr? array) ? array : LowerSource(context, argument.Value);

    /// <summary>The step that makes a sequence, or a list of one; null for what is no sequence.</summary>
    public static IInvocationOperation? StepOf(IOperation value) => Stripped(value) is IInvocationOperation call && (IsSequence(call.TargetMethod.ReturnType) || IsList(call)) ? call : null;

    /// <summary>The array that a parameter stands for which takes any sequence, in a helper that is given one.</summary>
    public static Variable? GivenArray(LoweringContext context, IOperation value) =>
        Stripped(value) is IParameterReferenceOperation { Parameter: { } parameter } && IsSequence(parameter.Type) && context.Places.TryGetValue(parameter, out Place? place) && place is VariablePlace { Variable: { Type.IsStorage: true } array }
            ? array
            : null;

    /// <summary>The elements of a sequence that is written down, as in <c>list.AddRange([x, y])</c>; null for any other.</summary>
    public static ICollectionExpressionOperation? ListedIn(IOperation value) => Stripped(value) is ICollectionExpressionOperation listed && IsSequence(listed.Type) ? listed : null;

    /// <summary>Is it the sequence that a method of LINQ is given, or a helper that takes any?</summary>
    public static bool IsSource(IArgumentOperation argument) => argument.Parameter is { Type: var type } && IsSequence(type);

    private static bool IsList(IInvocationOperation call) => call.TargetMethod.Name == "ToList" && MirrorLibrary.IsQuery(call.TargetMethod);

    public static bool IsSequence(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "IEnumerable" or "IOrderedEnumerable", Arity: 1 };

    /// <summary>A sequence without the conversions around it.</summary>
    public static IOperation Stripped(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null, IsImplicit: true, Operand: var operand } when IsSequence(value.Type) => Stripped(operand),
        ITranslatedQueryOperation { Operation: var query } => Stripped(query),
        // 'from double v in x', whose elements are what they are said to be.
        IInvocationOperation { TargetMethod: { Name: "Cast", TypeArguments: [var said] }, Arguments: [{ Value: IConversionOperation { Operand: { Type: IArrayTypeSymbol { Rank: 1 } given } array } }] }
            when SymbolEqualityComparer.Default.Equals(said, given.ElementType) => array,
        _ => value,
    };

    private static Expr LowerCall(LoweringContext context, IInvocationOperation call) => OrderedSteps.End(call) ? OrderedSteps.Lower(context, call) : LowerStep(context, call);

    /// <summary>The code of one step in the place of its call.</summary>
    public static Expr LowerStep(LoweringContext context, IInvocationOperation call) => LocalFunctionLowering.LowerMirror(context, call, context.QueryOf(call.TargetMethod)!);
}
