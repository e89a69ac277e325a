using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Segments, shifts, bands, quantiles: empty ones, ties, NaN and infinities, and what does not fit.</summary>
public class SegmentTests
{
    private static readonly Tensor<double> s_x = Tensor.Create<double>([1, 2, 3, 4, 5, 6], [3, 2]);

    private static readonly Tensor<double> s_none = Tensor.Zeros<double>([0, 3]);

    [Fact]
    public void Segments_gather_their_parts_and_empty_ones_have_the_result_of_none()
    {
        Expect.Equal([[5, 6], [0, 0], [4, 6]], Tensor.SegmentSum(s_x, [2, 2, 0], 3));
        Expect.Equal([[5, 6], [0, 0], [2, 3]], Tensor.SegmentAverage(s_x, [2, 2, 0], 3));
        Expect.Equal([[5, 6], [double.NegativeInfinity, double.NegativeInfinity], [3, 4]], Tensor.SegmentMax(s_x, [2, 2, 0], 3));
        Expect.Equal([[5, 6], [double.PositiveInfinity, double.PositiveInfinity], [1, 2]], Tensor.SegmentMin(s_x, [2, 2, 0], 3));
        Assert.Equal([int.MinValue, 7], Tensor.SegmentMax<int>([7], [1], 2).ToArray());
        Assert.Equal([2, 3], Tensor.SegmentSum(s_none, Tensor.Zeros<int>([0]), 2).Shape);
    }

    [Fact]
    public void Parts_with_a_negative_segment_do_not_count()
    {
        Expect.Equal([[5, 6]], Tensor.SegmentSum(s_x, [-1, -7, 0], 1));
        Expect.Equal([[3, 4]], Tensor.SegmentMax(s_x, [0, 0, -1], 1));
        Expect.Equal([[0, 0], [0, 0], [1, 1]], Gradients.Of(x => Tensor.SegmentAverage(x, [-1, -7, 0], 1), s_x));
        Assert.Equal([0, 2], Tensor.SegmentSum(s_x, [-1, -1, -1], 0).Shape);
    }

    [Fact]
    public void The_greatest_elements_of_a_segment_share_the_derivative_and_NaN_shows()
    {
        Expect.Equal([0.5, 1, 0.5, 0], Gradients.Of(x => Tensor.SegmentMax(x, [0, 1, 0, 0], 2), new double[] { 3, 1, 3, 2 }));
        Expect.Equal([double.NaN, 2], Tensor.SegmentMax<double>([double.NaN, 1, 2], [0, 0, 1], 2));
        Expect.Equal([double.NaN, double.NaN, 1], Gradients.Of(x => Tensor.SegmentMax(x, [0, 0, 1], 2), new[] { double.NaN, 1, 2 }));
    }

