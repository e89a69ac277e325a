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

    private static OperationCase[] SegmentsAndBands =>
    [
        new("SegmentSum(x, segments, 3)", x => Tensor.SegmentSum(x, [2, 0, -1, 2], 3), [4, 2]),
        new("SegmentSum(x * x, a matrix of segments, 2)", x => Tensor.SegmentSum(x * x, [[0, 1], [1, 1]], 2), [2, 2, 3]),
        new("SegmentAverage(x * x, segments, 3)", x => Tensor.SegmentAverage(x * x, [2, 0, -1, 2], 3), [4, 2]),
        new("SegmentMax(x * x, segments, 2)", x => Tensor.SegmentMax(x * x, [1, 0, -1, 1], 2), [4, 2]),
        new("SegmentMin(x, segments, 2)", x => Tensor.SegmentMin(x, [[1, 0], [1, 1]], 2), [2, 2]),
        new("Roll(x, 1)", x => Tensor.Roll(x, 1), [3, 2]),
        new("Roll(x * x, -4, 1)", x => Tensor.Roll(x * x, -4, 1), [2, 3]),
        new("Repeat(x, 2)", x => Tensor.Repeat(x, 2), [3, 2]),
        new("Repeat(x * x, counts, -1)", x => Tensor.Repeat(x * x, [2, 0, 3], -1), [2, 3]),
        new("BandPart(x, 1, 0)", x => Tensor.BandPart(x, 1, 0), [2, 4, 3]),
        new("LowerTriangle(x)", Tensor.LowerTriangle, [3, 3]),
        new("UpperTriangle(x * x)", x => Tensor.UpperTriangle(x * x), [3, 4]),
        new("CumulativeLogSumExp(x)", x => Tensor.CumulativeLogSumExp(x), [5, 2]),
        new("CumulativeLogSumExp(x, -1, reverse)", x => Tensor.CumulativeLogSumExp(x, -1, reverse: true), [2, 4]),
        new("CumulativeLogSumExp(x, 1, exclusive)", x => Tensor.CumulativeLogSumExp(x, 1, exclusive: true)[.., 1..], [2, 4]),
        new("CumulativeLogSumExp of one", x => Tensor.CumulativeLogSumExp(x * x, 1), [3, 1]),
        new("Median(x)", Tensor.Median, [2, 4]),
        new("Median(x * x, [0])", x => Tensor.Median(x * x, [0]), [3, 2]),
        new("Quantile(x * x, 0.3, [0, 2], keepDimensions)", x => Tensor.Quantile(x * x, 0.3, [0, 2], keepDimensions: true), [2, 3, 3]),
    ];
}
