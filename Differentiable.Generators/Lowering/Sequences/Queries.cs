using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
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
        if (context.Inlined.Count > 0 && call.TargetMethod.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && context.IsOfMirror(reference.SyntaxTree))
            return MirrorOf(context, call) is { } own ? LowerCall(context, call, own) : null;
        if (call is { TargetMethod.Name: "ToArray", Arguments: [{ Value: var sequence }] } && IsOne(context, sequence))
            return LowerSource(context, sequence);
        if (!IsOfReals(context, call))
            return null;
        return IsSequence(call.TargetMethod.ReturnType) ? RefuseOpen(context, call) : LowerCall(context, call, MirrorOf(context, call)!);
    }

    /// <summary>A sequence that nothing ends here may be code of others', if it has no code of the user's.</summary>
    private static Expr? RefuseOpen(LoweringContext context, IInvocationOperation call) => call.Arguments.Any(argument => argument.Value.Type?.TypeKind == TypeKind.Delegate)
        ? context.Refuse(Descriptors.ExternalCall, call, "Enumerable." + call.TargetMethod.Name, ", whose numbers are computed when the sequence is read: end it with 'ToArray()' here")
        : null;

    /// <summary>Is it a sequence of real numbers, of which each step is known?</summary>
    public static bool IsOne(LoweringContext context, IOperation value) =>
        Stripped(value) is IInvocationOperation call && IsSequence(call.TargetMethod.ReturnType) && IsOfReals(context, call);

    /// <summary>Is it a sequence of which each step is known, of whatever elements?</summary>
    public static bool IsKnown(LoweringContext context, IOperation value) =>
        Stripped(value) is IInvocationOperation call && IsSequence(call.TargetMethod.ReturnType) && IsKnown(context, call, []);

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
    public static Expr LowerSource(LoweringContext context, IOperation value) => Stripped(value) is IInvocationOperation call && IsSequence(call.TargetMethod.ReturnType)
        ? LowerCall(context, call, MirrorOf(context, call)!)
        : context.LowerStorage(Stripped(value));

    /// <summary>Is it the sequence that a method of LINQ is given?</summary>
    public static bool IsSource(IArgumentOperation argument) => argument.Parameter is { Type: var type } && IsSequence(type);

    private static bool IsSequence(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "IEnumerable", Arity: 1 };

    private static InlinedCode? MirrorOf(LoweringContext context, IInvocationOperation call) => InlinedCode.OfQuery(context, call.TargetMethod);

    private static Expr LowerCall(LoweringContext context, IInvocationOperation call, InlinedCode mirror)
    {
        context.Reassignments.Include(mirror.Declaration);
        return LocalFunctionLowering.LowerInPlace(context, call, new FunctionPlace(mirror.Method, mirror.Block!, mirror.Types));
    }

    /// <summary>Do real numbers come in, or does a function that is given make them, and is all of it known?</summary>
    private static bool IsOfReals(LoweringContext context, IInvocationOperation call)
    {
        List<IInvocationOperation> steps = [];
        return IsKnown(context, call, steps) && steps.Any(step => step.TargetMethod.TypeArguments.Append(step.TargetMethod.ReturnType).Any(type => RealData.IsIn(Substitution.Of(type))));
    }

    private static bool IsKnown(LoweringContext context, IInvocationOperation call, List<IInvocationOperation> steps)
    {
        if (context.QueryOf(call.TargetMethod) is null)
            return false;
        steps.Add(call);
        return call.Arguments.All(argument => IsKnown(context, argument, steps));
    }

    private static bool IsKnown(LoweringContext context, IArgumentOperation argument, List<IInvocationOperation> steps) => Stripped(argument.Value) switch
    {
        IInvocationOperation inner when IsSource(argument) && IsSequence(inner.TargetMethod.ReturnType) => IsKnown(context, inner, steps),
        var source when IsSource(argument) => TypeLowering.Lower(source.Type) is ArrayType { Rank: 1, Element: ScalarType or StructType or ArrayType },
        { Type.TypeKind: TypeKind.Delegate } function => KnownFunctions.TryFind(context, function) is { } known && !Sets(known),
        _ => true,
    };

    /// <summary>Does the function set what is declared outside of it? LINQ runs it element by element, here it is run for all of them at once.</summary>
    private static bool Sets(FunctionPlace function) =>
        function.Body.Descendants().Any(operation => Targets.SetBy(operation) is { } target && IsOutside(target, function.Body));

    private static bool IsOutside(IOperation target, IOperation body) => target switch
    {
        ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.All(reference => !body.Syntax.Span.Contains(reference.Span)),
        IDeclarationExpressionOperation or IDiscardOperation => false,
        _ => true,
    };

    private static IOperation Stripped(IOperation value) => value is IConversionOperation { OperatorMethod: null, IsImplicit: true, Operand: var operand } && IsSequence(value.Type) ? operand : value;
}
