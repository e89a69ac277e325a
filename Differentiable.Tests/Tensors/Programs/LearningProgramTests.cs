using Differentiable.Layers;
using Differentiable.Optimizers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors.Programs;

/// <summary>What people who train networks write, beyond fitting: gradients of gradients, choices, graphs, contrasts.</summary>
public class LearningProgramTests
{
    private static readonly Random s_random = new(1);

    [Fact]
    public void A_network_learns_a_differential_equation_from_its_second_derivatives()
    {
        Random random = new(1);
        Sequential<double> network = new(new Dense<double>(1, 8, "tanh", random), new Dense<double>(8, 1, random: random));
        Tensor<double> x = Tensor.Reshape(Tensor.LinSpace(0.0, 1, 11), -1, 1), ends = [[0], [1]];
        Adam<double> optimizer = new(0.02);
        for (int i = 0; i < 600; i++)
        {
            GradientTape tape = new();
            Tensor<double> loss = tape.Record(() => Tensor.Average(Tensor.Square(Curvature(network, x) + 2)) + (20 * Tensor.Average(Tensor.Square(network.Apply(ends)))));
            optimizer.Apply(network.TrainableVariables, tape.Gradient(loss, network.TrainableVariables));
        }
        Expect.Equal(x * (1 - x), network.Apply(x), 0.06);
    }

    [Fact]
    public void Learning_to_learn_goes_through_steps_of_descent()
    {
        Tensor<double> x = Tensor.LinSpace(-1.0, 1, 7), targets = (2 * x) + 1;
        Tensor<double> Loss(Tensor<double> w) => Tensor.MeanSquaredError(Tensor.Sin(w[0] * x) + w[1], targets);
        Tensor<double> AfterSteps(Tensor<double> w)
        {
            for (int i = 0; i < 3; i++)
                w -= 0.1 * Gradient.Of<double>(Loss)(w)!;
            return Loss(w);
        }
        Slopes.AssertRight(AfterSteps, [0.5, -0.5]);
    }

    [Fact]
    public void Rewards_make_the_better_choice_likelier()
    {
        Random random = new(1);
        Variable<double> preferences = new(Tensor.Zeros<double>(3));
        Sgd<double> optimizer = new(0.3);
        for (int i = 0; i < 300; i++)
        {
            GradientTape tape = new();
            Tensor<double> loss;
            using (tape.Record())
            {
                Tensor<double> logs = Tensor.LogSoftMax(preferences);
                double draw = random.NextDouble();
                double[] sums = Tensor.CumulativeSum(Tensor.Exp(logs)).ToArray();
                int choice = draw < sums[0] ? 0 : draw < sums[1] ? 1 : 2;
                loss = -logs[choice] * ((choice / 2.0) - 0.5);
            }
            optimizer.Apply([preferences], [tape.Gradient(loss, preferences)]);
        }
        Assert.Equal(2, (int)Tensor.ArgMax(preferences, 0));
    }

    [Fact]
    public void Contrasts_leave_out_what_is_masked_with_infinity()
    {
        Tensor<double> points = Tensor.RandomUniform<double>([6, 4], s_random, -1, 1);
        Tensor<bool> self = Tensor.Eye<double>(6) > 0.5;
        int[] partners = [3, 4, 5, 0, 1, 2];
        Slopes.AssertRight(x =>
        {
            Tensor<double> units = x / Tensor.Norm(x, [1], keepDimensions: true);
            Tensor<double> likeness = Tensor.Where(self, double.NegativeInfinity, Tensor.MatMul(units, Tensor.Transpose(units)) / 0.5);
            return Tensor.Average(Tensor.SparseSoftMaxCrossEntropy(likeness, partners));
        }, points);
    }

    [Fact]
    public void Attention_over_the_edges_of_a_graph_has_slopes()
    {
        Tensor<double> nodes = Tensor.RandomUniform<double>([5, 3], s_random, -1, 1);
        Tensor<int> from = new[] { 0, 1, 2, 3, 0, 4 }, to = new[] { 1, 2, 2, 4, 4, 0 };
        Slopes.AssertRight(x =>
        {
            Tensor<double> scores = Tensor.Sum(x[from] * x[to], [1]);
            Tensor<double> weights = Tensor.Exp(scores - Tensor.Gather(Tensor.SegmentMax(scores, to, 5), to));
            Tensor<double> parts = weights / Tensor.Gather(Tensor.SegmentSum(weights, to, 5), to);
            return Tensor.Sum(Tensor.Square(Tensor.SegmentSum(x[from] * Tensor.Unsqueeze(parts, 1), to, 5)));
        }, nodes);
    }

    [Fact]
    public void Newton_with_the_Hessian_fits_a_logistic_regression()
    {
        Tensor<double> x = Tensor.RandomUniform<double>([30, 3], new Random(5), -1, 1), y = Tensor.Cast<double>(x[.., 0] + (0.3 * x[.., 1]) > 0.1), w = Tensor.Zeros<double>(3);
        Tensor<double> Loss(Tensor<double> v) => Tensor.Sum(Tensor.SigmoidCrossEntropy(Tensor.MatVec(x, v), y)) + (0.5 * Tensor.Sum(v * v));
        for (int i = 0; i < 8; i++)
            w -= Tensor.Squeeze(Tensor.Solve(Gradient.Hessian<double>(Loss)(w), Tensor.Unsqueeze(Gradient.Of<double>(Loss)(w)!, 1)), 1);
        Expect.Equal([0, 0, 0], Gradient.Of<double>(Loss)(w), 1e-10);
    }

    private static Tensor<double> Curvature(Module<double> network, Tensor<double> x)
    {
        GradientTape outer = new();
        outer.Watch(x);
        Tensor<double> slope = outer.Record(() =>
        {
            GradientTape inner = new();
            inner.Watch(x);
            Tensor<double> y = inner.Record(() => network.Apply(x));
            return inner.Gradient(y, x)!;
        });
        return outer.Gradient(slope, x)!;
    }
}
