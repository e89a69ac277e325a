using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>What to use instead of a delegate whose target is known only at run time.</summary>
internal static class DelegateAdvice
{
    private const string Other = "use a local function, a method, or a variable or 'static readonly' field that is set once";

    private const string OfGradient = "what 'Gradient' makes of functions runs on a tape, of which no derivative is written down; call the function itself, and give a method of its own "
        + "a rule with [DerivativeOf] or [CustomGradient], or mark it [Checkpoint] to compute it again on the way back";

    public static string For(IOperation operation) => IsOfGradient(operation) ? OfGradient : Other;

    /// <summary>Is it given to a method of <c>Gradient</c>, or made by one?</summary>
    private static bool IsOfGradient(IOperation operation) =>
        operation.DescendantsAndSelf().OfType<IInvocationOperation>().Any(IsCallOfGradient) || Around(operation).FirstOrDefault(around => around is IInvocationOperation) is IInvocationOperation call && IsCallOfGradient(call);

    /// <summary>The call that a function is given to; null where it is none, or one whose advice is another.</summary>
    public static IInvocationOperation? ReceiverOf(IOperation function) =>
        !IsOfGradient(function) && Around(function).FirstOrDefault(around => around is not (IConversionOperation or IDelegateCreationOperation)) is IArgumentOperation { Parent: IInvocationOperation call } ? call : null;

    private static IEnumerable<IOperation> Around(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is IArgumentOperation or IConversionOperation or IDelegateCreationOperation or IInvocationOperation; around = around.Parent)
            yield return around;
    }

    private static bool IsCallOfGradient(IInvocationOperation call) => call.TargetMethod.ContainingType is { Name: "Gradient", ContainingNamespace: { Name: "Differentiable", ContainingNamespace.IsGlobalNamespace: true } };
}
