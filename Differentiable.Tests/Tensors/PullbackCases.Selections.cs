using Differentiable.Tensors;
using static Differentiable.Tensors.TensorPullbacks;

namespace Differentiable.Tests.Tensors;

/// <content>Special functions, selections, segments, bands and convolutions the other way.</content>
public static partial class PullbackCases
{
    private static PullbackCase[] SpecialFunctions =>
    [
        OfInput("LogGamma(x)", nameof(LogGamma), LogGamma),
        OfInput("Digamma(x)", nameof(Digamma), Digamma),
        Of("Polygamma(1, x)", nameof(Polygamma), (dy, x, _) => Polygamma(dy, 1, x)),
        Of("IncompleteGamma(a, x)", nameof(IncompleteGammaA), nameof(IncompleteGammaX), (dy, x, _) => [IncompleteGammaA(dy, x[0], x[1]), IncompleteGammaX(dy, x[0], x[1])]),
        Of(
            "IncompleteGammaComplement(a, x)",
            nameof(IncompleteGammaComplementA),
            nameof(IncompleteGammaComplementX),
            (dy, x, _) => [IncompleteGammaComplementA(dy, x[0], x[1]), IncompleteGammaComplementX(dy, x[0], x[1])]),
        new(
            new("IncompleteBeta(a, b, x)", x => Tensor.IncompleteBeta(x[0], x[1], x[2]), [[2, 3], [3], [2, 1]], 0.2, 0.8),
            [nameof(IncompleteBetaA), nameof(IncompleteBetaB), nameof(IncompleteBetaX)],
            (dy, x, _) => [IncompleteBetaA(dy, x[0], x[1], x[2]), IncompleteBetaB(dy, x[0], x[1], x[2]), IncompleteBetaX(dy, x[0], x[1], x[2])]),
        OfResult("ErfInverse(x)", nameof(ErfInverse), ErfInverse),
        OfInput("BesselI0e(x)", nameof(BesselI0e), BesselI0e),
        OfInput("BesselI1e(x) of negative numbers", nameof(BesselI1e), BesselI1e),
    ];

    private static PullbackCase[] Selections =>
    [
        Of("Sort(x)", nameof(Sort), (dy, x, _) => Sort(dy, x, -1, false)),
        new(new("Sort(x, 0, descending)", x => Tensor.Sort(x, 0, descending: true), [4, 2, 2]), [nameof(Sort)], (dy, x, _) => [Sort(dy, x[0], 0, true)]),
        Of("GatherAlongAxis(x, indices, 1)", nameof(GatherAlongAxis), (dy, x, _) => GatherAlongAxis(dy, x.Shape, [[2, 0, 2, 2], [1, 1, 0, 2]], 1)),
        Of("GatherNd(x, elements)", nameof(GatherNd), (dy, x, _) => GatherNd(dy, x.Shape, [[0, 2], [1, 1], [0, 2]])),
        Of("ScatterNd(elements, x, [2, 3])", nameof(ScatterNd), (dy, _, _) => ScatterNd(dy, [[0, 2], [1, 1], [0, 2]])),
        Of("x[mask]", nameof(BooleanMask), (dy, x, _) => BooleanMask(dy, x.Shape, s_condition, 0)),
        new(
            new("BooleanMask(x, mask, 1)", x => Tensor.BooleanMask(x, s_condition, 1), [2, 2, 3, 2]), [nameof(BooleanMask)], (dy, x, _) => [BooleanMask(dy, x[0].Shape, s_condition, 1)]),
        Of("Scatter(x, indices, y)", nameof(ScatterX), nameof(ScatterUpdates), (dy, _, _) => [ScatterX(dy, [2, 0], 0), ScatterUpdates(dy, [2, 0], 0)]),
        new(
            new("Scatter(x, repeated indices, y, -1)", (x, y) => Tensor.Scatter(x, [[2, 0], [2, 2]], y, -1), [2, 3], [2, 2, 2]),
            [nameof(ScatterX), nameof(ScatterUpdates)],
            (dy, _, _) => [ScatterX(dy, [[2, 0], [2, 2]], -1), ScatterUpdates(dy, [[2, 0], [2, 2]], -1)]),
        Of("Roll(x, 1)", nameof(Roll), (dy, _, _) => Roll(dy, 1, 0)),
        new(
            new("Roll(x, the lowest integer, 1)", x => Tensor.Roll(x, int.MinValue, 1), [2, 5]), [nameof(Roll)], (dy, _, _) => [Roll(dy, int.MinValue, 1)]),
        Of("Repeat(x, 2)", nameof(Repeat), (dy, x, _) => Repeat(dy, x.Shape, 2, 0)),
        new(new("Repeat(x, counts, -1)", x => Tensor.Repeat(x, [2, 0, 3], -1), [2, 3]), [nameof(Repeat)], (dy, x, _) => [Repeat(dy, x[0].Shape, [2, 0, 3], -1)]),
    ];

