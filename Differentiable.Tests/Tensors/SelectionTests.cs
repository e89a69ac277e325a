using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Sorted elements, and those that indices and conditions name: ties, NaN, empty ones, and what does not fit.</summary>
public class SelectionTests
{
    private static readonly Tensor<double> s_x = Tensor.Create<double>([1, 2, 3, 4, 5, 6], [2, 3]);

    private static readonly Tensor<double> s_none = Tensor.Zeros<double>([0, 3]);

    [Fact]
    public void Sorting_goes_along_an_axis()
    {
        Tensor<int> x = [[3, 1, 2], [2, 4, 0]];
        Assert.Equal([1, 2, 3, 0, 2, 4], Tensor.Sort(x).ToArray());
        Assert.Equal([3, 2, 1, 4, 2, 0], Tensor.Sort(x, descending: true).ToArray());
        Assert.Equal([2, 1, 0, 3, 4, 2], Tensor.Sort(x, 0).ToArray());
        Assert.Equal([1, 0, 1, 0, 1, 0], Tensor.ArgSort(x, 0).ToArray());
        Assert.Equal([0, 3], Tensor.Sort(s_none).Shape);
        Assert.Equal([0, 3], Tensor.Sort(s_none, 0).Shape);
        Assert.Throws<ArgumentOutOfRangeException>("axis", () => Tensor.Sort(s_x, 2));
        Assert.Throws<ArgumentOutOfRangeException>("axis", () => Tensor.ArgSort<double>(1));
    }

    [Fact]
    public void Equal_elements_stay_in_their_order_and_NaN_is_greater_than_any_number()
    {
        Tensor<double> x = new[] { 1, double.NaN, -0.0, 0, double.PositiveInfinity, 1, double.NegativeInfinity, double.NaN };
        Assert.Equal([6, 2, 3, 0, 5, 4, 1, 7], Tensor.ArgSort(x).ToArray());
        Assert.Equal([1, 7, 4, 0, 5, 2, 3, 6], Tensor.ArgSort(x, descending: true).ToArray());
        Expect.Equal([double.NaN, double.NaN, double.PositiveInfinity], Tensor.TopK(x, 3).Values);
    }

    [Fact]
    public void Of_equal_elements_each_has_the_derivative_of_its_place() =>
        Expect.Equal([3, 1, 2], Gradients.Of(x => Tensor.Sort(x) * new double[] { 1, 2, 3 }, new double[] { 7, 5, 5 }));

