using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Parts of tensors and tensors of parts: values, empty ones, and what does not fit.</summary>
public class PartTests
{
    private static readonly Tensor<double> s_x = Tensor.Create<double>([1, 2, 3, 4, 5, 6], [2, 3]);

    private static readonly Tensor<double> s_none = Tensor.Zeros<double>([0, 3]);

    [Fact]
    public void Gathered_parts_stand_in_the_place_of_the_axis()
    {
        Expect.Equal([[3, 1], [6, 4]], Tensor.Gather(s_x, [2, 0], 1));
        Expect.Equal([4, 5, 6], Tensor.Gather(s_x, 1));
        Assert.Equal([2, 2, 0], Tensor.Gather(s_x, Tensor.Zeros<int>([2, 0]), 1).Shape);
        Assert.Equal([0, 3], Tensor.Gather(s_x, Tensor.Zeros<int>([0])).Shape);
    }

    [Fact]
    public void The_gradients_of_repeated_indices_add_up() =>
        Expect.Equal([[1, 1, 1], [3, 3, 3]], Gradients.Of(x => Tensor.Gather(x, [1, 0, 1, 1]), s_x));

    [Fact]
    public void An_index_beyond_the_axis_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Tensor.Gather(s_x, [2]));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Tensor.Gather(s_x, [-1]));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Tensor.Gather(s_none, [0]));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Tensor.Scatter(s_x, [3], Tensor.Zeros<double>([2, 1]), 1));
    }

    [Fact]
    public void Scattered_parts_are_added_or_replace_what_was_there()
    {
        Expect.Equal([[111, 2, 3], [4, 5, 6]], Tensor.ScatterAdd(s_x[.., 0..3], [0, 0], Tensor.Create<double>([10, 0, 0, 100, 0, 0], [2, 3])));
        Expect.Equal([[1, 8, 3], [4, 10, 6]], Tensor.Scatter(s_x, [1, 1], new double[,] { { 7, 8 }, { 9, 10 } }, 1));
        Assert.Contains(
            "(2, 3)", Assert.Throws<ShapeMismatchException>(() => Tensor.ScatterAdd(s_x, [0, 0], Tensor.Zeros<double>([3]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_updates_of_one_place_the_last_one_has_the_gradient() =>
        Expect.Equal([0, 1], Gradients.Of(updates => Tensor.Scatter(new double[] { 1, 2 }, [1, 1], updates), new double[] { 3, 4 }));

    [Fact]
    public void What_is_replaced_may_be_NaN() =>
        Expect.Equal([0, 1], Gradients.Of(x => Tensor.Scatter(x, [0], new double[] { 7 }), new[] { double.NaN, 2 }));

    [Fact]
    public void One_hot_vectors_of_indices_beyond_are_zero()
    {
        Expect.Equal([[0, 1], [0, 0], [0, 0]], Tensor.OneHot<double>([1, 2, -1], 2));
        Expect.Equal([0, 1], Tensor.OneHot<double>(1, 2));
        Expect.Equal([0, 0], Tensor.OneHot<double>(2, 2));
        Expect.Equal([0, 0], Tensor.OneHot<double>(-1, 2));
    }

    [Fact]
    public void Concatenation_wants_equal_axes()
    {
        Expect.Equal([[1, 2, 3, 1], [4, 5, 6, 4]], Tensor.Concatenate([s_x, s_x[.., ..1]], 1));
        Expect.Equal(s_x, Tensor.Concatenate([s_none, s_x]));
        Assert.Throws<ShapeMismatchException>(() => Tensor.Concatenate([s_x, s_x[..1]], 1));
        Assert.Throws<ShapeMismatchException>(() => Tensor.Concatenate([s_x, s_x[0]]));
        Assert.Throws<ArgumentException>(() => Tensor.Concatenate<double>([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Concatenate<double>([1, 2]));
    }

    [Fact]
    public void Parts_have_to_add_up_to_the_axis()
    {
        Expect.Equal([[2, 3], [5, 6]], Tensor.Split(s_x, [1, 2, 0], -1)[1]);
        Assert.Throws<ShapeMismatchException>(() => Tensor.Split(s_x, 2, 1));
        Assert.Throws<ShapeMismatchException>(() => Tensor.Split(s_x, [1, 1], 1));
        Assert.Throws<ShapeMismatchException>(() => Tensor.Split(s_x, [1, 3], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Split(s_x, [4, -1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Split(s_x, 0));
    }

    [Fact]
    public void Tiles_repeat_the_whole()
    {
        Expect.Equal([[1, 2, 1, 2], [3, 4, 3, 4]], Tensor.Tile<double>([[1, 2], [3, 4]], 1, 2));
        Assert.Equal([0, 3], Tensor.Tile(s_x, 0, 1).Shape);
        Assert.Throws<ShapeMismatchException>(() => Tensor.Tile(s_x, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Tile(s_x, 2, -1));
    }

    [Fact]
    public void What_shares_the_greatest_update_shares_the_derivative()
    {
        Tensor<double> x = [1, 5, 3], updates = [4, 4, 2];
        Tensor<int> indices = new[] { 0, 0, 1 };
        Expect.Equal([4, 5, 3], Tensor.ScatterMax(x, indices, updates));
        Expect.Equal([1, 2, 3], Tensor.ScatterMin(x, indices, updates));
        (Tensor<double> ofX, Tensor<double> ofUpdates) = Gradient.Of<double>((x, updates) => Tensor.ScatterMax(x, indices, updates))(x, updates);
        Expect.Equal([0, 1, 1], ofX);
        Expect.Equal([0.5, 0.5, 0], ofUpdates);
        (ofX, ofUpdates) = Gradient.Of<double>((x, updates) => Tensor.ScatterMin(x, new[] { 0, 0 }, updates))([2, 7], [2, 9]);
        Expect.Equal([0.5, 1], ofX);
        Expect.Equal([0.5, 0], ofUpdates);
        (ofX, _) = Gradient.Of<double>((x, updates) => Tensor.ScatterMax(x, 0, updates))([double.NaN, 1], 3.0);
        Expect.Equal([double.NaN, 1], ofX);
        Assert.Equal([9, 2, 3, 4], Tensor.ScatterMax<int>(new[,] { { 1, 2 }, { 3, 4 } }, 0, new[] { 9, 0 }).ToArray());
        Assert.Throws<ShapeMismatchException>(() => Tensor.ScatterMax(x, indices, x[..2]));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Tensor.ScatterMin(x, 3, 1.0));
    }

    [Fact]
    public void Points_of_a_grid_have_coordinates()
    {
        Tensor<int>[] points = Tensor.MeshGrid<int>(new[] { 1, 2 }, new[] { 3, 4, 5 });
        Assert.Equal([2, 3], points[0].Shape);
        Assert.Equal([1, 1, 1, 2, 2, 2], points[0].ToArray());
        Assert.Equal([3, 4, 5, 3, 4, 5], points[1].ToArray());
        Assert.Empty(Tensor.MeshGrid<double>());
        Assert.Contains("number 1", Assert.Throws<ShapeMismatchException>(() => Tensor.MeshGrid(s_x[0], s_x)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Padding_may_be_a_mirror_image()
    {
        Tensor<int> x = new[] { 1, 2, 3 };
        Assert.Equal([3, 2, 1, 2, 3, 2], Tensor.PadReflect(x, [(2, 1)]).ToArray());
        Assert.Equal([2, 1, 1, 2, 3, 3], Tensor.PadReflect(x, [(2, 1)], repeatsEdges: true).ToArray());
        Assert.Equal([1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3], Tensor.PadReflect(x, [(4, 4)]).ToArray());
        Assert.Equal([2, 3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1], Tensor.PadReflect(x, [(5, 4)], repeatsEdges: true).ToArray());
        Assert.Equal([7, 7, 7, 7], Tensor.PadReflect<int>(new[] { 7 }, [(1, 2)]).ToArray());
        Expect.Equal([[4, 3, 4, 3], [2, 1, 2, 1], [4, 3, 4, 3]], Tensor.PadReflect<double>([[1, 2], [3, 4]], [(1, 0), (1, 1)]));
        Expect.Equal([1, 3, 2], Gradient.Of<double>(x => Tensor.Sum(Tensor.PadReflect(x, [(2, 1)])))([1, 2, 3]));
        Assert.Throws<ShapeMismatchException>(() => Tensor.PadReflect(x, [(1, 1), (1, 1)]));
        Assert.Throws<ShapeMismatchException>(() => Tensor.PadReflect(s_none, [(1, 0), (0, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>("widths", () => Tensor.PadReflect(x, [(1, -1)]));
    }

    [Fact]
    public void Padding_has_its_value()
    {
        Expect.Equal([9, 1, 2, 9, 9], Tensor.Pad<double>(new double[] { 1, 2 }, [(1, 2)], 9));
        Expect.Equal([[0, 0, 0]], Tensor.Pad(s_none, [(1, 0), (0, 0)]));
        Assert.Throws<ShapeMismatchException>(() => Tensor.Pad(s_x, [(1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Pad(s_x, [(1, 1), (0, -1)]));
    }

    [Fact]
    public void The_order_is_turned_round()
    {
        Expect.Equal([[6, 5, 4], [3, 2, 1]], Tensor.Reverse(s_x));
        Expect.Equal([[3, 2, 1], [6, 5, 4]], Tensor.Reverse(s_x, -1));
        Expect.Equal(5, Tensor.Reverse<double>(5));
        Assert.Equal([0, 3], Tensor.Reverse(s_none).Shape);
    }

    [Fact]
    public void Axes_come_and_go()
    {
        Assert.Equal([2, 1, 3], Tensor.Unsqueeze(s_x, 1).Shape);
        Assert.Equal([1], Tensor.Unsqueeze<double>(7, -1).Shape);
        Assert.Equal([], Tensor.Squeeze(Tensor.Ones<double>([1, 1])).Shape);
        Assert.Equal([1], Tensor.Flatten<double>(7).Shape);
        Assert.Equal([0, 12], Tensor.Flatten(Tensor.Zeros<double>([0, 3, 4]), 1).Shape);
        Assert.Throws<ShapeMismatchException>(() => Tensor.Squeeze(s_x, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Unsqueeze(s_x, 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Flatten(s_x, 1, 0));
    }

    [Fact]
    public void A_matrix_has_the_diagonal_that_it_is_made_of()
    {
        Expect.Equal([[1, 0], [0, 2]], Tensor.DiagonalMatrix<double>(new double[] { 1, 2 }));
        Expect.Equal(s_x, Tensor.Diagonal(Tensor.DiagonalMatrix(s_x)));
        Assert.Equal([0, 0], Tensor.DiagonalMatrix(Tensor.Zeros<double>([0])).Shape);
        Assert.Throws<ShapeMismatchException>(() => Tensor.DiagonalMatrix<double>(1));
    }

    [Fact]
    public void A_part_of_nothing_may_start_anywhere()
    {
        Assert.Empty(s_none[.., 1..].ToArray());
        Assert.Empty((s_none[.., 2] * 2).ToArray());
        Expect.Equal(s_none, Gradients.Of(x => Tensor.Sum(x[.., 1]), s_none));
    }
}
