using Differentiable.Tensors;

namespace Differentiable;

/// <summary>
/// Tangents of results from pullbacks: a pullback is linear in the cotangent, so that its own derivative with respect to the cotangent, pulled back, carries
/// tangents forward. No operation needs a second rule.
/// </summary>
internal static class Tangents
{
    /// <summary>The tangent of an operation's result; null for zero.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="result">Its result.</param>
    /// <param name="inputs">The slots of its inputs' tangents.</param>
    /// <param name="tangents">The tangents.</param>
    public static TensorBase? Push(Operation operation, TensorBase result, Inputs inputs, IReadOnlyList<TensorBase> tangents)
    {
        List<int> followed = [.. Enumerable.Range(0, inputs.Count).Where(position => inputs[position] >= 0)];
        GradientTape tape = new();
        TensorBase cotangent = result.OnesLike();
        TensorBase?[] pulled = PullBack(tape, operation, cotangent, inputs.Count, followed);
        List<int> reached = [.. Enumerable.Range(0, pulled.Length).Where(i => pulled[i] is not null)];
        TensorBase[] targets = [.. reached.Select(i => pulled[i]!)], seeds = [.. reached.Select(i => tangents[inputs[followed[i]]])];
        return tape.Differentiate(targets, seeds, [cotangent], UnconnectedGradients.None)[0];
    }

    /// <summary>The cotangents of the inputs that have tangents, with a tape looking on.</summary>
    private static TensorBase?[] PullBack(GradientTape tape, Operation operation, TensorBase cotangent, int count, List<int> followed)
    {
        Step step = new(operation, count, new(-1, -1, [.. Enumerable.Range(0, count).Select(position => followed.Contains(position) ? position : -1)]));
        ReverseSweep sweep = new([step], count + 1, [.. followed]);
        using (tape.Record())
        {
            tape.WatchOnce(cotangent);
            operation.PullBack(cotangent, new(step, sweep));
        }
        return [.. followed.Select(position => sweep[position])];
    }
}
