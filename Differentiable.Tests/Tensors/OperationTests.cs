using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>What holds for each operation.</summary>
public class OperationTests
{
    public static TheoryData<string> Names => [.. OperationCases.All.Keys];

    /// <summary>The reverse sweep against differences of the value along a random direction.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_that_of_differences(string name)
    {
        (OperationCase operation, Tensor<double>[] inputs, Tensor<double>[] directions, Tensor<double> weights) = Setting(name);
        double Weighted(double step) => Dot(operation.Function(Moved(inputs, directions, step)), weights);
        double expected = Differences.At0(Weighted);
        AssertClose(expected, Dot(Gradients(operation, inputs, weights), directions), Scale(inputs, weights));
    }

    /// <summary>The gradient of the gradient against differences of the gradient.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_second_derivative_is_that_of_differences(string name)
    {
        (OperationCase operation, Tensor<double>[] inputs, Tensor<double>[] directions, Tensor<double> weights) = Setting(name);
        double Slope(double step) => Dot(Gradients(operation, Moved(inputs, directions, step), weights), directions);
        double expected = Differences.At0(Slope);
        GradientTape outer = new();
        Tensor<double> slope;
        using (outer.Record())
        {
            outer.Watch<double>(inputs);
            slope = Zip(Gradients(operation, inputs, weights), directions).Select(pair => Tensor.Sum(pair.Gradient * pair.Direction)).Aggregate((x, y) => x + y);
        }
        Tensor<double>?[] second = outer.Gradient(slope, inputs, UnconnectedGradients.Zero);
        AssertClose(expected, Dot(second!, directions), Scale(inputs, weights));
    }

    /// <summary>⟨Jv, w⟩ = ⟨v, Jᵀw⟩.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_and_reverse_agree(string name)
    {
        (OperationCase operation, Tensor<double>[] inputs, Tensor<double>[] directions, Tensor<double> weights) = Setting(name);
        ForwardAccumulator forward = new();
        foreach ((Tensor<double> input, Tensor<double> direction) in inputs.Zip(directions))
            forward.Watch(input, direction);
        Tensor<double> y;
        using (forward.Record())
            y = operation.Function(inputs);
        double expected = Dot(Gradients(operation, inputs, weights), directions);
        double actual = Dot(forward.Jvp(y, UnconnectedGradients.Zero)!, weights);
        Assert.True(Math.Abs(expected - actual) <= 1e-12 * (Scale(inputs, weights) + Math.Abs(expected)), $"reverse {expected:R}, forward {actual:R}");
    }

    /// <summary>Second derivatives along a direction: forward over reverse, and reverse over forward.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Forward_over_reverse_and_reverse_over_forward_agree(string name)
    {
        (OperationCase operation, Tensor<double>[] inputs, Tensor<double>[] directions, Tensor<double> weights) = Setting(name);
        ForwardAccumulator forward = new(), inner = new();
        foreach ((Tensor<double> input, Tensor<double> direction) in inputs.Zip(directions))
        {
            forward.Watch(input, direction);
            inner.Watch(input, direction);
        }
        Tensor<double>[] gradients;
        using (forward.Record())
            gradients = Gradients(operation, inputs, weights);
        GradientTape outer = new();
        Tensor<double> slopes;
        using (outer.Record())
        {
            outer.Watch<double>(inputs);
            Tensor<double> y;
            using (inner.Record())
                y = operation.Function(inputs);
            slopes = inner.Jvp(y, UnconnectedGradients.Zero)!;
        }
        Tensor<double>[] reverse = outer.GradientWith([slopes], [weights], inputs, UnconnectedGradients.Zero)!;
        foreach ((Tensor<double> gradient, Tensor<double> expected) in gradients.Zip(reverse))
            Conformance.Expect.Equal(expected, forward.Jvp(gradient, UnconnectedGradients.Zero), 1e-10);
    }

    /// <summary>Elements that stand far apart are elements all the same.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_order_in_storage_does_not_matter(string name)
    {
        (OperationCase operation, Tensor<double>[] inputs, _, Tensor<double> weights) = Setting(name);
        Tensor<double>[] scattered = [.. inputs.Select(Scattered)];
        Assert.Equal(operation.Function(inputs).ToArray(), operation.Function(scattered).ToArray());
        Assert.Equal(Gradients(operation, inputs, weights).Select(x => x.ToArray()), Gradients(operation, scattered, weights).Select(x => x.ToArray()));
    }

    /// <summary>The same numbers, every other element of a larger tensor whose axes stand the other way round.</summary>
    private static Tensor<double> Scattered(Tensor<double> x)
    {
        if (x.Rank == 0)
            return Tensor.Stack<double>([x + 1, x])[1];
        Tensor<double> turned = Tensor.PermuteDimensions(Tensor.Stack<double>([x, x + 1], -1));
        TensorIndex[] evens = [.. Enumerable.Repeat((TensorIndex)Range.All, x.Rank), 0];
        return Tensor.PermuteDimensions(Tensor.From(turned.ToArray(), turned.Shape))[evens];
    }

    private static (OperationCase Operation, Tensor<double>[] Inputs, Tensor<double>[] Directions, Tensor<double> Weights) Setting(string name)
    {
        OperationCase operation = OperationCases.All[name];
        Random random = new(7);
        Tensor<double>[] inputs = operation.Inputs();
        Shape result = operation.Function(inputs).Shape;
        return (operation, inputs, [.. inputs.Select(input => OperationCase.Draw(random, input.Shape, -1, 1))], OperationCase.Draw(random, result, 0.5, 1.5));
    }

    private static Tensor<double>[] Moved(Tensor<double>[] inputs, Tensor<double>[] directions, double step) =>
        [.. inputs.Zip(directions, (input, direction) => input + (step * direction))];

    private static Tensor<double>[] Gradients(OperationCase operation, Tensor<double>[] inputs, Tensor<double> weights)
    {
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch<double>(inputs);
            y = operation.Function(inputs);
        }
        return tape.GradientWith([y], [weights], inputs, UnconnectedGradients.Zero)!;
    }

    private static IEnumerable<(Tensor<double> Gradient, Tensor<double> Direction)> Zip(Tensor<double>[] gradients, Tensor<double>[] directions) => gradients.Zip(directions);

    private static double Dot(Tensor<double>[] left, Tensor<double>[] right) => left.Zip(right, Dot).Sum();

    private static double Dot(Tensor<double> left, Tensor<double> right)
    {
        Assert.Equal(left.Shape, right.Shape);
        return left.ToArray().Zip(right.ToArray(), (x, y) => x * y).Sum();
    }

    private static double Scale(Tensor<double>[] inputs, Tensor<double> weights) => 1 + inputs.Sum(x => x.FlattenedLength) + weights.FlattenedLength;

    private static void AssertClose(double expected, double actual, double scale) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-10 * (scale + Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
}
