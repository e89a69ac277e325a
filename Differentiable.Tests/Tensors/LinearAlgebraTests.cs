using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Factors, solutions and determinants: what they are, and what is said where there are none.</summary>
public class LinearAlgebraTests
{
    private readonly Tensor<double> _x = [[0, 2, 1], [4, 1, -1], [2, 3, 5]];

    private readonly Tensor<double> _singular = [[1, 2], [2, 4]];

    private readonly Tensor<double> _regular = [[2, 1], [1, 3]];

    [Fact]
    public void Cholesky_reads_the_lower_triangle() => Expect.Equal([[2, 0], [1, 3]], Tensor.Cholesky<double>([[4, 99], [2, 10]]));

    [Fact]
    public void The_gradient_of_Cholesky_is_symmetric()
    {
        Variable<double> x = new(_regular);
        GradientTape tape = new();
        Tensor<double> factor;
        using (tape.Record())
            factor = Tensor.Cholesky(x);
        Tensor<double>? gradient = tape.Gradient(factor, x);
        Expect.Equal(Tensor.Transpose(gradient!), gradient);
    }

    [Fact]
    public void Solutions_solve_the_equations()
    {
        Tensor<double> right = [[1, 2], [3, 4], [5, 6]];
        Expect.Equal(right, Tensor.MatMul(_x, Tensor.Solve(_x, right)));
        Expect.Equal(Tensor.Eye<double>(3), Tensor.MatMul(Tensor.Inverse(_x), _x));
        Expect.Equal([[2], [3]], Tensor.SolveTriangular<double>([[1, double.NaN], [2, 4]], [[2], [16]]));
        Expect.Equal([[-1], [4]], Tensor.SolveTriangular<double>([[3, 2], [99, 4]], [[5], [16]], isLower: false));
    }

    [Fact]
    public void Large_matrices_are_solved_as_well()
    {
        Random random = new(3);
        Tensor<double> x = OperationCase.Draw(random, [120, 120], -1, 1), right = OperationCase.Draw(random, [120, 3], -1, 1);
        Expect.Equal(right, Tensor.MatMul(x, Tensor.Solve(x, right)), 1e-9);
        Tensor<double> positive = Tensor.MatMul(x, Tensor.Transpose(x)), factor = Tensor.Cholesky(positive);
        Expect.Equal(positive, Tensor.MatMul(factor, Tensor.Transpose(factor)), 1e-9);
        Assert.Equal((double)Tensor.LogDeterminant(positive).LogAbs, 2 * (double)Tensor.LogDeterminant(x).LogAbs, 1e-6);
    }

    [Fact]
    public void Single_precision_and_half_precision_are_supported()
    {
        Expect.Equal([[0.6f, -0.2f], [-0.2f, 0.4f]], Tensor.Inverse<float>([[2, 1], [1, 3]]));
        Assert.Equal(5f, (float)Tensor.Determinant<Half>([[(Half)2, (Half)1], [(Half)1, (Half)3]]).ToScalar());
    }

    [Fact]
    public void Determinants_have_their_sign()
    {
        Expect.Equal(-34, Tensor.Determinant(_x));
        (Tensor<double> sign, Tensor<double> logAbs) = Tensor.LogDeterminant<double>([[[0, 2], [3, 0]], [[2, 1], [1, 3]]]);
        Expect.Equal([-1, 1], sign);
        Expect.Equal([Math.Log(6), Math.Log(5)], logAbs);
    }

    [Fact]
    public void A_singular_matrix_has_a_determinant()
    {
        Expect.Equal(0, Tensor.Determinant(_singular));
        (Tensor<double> sign, Tensor<double> logAbs) = Tensor.LogDeterminant(_singular);
        Expect.Equal(0, sign);
        Expect.Equal(double.NegativeInfinity, logAbs);
    }