    private static PullbackCase[] OrderStatistics =>
    [
        Of("Median(x)", nameof(Median), (dy, x, _) => Median(dy, x)),
        new(new("Median(x, [0])", x => Tensor.Median(x, [0]), [3, 2]), [nameof(Median)], (dy, x, _) => [Median(dy, x[0], [0], false)]),
        new(new("Quantile(x, 0.3)", x => Tensor.Quantile(x, 0.3), [2, 3]), [nameof(Quantile)], (dy, x, _) => [Quantile(dy, x[0], 0.3)]),
        new(
            new("Quantile(x, 0.3, [0, 2], keepDimensions)", x => Tensor.Quantile(x, 0.3, [0, 2], keepDimensions: true), [2, 3, 3]),
            [nameof(Quantile)],
            (dy, x, _) => [Quantile(dy, x[0], 0.3, [0, 2], true)]),
        Of("CumulativeLogSumExp(x)", nameof(CumulativeLogSumExp), (dy, x, _) => CumulativeLogSumExp(dy, x, 0, false, false)),
        Of("CumulativeLogSumExp(x, -1, reverse)", nameof(CumulativeLogSumExp), (dy, x, _) => CumulativeLogSumExp(dy, x, -1, false, true)),
        new(
            new("CumulativeLogSumExp(x, 1, exclusive, reverse)", x => Tensor.CumulativeLogSumExp(x, 1, exclusive: true, reverse: true), [2, 4]),
            [nameof(CumulativeLogSumExp)],
            (dy, x, _) => [CumulativeLogSumExp(dy, x[0], 1, true, true)]),
    ];

    private static PullbackCase[] SegmentsAndBands =>
    [
        Of("SegmentSum(x, segments, 3)", nameof(SegmentSum), (dy, x, _) => SegmentSum(dy, x.Shape, [2, 0, -1, 2], 3)),
        new(
            new("SegmentSum(x, a matrix of segments, 2)", x => Tensor.SegmentSum(x, [[0, 1], [1, 1]], 2), [2, 2, 3]),
            [nameof(SegmentSum)],
            (dy, x, _) => [SegmentSum(dy, x[0].Shape, [[0, 1], [1, 1]], 2)]),
        new(
            new("SegmentAverage(x, segments, 3)", x => Tensor.SegmentAverage(x, [2, 0, -1, 2], 3), [4, 2]),
            [nameof(SegmentAverage)],
            (dy, x, _) => [SegmentAverage(dy, x[0].Shape, [2, 0, -1, 2], 3)]),
        new(
            new("SegmentMax(x, segments, 2)", x => Tensor.SegmentMax(x, [1, 0, -1, 1], 2), [4, 2]),
            [nameof(SegmentExtreme)],
            (dy, x, y) => [SegmentExtreme(dy, x[0], [1, 0, -1, 1], 2, y)]),
        Of("SegmentMin(x, segments, 2)", nameof(SegmentExtreme), (dy, x, y) => SegmentExtreme(dy, x, [[1, 0], [1, 1]], 2, y)),
        Of("BandPart(x, 1, 0)", nameof(BandPart), (dy, _, _) => BandPart(dy, 1, 0)),
        Of("LowerTriangle(x)", nameof(LowerTriangle), (dy, _, _) => LowerTriangle(dy)),
        new(new("UpperTriangle(x)", Tensor.UpperTriangle, [3, 4]), [nameof(UpperTriangle)], (dy, _, _) => [UpperTriangle(dy)]),
    ];

    private static PullbackCase[] TransposedConvolutions =>
    [
        Of(
            "Conv1DTranspose(x, y) with gaps",
            nameof(Conv1DTransposeInput),
            nameof(Conv1DTransposeFilters),
            (dy, x, _) => [Conv1DTransposeInput(dy, x[0].Shape, x[1], [3], Padding.Valid, [], [9]), Conv1DTransposeFilters(dy, x[0], x[1].Shape, [3], Padding.Valid, [], [9])]),
        Of(
            "Conv2DTranspose(x, y, 2, Same)",
            nameof(Conv2DTransposeInput),
            nameof(Conv2DTransposeFilters),
            (dy, x, _) => [Conv2DTransposeInput(dy, x[0].Shape, x[1], [2], Padding.Same, [], []), Conv2DTransposeFilters(dy, x[0], x[1].Shape, [2], Padding.Same, [], [])]),
        Of(
            "Conv3DTranspose(x, y) with all",
            nameof(Conv3DTransposeInput),
            nameof(Conv3DTransposeFilters),
            (dy, x, _) => [Conv3DTransposeInput(dy, x[0].Shape, x[1], [2, 1, 1], Padding.Same, [1, 1, 2], []), Conv3DTransposeFilters(dy, x[0], x[1].Shape, [2, 1, 1], Padding.Same, [1, 1, 2], [])]),
    ];
}
