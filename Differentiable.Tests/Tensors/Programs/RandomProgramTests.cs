using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors.Programs;

/// <summary>Programs put together at random from operations that lead on from any shape: views of views, broadcasts, sums, what is used twice and what is not used at all.</summary>
public class RandomProgramTests
{
    private const int Steps = 14, Large = 96;

    private static readonly Func<Tensor<double>, Tensor<double>, Tensor<double>>[] s_steps =
    [
        (x, y) => Combined(x, y, Tensor.Add),
        (x, y) => Combined(x, y, Tensor.Multiply),
        (x, y) => Combined(x, y, Tensor.Max),
        (x, y) => Combined(x, y, (a, b) => a / (1.5 + Tensor.Square(b))),
        (x, _) => Tensor.Sin(x),
        (x, _) => Tensor.Sigmoid(x) - x,
        (x, _) => Tensor.Sqrt(1 + (x * x)),
        (x, _) => Tensor.Where(x > 0.05, x * x, x),
        (x, _) => x.Rank > 1 ? Tensor.Transpose(x) : -x,
        (x, _) => x.Shape is [> 2, ..] ? x[1..] : x + 1,
        (x, _) => x.Rank > 0 ? x[^1] : x,
        (x, _) => x.Rank > 1 ? x[.., 0] : x,
        (x, _) => x.Rank > 0 ? Tensor.Average(x, [-1], keepDimensions: true) : x,
        (x, _) => Tensor.Reshape(x, -1),
        (x, _) => x.Rank < 3 ? Tensor.Unsqueeze(x, 0) : x,
        (x, _) => x.Rank > 0 ? Tensor.SoftMax(x) : x,
        (x, _) => x.Rank > 0 ? Tensor.CumulativeSum(x) : x,
        (x, _) => x.Rank == 2 ? Tensor.MatMul(x, Tensor.Transpose(x)) / x.FlattenedLength : x * 2,
        (x, _) => x.Rank > 0 ? Tensor.Concatenate([x, Tensor.Cos(x)]) : x,
        (x, _) => x.Rank > 0 ? Tensor.Roll(Tensor.Reverse(x, [0]), 2, -1) : x,
        (x, _) => x.Rank > 0 ? Tensor.Sort(x, 0) : x,
        (x, _) => x.Rank > 0 ? Tensor.LogSumExp(x, [0], keepDimensions: true) * x : x,
        (x, _) => x.Rank > 0 ? Tensor.Gather(x, new[] { x.Shape[0] - 1, 0 }) : x,
        (x, _) => x.Rank > 0 ? Tensor.Norm(x, [-1], keepDimensions: true) + x : x,
    ];

    [Fact]
    public void Their_gradients_are_those_of_differences_and_of_forward_mode()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Tensor<double> x = Tensor.RandomUniform<double>([3, 4], new Random(seed), -1, 1);
            Slopes.AssertRight(v => Program(seed, v), x, 1e-6);
        }
    }

    [Fact]
    public void Their_second_derivatives_are_the_same_forward_and_back()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            Tensor<double> x = Tensor.RandomUniform<double>([3, 4], new Random(seed), -1, 1), direction = Tensor.RandomUniform<double>([3, 4], new Random(~seed), -1, 1);
            Tensor<double> product = Gradient.Hvp<double>(v => Program(seed, v), x, direction);
            Tensor<double> back = Gradient.Of<double>(v => Tensor.Sum(direction * Gradient.Of<double>(w => Program(seed, w))(v)!))(x)!;
            Conformance.Expect.Equal(back, product, 1e-9);
        }
    }

    private static Tensor<double> Program(int seed, Tensor<double> x)
    {
        Random random = new(seed);
        List<Tensor<double>> values = [x, x[0] * 2, Tensor.Average(x)];
        for (int i = 0; i < Steps; i++)
        {
            Tensor<double> value = s_steps[random.Next(s_steps.Length)](values[random.Next(values.Count)], values[random.Next(values.Count)]);
            values.Add(value.FlattenedLength > Large ? Tensor.Average(value) : value);
        }
        return Tensor.Sum(Tensor.Stack([.. values[^4..].Select(value => Tensor.Average(Tensor.Tanh(value)))]));
    }

    private static Tensor<double> Combined(Tensor<double> x, Tensor<double> y, Func<Tensor<double>, Tensor<double>, Tensor<double>> operation)
    {
        try
        {
            return operation(x, y);
        }
        catch (ShapeMismatchException)
        {
            return operation(x, Tensor.Average(y));
        }
    }
}
