using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>Why a method cannot be one operation on tensors.</summary>
internal static class OperationProblems
{
    /// <summary>What is in the way, and what to do about it; null where nothing is.</summary>
    public static string? Of(IMethodSymbol method, Function function, Request request) =>
        function.IsAbstract ? "it has no body: ask for it where it is implemented"
        : method.Parameters.FirstOrDefault(LivesOnStack) is { } parameter ? $"'{parameter.Name}' lives on the stack, and what tapes keep lives longer: pass an array"
        : OperationForm.ProblemOf(function, request);

    /// <summary>Spans are copied.</summary>
    private static bool LivesOnStack(IParameterSymbol parameter) => parameter.Type.IsRefLikeType && !TypeLowering.IsSpan(parameter.Type);
}
