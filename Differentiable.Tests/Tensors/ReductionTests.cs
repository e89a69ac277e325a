using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Reductions of few, of none and of unusual elements.</summary>
public class ReductionTests
{
    private const double Inf = double.PositiveInfinity;

    private static readonly Tensor<double> s_none = Tensor.Zeros<double>([2, 0]);

    [Fact]
    public void An_empty_list_of_axes_means_all_of_them() => Expect.Equal(10, Tensor.Sum<double>([[1, 2], [3, 4]], []));

    [Fact]
    public void A_sum_to_the_same_shape_is_no_sum() => Expect.Equal([[1, 2], [3, 4]], Tensor.SumTo<double>([[1, 2], [3, 4]], [2, 2]));

    [Fact]
    public void A_sum_to_ones_is_over_what_they_were_repeated_along() => Expect.Equal([[3], [7]], Tensor.SumTo<double>([[1, 2], [3, 4]], [2, 1]));

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    [InlineData(9), InlineData(10), InlineData(11), InlineData(12), InlineData(13), InlineData(14), InlineData(15)]
    public void Any_axes_can_be_summed_over(int chosen)
    {
        Tensor<double> x = OperationCase.Draw(new Random(1), [3, 1, 4, 2], -1, 1);
        int[] axes = [.. Enumerable.Range(0, 4).Where(axis => (chosen >> axis & 1) == 1)];
        Tensor<double> expected = x;
        foreach (int axis in axes)
            expected = Enumerable.Range(0, x.Shape[axis]).Select(i => expected[[.. Enumerable.Repeat((TensorIndex)Range.All, axis), i..(i + 1)]]).Aggregate((l, r) => l + r);
        if (axes.Length > 0)
            Expect.Equal(expected, Tensor.Sum(x, axes, keepDimensions: true));
        Expect.Equal(Tensor.Max(Tensor.Abs(x)), Tensor.Max(Tensor.Max(Tensor.Abs(x), axes)));
    }

    [Fact]
    public void Of_no_elements_the_result_is_the_neutral_one()
    {
        Expect.Equal([0, 0], Tensor.Sum(s_none, [1]));
        Expect.Equal([1, 1], Tensor.Product(s_none, [1]));
        Expect.Equal([-Inf, -Inf], Tensor.Max(s_none, [1]));
        Expect.Equal([Inf, Inf], Tensor.Min(s_none, [1]));
        Expect.Equal([-Inf, -Inf], Tensor.LogSumExp(s_none, [1]));
        Expect.Equal([double.NaN, double.NaN], Tensor.Variance(s_none, [1]));
        Expect.Equal([double.NaN, double.NaN], Tensor.StdDev(s_none, [1]));
        Expect.Equal([0, 0], Tensor.Norm(s_none, [1]));
        Assert.Equal(int.MinValue, (int)Tensor.Max(Tensor.Zeros<int>([0])));
        Assert.Equal(byte.MaxValue, (byte)Tensor.Min(Tensor.Zeros<byte>([0])));
    }

    [Fact]
    public void Where_no_results_are_left_the_shape_says_so()
    {
        Assert.Equal([0], Tensor.Sum(s_none, [0]).Shape);
        Assert.Equal([1, 0], Tensor.Product(s_none, [0], keepDimensions: true).Shape);
        Assert.Equal([0], Tensor.Max(s_none, [0]).Shape);
        Assert.Equal([0], Tensor.LogSumExp(s_none, [0]).Shape);
        Assert.Equal([2, 0], Tensor.SoftMax(s_none).Shape);
        Assert.Equal([2, 0], Tensor.CumulativeSum(s_none, 1).Shape);
        Assert.Equal([2, 0], Tensor.CumulativeProduct(s_none, 1, exclusive: true).Shape);
    }

    [Fact]
    public void No_elements_have_a_gradient_without_elements()
    {
        Assert.Equal([2, 0], Gradients.Of(x => Tensor.Sum(x), s_none)!.Shape);
        Assert.Equal([2, 0], Gradients.Of(x => Tensor.Product(x), s_none)!.Shape);
        Assert.Equal([2, 0], Gradients.Of(x => Tensor.Max(x), s_none)!.Shape);
        Assert.Equal([2, 0], Gradients.Of(x => Tensor.LogSumExp(x), s_none)!.Shape);
    }

    [Fact]
    public void Of_a_scalar_the_result_is_the_scalar()
    {
        Tensor<double> x = -3;
        Expect.Equal(-3, Tensor.Sum(x));
        Expect.Equal(-3, Tensor.Product(x));
        Expect.Equal(-3, Tensor.Max(x));
        Expect.Equal(-3, Tensor.LogSumExp(x));
        Expect.Equal(3, Tensor.Norm(x));
        Expect.Equal(0, Tensor.StdDev(x));
        Expect.Equal(1, Gradients.Of(Tensor.Product, x));
        Expect.Equal(1, Gradients.Of(Tensor.Max, x));
    }

    [Fact]
    public void A_product_with_one_zero_depends_on_that_factor_only() =>
        Expect.Equal([0, 12, 0, 0], Gradients.Of(Tensor.Product, new double[] { 2, 0, 3, 2 }));

    [Fact]
    public void A_product_with_two_zeros_depends_on_no_factor() =>
        Expect.Equal([0, 0, 0, 0], Gradients.Of(Tensor.Product, new double[] { 2, 0, 3, 0 }));

