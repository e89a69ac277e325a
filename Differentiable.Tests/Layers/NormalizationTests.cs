using System.Numerics;
using Differentiable.Layers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Layers;

/// <summary>Normalization over batches: while it is trained, and later.</summary>
public class NormalizationTests
{
    private static readonly Tensor<double> s_x = [[1, 10], [3, 30]];

    [Fact]
    public void In_training_the_batch_has_mean_0_and_variance_1_and_is_averaged()
    {
        BatchNorm<double> layer = new(momentum: 0.9, epsilon: 0);
        layer.Train();
        Expect.Equal([[-1, -1], [1, 1]], layer.Apply(s_x));
        Assert.Equal(["gamma", "beta", "mean", "variance"], layer.NamedVariables.Select(variable => variable.Key));
        Assert.Equal(["gamma", "beta"], layer.TrainableVariables.Select(variable => variable.Name));
        Expect.Equal([0.2, 2], layer.NamedVariables[2].Value);
        Expect.Equal([1, 10.9], layer.NamedVariables[3].Value);
        layer.Train(false);
        Expect.Equal([[0.8, 8 / Math.Sqrt(10.9)], [2.8, 28 / Math.Sqrt(10.9)]], layer.Apply(s_x));
        Expect.Equal([0.2, 2], layer.NamedVariables[2].Value);
    }

