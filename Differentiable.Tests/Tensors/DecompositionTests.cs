using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Factors at right angles, eigenvalues, singular values and approximate solutions: what they are, and where there are none.</summary>
public class DecompositionTests
{
    private const double Inf = double.PositiveInfinity;

    private const double NaN = double.NaN;

    private static readonly Tensor<double> s_singular = [[1, 2, 3], [2, 4, 6], [1, 0, 1]];

    public static TheoryData<int, int> Sizes => new() { { 1, 1 }, { 3, 3 }, { 5, 2 }, { 2, 5 }, { 40, 40 }, { 60, 17 }, { 17, 60 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_factors_of_QR_are_at_right_angles_and_a_triangle(int rows, int columns)
    {
        Tensor<double> x = Drawn(rows, columns);
        (Tensor<double> q, Tensor<double> r) = Tensor.QR(x);
        Expect.Equal(x, Tensor.MatMul(q, r), 1e-13);
        RequireRightAngles(q);
        Assert.Equal(Tensor.UpperTriangle(r).ToArray(), r.ToArray());
        Assert.All(Tensor.Diagonal(r).ToArray(), element => Assert.True(element > 0));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Singular_values_and_vectors_make_up_the_matrix(int rows, int columns)
    {
        Tensor<double> x = Drawn(rows, columns);
        RequireSingularValues(x);
        RequireSingularValues(x * 1e200);
        RequireSingularValues(x * 1e-200);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(50)]
    public void Eigenvalues_and_eigenvectors_make_up_the_matrix(int size)
    {
        Tensor<double> x = Drawn(size, size);
        RequireEigenvalues(x + Tensor.Transpose(x));
        RequireEigenvalues((x + Tensor.Transpose(x)) * 1e200);
        RequireEigenvalues((x + Tensor.Transpose(x)) * 1e-200);
        Tensor<double> ofLowRank = x[.., ..1];
        RequireEigenvalues(Tensor.MatMul(ofLowRank, Tensor.Transpose(ofLowRank)));
    }

    [Fact]
    public void Matrices_with_equal_or_no_values_have_factors()
    {
        RequireSingularValues(s_singular);
        RequireSingularValues(Tensor.Zeros<double>([4, 2]));
        RequireSingularValues(Tensor.Eye<double>(3));
        RequireSingularValues(Tensor.Concatenate([s_singular, s_singular]));
        RequireSingularValues([[0, 0, 1e-300], [0, 2, 0]]);
        RequireEigenvalues(Tensor.Zeros<double>([3, 3]));
        RequireEigenvalues(Tensor.Eye<double>(3));
        RequireEigenvalues([[0, 1], [1, 0]]);
        RequireEigenvalues([[1, 1e-20, 0], [1e-20, 1e-20, 1e-20], [0, 1e-20, -1e-20]]);
        (Tensor<double> q, Tensor<double> r) = Tensor.QR(s_singular);
        Expect.Equal(s_singular, Tensor.MatMul(q, r));
        RequireRightAngles(q);
        (q, r) = Tensor.QR(Tensor.Zeros<double>([3, 2]));
        RequireRightAngles(q);
        Expect.Equal(Tensor.Zeros<double>([2, 2]), r);
    }

    [Fact]
    public void Signs_do_not_hang_on_rounding()
    {
        double half = Math.Sqrt(0.5);
        (Tensor<double> values, Tensor<double> vectors) = Tensor.EigH<double>([[2, 99], [1, 2]]);
        Expect.Equal([1, 3], values);
        Expect.Equal([[half, half], [-half, half]], vectors);
        (Tensor<double> u, Tensor<double> s, Tensor<double> v) = Tensor.Svd<double>([[0, -3], [2, 0]]);
        Expect.Equal([3, 2], s);
        Expect.Equal([[1, 0], [0, 1]], u);
        Expect.Equal([[0, 1], [-1, 0]], v);
    }

    /// <summary>The roots of the eigenvalues of xᵀx are none of that: it has lost them.</summary>
    [Fact]
    public void Small_singular_values_are_as_exact_as_large_ones()
    {
        Tensor<double> s = Tensor.Svd<double>([[1e-60, 1, 0], [0, 1, 0], [1e-60, 0, 1e-120]]).S;
        Assert.Equal(Math.Sqrt(2), (double)s[0], 1e-15);
        Assert.Equal(1, (double)s[1] / (1e-60 * Math.Sqrt(1.5)), 1e-14);
        Assert.Equal(1, (double)s[2] / (1e-120 / Math.Sqrt(3)), 1e-14);
    }

    /// <summary>Of functions that signs do not matter for.</summary>
    [Fact]
    public void Values_and_gradients_are_those_of_PyTorch()
    {
        Tensor<double> x = [[3, 1, 2], [1, 4, -1], [0.5, -1, -2]], weights = [[1, 2], [3, 4], [5, 6], [7, 8]];
        Expect.Equal([-2.2457881610336723, 2.5727244517251027, 4.673063709308569], Tensor.EigH(x).Values);
        Expect.Equal(
            [[29.587852340307798, 16.765523221652217, 0.0652493179311184], [16.76552322165222, 5.90033192321601, 0.39794447254884047], [0.06524931793111849, 0.3979444725488405, -0.029513534385939212]],
            InBothTriangles(Gradients.Of(x => Tensor.EigH(x) is var (values, vectors) ? Tensor.Square(vectors[0]) * Tensor.Exp(values) : x, x)!));
        Expect.Equal([4.6916530006982144, 3.3497899751872353, 2.0043201448806847], Tensor.Svd(x).S);
        Expect.Equal(
            [[0.12190031386450943, -0.27367062745476356, 0.11216065004519074], [-0.13498159586752342, 0.2208125130147845, -0.09410400261174709], [0.051874758961591584, -0.021665137096893907, 0.06530951629906845]],
            Gradients.Of(x => Tensor.Svd(x) is var (u, s, v) ? u[0] * v[1] * Tensor.Sin(s) : x, x));
        Expect.Equal(
            [[14.966293263882168, -67.29534000414395], [179.32082581444337, -201.86521719230277], [1150.2070345017871, -336.3102774596876], [150.89675266761017, -66.13038207692021]],
            Gradients.Of(x => Tensor.QR(x) is var (q, r) ? Tensor.Sum(Tensor.Abs(q) * weights) + (Tensor.Exp(r[0, 0]) * Tensor.Abs(r[0, 1])) : x, [[1, 2], [3, 4], [5, -6], [1, 0]]));
        Expect.Equal([[0.2818181818181817], [0.259090909090909]], Tensor.LeastSquares<double>([[1, 2], [3, 4], [5, -6], [1, 0]], [[1], [2], [0], [-1]]));
    }

    [Fact]
    public void Least_squares_solve_the_normal_equations()
    {
        Tensor<double> x = Drawn(7, 3), right = Drawn(7, 2), y = Tensor.LeastSquares(x, right), transpose = Tensor.Transpose(x);
        Expect.Equal(Tensor.Solve(Tensor.MatMul(transpose, x), Tensor.MatMul(transpose, right)), y, 1e-12);
        right = Drawn(3, 2);
        y = Tensor.LeastSquares(transpose, right);
        Expect.Equal(right, Tensor.MatMul(transpose, y), 1e-13);
        Expect.Equal(Tensor.MatMul(x, Tensor.Solve(Tensor.MatMul(transpose, x), right)), y, 1e-12);
    }

    [Fact]
    public void Values_have_derivatives_where_they_are_equal_and_vectors_have_not()
    {
        Tensor<double> x = Tensor.Eye<double>(3);
        Expect.Equal(x, Gradients.Of(x => Tensor.EigH(x).Values, x));
        Expect.Equal(x, Gradients.Of(x => Tensor.Svd(x).S, x));
        Assert.DoesNotContain(InBothTriangles(Gradients.Of(x => Tensor.EigH(x).Vectors, x)!).ToArray(), double.IsFinite);
        Assert.Contains(Gradients.Of(x => Tensor.Svd(x).U, x)!.ToArray(), element => !double.IsFinite(element));
        Assert.Contains(Gradients.Of(x => Tensor.Svd(x).U, s_singular[.., ..2] * 0.0)!.ToArray(), element => !double.IsFinite(element));
    }

    /// <summary>As in TensorFlow, whose Cholesky has a symmetric gradient.</summary>
    [Fact]
    public void Only_the_triangle_that_is_read_has_a_gradient()
    {
        Tensor<double> dx = Gradients.Of(x => Tensor.EigH(x) is var (values, vectors) ? vectors * Tensor.Exp(values) : x, [[2, 99, 99], [0.5, -1, 99], [0.25, 1, 4]])!;
        Expect.Equal(Tensor.LowerTriangle(dx), dx);
        Expect.Equal([[1.5527864045000421, 0], [1.7888543819998317, 2.4472135954999579]], Gradients.Of(x => Tensor.EigH(x).Values * new double[] { 1, 3 }, [[2, 1], [1, 3]]));
        dx = Gradients.Of(x => Tensor.Cholesky(x), [[2, 99], [1, 3]])!;
        Expect.Equal(Tensor.Transpose(dx), dx);
    }

    [Fact]
    public void A_matrix_without_full_rank_is_named()
    {
        Tensor<double> batch = [[[1, 0], [0, 1]], [[1, 0], [2, 0]]];
        Assert.Contains("LeastSquares: matrix [1] of the batch (2) is singular", Assert.Throws<SingularMatrixException>(() => Tensor.LeastSquares(batch, Tensor.Ones<double>([2, 1]))).Message, StringComparison.Ordinal);
        Assert.Throws<SingularMatrixException>(() => Gradients.Of(x => Tensor.QR(x).R, batch));
    }

    [Fact]
    public void Elements_that_are_not_finite_make_all_results_NaN()
    {
        foreach (double element in new[] { NaN, Inf, -Inf })
        {
            Tensor<double> x = [[[1, 2], [element, 3]], [[1, 0], [0, 2]]];
            foreach (Tensor<double> result in new[] { Tensor.QR(x).Q, Tensor.QR(x).R, Tensor.EigH(x).Values, Tensor.EigH(x).Vectors, Tensor.Svd(x).U, Tensor.Svd(x).S, Tensor.Svd(x).V, Tensor.LeastSquares(x, x) })
            {
                Assert.All(result[0].ToArray(), each => Assert.True(double.IsNaN(each)));
                Assert.All(result[1].ToArray(), each => Assert.True(double.IsFinite(each)));
            }
        }
        Expect.Equal([1, 2], Tensor.EigH<double>([[1, NaN], [0, 2]]).Values);
    }

    [Fact]
    public void Matrices_without_rows_and_batches_without_matrices_have_results()
    {
        foreach (Shape shape in new Shape[] { [0, 0], [3, 0], [0, 3], [0, 2, 2] })
        {
            Tensor<double> none = Tensor.Zeros<double>(shape);
            Expect.Equal(none, Tensor.MatMul(Tensor.QR(none).Q, Tensor.QR(none).R));
            (Tensor<double> u, Tensor<double> s, Tensor<double> v) = Tensor.Svd(none);
            Expect.Equal(none, Tensor.MatMul(u * Tensor.Unsqueeze(s, -2), Tensor.Transpose(v)));
            Assert.Equal(shape, Gradients.Of(x => OperationCases.Joined(Tensor.Svd(x)), none)!.Shape);
            Assert.Equal(shape, Gradients.Of(x => OperationCases.Joined(Tensor.QR(x)), none)!.Shape);
        }
        Assert.Equal([0], Tensor.EigH(Tensor.Zeros<double>([0, 0])).Values.Shape);
        Assert.Equal([0, 2, 2], Tensor.EigH(Tensor.Zeros<double>([0, 2, 2])).Vectors.Shape);
        Expect.Equal(Tensor.Zeros<double>([3, 2]), Tensor.LeastSquares(Tensor.Zeros<double>([0, 3]), Tensor.Zeros<double>([0, 2])));
        Assert.Equal([0, 2], Tensor.LeastSquares(Tensor.Zeros<double>([3, 0]), Tensor.Ones<double>([3, 2])).Shape);
        Assert.Equal([0, 4], Tensor.Kronecker(Tensor.Zeros<double>([0, 2]), Tensor.Ones<double>([3, 2])).Shape);
    }

    [Fact]
    public void Single_precision_and_half_precision_are_supported()
    {
        Tensor<float> x = Tensor.Cast<double, float>(Drawn(5, 3)), s = Tensor.Svd(x).S;
        Expect.Equal(x, Tensor.MatMul(Tensor.QR(x).Q, Tensor.QR(x).R));
        Expect.Equal(Tensor.Sqrt(Tensor.EigH(Tensor.MatMul(Tensor.Transpose(x), x)).Values), Tensor.Reverse(s, 0), 1e-5);
        Tensor<Half> halves = [[(Half)2, (Half)0], [(Half)0, (Half)3]];
        Assert.Equal([(Half)3, (Half)2], Tensor.Svd(halves).S.ToArray());
        Assert.Equal([(Half)2, (Half)3], Tensor.EigH(halves).Values.ToArray());
        Assert.Equal(halves.ToArray(), Tensor.QR(halves).R.ToArray());
        Assert.Equal([(Half)1, (Half)2], Tensor.LeastSquares(halves, [[(Half)2], [(Half)6]]).ToArray());
        Assert.Equal([(Half)1, (Half)0, (Half)0, (Half)1], Gradient.Of<Half>(x => Tensor.Sum(Tensor.EigH(x).Values))(halves).ToArray());
    }

    [Fact]
    public void Triangles_multiply_to_the_rows_in_their_order()
    {
        Tensor<double> x = OperationCase.Draw(new Random(3), [6, 4, 4], -1, 1);
        (Tensor<double> l, Tensor<double> u, Tensor<int> order) = Tensor.LU(x);
        for (int i = 0; i < 6; i++)
            Expect.Equal(Tensor.Gather(x[i], order[i]), Tensor.MatMul(l[i], u[i]));
        Expect.Equal(Tensor.LowerTriangle(l), l);
        Expect.Equal(Tensor.UpperTriangle(u), u);
        Expect.Equal(Tensor.Ones<double>([6, 4]), Tensor.Diagonal(l));
        Assert.True((bool)(Tensor.Max(Tensor.Abs(l)) <= 1));
        Expect.Equal(Tensor.Abs(Tensor.Determinant(x)), Tensor.Abs(Tensor.Product(Tensor.Diagonal(u), [1])));
    }

    [Fact]
    public void Singular_matrices_have_triangles_and_no_derivatives_of_them()
    {
        Tensor<double> x = [[1, 2], [2, 4]];
        (Tensor<double> l, Tensor<double> u, Tensor<int> order) = Tensor.LU(x);
        Expect.Equal([[1, 0], [0.5, 1]], l);
        Expect.Equal([[2, 4], [0, 0]], u);
        Assert.Equal([1, 0], order.ToArray());
        Assert.Throws<SingularMatrixException>(() => Gradients.Of(x => Tensor.LU(x).L, x));
        Assert.Equal([0, 0], Gradients.Of(x => Tensor.LU(x).U, Tensor.Zeros<double>([0, 0]))!.Shape);
        Assert.Contains("LU: shape (2, 3)", Assert.Throws<ShapeMismatchException>(() => Tensor.LU(Tensor.Ones<double>([2, 3]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kronecker_products_are_blocks() => Expect.Equal([[0, 5, 0, 10], [6, 7, 12, 14], [0, 15, 0, 20], [18, 21, 24, 28]], Tensor.Kronecker<double>([[1, 2], [3, 4]], [[0, 5], [6, 7]]));

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Tensor<double> oblong = Tensor.Ones<double>([2, 3]), vector = Tensor.Ones<double>([3]);
        Assert.Contains("EigH: shape (2, 3)", Assert.Throws<ShapeMismatchException>(() => Tensor.EigH(oblong)).Message, StringComparison.Ordinal);
        Assert.Contains("QR: shape (3)", Assert.Throws<ArgumentException>(() => Tensor.QR(vector)).Message, StringComparison.Ordinal);
        Assert.Contains("Svd: shape (3)", Assert.Throws<ArgumentException>(() => Tensor.Svd(vector)).Message, StringComparison.Ordinal);
        Assert.Contains("Kronecker: shape (3)", Assert.Throws<ArgumentException>(() => Tensor.Kronecker(oblong, vector)).Message, StringComparison.Ordinal);
        Assert.Contains("(2, 3) and (3, 2)", Assert.Throws<ShapeMismatchException>(() => Tensor.LeastSquares(oblong, Tensor.Transpose(oblong))).Message, StringComparison.Ordinal);
    }

    private static Tensor<double> Drawn(int rows, int columns) => OperationCase.Draw(new Random(rows + columns), [rows, columns], -1, 1);

    /// <summary>What a gradient is with respect to a matrix that stays symmetric: half of it in either triangle.</summary>
    private static Tensor<double> InBothTriangles(Tensor<double> dx) => (dx + Tensor.Transpose(dx)) / 2.0;

    private static void RequireRightAngles(Tensor<double> vectors) =>
        Expect.Equal(Tensor.Eye<double>(vectors.Shape[^1]), Tensor.MatMul(Tensor.Transpose(vectors), vectors), 1e-13);

    private static void RequireSingularValues(Tensor<double> x)
    {
        (Tensor<double> u, Tensor<double> s, Tensor<double> v) = Tensor.Svd(x);
        RequireRightAngles(u);
        RequireRightAngles(v);
        RequireAscending(-s);
        RequireProduct(x, u, s, v);
    }

    private static void RequireEigenvalues(Tensor<double> x)
    {
        (Tensor<double> values, Tensor<double> vectors) = Tensor.EigH(x);
        RequireRightAngles(vectors);
        RequireAscending(values);
        RequireProduct(x, vectors, values, vectors);
    }

    private static void RequireAscending(Tensor<double> values) => Assert.Equal(Tensor.Sort(values).ToArray(), values.ToArray());

    private static void RequireProduct(Tensor<double> x, Tensor<double> left, Tensor<double> values, Tensor<double> right)
    {
        Tensor<double> scale = Tensor.Max(Tensor.Max(Tensor.Abs(x)), 1e-300);
        Expect.Equal(x / scale, Tensor.MatMul(left * Tensor.Unsqueeze(values / scale, -2), Tensor.Transpose(right)), 1e-13);
    }
}
