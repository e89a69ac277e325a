using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Layers;

/// <summary>Settings that could only lead to NaN are refused where they are made, and inputs where they arrive.</summary>
public class SettingTests
{
    [Fact]
    public void What_is_remembered_has_to_fade()
    {
        Assert.Throws<ArgumentOutOfRangeException>("momentum", () => new Sgd<float>(0.1, momentum: 1));
        Assert.Throws<ArgumentOutOfRangeException>("beta1", () => new Adam<float>(0.1, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>("beta2", () => new Adam<float>(0.1, beta2: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("initialSum", () => new Adagrad<float>(0.1, initialSum: -1));
        Assert.Throws<ArgumentOutOfRangeException>("momentum", () => new RmsProp<float>(0.1, momentum: 1));
        Assert.Throws<ArgumentOutOfRangeException>("rho", () => new RmsProp<float>(0.1, rho: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("rho", () => new Adadelta<float>(0.1, rho: 1));
        Assert.Throws<ArgumentOutOfRangeException>("beta2", () => new Adamax<float>(0.1, beta2: 1));
        Assert.Throws<ArgumentOutOfRangeException>("beta1", () => new Nadam<float>(0.1, beta1: -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("power", () => new Ftrl<float>(0.1, power: -0.5));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Rates_are_finite_numbers_that_are_not_negative(double rate)
    {
        Assert.Contains("a finite number that is not negative", Assert.Throws<ArgumentOutOfRangeException>("rate", () => new Sgd<float>(rate)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => new AdamW<float>(0.1, rate));
        Assert.Throws<ArgumentOutOfRangeException>("initial", () => LearningRate.ExponentialDecay(rate, 1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => LearningRate.ExponentialDecay(0.1, 1, rate));
        Assert.Throws<ArgumentOutOfRangeException>("initial", () => LearningRate.CosineDecay(rate, 1));
        Assert.Throws<ArgumentOutOfRangeException>("final", () => LearningRate.CosineDecay(0.1, 1, rate));
        Assert.Throws<ArgumentOutOfRangeException>("rates", () => LearningRate.PiecewiseConstant((0, 0.1), (5, rate)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void What_is_divided_by_or_left_out_is_a_number_that_is_not_negative(double number)
    {
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new Adam<float>(0.1, epsilon: number));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new LayerNorm<float>(number));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new BatchNorm<float>(epsilon: number));
        Assert.Throws<ArgumentOutOfRangeException>("momentum", () => new BatchNorm<float>(number));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => new Dropout<float>(number));
        Assert.Throws<ArgumentOutOfRangeException>("stdDev", () => Tensor.RandomNormal([2], new Random(1), 0.0, number));
        Assert.Throws<ArgumentOutOfRangeException>("norm", () => GradientClipping.ByNorm(Tensor.Ones<double>(2), number));
        Assert.Throws<ArgumentOutOfRangeException>("bound", () => GradientClipping.ByValue(Tensor.Ones<double>(2), number));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => new Dropout<float>(1));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => ((LearningRate)0.1).At(-1));
    }

    [Fact]
    public void Schedules_need_steps()
    {
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => LearningRate.CosineDecay(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => LearningRate.ExponentialDecay(0.1, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => ((LearningRate)0.1).WarmUp(-1));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => ((LearningRate)0.1).WarmUp(-1, initial: 0));
        Assert.Throws<ArgumentOutOfRangeException>("initial", () => ((LearningRate)0.1).WarmUp(1, initial: -1));
    }

    [Fact]
    public void A_network_that_has_seen_nothing_is_not_saved()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Throws<InvalidOperationException>(() => new Sequential<float>(new Dense<float>(3)).Save(path));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_dense_layer_says_what_it_takes()
    {
        Dense<float> layer = new(inputs: 3, units: 2);
        Assert.Equal("The input of a Dense is [batch, ..., 3]; its shape is (2, 4).", Assert.Throws<ShapeMismatchException>(() => layer.Apply(Tensor.Zeros<float>(2, 4))).Message);
        Assert.Throws<ShapeMismatchException>(() => new Dense<float>(2).Apply(Tensor.Zeros<float>(3)));
        Assert.Equal([2, 5, 2], layer.Apply(Tensor.Zeros<float>(2, 5, 3)).Shape);
    }
}
