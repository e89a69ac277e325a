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
        Assert.Throws<ArgumentOutOfRangeException>("rho", () => new RmsProp<float>(0.1, rho: -0.1));
    }

    [Fact]
    public void Schedules_need_steps()
    {
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => LearningRate.CosineDecay(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => LearningRate.ExponentialDecay(0.1, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => ((LearningRate)0.1).WarmUp(-1));
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
