using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Layers;

/// <summary>Optimizers: their steps against the formulas, by hand.</summary>
public class OptimizerTests
{
    [Fact]
    public void Plain_steps_go_against_the_gradient() => AssertClose([1 - (0.1 * 2), 1 - (0.2 * 2)], Steps(new Sgd<double>(0.1), 2, 2));

    [Fact]
    public void Momentum_adds_up()
    {
        AssertClose([1 - 0.2, 1 - 0.2 - (0.1 * (1 + 1.8))], Steps(new Sgd<double>(0.1, momentum: 0.9), 2, 1));
        AssertClose([1 - 0.2, 1 - 0.2 - (0.9 * 0.2) - (0.01 * 1)], Steps(new Sgd<double>(LearningRate.ExponentialDecay(0.1, 1, 0.1), momentum: 0.9), 2, 1));
        AssertClose([1 - (0.1 * (2 + 1.8)), 1 - 0.38 - (0.1 * (1 + (0.9 * 2.8)))], Steps(new Sgd<double>(0.1, momentum: 0.9, nesterov: true), 2, 1));
    }

    [Fact]
    public void Adam_divides_by_the_root_of_the_mean_square()
    {
        double[] x = Steps(new Adam<double>(0.1, epsilon: 0), 2, 1);
        double mean = ((0.9 * 0.1 * 2) + (0.1 * 1)) / (1 - (0.9 * 0.9)), square = ((0.999 * 0.001 * 4) + 0.001) / (1 - (0.999 * 0.999));
        AssertClose([0.9, 0.9 - (0.1 * mean / Math.Sqrt(square))], x);
        Assert.Equal(1 - (0.1 * (1 + 0.01)), Steps(new AdamW<double>(0.1), 2)[0], 1e-8);
    }

    [Fact]
    public void AdamW_takes_all_that_Adam_takes()
    {
        double[] expected = Steps(new Adam<double>(0.1, 0.8, 0.95, 1e-4, weightDecay: 0.1, amsgrad: true), 2, 1, -3);
        AssertClose(expected, Steps(new AdamW<double>(0.1, 0.1, beta1: 0.8, beta2: 0.95, epsilon: 1e-4, amsgrad: true), 2, 1, -3));
    }

    /// <summary>In single precision as well: whatever the rates, the first step of a gradient of 1 is the learning rate.</summary>
    [Theory]
    [InlineData(0.9, 0.999)]
    [InlineData(0.1, 0.99999)]
    public void Means_have_weights_that_add_up_to_1(double beta1, double beta2)
    {
        Variable<float> x = new(0), y = new(0);
        Adam<float> optimizer = new(0.5, beta1, beta2, epsilon: 0);
        AdamW<float> decaying = new(0.5, weightDecay: 0);
        for (int step = 1; step < 5; step++)
        {
            optimizer.Apply([x], [1f]);
            decaying.Apply([y], [1f]);
            Assert.Equal(-0.5 * step, x.ToScalar(), 3e-7 * step);
            Assert.Equal(-0.5 * step, y.ToScalar(), 3e-7 * step);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.1)]
    public void A_rate_that_leads_nowhere_is_refused_when_it_is_reached(double rate)
    {
        Sgd<double> optimizer = new(LearningRate.Of(step => step == 0 ? 1 : rate));
        Variable<double> x = new(1);
        optimizer.Apply([x], [1.0]);
        Assert.Contains("rate of step 1", Assert.Throws<ArgumentOutOfRangeException>(() => optimizer.Apply([x], [1.0])).Message, StringComparison.Ordinal);
        Assert.Equal(1, optimizer.Steps);
        Assert.Equal(0, x.ToScalar());
    }

    [Fact]
    public void RmsProp_divides_by_the_root_of_the_mean_square() =>
        AssertClose([1 - (0.1 * 2 / Math.Sqrt(0.4))], Steps(new RmsProp<double>(0.1, epsilon: 0), 2));

    [Fact]
    public void Amsgrad_keeps_the_greatest_mean_square()
    {
        double mean = ((0.9 * 0.1 * 2) + (0.1 * 0.5)) / (1 - (0.9 * 0.9)), square = 0.5 * 4;
        double[] x = Steps(new Adam<double>(0.1, beta2: 0.5, epsilon: 0, amsgrad: true), 2, 0.5);
        AssertClose([0.9, 0.9 - (0.1 * mean / Math.Sqrt(square / (1 - (0.5 * 0.5))))], x);
    }