    [Fact]
    public void Segments_fit_the_first_axes_and_the_count()
    {
        Assert.Throws<ShapeMismatchException>(() => Tensor.SegmentSum(s_x, [0, 1], 2));
        Assert.Throws<ShapeMismatchException>(() => Tensor.SegmentMax(s_x, [[[0]]], 2));
        Assert.Contains("0 to 1", Assert.Throws<ArgumentOutOfRangeException>("segments", () => Tensor.SegmentSum(s_x, [0, 2, 1], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Tensor.SegmentAverage(s_x, [0, 0, 0], -1));
    }

    [Fact]
    public void What_leaves_at_the_end_comes_in_at_the_start()
    {
        Expect.Equal([[5, 6], [1, 2], [3, 4]], Tensor.Roll(s_x, 1));
        Expect.Equal([[2, 1], [4, 3], [6, 5]], Tensor.Roll(s_x, -3, -1));
        Expect.Equal(s_x, Tensor.Roll(s_x, 300));
        Assert.Equal([0, 3], Tensor.Roll(s_none, 2).Shape);
        Assert.Throws<ArgumentOutOfRangeException>("axis", () => Tensor.Roll(s_x, 1, 2));
    }

    [Fact]
    public void Parts_are_repeated_one_by_one()
    {
        Expect.Equal([1, 1, 2, 2], Tensor.Repeat<double>(new double[] { 1, 2 }, 2));
        Expect.Equal([[1, 2], [5, 6], [5, 6]], Tensor.Repeat(s_x, [1, 0, 2]));
        Assert.Equal([3, 0], Tensor.Repeat(s_x, 0, 1).Shape);
        Assert.Throws<ShapeMismatchException>(() => Tensor.Repeat(s_x, [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Tensor.Repeat(s_x, -1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Tensor.Repeat(s_none, -1));
    }

    [Fact]
    public void A_band_is_what_is_near_the_diagonal()
    {
        var x = Tensor.Ones<double>([3, 4]);
        Expect.Equal([[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]], Tensor.BandPart(x, 0, 1));
        Expect.Equal([[1, 1, 1, 1], [1, 1, 1, 1], [0, 1, 1, 1]], Tensor.BandPart(x, 1, -1));
        Expect.Equal(x, Tensor.BandPart(x, -1, -1));
        Expect.Equal([[1, 0], [3, 4], [5, 6]], Tensor.LowerTriangle(s_x));
        Expect.Equal([[1, 2], [0, 4], [0, 0]], Tensor.UpperTriangle(s_x));
        Expect.Equal([[0, 0], [1, 0]], Tensor.UpperTriangle<double>([[0, 0], [double.NaN, 0]]) + Tensor.LowerTriangle<double>([[0, 0], [1, 0]]));
        Assert.Equal([0, 3], Tensor.LowerTriangle(s_none).Shape);
        Assert.Throws<ArgumentException>(() => Tensor.LowerTriangle<double>(1));
    }

    [Fact]
    public void Exponentials_add_up_without_overflow()
    {
        Expect.Equal([1000, 1000 + Math.Log(2), 1000 + Math.Log(2)], Tensor.CumulativeLogSumExp<double>(new double[] { 1000, 1000, 0 }));
        Expect.Equal([double.NegativeInfinity, 1, 1], Tensor.CumulativeLogSumExp<double>(new[] { double.NegativeInfinity, 1, double.NegativeInfinity }));
        Expect.Equal([double.NegativeInfinity, 5], Tensor.CumulativeLogSumExp<double>(new double[] { 5, 7 }, exclusive: true));
        Expect.Equal([7, double.NegativeInfinity], Tensor.CumulativeLogSumExp<double>(new double[] { 5, 7 }, exclusive: true, reverse: true));
        Expect.Equal([1, double.PositiveInfinity, double.NaN], Tensor.CumulativeLogSumExp<double>(new[] { 1, double.PositiveInfinity, double.NaN }));
        Expect.Equal([0, 2, 0], Gradients.Of(x => Tensor.CumulativeLogSumExp(x), new[] { double.NegativeInfinity, 1, double.NegativeInfinity }));
        Expect.Equal([1.5, 0.5], Gradients.Of(x => Tensor.CumulativeLogSumExp(x), new double[] { 800, 800 }));
        Assert.Equal([0, 3], Tensor.CumulativeLogSumExp(s_none).Shape);
    }

    [Fact]
    public void Quantiles_divide_the_distance_of_two_elements()
    {
        Tensor<double> x = new double[] { 9, 1, 3, 5 };
        Expect.Equal(4, Tensor.Median(x));
        Expect.Equal(1, Tensor.Quantile(x, 0));
        Expect.Equal(9, Tensor.Quantile(x, 1));
        Expect.Equal(1 + (0.3 * 2), Tensor.Quantile(x, 0.1));
        Expect.Equal([0, 0, 0.5, 0.5], Gradients.Of(Tensor.Median, x));
        Expect.Equal([[3, 4]], Tensor.Median(s_x, [0], keepDimensions: true));
        Expect.Equal(7, Tensor.Median<double>(7));
        Assert.True(double.IsNaN(Tensor.Median<double>(new[] { 1, double.NaN, 2 }).ToScalar()));
        Assert.True(double.IsNaN(Tensor.Median(s_none).ToScalar()));
        Assert.Equal([0], Tensor.Median(s_none, [1]).Shape);
        Assert.Throws<ArgumentOutOfRangeException>("part", () => Tensor.Quantile(x, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>("part", () => Tensor.Quantile(x, double.NaN));
    }
}
