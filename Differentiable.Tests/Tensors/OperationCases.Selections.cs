using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>Elements in order, and elements that indices and conditions name.</content>
public static partial class OperationCases
{
    private static readonly Tensor<bool> s_mask = Tensor.From([true, false, true, true, false, false], [2, 3]);

    private static OperationCase[] Selections =>
    [
        new("Sort(x)", x => Tensor.Sort(x), [2, 5]),
        new("Sort(x * x, 0, descending)", x => Tensor.Sort(x * x, 0, descending: true), [4, 2, 2]),
        new("TopK(x, 2)", x => Tensor.TopK(x, 2).Values, [3, 5]),
        new("TopK(x * x, 1, 0)", x => Tensor.TopK(x * x, 1, 0).Values, [4, 2]),
        new("GatherAlongAxis(x, indices, 1)", x => Tensor.GatherAlongAxis(x, [[2, 0, 2, 2], [1, 1, 0, 2]], 1), [2, 3]),
        new("GatherAlongAxis(x * x, indices, 0)", x => Tensor.GatherAlongAxis(x * x, [[2, 0], [1, 1]], 0), [3, 2]),
        new("GatherNd(x, elements)", x => Tensor.GatherNd(x, [[0, 2], [1, 1], [0, 2]]), [2, 3]),
        new("GatherNd(x * x, parts)", x => Tensor.GatherNd(x * x, [[[1], [0]], [[1], [1]]]), [2, 3]),
        new("ScatterNd(elements, x, [2, 3])", x => Tensor.ScatterNd([[0, 2], [1, 1], [0, 2]], x, [2, 3]), [3]),
        new("ScatterNd(parts, x * x, [3, 2])", x => Tensor.ScatterNd([[2], [0], [2]], x * x, [3, 2]), [3, 2]),
        new("x[mask]", x => x[s_mask], [2, 3]),
        new("BooleanMask(x * x, mask, 1)", x => Tensor.BooleanMask(x * x, s_mask, 1), [2, 2, 3]),
        new("x[indices]", x => x[(Tensor<int>)[2, 0, 2]], [3, 2]),
    ];
}
