using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>An error names the operation that was called, the shapes that it was given, and what fits.</summary>
public class MessageTests
{
    private static readonly Tensor<double> s_two = Tensor.Zeros<double>(2), s_three = Tensor.Zeros<double>(3), s_six = Tensor.Zeros<double>(2, 3);

    [Fact]
    public void The_operation_is_the_one_that_was_called()
    {
        Assert.StartsWith("GreaterThan: shapes (2) and (3)", MismatchOf(() => s_two > s_three), StringComparison.Ordinal);
        Assert.StartsWith("Clamp: shapes (2) and (3)", MismatchOf(() => Tensor.Clamp(s_two, 0, s_three)), StringComparison.Ordinal);
        Assert.StartsWith("PermuteDimensions: ", Assert.Throws<ArgumentException>("order", () => Tensor.PermuteDimensions(s_six, [0, 0])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shapes_are_those_that_were_given()
    {
        Assert.StartsWith("MatMul: shapes (2, 1, 3) and (3, 3, 1)", MismatchOf(() => Tensor.MatMul(Tensor.Zeros<double>(2, 1, 3), Tensor.Zeros<double>(3, 3, 1))), StringComparison.Ordinal);
        Assert.Contains("(4, -1)", MismatchOf(() => Tensor.Reshape(s_six, 4, -1)), StringComparison.Ordinal);
        Assert.Contains("(-1, -1)", Assert.Throws<ArgumentOutOfRangeException>("lengths", () => Tensor.Reshape(s_six, -1, -1)).Message, StringComparison.Ordinal);
        Assert.Contains("any length", Assert.Throws<ArgumentException>("lengths", () => Tensor.Reshape(Tensor.Zeros<double>(0, 3), 0, -1)).Message, StringComparison.Ordinal);
        Assert.Equal([3, 0], Tensor.Reshape(Tensor.Zeros<double>(0, 3), 3, -1).Shape);
        Assert.Contains("row 0 has the shape (2), row 1 (1)", MismatchOf(() => (Tensor<double>)[[1, 2], [3]]), StringComparison.Ordinal);
        Assert.Contains(
            "part 0 has the shape (2, 3), part 1 (2, 2). They may differ only along axis 0, and do along axis 1",
            MismatchOf(() => Tensor.Concatenate([s_six, Tensor.Zeros<double>(2, 2)])),
            StringComparison.Ordinal);
        Assert.Contains("part 1 (2). They may differ only along axis 0.", MismatchOf(() => Tensor.Concatenate([s_six, s_two])), StringComparison.Ordinal);
        Assert.Contains("has no axes", Assert.Throws<ArgumentOutOfRangeException>("axes", () => Tensor.Sum<double>(1, [0])).Message, StringComparison.Ordinal);
        Assert.Contains("(2) and (3)", MismatchOf(() => Tensor.Cross(s_two, s_three)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_null_is_most_likely_a_gradient_that_is_not_there()
    {
        Tensor<double> none = null!;
        Func<object>[] operations =
        [
            () => Tensor.Sum(none), () => Tensor.Average(none), () => Tensor.Transpose(none), () => Tensor.Reshape(none, 1), () => Tensor.StopGradient(none),
            () => Tensor.MatVec(s_six, none), () => Tensor.MeanSquaredError(none, s_two), () => Tensor.Clamp(none, 0, 1), () => none + 1,
            () => Tensor.Max(none), () => Tensor.Dot(s_two, none), () => Tensor.SoftMaxCrossEntropy(none, s_two), () => Tensor.Stack([s_two, none]), () => Tensor.Concatenate([none]),
            () => (double)none, () => none ? 1 : 0,
        ];
        foreach (Func<object> operation in operations)
            Assert.Contains("UnconnectedGradients.Zero", Assert.Throws<ArgumentNullException>(operation).Message, StringComparison.Ordinal);
    }

    private static string MismatchOf(Func<object> operation) => Assert.Throws<ShapeMismatchException>(operation).Message;
}