    [Fact]
    public void The_greatest_elements_come_with_their_indices()
    {
        (Tensor<double> values, Tensor<int> indices) = Tensor.TopK<double>([[1, 3, 3], [5, 4, 6]], 2);
        Expect.Equal([[3, 3], [6, 5]], values);
        Assert.Equal([1, 2, 2, 0], indices.ToArray());
        Expect.Equal([[4, 5, 6]], Tensor.TopK(s_x, 1, 0).Values);
        Assert.Equal([2, 0], Tensor.TopK(s_x, 0).Values.Shape);
        Assert.Contains("3 elements", Assert.Throws<ArgumentOutOfRangeException>("k", () => Tensor.TopK(s_x, 4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("k", () => Tensor.TopK(s_x, -1));
    }

    [Fact]
    public void The_greatest_elements_are_the_first_in_descending_order()
    {
        Random random = new(1);
        Tensor<double> x = Tensor.Create<double>([.. Enumerable.Range(0, 600).Select(i => i % 97 == 5 ? double.NaN : random.Next(-9, 9))], [3, 200]);
        foreach (int k in new[] { 1, 2, 7, 50, 199, 200 })
        {
            (Tensor<double> values, Tensor<int> indices) = Tensor.TopK(x, k);
            Assert.Equal(Tensor.ArgSort(x, descending: true)[.., ..k].ToArray(), indices.ToArray());
            Expect.Equal(Tensor.Sort(x, descending: true)[.., ..k], values);
            Assert.Equal(Tensor.Transpose(indices).ToArray(), Tensor.TopK(Tensor.Transpose(x), k, 0).Indices.ToArray());
        }
    }

    [Fact]
    public void Indices_along_an_axis_fit_the_other_axes()
    {
        Expect.Equal([[3, 1], [4, 4]], Tensor.GatherAlongAxis(s_x, [[2, 0], [0, 0]], -1));
        Assert.Equal([2, 0], Tensor.GatherAlongAxis(s_x, Tensor.Zeros<int>([2, 0]), 1).Shape);
        Assert.Contains("along axis 0", Assert.Throws<ShapeMismatchException>(() => Tensor.GatherAlongAxis(s_x, [[2, 0]], 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ShapeMismatchException>(() => Tensor.GatherAlongAxis(s_x, [2, 0], 1));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Tensor.GatherAlongAxis(s_x, [[3], [0]], 1));
        Assert.Throws<ArgumentOutOfRangeException>("axis", () => Tensor.GatherAlongAxis(s_x, [[0], [0]], 2));
    }

    [Fact]
    public void Rows_of_indices_name_elements_or_parts()
    {
        Expect.Equal([3, 4], Tensor.GatherNd(s_x, [[0, 2], [1, 0]]));
        Expect.Equal([[4, 5, 6], [1, 2, 3]], Tensor.GatherNd(s_x, [[1], [0]]));
        Expect.Equal(Tensor.Stack([s_x, s_x]), Tensor.GatherNd(s_x, Tensor.Zeros<int>([2, 0])));
        Assert.Equal([0], Tensor.GatherNd(s_x, Tensor.Zeros<int>([0, 2])).Shape);
        Assert.Throws<ShapeMismatchException>(() => Tensor.GatherNd(s_x, [[0, 0, 0]]));
        Assert.Throws<ShapeMismatchException>(() => Tensor.GatherNd(s_x, 0));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Tensor.GatherNd(s_x, [[0, 3]]));
        Assert.Throws<ArgumentOutOfRangeException>("indices", () => Tensor.GatherNd(s_none, [[0]]));
    }

    [Fact]
    public void Updates_add_up_where_rows_of_indices_say()
    {
        Expect.Equal([[0, 0, 8], [0, 2, 0]], Tensor.ScatterNd<double>([[0, 2], [1, 1], [0, 2]], new double[] { 1, 2, 7 }, [2, 3]));
        Expect.Equal(Tensor.Zeros<double>([2, 3]), Tensor.ScatterNd(Tensor.Zeros<int>([0, 2]), Tensor.Zeros<double>([0]), [2, 3]));
        Assert.Contains("(1, 3)", Assert.Throws<ShapeMismatchException>(() => Tensor.ScatterNd<double>([[1]], new double[] { 1 }, [2, 3])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_selects_elements_or_parts()
    {
        Expect.Equal([4, 5, 6], s_x[s_x > 3.0]);
        Expect.Equal([[4, 5, 6]], s_x[(Tensor<bool>)new[] { false, true }]);
        Expect.Equal([[1, 3], [4, 6]], Tensor.BooleanMask(s_x, new[] { true, false, true }, -1));
        Assert.Equal([0], s_x[s_x > 7.0].Shape);
        Assert.Equal([true, false], (s_x > 3.0)[s_x > 2.0 & s_x < 5.0 & !Tensor.Equal(s_x, 3.0) | s_x <= 1.0].ToArray().Reverse());
        Expect.Equal([[0, 0, 0], [1, 1, 1]], Gradients.Of(x => x[x > 3.0], s_x));
        Assert.Throws<ShapeMismatchException>(() => Tensor.BooleanMask(s_x, true));
        Assert.Throws<ShapeMismatchException>(() => s_x[new[] { true, false, true }]);
        Assert.Throws<ShapeMismatchException>(() => Tensor.BooleanMask(s_x, s_x > 3.0, 1));
    }

    [Fact]
    public void Where_conditions_hold_is_told_by_indices()
    {
        Tensor<int> indices = Tensor.Where(s_x > 4.0);
        Assert.Equal([1, 1, 1, 2], indices.ToArray());
        Expect.Equal(s_x[s_x > 4.0], Tensor.GatherNd(s_x, indices));
        Assert.Equal([0, 2], Tensor.Where(s_x > 7.0).Shape);
        Assert.Equal([1, 0], Tensor.Where(true).Shape);
    }

    [Fact]
    public void Indices_and_ranges_are_still_parts_of_the_tensor_itself()
    {
        Expect.Equal([4, 5, 6], s_x[1]);
        Expect.Equal(6, s_x[[1, 2]]);
        Expect.Equal([[4, 5, 6], [4, 5, 6]], s_x[(Tensor<int>)[1, 1]]);
        Expect.Equal([4, 5, 6], s_x[(Tensor<int>)1]);
    }

    [Fact]
    public void Halves_that_are_gathered_often_have_the_derivative_of_all()
    {
        var x = Tensor.Ones<Half>([1]);
        GradientTape tape = new();
        Tensor<Half> y, z;
        using (tape.Record())
        {
            tape.Watch(x);
            y = Tensor.Gather(x, Tensor.Zeros<int>([4096]));
            z = Tensor.GatherAlongAxis(x, Tensor.Zeros<int>([4096]), 0);
        }
        Assert.Equal((Half)8192, tape.Gradient([y, z], x)!.ToArray()[0]);
    }

    [Fact]
    public void Halves_add_up_in_single_precision_wherever_they_meet()
    {
        var ones = Tensor.Ones<Half>([4096]);
        Assert.Equal((Half)4096, Tensor.CumulativeSum(ones)[^1].ToScalar());
        Assert.Equal((Half)4096, Tensor.ScatterAdd(Tensor.Zeros<Half>([1]), Tensor.Zeros<int>([4096]), ones)[0].ToScalar());
        Assert.Equal((Half)4096, Tensor.SegmentSum(ones, Tensor.Zeros<int>([4096]), 1)[0].ToScalar());
        Assert.Equal((Half)32, Tensor.SegmentAverage((Half)32 * ones, Tensor.Zeros<int>([4096]), 1)[0].ToScalar());
        Assert.Equal((Half)4096, Tensor.ScatterNd(Tensor.Zeros<int>([4096, 1]), ones, [1])[0].ToScalar());
        var x = Tensor.Ones<Half>([1, 1, 1]);
        GradientTape tape = new();
        Tensor<Half> y;
        using (tape.Record())
        {
            tape.Watch(x);
            y = Tensor.Conv1D(x, Tensor.Ones<Half>([1, 1, 4096]), padding: Padding.Same);
        }
        Assert.Equal((Half)4096, tape.Gradient(y, x)!.ToArray()[0]);
    }
}
