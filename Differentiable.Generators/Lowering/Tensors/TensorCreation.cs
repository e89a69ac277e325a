using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.CustomRules;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Tensors;

/// <summary>
/// Tensors made of arrays of numbers, by <c>From</c> or by the conversion of an array: as by <c>Create</c>, which copies. A tensor that shared the elements would not have them any more
/// when the reverse sweep asks for them.
/// </summary>
internal static class TensorCreation
{
    /// <summary>The call of <c>From</c>; null for another one.</summary>
    public static Expr? TryCall(LoweringContext context, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!TensorTypes.IsOperations(method.ContainingType) || method.Name != "From" || TypeLowering.Lower(method.TypeArguments[0]) is not ScalarType { IsReal: true })
            return null;
        IArgumentOperation? shape = call.Arguments.FirstOrDefault(argument => argument.Parameter!.Ordinal == 1 && argument.ArgumentKind != ArgumentKind.DefaultValue);
        IOperation elements = call.Arguments.First(argument => argument.Parameter!.Ordinal == 0).Value;
        bool isGiven = shape is not null && shape.Value is not { ConstantValue: { HasValue: true, Value: null } };
        Expr[] operands = isGiven ? context.LowerOperands(elements, shape!.Value) : context.LowerOperands(elements);
        return Create(context, call, method.ContainingType, method.TypeArguments[0], operands[0], isGiven ? operands[1] : null);
    }

    /// <summary>The conversion of an array; null for another one.</summary>
    public static Expr? TryConvert(LoweringContext context, IConversionOperation conversion) =>
        conversion is { OperatorMethod.ContainingType: var tensor, Operand: { Type: IArrayTypeSymbol { Rank: 1 } } array and not IArrayCreationOperation }
            && TensorTypes.TryLower(conversion.Type!) is not null
            && OperationsBeside(tensor) is { } operations
            ? Create(context, conversion, operations, tensor.TypeArguments[0], context.Lower(array), null)
            : null;

    private static INamedTypeSymbol? OperationsBeside(INamedTypeSymbol tensor) =>
        tensor.ContainingNamespace.GetTypeMembers("Tensor", 0).FirstOrDefault(TensorTypes.IsOperations);

    private static Expr Create(LoweringContext context, IOperation source, INamedTypeSymbol operations, ITypeSymbol number, Expr elements, Expr? shape)
    {
        IMethodSymbol create = operations.GetMembers("Create").OfType<IMethodSymbol>().First().Construct(number);
        Callee callee = RuleLowering.LowerMethod(context, create, context.Rules.Find(create));
        Use values = context.Save(ConversionLowering.Adapt(elements, TypeLowering.Lower(create.Parameters[0].Type)), "values");
        shape ??= new OpaqueBuilder().Text("[").Hole(new Length(values)).Text("]").Build(TensorType.Shape, isPure: true);
        return DifferentiableCalls.Lower(context, source, create, callee, [values, shape]);
    }
}