    [Fact]
    public void Epsilon_is_added_to_the_root_of_the_corrected_mean_square() => AssertClose([1 - (0.1 * 2 / (2 + 0.5))], Steps(new Adam<double>(0.1, epsilon: 0.5), 2));

    [Fact]
    public void RmsProp_divides_by_the_standard_deviation_if_it_is_centered()
    {
        double square = (0.9 * 0.4) + 0.1, mean = (0.9 * 0.2) + 0.1;
        double first = 0.1 * 2 / Math.Sqrt(0.4 - 0.04), second = 0.1 / Math.Sqrt(square - (mean * mean));
        AssertClose([1 - first, 1 - first - second], Steps(new RmsProp<double>(0.1, epsilon: 0, centered: true), 2, 1));
        Assert.True(double.IsFinite(Steps(new RmsProp<double>(0.1, rho: 0, centered: true), 0.1)[0]));
    }

    [Fact]
    public void RmsProp_with_momentum_adds_up()
    {
        double first = 0.1 * 2 / Math.Sqrt(0.4), second = 0.1 / Math.Sqrt((0.9 * 0.4) + 0.1);
        AssertClose([1 - first, 1 - first - (0.5 * first) - second], Steps(new RmsProp<double>(0.1, epsilon: 0, momentum: 0.5), 2, 1));
        double centered = 0.1 * 2 / 0.6;
        AssertClose([1 - centered], Steps(new RmsProp<double>(0.1, epsilon: 0, momentum: 0.5, centered: true), 2));
    }

    [Fact]
    public void Adagrad_divides_by_the_root_of_the_sum_of_squares()
    {
        AssertClose([1 - 0.1, 1 - 0.1 - (0.1 / Math.Sqrt(5))], Steps(new Adagrad<double>(0.1, initialSum: 0, epsilon: 0), 2, 1));
        AssertClose([1 - (0.1 * 2 / (3 + 0.5))], Steps(new Adagrad<double>(0.1, initialSum: 5, epsilon: 0.5), 2));
    }

    [Fact]
    public void Adadelta_measures_a_step_by_those_before()
    {
        double first = Math.Sqrt(0.01) / Math.Sqrt(0.2 + 0.01) * 2, second = Math.Sqrt((0.05 * first * first) + 0.01) / Math.Sqrt((0.95 * 0.2) + 0.05 + 0.01);
        AssertClose([1 - first, 1 - first - second], Steps(new Adadelta<double>(1, epsilon: 0.01), 2, 1));
        AssertClose([1 - (0.5 * first), 1 - (0.5 * (first + second))], Steps(new Adadelta<double>(0.5, epsilon: 0.01), 2, 1));
        AssertClose([1, 1], Steps(new Adadelta<double>(1, epsilon: 0), 0, 1));
    }

    [Fact]
    public void Adamax_divides_by_the_greatest_gradient()
    {
        AssertClose([0.9, 0.9 - (0.1 * 0.28 / (1 - 0.81) / (2 * 0.999))], Steps(new Adamax<double>(0.1, epsilon: 0), 2, 1));
        AssertClose([1 - (0.1 * 2 / 2.5)], Steps(new Adamax<double>(0.1, epsilon: 0.5), 2));
    }

    [Fact]
    public void Nadam_counts_the_part_of_the_next_step()
    {
        (double k1, double k2, double k3) = (0.9 * (1 - (0.5 * 0.96)), 0.9 * (1 - (0.5 * 0.96 * 0.96)), 0.9 * (1 - (0.5 * 0.96 * 0.96 * 0.96)));
        double square = ((0.999 * 0.001 * 4) + 0.001) / (1 - (0.999 * 0.999));
        double first = 0.1 * ((k2 * 0.2 / (1 - (k1 * k2))) + 2) / 2;
        double second = 0.1 * ((k3 * 0.28 / (1 - (k1 * k2 * k3))) + ((1 - k2) / (1 - (k1 * k2)))) / Math.Sqrt(square);
        AssertClose([1 - first, 1 - first - second], Steps(new Nadam<double>(0.1, epsilon: 0), 2, 1));
        AssertClose([1 - (first * 2 / 2.5)], Steps(new Nadam<double>(0.1, epsilon: 0.5), 2));
    }

