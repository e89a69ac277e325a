using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>Einstein's sums.</content>
public static partial class PullbackCases
{
    private static PullbackCase[] Sums => [.. OperationCases.All.Values.Where(row => EquationOf(row) is not null).Select(row => OfSum(row, EquationOf(row)!))];

    private static PullbackCase OfSum(OperationCase row, string equation)
    {
        int count = equation.Count(letter => letter == ',') + 1;
        return new(
            row,
            [.. Enumerable.Repeat(nameof(TensorPullbacks.EinsumOperand), count)],
            (dy, x, _) => [.. Enumerable.Range(0, count).Select(part => TensorPullbacks.EinsumOperand(dy, equation, x, part))])
        {
            Tolerance = count > 2 ? 1e-14 : 0, // the cheapest products are others on the way back
        };
    }

    private static string? EquationOf(OperationCase row) => row.Name.StartsWith("Einsum(", StringComparison.Ordinal) ? row.Name[8..^2]
        : row.Name.StartsWith("sum with dots: ", StringComparison.Ordinal) ? row.Name["sum with dots: ".Length..]
        : null;
}
