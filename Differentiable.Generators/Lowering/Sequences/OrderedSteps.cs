using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Sequences;

/// <summary>
/// Orders by several keys, <c>OrderBy(a).ThenBy(b)</c>: since each order leaves equal elements as they are, they are the orders by each key, one after the other, the last key first.
/// </summary>
internal static class OrderedSteps
{
    /// <summary>Is the last step an order by a further key?</summary>
    public static bool End(IInvocationOperation call) => call.TargetMethod.Name is "ThenBy" or "ThenByDescending";

    public static Expr Lower(LoweringContext context, IInvocationOperation call)
    {
        List<IInvocationOperation> steps = [call];
        while (End(steps[steps.Count - 1]) && Queries.StepOf(SourceOf(steps[steps.Count - 1]).Value) is { } earlier)
            steps.Add(earlier);
        Expr sequence = Queries.LowerSource(context, SourceOf(steps[steps.Count - 1]));
        foreach (IInvocationOperation step in steps)
        {
            context.Sources[SourceOf(step)] = sequence;
            sequence = Queries.LowerStep(context, step);
            context.Sources.Remove(SourceOf(step));
        }
        return sequence;
    }

    private static IArgumentOperation SourceOf(IInvocationOperation step) => step.Arguments.First(Queries.IsSource);
}
