using Differentiable.Tensors;

namespace Differentiable;

/// <summary>
/// Tangents of results from pullbacks: a pullback is linear in the cotangent, so that its own derivative with respect to the cotangent, pulled back, carries
/// tangents forward. No operation needs a second rule.
/// </summary>
internal static class TangentRule
{
    /// <summary>The tangent of an operation's result; null for zero.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="result">Its result.</param>
    /// <param name="tangents">Those of its inputs; null for zero.</param>
    public static TensorBase? Push(Operation operation, TensorBase result, TensorBase?[] tangents)
    {
        List<int> followed = [.. Enumerable.Range(0, tangents.Length).Where(position => tangents[position] is not null)];
        GradientTape tape = new();
        TensorBase cotangent = result.OnesLike();
        TensorBase?[] pulled = PullBack(tape, operation, cotangent, tangents.Length, followed);
        List<int> reached = [.. Enumerable.Range(0, pulled.Length).Where(i => pulled[i] is not null)];
        TensorBase[] targets = [.. reached.Select(i => pulled[i]!)];
        return tape.Differentiate(targets, [.. reached.Select(i => tangents[followed[i]])], [cotangent], UnconnectedGradients.None)[0];
    }

    /// <summary>The cotangents of the inputs that have tangents, with a tape looking on.</summary>
    private static TensorBase?[] PullBack(GradientTape tape, Operation operation, TensorBase cotangent, int count, List<int> followed)
    {
        Step step = new(operation, count, new(-1, -1, [.. Enumerable.Range(0, count).Select(position => followed.Contains(position) ? position : -1)]));
        ReverseSweep sweep = new([step], count + 1, [.. followed]);
        using (tape.Record())
        {
            tape.WatchOnce(cotangent);
            operation.PullBack(cotangent, new(step.Inputs, sweep));
        }
        return [.. followed.Select(position => sweep.CotangentOf(position))];
    }
}
