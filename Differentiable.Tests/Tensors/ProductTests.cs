using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Products of vectors, and diagonals: their values and their edges.</summary>
public class ProductTests
{
    private readonly Tensor<double> _matrix = [[1, 2, 3], [4, 5, 6]];

    private readonly Tensor<double> _vector = [1, 10, 100];

    [Fact]
    public void Dot_is_the_sum_of_the_products()
    {
        Expect.Equal(10101, Tensor.Dot(_vector, _vector));
        Expect.Equal(0, Tensor.Dot(Tensor.Zeros<double>([0]), Tensor.Zeros<double>([0])));
    }

    [Fact]
    public void Outer_has_all_products() => Expect.Equal([[2, 20, 200], [3, 30, 300]], Tensor.Outer([2, 3], _vector));

    [Fact]
    public void MatVec_is_one_dot_product_for_each_row()
    {
        Expect.Equal([321, 654], Tensor.MatVec(_matrix, _vector));
        Expect.Equal([[321, 654], [6, 15]], Tensor.MatVec(_matrix, [_vector, [1, 1, 1]]));
    }

    [Fact]
    public void Trace_and_diagonal_take_what_there_is()
    {
        Expect.Equal([1, 5], Tensor.Diagonal(_matrix));
        Expect.Equal(6, Tensor.Trace(_matrix));
        Expect.Equal(0, Tensor.Trace(Tensor.Zeros<double>([0, 3])));
        Expect.Equal([5, 5], Tensor.Trace<double>([[[1, 2], [3, 4]], [[4, 3], [2, 1]]]));
    }

    [Fact]
    public void What_is_not_finite_stays_where_it_is()
    {
        Expect.Equal([double.NaN, 2], Tensor.MatVec<double>([[double.NaN, 1], [1, 1]], [1, 1]));
        Expect.Equal(double.PositiveInfinity, Tensor.Dot<double>([double.PositiveInfinity, 1], [1, 1]));
        Expect.Equal(2, Tensor.Trace<double>([[1, double.NaN], [double.NaN, 1]]));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Assert.Contains("(3) and (2)", Assert.Throws<ShapeMismatchException>(() => Tensor.Dot(_vector, [1, 2])).Message);
        Assert.Contains("(2, 3) and (3)", Assert.Throws<ArgumentException>(() => Tensor.Dot(_matrix, _vector)).Message);
        Assert.Contains("(3) and (2, 3)", Assert.Throws<ArgumentException>(() => Tensor.Outer(_vector, _matrix)).Message);
        Assert.Contains("(2, 3) and (2)", Assert.Throws<ShapeMismatchException>(() => Tensor.MatVec(_matrix, [1, 2])).Message);
        Assert.Contains("(3) and (3)", Assert.Throws<ArgumentException>(() => Tensor.MatVec(_vector, _vector)).Message);
        Assert.Contains("Trace: shape (3)", Assert.Throws<ArgumentException>(() => Tensor.Trace(_vector)).Message);
        Assert.Contains("Diagonal: shape ()", Assert.Throws<ArgumentException>(() => Tensor.Diagonal<double>(1)).Message);
    }
}
