using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Random tensors: what they have in common with their distribution, and that they can be had again.</summary>
public class RandomTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        Assert.Equal(Tensor.RandomUniform<float>([50], new Random(3)).ToArray(), Tensor.RandomUniform<float>([5, 10], new Random(3)).ToArray());
        Assert.Equal(Tensor.RandomNormal<double>([50], new Random(3)).ToArray(), Tensor.RandomNormal<double>([50], new Random(3)).ToArray());
        Assert.Equal(Tensor.TruncatedNormal<float>([50], new Random(3)).ToArray(), Tensor.Cast<double, float>(Tensor.TruncatedNormal<double>([50], new Random(3))).ToArray());
        Assert.NotEqual(Tensor.RandomNormal<double>([50], new Random(3)).ToArray(), Tensor.RandomNormal<double>([50], new Random(4)).ToArray());
    }

    [Fact]
    public void Uniform_numbers_are_between_their_bounds()
    {
        Tensor<double> x = Tensor.RandomUniform([20_000], new Random(1), -1.0, 3.0);
        AssertMoments(x, 1, 4 / Math.Sqrt(12));
        Assert.InRange((double)Tensor.Min(x), -1, -0.99);
        Assert.InRange((double)Tensor.Max(x), 2.99, 3);
        Assert.True((bool)Tensor.All(Tensor.RandomUniform<Half>([20_000], new Random(1)) < Half.One));
    }

    [Fact]
    public void Normal_numbers_have_their_mean_and_deviation()
    {
        Tensor<double> x = Tensor.RandomNormal([20_000], new Random(2), 5.0, 2.0);
        AssertMoments(x, 5, 2);
        Assert.InRange((double)Tensor.Average(Tensor.Cast<double>(Tensor.Abs(x - 5) < 2)), 0.67, 0.695);
    }

    /// <summary>The deviation of a normal number that is no farther than 2 is 0.8796.</summary>
    [Fact]
    public void Truncated_numbers_are_at_most_two_deviations_away()
    {
        Tensor<double> x = Tensor.TruncatedNormal([20_000], new Random(2), 5.0, 2.0);
        AssertMoments(x, 5, 2 * 0.8796);
        Assert.InRange((double)Tensor.Max(Tensor.Abs(x - 5)), 3.9, 4);
    }

    [Fact]
    public void Impossible_distributions_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("high", () => Tensor.RandomUniform([2], new Random(1), 1.0, 1.0));
        Assert.Throws<ArgumentOutOfRangeException>("high", () => Tensor.RandomUniform([2], new Random(1), 1.0, double.PositiveInfinity));
        Assert.True((bool)Tensor.All(Tensor.Abs(Tensor.RandomUniform([9], new Random(1), double.MinValue, double.MaxValue)) < double.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("stdDev", () => Tensor.RandomNormal([2], new Random(1), 0.0, -1.0));
        Assert.Empty(Tensor.RandomNormal<double>([0], new Random(1)).ToArray());
    }

    private static void AssertMoments(Tensor<double> x, double mean, double deviation)
    {
        Assert.InRange((double)Tensor.Average(x), mean - (0.03 * deviation), mean + (0.03 * deviation));
        Assert.InRange((double)Tensor.StdDev(x), 0.97 * deviation, 1.03 * deviation);
    }
}
