using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Places;

/// <summary>
/// Calls that return references, <c>ref double At(int i) => ref _data[i]</c>: those of members of structs, of local functions, and of static methods of the user's. Where what they refer
/// to is only read, they are calls like any others; else the call is the place that the last statement returns.
/// </summary>
internal static class ReturnedReferences
{
    /// <summary>Is it such a call, or a property or an indexer of that kind? The elements of spans are no others than those of arrays.</summary>
    public static bool Is(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => Is(method),
        IPropertyReferenceOperation { Property.GetMethod: { } getter } => Is(getter) && !TypeLowering.IsSpan(getter.ContainingType),
        _ => false,
    };

    public static bool Is(IMethodSymbol method) => method.ReturnsByRef || method.ReturnsByRefReadonly;

    /// <summary>The place that is referred to; null where there is no code that says so. What is refused on the way has been reported.</summary>
    public static Place? TryLower(LoweringContext context, IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call => LocalFunctionLowering.Refer(context, call),
        IInvocationOperation call when InlineLowering.Applicable(call.TargetMethod, call.ConstrainedToType ?? call.Instance?.Type) is { } member
            => InlineLowering.Refer(context, call, member, call.Instance, call.Arguments),
        IInvocationOperation call when CodeOf(context, call) is { Block: { } block } code => LocalFunctionLowering.Refer(context, call, code.Method, block),
        IPropertyReferenceOperation property when InlineLowering.Applicable(property.Property.GetMethod, property.ConstrainedToType ?? property.Instance?.Type) is { } getter
            => InlineLowering.Refer(context, property, getter, property.Instance, property.Arguments),
        _ => null,
    };

    /// <summary>The value that the call of a static method refers to; null for anything else.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call) =>
        Is(call) && !InlineLowering.Applies(call.TargetMethod) && CodeOf(context, call) is { Block: { } block } code ? LocalFunctionLowering.Lower(context, call, code.Method, block) : null;

    /// <summary>The place that a body returns, the last statement of which alone may return.</summary>
    public static Place PlaceOf(LoweringContext context, IOperation call, InlinedFunction function, IBlockOperation body)
    {
        bool isSimple = body.Descendants().Count(part => part is IReturnOperation or IUsingDeclarationOperation) == 1;
        if (!isSimple || body.Operations.LastOrDefault() is not IReturnOperation { ReturnedValue: { } returned })
            return new ValuePlace(context.Refuse(Descriptors.UnsupportedConstruct, call, call.Syntax.ToString(), "a reference that is returned by other than the last statement of its code"));
        context.Inlined.Push(function);
        StatementLowering.LowerAll(context, body.Operations.Take(body.Operations.Length - 1));
        Place place = context.LowerPlace(returned);
        context.Inlined.Pop();
        return place;
    }

    private static InlinedCode? CodeOf(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!InlinedCode.IsPlainStatic(method) || Attributes.IsDifferentiable(method) || InlinedCode.Of(context, method) is not { } code)
            return null;
        context.Reassignments.Include(code.Declaration);
        return code;
    }
}