    /// <summary>Against the determinants of what is left without a row and a column.</summary>
    [Fact]
    public void The_gradient_of_a_singular_determinant_are_the_cofactors()
    {
        Tensor<double>[] matrices =
        [
            [[1, 2], [2, 4]], [[0, 1], [0, 0]], [[0, 0], [0, 0]], [[3]], [[0]], [[1, 2, 3], [2, 4, 6], [1, 1, 1]], [[0, 0, 1], [0, 0, 0], [0, 1, 0]], [[1, 2, 3], [2, 4, 6], [3, 6, 9]],
            [[0, 2, 1, 0], [4, 1, -1, 0], [2, 3, 5, 0], [1, 2, 3, 0]], [[1, 2, 0, 1], [0, 0, 0, 1], [0, 0, 0, 2], [3, 1, 2, 4]], [[2, 0, 0, 0], [0, 0, 3, 0], [0, 0, 0, 0], [0, 0, 0, 5]],
        ];
        foreach (Tensor<double> matrix in matrices)
            Expect.Equal(CofactorsOf(matrix), GradientOf(Tensor.Determinant, matrix));
    }

    [Fact]
    public void Singular_determinants_among_others_have_gradients_and_tangents_but_no_second_derivatives()
    {
        Tensor<double> batch = [_singular, _regular, [[0, 1], [0, 0]]], direction = [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]];
        Tensor<double> gradient = Tensor.Stack([CofactorsOf(_singular), CofactorsOf(_regular), [[0, 0], [-1, 0]]]);
        Expect.Equal(gradient, GradientOf(Tensor.Determinant, batch));
        Expect.Equal(Tensor.Sum(gradient * direction, [1, 2]), Gradient.Jvp(Tensor.Determinant, batch, direction).Tangent);
        Assert.Contains("no second derivatives", Assert.Throws<SingularMatrixException>(() => Gradient.Hvp(Tensor.Determinant, batch, direction)).Message, StringComparison.Ordinal);
        Expect.Equal([[4f, -2], [-2, 1]], Gradient.Of<float>(Tensor.Determinant)([[1, 2], [2, 4]]));
    }

    [Fact]
    public void A_large_singular_determinant_has_a_gradient_of_rank_1()
    {
        Random random = new(3);
        Tensor<double> x = OperationCase.Draw(random, [30, 30], -1, 1), singular = Tensor.Concatenate<double>([x[..29], Tensor.Sum(x[..29], [0], keepDimensions: true)]);
        Tensor<double> moved = singular + (1e-6 * Tensor.Ones<double>([30, 30])), gradient = GradientOf(Tensor.Determinant, singular)!;
        Assert.Equal((double)Tensor.Determinant(moved) / 1e-6, (double)Tensor.Sum(gradient), 1e-4 * Math.Abs((double)Tensor.Sum(gradient)));
    }

    [Fact]
    public void A_singular_matrix_is_named()
    {
        Tensor<double> batch = [[_regular, _regular], [_singular, _regular]], right = Tensor.Ones<double>([2, 1]);
        const string Which = "matrix [1, 0] of the batch (2, 2) is singular";
        Assert.Contains("Solve: " + Which, Assert.Throws<SingularMatrixException>(() => Tensor.Solve(batch, right)).Message);
        Assert.Contains("Inverse: " + Which, Assert.Throws<SingularMatrixException>(() => Tensor.Inverse(batch)).Message);
        Assert.Contains("Inverse: the matrix is singular", Assert.Throws<SingularMatrixException>(() => Tensor.Inverse(_singular)).Message);
        Assert.Contains("SolveTriangular: the matrix", Assert.Throws<SingularMatrixException>(() => Tensor.SolveTriangular([[1, 2], [2, 0]], right)).Message);
        Assert.Contains("gradient of LogDeterminant: " + Which, Assert.Throws<SingularMatrixException>(() => GradientOf(x => Tensor.LogDeterminant(x).LogAbs, batch)).Message);
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_named()
    {
        Assert.Contains("Cholesky: the matrix is not", Assert.Throws<NotPositiveDefiniteException>(() => Tensor.Cholesky(_singular)).Message);
        Assert.Contains("matrix [1] of the batch (2)", Assert.Throws<NotPositiveDefiniteException>(() => Tensor.Cholesky<double>([_regular, [[1, 2], [2, 1]]])).Message);
        Assert.Throws<NotPositiveDefiniteException>(() => Tensor.Cholesky<double>([[double.NegativeInfinity]]));
    }

    [Fact]
    public void NaN_is_not_hidden()
    {
        Tensor<double> x = [[0, 1], [double.NaN, 1]];
        Assert.All(Tensor.Inverse(x).ToArray(), element => Assert.True(double.IsNaN(element)));
        Assert.True(double.IsNaN((double)Tensor.Determinant(x)));
        Assert.True(double.IsNaN((double)Tensor.LogDeterminant(x).Sign));
        Assert.True(double.IsNaN((double)Tensor.LogDeterminant(x).LogAbs));
        Assert.True(double.IsNaN(Tensor.Cholesky<double>([[1, 0], [double.NaN, 1]]).ToArray()[3]));
    }

    [Fact]
    public void Matrices_without_rows_and_batches_without_matrices_have_results()
    {
        Tensor<double> none = Tensor.Zeros<double>([0, 0]), noBatch = Tensor.Zeros<double>([0, 2, 2]);
        Expect.Equal(1, Tensor.Determinant(none));
        Expect.Equal(0, Tensor.LogDeterminant(none).LogAbs);
        Assert.Equal([0, 0], Tensor.Inverse(none).Shape);
        Assert.Equal([0, 3], Tensor.Solve(none, Tensor.Zeros<double>([0, 3])).Shape);
        Assert.Equal([2, 0], Tensor.Solve(_regular, Tensor.Zeros<double>([2, 0])).Shape);
        Assert.Equal([0, 2, 2], Tensor.Cholesky(noBatch).Shape);
        Assert.Equal([0, 2, 1], Tensor.SolveTriangular(noBatch, Tensor.Ones<double>([2, 1])).Shape);
        Assert.Equal([0], Tensor.Determinant(noBatch).Shape);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Tensor<double> oblong = Tensor.Ones<double>([2, 3]);
        Assert.Contains("Cholesky: shape (2, 3)", Assert.Throws<ShapeMismatchException>(() => Tensor.Cholesky(oblong)).Message);
        Assert.Contains("Inverse: shape (2, 3)", Assert.Throws<ShapeMismatchException>(() => Tensor.Inverse(oblong)).Message);
        Assert.Contains("Determinant: shape (2, 3)", Assert.Throws<ShapeMismatchException>(() => Tensor.Determinant(oblong)).Message);
        Assert.Contains("(2, 2) and (3, 1)", Assert.Throws<ShapeMismatchException>(() => Tensor.Solve(_regular, Tensor.Ones<double>([3, 1]))).Message);
        Assert.Contains("fewer than two axes", Assert.Throws<ArgumentException>(() => Tensor.Solve(_regular, Tensor.Ones<double>([2]))).Message);
        Assert.Contains("(2, 2, 2) and (3, 2, 1)", Assert.Throws<ShapeMismatchException>(() => Tensor.SolveTriangular(Tensor.Ones<double>([2, 2, 2]), Tensor.Ones<double>([3, 2, 1]))).Message);
    }

    private static Tensor<double>? GradientOf(Func<Tensor<double>, Tensor<double>> function, Tensor<double> x)
    {
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch(x);
            y = function(x);
        }
        return tape.Gradient(y, x);
    }

    [Fact]
    public void A_matrix_that_is_too_large_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Eye<double>(-1));
        Assert.Throws<OverflowException>(() => Tensor.Eye<double>(1 << 16));
    }

    private static Tensor<double> CofactorsOf(Tensor<double> x)
    {
        int size = x.Shape[0];
        double[] cofactors = new double[size * size];
        for (int i = 0; i < cofactors.Length; i++)
            cofactors[i] = ((i / size) + (i % size)) % 2 == 0 ? MinorOf(i / size, i % size) : -MinorOf(i / size, i % size);
        return Tensor.From(cofactors, x.Shape);

        double MinorOf(int row, int column)
        {
            int[] rows = [.. Enumerable.Range(0, size).Where(i => i != row)], columns = [.. Enumerable.Range(0, size).Where(i => i != column)];
            return size == 1 ? 1 : (double)Tensor.Determinant(Tensor.Gather(Tensor.Gather(x, rows, 0), columns, 1));
        }
    }
}
