using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Declarations;

/// <summary>Why a method cannot be one operation on tensors.</summary>
internal static class OperationProblems
{
    /// <summary>What is in the way, and what to do about it; null where nothing is.</summary>
    public static string? Of(IMethodSymbol method, Function function, Request request) =>
        function.IsAbstract ? "it has no body: ask for it where it is implemented"
        : method.Parameters.FirstOrDefault(LivesOnStack) is { } parameter ? $"'{parameter.Name}' lives on the stack, and what tapes keep lives longer: pass an array"
        : request.Has(DerivativeKinds.TensorOperation) ? First(function, OfTensorParameter) ?? OfTensorResult(function.Result)
        : First(function, OfParameter) ?? OfNumbers(function) ?? OfResult(function);

    private static string? First(Function function, Func<Parameter, string?> problemOf) => function.Parameters.Select(problemOf).FirstOrDefault(problem => problem is not null);

    /// <summary>Spans are copied.</summary>
    private static bool LivesOnStack(IParameterSymbol parameter) => parameter.Type.IsRefLikeType && !TypeLowering.IsSpan(parameter.Type);

    private static string? OfParameter(Parameter parameter) => OfPassing(parameter) ?? parameter switch
    {
        { IsActive: true, Origin: ParameterOrigin.Member } => $"it reads '{parameter.Source}', which would have no derivative: pass it as a parameter",
        { IsActive: true, Type: ArrayType { ElementType: ArrayType } } => $"'{parameter.Name}' is an array of arrays: pass a matrix 'T[,]', or each array as a parameter of its own",
        _ => null,
    };

    private static string? OfTensorParameter(Parameter parameter) => OfPassing(parameter) ?? parameter switch
    {
        { IsActive: true, Type: not TensorType and not { Element: TensorType } } =>
            $"'{parameter.Name}' has a derivative that tapes cannot follow, since it is no tensor: make it a tensor, or mark it [NonDifferentiable]",
        { Type.IsStorage: true } when OperationForm.HoldsVariables(parameter) =>
            $"'{parameter.Name}' is an array of variables, which may be assigned before the tape goes back: pass an array of tensors",
        _ => null,
    };

    private static string? OfPassing(Parameter parameter) => parameter switch
    {
        { Part: { } part } when parameter.IsActive || !part.Type.IsTuple => $"'{part.Whole}' is a struct: pass its numbers, arrays or tensors as parameters of their own",
        { Part: { } part } => $"'{part.Whole}' is a tuple: pass its elements as parameters of their own",
        { Mode: PassingMode.Ref or PassingMode.Out } => $"'{parameter.Name}' is passed by reference: return what it becomes",
        { IsActive: true, Type: ArrayType { Rank: > 2 } } => $"'{parameter.Name}' has three dimensions: pass a matrix, or an array",
        { IsMutated: true } => $"it writes the elements of '{parameter.Name}': write a copy and return that",
        _ => null,
    };

    private static string? OfNumbers(Function function)
    {
        ScalarType number = OperationForm.Number(function);
        if (number is TypeParameter parameter && !(parameter.Has(NumericInterfaces.FloatingPointIeee754) && IsUnmanaged(function, parameter)))
            return $"'{parameter.Name}' has to be 'unmanaged, IFloatingPointIeee754<{parameter.Name}>', as the elements of tensors are";
        IEnumerable<IrType> all = function.Parameters.Where(active => active.IsActive).Select(active => active.Type).Concat(function.Result.Components);
        return all.Any(type => type.Leaf.IsReal && type.Leaf != number) ? "its differentiated parameters and its results have to be numbers of one type, since one tensor holds the gradient of all" : null;
    }

    private static bool IsUnmanaged(Function function, TypeParameter number) =>
        function.TypeParameters.All(parameter => parameter.Name != number.Name || parameter.Constraints.Contains("unmanaged"));

    private static string? OfResult(Function function) => function.Result switch
    {
        { IsVoid: true } => "it returns nothing: return the number or the array that it computes",
        { IsTuple: true } result when result.Parts.Any(part => part is { Type.IsTuple: false }) => "it returns a struct: return a tuple of numbers",
        { IsTuple: true } result when result.Components.Any(type => type.IsStorage) => "it returns a tuple with an array in it: return the array, or numbers",
        { Components: var components } when components.All(type => type is ScalarType { IsReal: true } or ArrayType { Rank: 1, ElementType: ScalarType { IsReal: true } }) => null,
        _ => "it returns something else than real numbers and arrays of them: return these",
    };

    private static string? OfTensorResult(ReturnShape result) => result switch
    {
        { IsTuple: true } when result.Parts.Any(part => part is { Type.IsTuple: false }) => "it returns a struct: return a tuple of tensors",
        { IsVoid: true } => "it returns nothing: return the tensor that it computes",
        { Components: var components } when components.All(type => type is TensorType && type == components[0]) => null,
        _ => "its results have to be tensors of one type, so that tapes can follow them",
    };
}