    [Fact]
    public void The_gradient_goes_through_mean_and_variance_but_not_through_their_averages()
    {
        BatchNorm<double> layer = new(epsilon: 0);
        layer.Train();
        Tensor<double> weights = [[1, 2], [3, 5]];
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch(s_x);
            y = layer.Apply(s_x) * weights;
        }
        (Tensor<double>? dx, Tensor<double>? dgamma) = tape.Gradient(y, (s_x, layer.TrainableVariables[0]));
        Expect.Equal([[0, 0], [0, 0]], dx);
        Expect.Equal([2, 3], dgamma);
        Assert.Equal(2, tape.WatchedVariables.Count);
    }

    [Fact]
    public void All_axes_but_the_last_are_the_batch()
    {
        BatchNorm<double> layer = new(epsilon: 0);
        layer.Train();
        Tensor<double> x = Draw(), y = layer.Apply(x);
        Expect.Equal([0, 0, 0], Tensor.Average(y, [0, 1]));
        Expect.Equal([1, 1, 1], Tensor.Variance(y, [0, 1]));
        Assert.Throws<ShapeMismatchException>(() => layer.Apply(s_x));
        Assert.Throws<ArgumentException>(() => layer.Apply([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => layer.Apply(Tensor.Zeros<double>(0, 3)));
        Assert.Throws<ArgumentOutOfRangeException>("momentum", () => new BatchNorm<double>(1.5));
    }

    /// <summary>The squares of such numbers are beyond what a half can be.</summary>
    [Fact]
    public void Rows_of_halves_are_normalized_in_single_precision()
    {
        Tensor<Half> x = Halves([[300, -300, 600, -600]]);
        Expect.Equal([[0.6325, -0.6325, 1.265, -1.265]], Doubles(new LayerNorm<Half>().Apply(x)), 1e-3);
        (Tensor<double> y, Tensor<double> dx) = ValueAndGradient(new LayerNorm<double>(), Draw());
        (Tensor<Half> halfY, Tensor<Half> halfDx) = ValueAndGradient(new LayerNorm<Half>(), Tensor.Cast<double, Half>(Draw()));
        AssertRounded(y, halfY);
        AssertRounded(dx, halfDx);
    }

    [Fact]
    public void Batches_of_halves_are_normalized_in_single_precision()
    {
        BatchNorm<double> layer = new();
        BatchNorm<Half> ofHalves = new();
        layer.Train();
        ofHalves.Train();
        Tensor<double> x = Draw() + 100.0;
        Tensor<Half> rounded = Tensor.Cast<double, Half>(x);
        (Tensor<double> y, Tensor<double> dx) = ValueAndGradient(layer, Doubles(rounded));
        (Tensor<Half> halfY, Tensor<Half> halfDx) = ValueAndGradient(ofHalves, rounded);
        AssertRounded(y, halfY);
        AssertRounded(dx, halfDx);
        layer.Train(false);
        ofHalves.Train(false);
        AssertRounded(layer.Apply(Doubles(rounded)), ofHalves.Apply(rounded));
    }

    [Fact]
    public void A_variance_that_no_half_can_be_is_refused_in_training()
    {
        BatchNorm<Half> layer = new();
        layer.Train();
        Assert.Contains("BatchNorm<float>", Assert.Throws<ArgumentException>(() => layer.Apply(Halves([[300], [-300]]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_of_features_have_mean_0_and_variance_1_in_each_row_of_the_batch()
    {
        GroupNorm<double> layer = new(2, epsilon: 0);
        Tensor<double> x = Tensor.RandomNormal<double>([3, 4, 2, 6], new Random(1), 2, 3), groups = Tensor.Reshape(layer.Apply(x), 3, 8, 2, 3);
        Expect.Equal(Tensor.Zeros<double>(3, 2), Tensor.Average(groups, [1, 3]));
        Expect.Equal(Tensor.Ones<double>(3, 2), Tensor.Variance(groups, [1, 3]));
        layer.TrainableVariables[0].Assign([1, 2, 3, 4, 5, 6]);
        layer.TrainableVariables[1].Assign([6, 5, 4, 3, 2, 1]);
        Expect.Equal((Tensor.Reshape(groups, x.Shape) * layer.TrainableVariables[0]) + layer.TrainableVariables[1], layer.Apply(x));
        Expect.Equal(new LayerNorm<double>(0.5).Apply(s_x), new GroupNorm<double>(1, 0.5).Apply(s_x));
        Tensors.Programs.Slopes.AssertRight(x => Tensor.Sum(Tensor.Sin(layer.Apply(x))), x);
        Assert.Equal("The input of a GroupNorm is [batch, ..., features], with 6 features; its shape is (2, 4).", Assert.Throws<ShapeMismatchException>(() => layer.Apply(Tensor.Zeros<double>(2, 4))).Message);
        Assert.Contains("that 4 groups divide", Assert.Throws<ShapeMismatchException>(() => new GroupNorm<double>(4).Apply(x)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("groups", () => new GroupNorm<double>(0));
    }

    [Fact]
    public void Groups_of_halves_are_normalized_in_single_precision()
    {
        Expect.Equal([[0.6325, -0.6325, 1.265, -1.265]], Doubles(new GroupNorm<Half>(1).Apply(Halves([[300, -300, 600, -600]]))), 1e-3);
        (Tensor<double> y, Tensor<double> dx) = ValueAndGradient(new GroupNorm<double>(3), Draw());
        (Tensor<Half> halfY, Tensor<Half> halfDx) = ValueAndGradient(new GroupNorm<Half>(3), Halves(Draw()));
        AssertRounded(y, halfY);
        AssertRounded(dx, halfDx);
    }

    private static Tensor<Half> Halves(Tensor<double> x) => Tensor.Cast<double, Half>(x);

    private static Tensor<double> Doubles(Tensor<Half> x) => Tensor.Cast<Half, double>(x);

    private static (Tensor<T> Y, Tensor<T> Gradient) ValueAndGradient<T>(Module<T> layer, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        GradientTape tape = new();
        Tensor<T> y, weighted;
        using (tape.Record())
        {
            tape.Watch(x);
            y = layer.Apply(x);
            weighted = y * x;
        }
        return (y, tape.Gradient(weighted, x)!);
    }

    /// <summary>To the digits of a half, of the largest element.</summary>
    private static void AssertRounded(Tensor<double> expected, Tensor<Half> actual)
    {
        double largest = Tensor.Max(Tensor.Abs(expected)).ToScalar();
        Expect.Equal(0, Tensor.Max(Tensor.Abs(expected - Doubles(actual))) / largest, 2e-3);
    }

    private static Tensor<double> Draw() => Tensor.RandomNormal<double>([4, 5, 3], new Random(1), 2, 3);
}
