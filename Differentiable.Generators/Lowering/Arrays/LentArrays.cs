using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>
/// Arrays that a pool lends, or that the garbage collector makes without clearing them: local arrays like others. They may be longer than asked for and hold anything, so a method can rely on no more
/// than that there are as many elements; and generated code has a pool of its own.
/// </summary>
internal static class LentArrays
{
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Rent" } method when IsPool(method.ContainingType) => Made(context, call),
        { Name: "Return" } method when IsPool(method.ContainingType) => GivenBack(context, call),
        { Name: "AllocateUninitializedArray" or "AllocateArray", ContainingType: { Name: "GC" } type } when TypeLowering.IsSystem(type.ContainingNamespace) => Made(context, call),
        _ => null,
    };

    /// <summary>Is it a member of a pool?</summary>
    public static bool IsOfPool(IMethodSymbol method) => IsPool(method.ContainingType);

    private static bool IsPool(INamedTypeSymbol type) =>
        type is { Name: "ArrayPool", Arity: 1, ContainingNamespace: { Name: "Buffers" } space } && TypeLowering.IsSystem(space.ContainingNamespace);

    private static NewStorage Made(LoweringContext context, IInvocationOperation call) =>
        new(TypeLowering.Lower(call.Type), [context.Lower(call.Arguments[0].Value)], [], OnStack: false);

    private static Expr GivenBack(LoweringContext context, IInvocationOperation call)
    {
        context.LowerStorage(call.Arguments[0].Value);
        return CallLowering.Nothing;
    }
}
