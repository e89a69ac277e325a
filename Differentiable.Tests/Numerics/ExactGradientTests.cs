namespace Differentiable.Tests.Numerics;

/// <summary>Gradients that are known in closed form.</summary>
public class ExactGradientTests
{
    [Fact]
    public void Of_a_square() => Assert.Equal([6.0], Gradients.Of("Scalars.Square", 3.0));

    [Fact]
    public void Of_a_constant() => Assert.Equal([0.0], Gradients.Of("Scalars.Constant", 3.0));

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 1.0)]
    [InlineData(5, 80.0)]
    public void Of_a_power_in_a_loop(int n, double expected) => Assert.Equal([expected], Gradients.Of("Loops.Power", 2.0, n));

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(5, 80.0)]
    public void Of_a_power_by_recursion(int n, double expected) => Assert.Equal([expected], Gradients.Of("Recursion.Power", 2.0, n));

    [Fact]
    public void Of_a_product_of_vectors_is_the_other_vector() =>
        Assert.Equal([4.0, 5.0, 6.0, 1.0, 2.0, 3.0], Gradients.Of("Arrays.Dot", new[] { 1.0, 2, 3 }, new[] { 4.0, 5, 6 }));

    [Fact]
    public void Of_a_polynomial_are_the_powers() =>
        Assert.Equal([1.0, 2.0, 4.0, 13.0], Gradients.Of("Loops.Horner", new[] { 7.0, 1, 3 }, 2.0));

    [Fact]
    public void Of_the_determinant_are_the_cofactors() => Assert.Equal(
        [-3.0, 6.0, -3.0, 6.0, -12.0, 6.0, -3.0, 6.0, -3.0],
        Gradients.Of("Matrices.Determinant3", new double[,] { { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } }));

    [Fact]
    public void Of_sums_over_nothing() => Assert.Equal([], Gradients.Of("Loops.SumOfSquares", new object[] { Array.Empty<double>() }));

    [Fact]
    public void Of_sorted_values_go_back_to_where_they_came_from() =>
        Assert.Equal([4.0, 18.0, 1.0], Gradients.Of("Swaps.BubbleSort", new object[] { new[] { 1.0, 3.0, 0.5 } }));

    [Fact]
    public void Of_a_root_by_iteration_is_that_of_the_root() =>
        Assert.Equal(1 / (2 * Math.Sqrt(2)), Gradients.Of("WhileLoops.NewtonSqrt", 2.0, 1e-14)[0], 1e-12);

    [Fact]
    public void Of_the_log_of_a_sum_of_exponentials_are_the_weights()
    {
        double[] x = [0.1, 1.5, -0.7];
        double sum = x.Sum(Math.Exp);
        double[] gradient = Gradients.Of("Statistics.LogSumExp", new object[] { x });
        Assert.All(x.Zip(gradient), pair => Assert.Equal(Math.Exp(pair.First) / sum, pair.Second, 1e-15));
    }
}