    [Fact]
    public void A_product_with_two_zeros_depends_on_both_together()
    {
        Tensor<double> x = new double[] { 2, 0, 3, 0 };
        Expect.Equal([0, 0, 0, 6], Gradients.Of(x => Gradients.Of(Tensor.Product, x)![1], x));
    }

    [Fact]
    public void Cumulative_products_with_zeros_have_a_gradient() =>
        Expect.Equal([1, 2 + 6, 0, 0], Gradients.Of(x => Tensor.CumulativeProduct(x), new double[] { 2, 0, 3, 0 }));

    [Fact]
    public void The_greatest_elements_share_the_gradient()
    {
        Expect.Equal([0, 0.5, 0.5], Gradients.Of(Tensor.Max, new double[] { 1, 2, 2 }));
        Expect.Equal([[1, 0], [0.5, 0.5]], Gradients.Of(x => Tensor.Min(x, [1]), new double[,] { { 1, 3 }, { 2, 2 } }));
    }

    [Fact]
    public void Numbers_with_a_point_are_elements_and_whole_ones_axes()
    {
        Tensor<double> x = new double[] { 1, 4 };
        Expect.Equal([2, 4], Tensor.Max(x, [2.0, 3.0]));
        Expect.Equal([2, 4], Tensor.Max(x, 2));
        Expect.Equal(4, Tensor.Max(x, [0]));
    }

    [Fact]
    public void An_element_that_is_NaN_makes_the_result_NaN()
    {
        Tensor<double> x = new[] { 1, double.NaN, 3 };
        Assert.All([Tensor.Max(x), Tensor.Min(x), Tensor.Sum(x), Tensor.Product(x), Tensor.LogSumExp(x), Tensor.Norm(x)], y => Assert.Equal(double.NaN, (double)y));
        Expect.Equal([double.NaN, double.NaN, double.NaN], Gradients.Of(Tensor.Max, x));
    }

    [Fact]
    public void The_place_of_the_greatest_is_the_first_one()
    {
        Tensor<double> x = Tensor.Create([1, 5, 5, 7, double.NaN, 9], [2, 3]);
        Assert.Equal([1, 1], Tensor.ArgMax(x, -1).ToArray());
        Assert.Equal([0, 1], Tensor.ArgMin(x, 1).ToArray());
        Assert.Equal([1, 3], Tensor.ArgMax(x, 0, keepDimensions: true).Shape);
        Assert.Throws<ArgumentException>(() => Tensor.ArgMax(s_none, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.ArgMax(x, 2));
    }

    [Fact]
    public void Without_an_axis_the_place_is_counted_through_all_of_them()
    {
        Tensor<double> x = Tensor.Create([1.0, 5, 7, 7, -2, 3], [2, 3]);
        Assert.Equal(2, (int)Tensor.ArgMax(x));
        Assert.Equal(4, (int)Tensor.ArgMin(x));
        Assert.Equal([], Tensor.ArgMax(x).Shape);
        Assert.Equal(1, (int)Tensor.ArgMax(Tensor.Transpose(x)));
        Assert.Equal(0, (int)Tensor.ArgMin(x[1, 1]));
        Assert.Equal(1, (int)Tensor.ArgMax(Tensor.Create([1, double.NaN, 3], [3])));
        Assert.Throws<ArgumentException>("x", () => Tensor.ArgMax(s_none));
    }

    [Fact]
    public void The_same_elements_have_no_deviation_and_no_gradient()
    {
        Tensor<double> x = new double[] { 2, 2, 2 };
        Expect.Equal([0, 0, 0], Gradients.Of(Tensor.StdDev, x));
        Expect.Equal([0, 0, 0], Gradients.Of(Tensor.Norm, x * 0));
        Expect.Equal([0, 0, 0], Gradients.Of(x => Gradients.Of(Tensor.Norm, x)!, x * 0));
    }

    [Fact]
    public void Conditions_hold_for_all_or_any()
    {
        Tensor<bool> x = Tensor.Create([true, false, true, true], [2, 2]);
        Assert.Equal([false, true], Tensor.All(x, [1]).ToArray());
        Assert.Equal([1, 2], Tensor.Any(x, [0], keepDimensions: true).Shape);
        Assert.False((bool)Tensor.All(x));
        Assert.True((bool)Tensor.Any(x));
        Assert.True((bool)Tensor.All(Tensor.Zeros<bool>([0])));
        Assert.False((bool)Tensor.Any(Tensor.Zeros<bool>([0])));
    }

    [Fact]
    public void Cumulative_sums_begin_with_the_first_element_or_with_nothing()
    {
        Tensor<int> x = new[] { 1, 2, 3 };
        Assert.Equal([1, 3, 6], Tensor.CumulativeSum(x).ToArray());
        Assert.Equal([0, 1, 3], Tensor.CumulativeSum(x, exclusive: true).ToArray());
        Assert.Equal([5, 3, 0], Tensor.CumulativeSum(x, exclusive: true, reverse: true).ToArray());
        Assert.Equal([1, 2, 6], Tensor.CumulativeProduct(x).ToArray());
        Assert.Equal([6, 3, 1], Tensor.CumulativeProduct(x, exclusive: true, reverse: true).ToArray());
    }

    [Fact]
    public void Axes_that_do_not_exist_or_are_named_twice_are_refused()
    {
        Tensor<double> x = new double[,] { { 1 } };
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Product(x, [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.SoftMax(x, -3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.CumulativeSum(x, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.SoftMax<double>(1));
        Assert.Throws<ArgumentException>(() => Tensor.Max(x, [1, -1]));
    }
}
