namespace Differentiable.Generators.Ir;

/// <summary>What a method is as one operation on tensors.</summary>
internal static class OperationForm
{
    /// <summary>What is put behind the name of a method over tensors for the member that is the operation.</summary>
    public const string Suffix = "Operation";

    /// <summary>Is it a function of numbers with one result, which is applied to the elements of tensors?</summary>
    public static bool IsElementwise(Function function) => IsOfOneNumber(function) && function.Parameters.All(parameter => !parameter.IsActive || parameter.Type is ScalarType);

    /// <summary>Is its result one number?</summary>
    public static bool IsOfOneNumber(Function function) => function.Result is { IsTuple: false, Components: [ScalarType] };

    /// <summary>The type of the numbers of a method without tensors.</summary>
    public static ScalarType Number(Function function) => (ScalarType)function.Parameters.First(parameter => parameter.IsActive).Type.Leaf;

    /// <summary>Is it a variable, or an array of variables? Only the declaration says so: to all stages, a variable is the tensor that it holds.</summary>
    public static bool HoldsVariables(Parameter parameter) => parameter.AnnotatedType?.Contains(".Variable<") == true;
}
