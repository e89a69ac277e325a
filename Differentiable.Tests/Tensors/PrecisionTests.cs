using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Of many numbers of single precision, sums are as exact as a number of single precision can be.</summary>
public class PrecisionTests
{
    private static readonly Tensor<float> s_tenths = Tensor.Fill(0.1f, 4_000_000);

    [Fact]
    public void Many_tenths_add_up()
    {
        Assert.Equal(400_000, (float)Tensor.Sum(s_tenths), 1f);
        Assert.Equal(0.1f, (float)Tensor.Average(s_tenths), 1e-7f);
        Assert.Equal(400_000, Tensor.Sum(Tensor.Reshape(s_tenths, 1, -1, 1), [1]).ToArray()[0], 1f);
    }

    [Fact]
    public void Many_rows_add_up_and_so_do_cotangents_of_what_was_broadcast()
    {
        Tensor<float> rows = Tensor.Reshape(s_tenths, -1, 2);
        Assert.All(Tensor.Sum(rows, [0]).ToArray(), sum => Assert.Equal(200_000, sum, 2f));
        Assert.All(Tensor.Sum(Tensor.Reshape(s_tenths, 2, -1, 2), [1]).ToArray(), sum => Assert.Equal(100_000, sum, 1f));
        Assert.All(Gradient.Of<float>(x => Tensor.Sum(rows * x))(Tensor.Ones<float>(2)).ToArray(), sum => Assert.Equal(200_000, sum, 2f));
        Assert.All(Tensor.Average(rows, [0]).ToArray(), average => Assert.Equal(0.1f, average, 1e-6f));
    }

    [Fact]
    public void Norms_and_products_of_long_vectors_are_exact()
    {
        Assert.Equal(200, (float)Tensor.Norm(s_tenths), 1e-3f);
        Assert.Equal(40_000, (float)Tensor.Dot(s_tenths, s_tenths), 0.1f);
    }

    [Fact]
    public void A_variance_is_that_of_the_distances_even_far_from_zero() =>
        Assert.Equal(1f / 12, (float)Tensor.Variance(1000f + Tensor.LinSpace(0f, 1, 1_000_000)), 1e-4f);

    [Fact]
    public void Sums_so_far_are_as_exact_as_the_sum_of_all()
    {
        Assert.Equal(400_000, Tensor.CumulativeSum(s_tenths).ToArray()[^1], 0.1f);
        Assert.Equal(400_000, Tensor.CumulativeSum(s_tenths, reverse: true).ToArray()[0], 0.1f);
        Assert.Equal(MathF.Log(4_000_000), Tensor.CumulativeLogSumExp(s_tenths).ToArray()[^1] - 0.1f, 1e-5f);
        Assert.Equal(MathF.Log(1 << 20), Tensor.CumulativeLogSumExp(Tensor.Zeros<float>(1 << 20)).ToArray()[^1], 1e-5f);
        Assert.Equal(1f / (1 << 20), (float)Gradient.Of<float>(x => Tensor.CumulativeLogSumExp(x)[^1])(Tensor.Zeros<float>(1 << 20))[0], 1e-9f);
    }

    [Fact]
    public void Many_parts_of_one_segment_add_up()
    {
        Tensor<int> first = Tensor.Zeros<int>(4_000_000);
        Assert.Equal(400_000, Tensor.SegmentSum(s_tenths, first, 2).ToArray()[0], 4f);
        Assert.Equal(400_000, Tensor.SegmentSum(s_tenths, first, 20_000_000).ToArray()[0], 4f);
        Assert.Equal(0.1f, Tensor.SegmentAverage(s_tenths, first, 2).ToArray()[0], 1e-6f);
        Assert.Equal([1 << 25], Tensor.SegmentSum(Tensor.Ones<float>(1 << 25), Tensor.Zeros<int>(1 << 25), 1).ToArray());
        Assert.Equal([1], Tensor.SegmentAverage(Tensor.Ones<float>(1 << 25), Tensor.Zeros<int>(1 << 25), 1).ToArray());
    }

    [Fact]
    public void Many_cotangents_of_one_part_add_up()
    {
        Tensor<int> indices = Tensor.Zeros<int>(2_000_000);
        Tensor<float> weights = Tensor.Reshape(s_tenths, 2, -1);
        Assert.Equal([200_000, 0, 200_000, 0], Gradient.Of<float>(x => Tensor.Sum(weights * Tensor.Gather(x, indices, 1)))(Tensor.Ones<float>([2, 2])).ToArray(), (want, sum) => MathF.Abs(want - sum) <= 2);
    }

    [Fact]
    public void Sums_of_integers_wrap_around_as_ever() =>
        Assert.Equal(unchecked(5000 * 2_000_000), (int)Tensor.Sum(Tensor.Fill(2_000_000, 5000)));
}
