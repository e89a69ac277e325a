using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>
/// Lambdas, method groups, and delegates (and comparers made of them) that stand for one of them or for a local function: variables that are declared with it and never set again, <c>static readonly</c> fields, and parameters of
/// local functions, members of structs and static methods of the user's that are given it. Each call becomes the function's body, as for local functions, and so does that of the method.
/// </summary>
internal static class KnownFunctions
{
    /// <summary>The function that the value is, or null where that shows only at run time.</summary>
    public static FunctionPlace? TryFind(LoweringContext context, IOperation value) => value switch
    {
        IDelegateCreationOperation creation => TryFind(context, creation.Target),
        IConversionOperation { OperatorMethod: null, Operand: { Type: var type } operand } when type is null || IsFunction(type) => TryFind(context, operand),
        IAnonymousFunctionOperation { Symbol.IsAsync: false } lambda => new(lambda.Symbol, lambda.Body, Substitution.Current),
        IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } method } => OfLocalFunction(context, method),
        IMethodReferenceOperation group => MethodGroups.TryFind(context, group),
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true, Type.TypeKind: TypeKind.Delegate } } field => DelegateFields.TryFind(context, field),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType: var comparer }, Arguments: [{ Value: var comparison }] } when IsComparer(comparer) => TryFind(context, comparison),
        ILocalReferenceOperation local => Of(context, local.Local),
        IParameterReferenceOperation parameter => Of(context, parameter.Parameter),
        _ => null,
    };

    /// <summary>The functions among what a call is given.</summary>
    public static IMethodSymbol[] GivenTo(LoweringContext context, IEnumerable<IArgumentOperation> arguments) =>
        [.. arguments.Select(argument => TryFind(context, argument.Value)?.Symbol).OfType<IMethodSymbol>()];

    /// <summary>Remembers what a variable stands for; false where it is no delegate, or may stand for several functions.</summary>
    public static bool TryDeclare(LoweringContext context, ILocalSymbol local, IOperation? value)
    {
        if (!IsFunction(local.Type) || value is null || context.Reassignments.Contains(local.Name) || TryFind(context, value) is not { } function)
            return false;
        context.Places[local] = function;
        return true;
    }

    /// <summary>The call of a delegate, or of a method that is given one; null where the function, or the method's code, is not known.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return call.Instance is { } target && TryFind(context, target) is { } function ? LocalFunctionLowering.Lower(context, call, function) : null;
        bool hasKnownCode = InlinedCode.IsPlainStatic(method) || ExtensionBlocks.IsBlock(method.ContainingType);
        if (!hasKnownCode || !call.Arguments.Any(argument => TryFind(context, argument.Value) is not null))
            return null;
        bool isOnValue = InlinedCode.Of(context, method) is { Block: not null } code && ExtensionBlocks.ReceiverCount(code.Method) > 0;
        return isOnValue ? InlineLowering.Call(context, call, method) : LocalFunctionLowering.TryLower(context, call);
    }

    /// <summary>A delegate, or a comparer, which may be made of one.</summary>
    private static bool IsFunction(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || IsComparer(type);

    private static bool IsComparer(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Comparer" or "IComparer", Arity: 1, ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace: var system } } } && TypeLowering.IsSystem(system);

    private static FunctionPlace? Of(LoweringContext context, ISymbol symbol) => context.Places.TryGetValue(symbol, out Place? place) ? place as FunctionPlace : null;

    private static FunctionPlace? OfLocalFunction(LoweringContext context, IMethodSymbol method) =>
        context.LocalFunctions.TryGetValue(method.OriginalDefinition, out ILocalFunctionOperation? function) && function.Body is { } body ? new(function.Symbol, body, Substitution.Current) : null;
}
