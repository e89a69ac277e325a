using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Exponentials of matrices against those that are known, in all ranges that are computed differently.</summary>
public class MatrixExponentialTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(1e-3)]
    [InlineData(0.2)]
    [InlineData(0.9)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(-1000)]
    public void That_of_a_skew_matrix_is_a_rotation(double angle)
    {
        Tensor<double> x = [[0, -angle], [angle, 0]];
        Tensor<double> expected = [[Math.Cos(angle), -Math.Sin(angle)], [Math.Sin(angle), Math.Cos(angle)]];
        Expect.Equal(expected, Tensor.MatrixExponential(x), 1e-15 * (4 + Math.Abs(angle)));
    }

    [Fact]
    public void That_of_a_nilpotent_matrix_is_a_polynomial() => Expect.Equal([[1, 1, 3.5], [0, 1, 3], [0, 0, 1]], Tensor.MatrixExponential<double>([[0, 1, 2], [0, 0, 3], [0, 0, 0]]), 1e-15);

    /// <summary>Moler and Van Loan, "Nineteen dubious ways to compute the exponential of a matrix", 1978: the series loses all digits here.</summary>
    [Fact]
    public void Eigenvalues_far_apart()
    {
        (double slow, double fast) = (Math.Exp(-1), Math.Exp(-17));
        Expect.Equal([[(-2 * slow) + (3 * fast), 1.5 * (slow - fast)], [-4 * (slow - fast), (3 * slow) - (2 * fast)]], Tensor.MatrixExponential<double>([[-49, 24], [-64, 31]]), 2e-14);
    }

    /// <summary>How large a matrix is says nothing of its powers: halving it as often as its norm asks for would lose the digits of the diagonal.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e6)]
    [InlineData(1e20)]
    [InlineData(1e100)]
    public void An_element_beside_the_diagonal_may_be_large(double large)
    {
        double[] y = Tensor.MatrixExponential<double>([[1, large], [0, -1]]).ToArray(), expected = [Math.E, large * Math.Sinh(1), 0, 1 / Math.E];
        Assert.All(expected.Zip(y), pair => Assert.Equal(pair.First, pair.Second, 4e-15 * Math.Abs(pair.First)));
    }

    [Fact]
    public void Each_matrix_of_a_batch_has_its_own()
    {
        Tensor<double> x = OperationCase.Draw(new Random(1), [2, 3, 4, 4], -3, 3), y = Tensor.MatrixExponential(x);
        Expect.Equal(Tensor.MatrixExponential(x[1, 2]), y[1, 2]);
        Expect.Equal(Tensor.BroadcastTo(Tensor.Eye<double>(4), [2, 3, 4, 4]), Tensor.MatMul(y, Tensor.MatrixExponential(-x)), 1e-11);
        Expect.Equal(Tensor.Exp(Tensor.Trace(x)), Tensor.Determinant(y), 1e-11);
    }

    [Fact]
    public void Large_numbers_overflow_and_vanish()
    {
        Tensor<double> y = Tensor.MatrixExponential(Tensor.DiagonalMatrix<double>(new[] { -1e200, 0 }));
        Expect.Equal(Tensor.DiagonalMatrix<double>(new[] { 0.0, 1 }), y);
        Assert.False(double.IsFinite((double)Tensor.MatrixExponential<double>([[1000]])));
    }

    /// <summary>The derivative of the trace is the transposed exponential; how large the cotangent is does not matter.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e250)]
    [InlineData(1e-250)]
    public void The_derivative_of_its_trace_is_known(double weight)
    {
        Tensor<double> x = OperationCase.Draw(new Random(1), [5, 5], -2, 2), gradient = Gradient.Of<double>(x => weight * Tensor.Trace(Tensor.MatrixExponential(x)))(x);
        Expect.Equal(Tensor.Transpose(Tensor.MatrixExponential(x)), gradient / weight);
    }

    [Fact]
    public void Narrower_types_are_computed_in_double_precision()
    {
        Tensor<double> x = OperationCase.Draw(new Random(1), [3, 3], -2, 2);
        Tensor<float> narrow = Tensor.Cast<double, float>(x);
        Tensor<double> wide = Tensor.Cast<float, double>(narrow);
        Expect.Equal(Tensor.Cast<double, float>(Tensor.MatrixExponential(wide)), Tensor.MatrixExponential(narrow), 1e-7);
        Expect.Equal(
            Tensor.Cast<double, float>(Gradient.Of<double>(x => Tensor.Sum(Tensor.MatrixExponential(x)))(wide)), Gradient.Of<float>(x => Tensor.Sum(Tensor.MatrixExponential(x)))(narrow), 1e-6);
        Assert.Equal(Math.E, (double)Tensor.MatrixExponential<Half>([[Half.One]]).ToScalar(), 2e-3);
    }

    [Fact]
    public void What_is_no_matrix_of_numbers()
    {
        Tensor<double> y = Tensor.MatrixExponential<double>([[[double.NaN, 0], [0, 0]], [[0, 0], [0, 0]]]);
        Assert.All(y[0].ToArray(), element => Assert.True(double.IsNaN(element)));
        Expect.Equal(Tensor.Eye<double>(2), y[1]);
        Assert.Equal([0, 0], Tensor.MatrixExponential(Tensor.Zeros<double>(0, 0)).Shape);
        Assert.Equal([0, 0], Gradient.Of<double>(Tensor.MatrixExponential)(Tensor.Zeros<double>(0, 0)).Shape);
        Assert.Equal([0, 2, 2], Gradient.Of<double>(Tensor.MatrixExponential)(Tensor.Zeros<double>(0, 2, 2)).Shape);
        Assert.Throws<ShapeMismatchException>(() => Tensor.MatrixExponential(Tensor.Zeros<double>(2, 3)));
        Assert.Throws<ArgumentException>(() => Tensor.MatrixExponential(Tensor.Zeros<double>(2)));
    }
}