    [Fact]
    public void Ftrl_follows_the_leader()
    {
        (double n0, double n1, double n2) = (Math.Sqrt(0.1), Math.Sqrt(4.1), Math.Sqrt(5.1));
        double z1 = 2 - ((n1 - n0) / 0.5), x1 = -z1 / (n1 / 0.5), z2 = z1 + 1 - ((n2 - n1) / 0.5 * x1);
        AssertClose([x1, -z2 / (n2 / 0.5)], Steps(new Ftrl<double>(0.5), 2, 1));
        AssertClose([-(z1 + 1) / (n1 / 0.5)], Steps(new Ftrl<double>(0.5, l1: 1), 2));
        AssertClose([0], Steps(new Ftrl<double>(0.5, l1: 2), 2));
        AssertClose([-(z1 + 0.2) / ((n1 / 0.5) + 0.6 + 0.8)], Steps(new Ftrl<double>(0.5, l2: 0.3, l2Shrinkage: 0.1, beta: 0.4), 2));
        double w1 = 2 - ((4.1 - 0.1) / 0.5);
        AssertClose([-w1 / (4.1 / 0.5)], Steps(new Ftrl<double>(0.5, power: 1), 2));
        AssertClose([1, 1], Steps(new Ftrl<double>(0), 2, 1));
        AssertClose([1], Steps(new Ftrl<double>(0.5, initialSum: 0), 0));
    }

    [Fact]
    public void Rates_follow_their_schedules()
    {
        Assert.Equal([0.1, 0.05, 0.025], Rates(LearningRate.ExponentialDecay(0.1, 10, 0.5), 0, 10, 20));
        AssertClose([0.1, 0.1, 0.05, 0.05, 0.025], Rates(LearningRate.ExponentialDecay(0.1, 10, 0.5, staircase: true), 0, 9, 10, 19, 20));
        Assert.Equal([1, 0.75, 0.5, 0.5], Rates(LearningRate.CosineDecay(1, 10, 0.5), 0, 5, 10, 20));
        AssertClose([1, 0.75, 0.5, 0.5], Rates(LearningRate.PolynomialDecay(1, 10, 0.5), 0, 5, 10, 20));
        AssertClose([1, 0.625, 0.5], Rates(LearningRate.PolynomialDecay(1, 10, 0.5, power: 2), 0, 5, 10));
        AssertClose([1, 0.75, 0.5, 0.625, 0.5, 0.5 + (0.5 / 6)], Rates(LearningRate.PolynomialDecay(1, 10, 0.5, cycle: true), 0, 5, 10, 15, 20, 25));
        AssertClose([1, 0.5, 0.25], Rates(LearningRate.InverseTimeDecay(1, 10, 1), 0, 10, 30));
        AssertClose([1, 1, 0.5, 0.5, 0.25], Rates(LearningRate.InverseTimeDecay(1, 10, 1, staircase: true), 0, 9, 10, 19, 30));
        AssertClose([1, 0.5, 1, 0.5, 1, 0.5], Rates(LearningRate.CosineDecayRestarts(1, 10), 0, 5, 10, 20, 30, 50));
        AssertClose([1.1, 0.6, 0.6, 0.35, 0.35], Rates(LearningRate.CosineDecayRestarts(1.1, 10, lengthFactor: 1, heightFactor: 0.5, final: 0.1), 0, 5, 10, 15, 20));
        Assert.Throws<ArgumentOutOfRangeException>("lengthFactor", () => LearningRate.CosineDecayRestarts(1, 10, lengthFactor: 0.5));
        Assert.Equal([1, 1, 0.1, 0.1], Rates(LearningRate.PiecewiseConstant((0, 1), (5, 0.1)), 0, 4, 5, 100));
        Assert.Equal([0.25, 0.5, 0.75, 1, 1], Rates(((LearningRate)1).WarmUp(3), 0, 1, 2, 3, 4));
        AssertClose([0.2, 0.6, 1, 0.5, 0], Rates(LearningRate.CosineDecay(1, 10).WarmUp(4, initial: 0.2), 0, 2, 4, 9, 14));
        Assert.Throws<ArgumentException>(() => LearningRate.PiecewiseConstant((1, 1)));
        AssertClose([1 - 0.2, 1 - 0.2 - (0.01 * 2)], Steps(new Sgd<double>(LearningRate.Of(step => step == 0 ? 0.1 : 0.01)), 2, 2));
    }

