using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Convolutions and pooling against nested loops, and their edges.</summary>
public class WindowTests
{
    private readonly Random _random = new(11);

    public static TheoryData<int[], int[], int[], Padding, int[]> Settings => new()
    {
        { [5, 6, 2], [2, 3], [1, 1], Padding.Valid, [1, 1] },
        { [5, 6, 2], [2, 3], [1, 1], Padding.Same, [1, 1] },
        { [5, 6, 2], [2, 3], [2, 3], Padding.Valid, [1, 1] },
        { [5, 6, 2], [2, 3], [2, 3], Padding.Same, [1, 1] },
        { [7, 8, 1], [3, 2], [3, 2], Padding.Same, [1, 1] },
        { [4, 4, 3], [1, 1], [3, 2], Padding.Same, [1, 1] },
        { [3, 2, 1], [4, 5], [1, 1], Padding.Same, [1, 1] },
        { [3, 2, 1], [4, 5], [2, 2], Padding.Same, [1, 1] },
        { [3, 2, 2], [3, 2], [5, 5], Padding.Valid, [1, 1] },
        { [7, 8, 2], [3, 2], [1, 1], Padding.Valid, [2, 3] },
        { [7, 8, 2], [3, 2], [2, 1], Padding.Same, [2, 3] },
        { [7, 8, 2], [3, 2], [1, 2], Padding.Valid, [1, 3] },
        { [7, 8, 2], [3, 2], [3, 2], Padding.Same, [3, 1] },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Convolutions_are_sums_of_products(int[] input, int[] window, int[] strides, Padding padding, int[] dilations)
    {
        Tensor<double> x = Draw([2, .. input]), filters = Draw([.. window, input[2], 3]);
        Expect.Equal(Looped.Conv2D(x, filters, strides, padding, dilations), Tensor.Conv2D(x, filters, strides, padding, dilations));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_convolution_along_one_axis_is_one_over_two_of_a_single_column(int[] input, int[] window, int[] strides, Padding padding, int[] dilations)
    {
        Tensor<double> x = Draw([2, input[0], input[2]]), filters = Draw([window[0], input[2], 3]);
        Tensor<double> expected = Looped.Conv2D(Tensor.Reshape(x, 2, input[0], 1, -1), Tensor.Reshape(filters, window[0], 1, -1, 3), [strides[0], 1], padding, [dilations[0], 1]);
        Expect.Equal(Tensor.Reshape(expected, 2, -1, 3), Tensor.Conv1D(x, filters, [strides[0]], padding, [dilations[0]]));
    }

    /// <summary>The gradients of Σ weights · y by loops over unit inputs: the convolution is linear in either operand.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void Gradients_of_convolutions_are_those_of_the_loops(int[] input, int[] window, int[] strides, Padding padding, int[] dilations)
    {
        Tensor<double> x = Draw([1, .. input]), filters = Draw([.. window, input[2], 2]);
        Tensor<double> weights = Draw(Tensor.Conv2D(x, filters, strides, padding, dilations).Shape);
        Tensor<double>[] gradients = Gradients((x, y) => Tensor.Conv2D(x, y, strides, padding, dilations), x, filters, weights);
        Expect.Equal(Units(x.Shape, unit => Weighed(Looped.Conv2D(unit, filters, strides, padding, dilations), weights)), gradients[0]);
        Expect.Equal(Units(filters.Shape, unit => Weighed(Looped.Conv2D(x, unit, strides, padding, dilations), weights)), gradients[1]);
    }

    /// <summary>So large that the windows are laid out in several parts.</summary>
    [Fact]
    public void Groups_are_convolutions_side_by_side()
    {
        Tensor<double> x = Draw([2, 5, 4, 6]), filters = Draw([3, 2, 2, 9]), y = Tensor.Conv2D(x, filters, groups: 3);
        for (int group = 0; group < 3; group++)
        {
            Tensor<double> own = filters[.., .., .., (3 * group)..(3 * group + 3)];
            Expect.Equal(Looped.Conv2D(x[.., .., .., (2 * group)..(2 * group + 2)], own, [1, 1], Padding.Valid, [1, 1]), y[.., .., .., (3 * group)..(3 * group + 3)]);
        }
        Assert.Equal([0, 3, 3, 9], Tensor.Conv2D(Tensor.Zeros<double>([0, 5, 4, 6]), filters, groups: 3).Shape);
        Assert.Equal([0, 5, 4, 6], Gradient(x => Tensor.Conv2D(x, filters, groups: 3), Tensor.Zeros<double>([0, 5, 4, 6])).Shape);
        Assert.Contains("do not fit 2 groups", Assert.Throws<ShapeMismatchException>(() => Tensor.Conv2D(x, filters, groups: 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("groups", () => Tensor.Conv2D(x, filters, groups: 0));
    }

    /// <summary>An axis of length 1 makes a picture a body.</summary>
    [Fact]
    public void Windows_over_three_axes_are_those_over_two()
    {
        Tensor<double> x = Draw([2, 5, 4, 2]), filters = Draw([3, 2, 2, 3]);
        for (int axis = 1; axis < 4; axis++)
        {
            Tensor<double> body = Tensor.Unsqueeze(x, axis);
            Expect.Equal(Tensor.Unsqueeze(Tensor.Conv2D(x, filters), axis), Tensor.Conv3D(body, Tensor.Unsqueeze(filters, axis - 1)));
            int[] window = [2, 2, 2];
            window[axis - 1] = 1;
            Expect.Equal(Tensor.Unsqueeze(Tensor.MaxPool2D(x, [2]), axis), Tensor.MaxPool3D(body, window));
            Expect.Equal(Tensor.Unsqueeze(Tensor.AveragePool2D(x, [2]), axis), Tensor.AveragePool3D(body, window));
        }
    }

    [Fact]
    public void Each_of_a_large_batch_is_convolved_as_if_it_were_alone()
    {
        Tensor<double> x = Draw([3, 100, 60, 8]), filters = Draw([5, 5, 8, 2]), y;
        GradientTape tape = new(persistent: true);
        using (tape.Record())
        {
            tape.Watch(x, filters);
            y = Tensor.Conv2D(x, filters, padding: Padding.Same);
        }
        Tensor<double> square = Tensor.Square(y), dx = tape.GradientWith(y, square, x)!, sum = Tensor.Zeros<double>(filters.Shape);
        for (int i = 0; i < 3; i++)
        {
            Tensor<double> one = x[i..(i + 1)];
            Expect.Equal(Tensor.Conv2D(one, filters, padding: Padding.Same), y[i..(i + 1)]);
            Tensor<double>[] gradients = Gradients((x, y) => Tensor.Conv2D(x, y, padding: Padding.Same), one, filters, square[i..(i + 1)]);
            Expect.Equal(gradients[0], dx[i..(i + 1)]);
            sum += gradients[1];
        }
        Expect.Equal(sum, tape.GradientWith(y, square, filters));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Pooling_is_of_what_is_inside(int[] input, int[] window, int[] strides, Padding padding, int[] dilations)
    {
        Assert.NotNull(dilations);
        Tensor<double> x = Draw([2, .. input]);
        Expect.Equal(Looped.MaxPool2D(x, window, strides, padding), Tensor.MaxPool2D(x, window, strides, padding));
        Expect.Equal(Looped.AveragePool2D(x, window, strides, padding), Tensor.AveragePool2D(x, window, strides, padding));
    }

    [Fact]
    public void Pooling_along_one_axis_steps_as_far_as_windows_are_long()
    {
        Tensor<double> x = Tensor.Reshape<double>([3, 1, 2, 7, 9], 1, 5, 1);
        Assert.Equal([3, 7], Tensor.MaxPool1D(x, [2]).ToArray());
        Assert.Equal([3, 7, 9], Tensor.MaxPool1D(x, [2], padding: Padding.Same).ToArray());
        Assert.Equal([2, 4.5], Tensor.AveragePool1D(x, [2]).ToArray());
        Assert.Equal([2, 1.5, 4.5, 8], Tensor.AveragePool1D(x, [2], [1]).ToArray());
    }

    [Fact]
    public void Among_equal_elements_the_derivative_belongs_to_the_first()
    {
        Variable<double> x = new(Tensor.Reshape<double>([5, 5, 1, 1, 5, 5], 1, 2, 3, 1));
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
            y = Tensor.MaxPool2D(x, [2], [1]);
        Assert.Equal([1, 1, 0, 0, 0, 0], tape.Gradient(y, x)!.ToArray());
    }

    [Fact]
    public void What_is_beyond_the_edges_is_never_the_greatest()
    {
        Variable<double> x = new(Tensor.Fill(double.NegativeInfinity, [1, 3, 1]));
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
            y = Tensor.MaxPool1D(x, [3], [1], Padding.Same);
        Assert.All(y.ToArray(), element => Assert.Equal(double.NegativeInfinity, element));
        Assert.Equal([2, 1, 0], tape.Gradient(y, x)!.ToArray());
    }

    [Fact]
    public void NaN_is_the_greatest_and_stays_in_its_windows()
    {
        Tensor<double> x = Tensor.Reshape<double>([1, double.NaN, 2, 3, 4, 5], 1, 6, 1);
        Assert.Equal([double.NaN, 3, 5], Tensor.MaxPool1D(x, [2]).ToArray());
        Assert.Equal([double.NaN, 2.5, 4.5], Tensor.AveragePool1D(x, [2]).ToArray());
        Assert.Equal([double.NaN, 5, 9], Tensor.Conv1D(x, Tensor.Ones<double>([2, 1, 1]), [2]).ToArray());
    }

    [Fact]
    public void Integers_are_pooled_and_convolved_too()
    {
        Tensor<int> x = Tensor.Reshape<int>([1, 2, 3, 4], 1, 4, 1);
        Assert.Equal([2, 4], Tensor.MaxPool1D(x, [2]).ToArray());
        Assert.Equal([3, 5, 7], Tensor.Conv1D(x, Tensor.Ones<int>([2, 1, 1])).ToArray());
    }

    [Fact]
    public void Empty_batches_and_axes_have_empty_results()
    {
        Tensor<double> none = Tensor.Zeros<double>([0, 4, 4, 2]), flat = Tensor.Zeros<double>([1, 0, 4, 2]), filters = Tensor.Ones<double>([3, 3, 2, 5]);
        Assert.Equal([0, 2, 2, 5], Tensor.Conv2D(none, filters).Shape);
        Assert.Equal([1, 0, 4, 5], Tensor.Conv2D(flat, filters, padding: Padding.Same).Shape);
        Assert.Equal([0, 2, 2, 2], Tensor.MaxPool2D(none, [2]).Shape);
        Assert.Equal([1, 0, 2, 2], Tensor.AveragePool2D(flat, [2], padding: Padding.Same).Shape);
        Expect.Equal(Tensor.Zeros<double>([1, 2, 2, 1]), Tensor.Conv2D(Tensor.Ones<double>([1, 3, 3, 0]), Tensor.Ones<double>([2, 2, 0, 1])));
        Assert.Equal([0, 4, 4, 2], Gradient(x => Tensor.Conv2D(x, filters, padding: Padding.Same), none).Shape);
        Assert.Equal([1, 0, 4, 2], Gradient(x => Tensor.Conv2D(x, filters, padding: Padding.Same), flat).Shape);
        Assert.Equal([1, 0, 4, 2], Gradient(x => Tensor.MaxPool2D(x, [3], padding: Padding.Same), flat).Shape);
        Assert.Equal([1, 0, 4, 2], Gradient(x => Tensor.AveragePool2D(x, [3], padding: Padding.Same), flat).Shape);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Tensor<double> x = Tensor.Ones<double>([1, 4, 4, 2]), filters = Tensor.Ones<double>([3, 3, 2, 5]);
        Assert.Contains("2 channels along axis -1, the filters 3", Assert.Throws<ShapeMismatchException>(() => Tensor.Conv2D(x, Tensor.Ones<double>([2, 2, 3, 1]))).Message);
        Assert.Contains("axis 2 of the input, whose shape is (1, 4, 4, 2)", Assert.Throws<ShapeMismatchException>(() => Tensor.Conv2D(x, filters, dilations: [1, 2])).Message);
        Assert.Contains("MaxPool2D: along axis 1", Assert.Throws<ShapeMismatchException>(() => Tensor.MaxPool2D(x, [5])).Message);
        Assert.Contains("Conv1D: the input's shape is (1, 4, 4, 2)", Assert.Throws<ArgumentException>("input", () => Tensor.Conv1D(x, Tensor.Ones<double>([2, 2, 1]))).Message);
        Assert.Contains("Conv1D: the filters' shape is (3, 3, 2, 5)", Assert.Throws<ArgumentException>("filters", () => Tensor.Conv1D(x, filters)).Message);
        Assert.Contains("no elements along its axis 1", Assert.Throws<ArgumentException>(() => Tensor.Conv2D(x, Tensor.Ones<double>([2, 0, 2, 1]))).Message);
    }

    [Fact]
    public void Numbers_that_make_no_sense_are_named()
    {
        Tensor<double> x = Tensor.Ones<double>([1, 4, 4, 2]), filters = Tensor.Ones<double>([3, 3, 2, 5]);
        Assert.Throws<ArgumentOutOfRangeException>("strides", () => Tensor.Conv2D(x, filters, [0]));
        Assert.Throws<ArgumentOutOfRangeException>("dilations", () => Tensor.Conv2D(x, filters, dilations: [1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>("padding", () => Tensor.Conv2D(x, filters, padding: (Padding)2));
        Assert.Throws<ArgumentOutOfRangeException>("window", () => Tensor.MaxPool2D(x, [0]));
        Assert.Throws<ArgumentException>("window", () => Tensor.AveragePool2D(x, []));
        Assert.Contains("3 strides for 2 axes", Assert.Throws<ArgumentException>("strides", () => Tensor.Conv2D(x, filters, [1, 1, 1])).Message);
    }

    private Tensor<double> Draw(Shape shape) => OperationCase.Draw(_random, shape, -1, 1);

    private static double Weighed(Tensor<double> y, Tensor<double> weights) => (double)Tensor.Sum(y * weights);

    private static Tensor<double> Units(Shape shape, Func<Tensor<double>, double> function) =>
        Tensor.From([.. Enumerable.Range(0, shape.FlattenedLength).Select(i => function(Tensor.Reshape(Tensor.OneHot<double>(i, shape.FlattenedLength), shape)))], shape);

    private static Tensor<double> Gradient(Func<Tensor<double>, Tensor<double>> function, Tensor<double> x) =>
        Gradients((x, y) => function(x), x, 0, Tensor.Ones<double>(function(x).Shape))[0];

    private static Tensor<double>[] Gradients(
        Func<Tensor<double>, Tensor<double>, Tensor<double>> function, Tensor<double> left, Tensor<double> right, Tensor<double> weights)
    {
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch(left, right);
            y = function(left, right);
        }
        return tape.GradientWith(y, weights, [left, right], UnconnectedGradients.Zero)!;
    }
}