    [Fact]
    public void Gradients_are_clipped()
    {
        Expect.Equal([0.6, 0.8], GradientClipping.ByNorm<double>([3, 4], 1));
        Expect.Equal([0.3, 0.4], GradientClipping.ByNorm<double>([0.3, 0.4], 1));
        Tensor<double>?[] clipped = GradientClipping.ByGlobalNorm<double>([[3], null, [4]], 1);
        Expect.Equal([0.6], clipped[0]);
        Assert.Null(clipped[1]);
        Expect.Equal([0.8], clipped[2]);
        Assert.All(GradientClipping.ByNorm<double>([double.PositiveInfinity, 1], 1).ToArray(), element => Assert.True(double.IsNaN(element)));
        Assert.Throws<ArgumentOutOfRangeException>(() => GradientClipping.ByNorm<double>([1], -1));
        Assert.Empty(GradientClipping.ByGlobalNorm<double>([], 1));
        Assert.All(GradientClipping.ByGlobalNorm<double>([[double.NaN], [4]], 1), gradient => Expect.Equal([double.NaN], gradient));
        Expect.Equal(5, GradientClipping.GlobalNorm<double>([[3], null, [[4, 0]]]));
        Expect.Equal(0, GradientClipping.GlobalNorm<double>([]));
        Expect.Equal([-1, 0.5, 1], GradientClipping.ByValue<double>([-3, 0.5, 4], 1));
    }

    [Fact]
    public void G02_A_gradient_is_clipped_on_the_way_back()
    {
        Func<Tensor<double>, Tensor<double>> clip = Gradient.Custom<double>(x => (x, dy => GradientClipping.ByNorm(dy, 0.5)));
        Variable<double> v = new(2);
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
            y = clip(v * v);
        Expect.Equal(2, tape.Gradient(y, v));
    }

    [Fact]
    public void Variables_without_a_gradient_stay_as_they_are_and_shapes_must_fit()
    {
        Variable<double> x = new(1), y = new([1, 2]);
        new Sgd<double>(1).Apply([x, y], [null, new[] { 1.0, 1.0 }]);
        Assert.Equal(1, x.ToScalar());
        Assert.Equal([0, 1], y.ToArray());
        Assert.Throws<ShapeMismatchException>(() => new Sgd<double>(1).Apply([y], [1.0]));
        Assert.Throws<ArgumentException>(() => new Sgd<double>(1).Apply([x, y], [1.0]));
    }

    [Fact]
    public void A_variable_is_changed_once_a_step()
    {
        Dense<double> layer = new(2);
        Sequential<double> network = new(layer, layer);
        network.Apply([[1, 1]]);
        Assert.Equal(2, network.TrainableVariables.Count);
        Variable<double> x = new(1);
        Assert.Throws<ArgumentException>(() => new Sgd<double>(1).Apply([x, x], [1.0, 1.0]));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new Adam<Half>(0.1, epsilon: 1e-50));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new RmsProp<float>(0.1, epsilon: 1e-50));
        Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => new AdamW<float>(0.1, -0.01));
        Assert.Throws<ArgumentNullException>("learningRate", () => new Sgd<float>(null!));
        Assert.Throws<ArgumentOutOfRangeException>("bound", () => GradientClipping.ByValue<double>([1], -1));
    }

    private static void AssertClose(double[] expected, double[] actual) => Expect.Equal(expected, (Tensor<double>)actual);

    private static double[] Rates(LearningRate rate, params long[] steps) => [.. steps.Select(rate.At)];

    /// <summary>Where a variable that starts at 1 is after each gradient.</summary>
    private static double[] Steps(Optimizer<double> optimizer, params double[] gradients)
    {
        Variable<double> x = new(1);
        return [.. gradients.Select(gradient =>
        {
            optimizer.Apply([x], [gradient]);
            return x.ToScalar();
        })];
    }
}
