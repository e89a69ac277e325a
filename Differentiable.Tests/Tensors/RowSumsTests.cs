using Differentiable.Optimizers;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Gradients of large tables of which few rows are looked up: not computed until someone looks, and the same then.</summary>
public class RowSumsTests
{
    private static readonly Tensor<double> s_table = Tensor.RandomNormal<double>([1000, 8], new Random(1));

    private static readonly Tensor<double> s_weights = Tensor.RandomNormal<double>([4, 8], new Random(2));

    [Fact]
    public void Only_what_is_added_to_rows_is_kept()
    {
        Tensor<double> gradient = GradientOf(table => s_weights * Tensor.Gather(table, [7, 999, 7, 0]));
        Assert.IsType<RowSums<double>>(gradient);
        Expect.Equal(Tensor.ScatterAdd(Tensor.Zeros<double>(1000, 8) + 0.0, [7, 999, 7, 0], s_weights), gradient);
        Assert.Equal([7, 999, 0], ((RowSums<double>)gradient).Distinct().Rows);
        Expect.Equal(s_weights[0] + s_weights[2], gradient[7]);
    }

    [Fact]
    public void What_several_look_up_adds_up()
    {
        Tensor<double> gradient = GradientOf(table => (s_weights * Tensor.Gather(table, [7, 999, 7, 0])) + (2 * s_weights * Tensor.Gather(table, [1, 0, 0, 3])));
        Assert.Equal([0, 1, 3, 7, 999], Assert.IsType<RowSums<double>>(gradient).Distinct().Rows.Order());
        Expect.Equal(s_weights[3] + (2 * s_weights[1]) + (2 * s_weights[2]), gradient[0]);
        Tensor<double> more = GradientOf(table => (s_weights * Tensor.Gather(table, [7, 999, 7, 0])) + Tensor.Sum(table * table) + table[7]);
        Assert.IsNotType<RowSums<double>>(more);
        Expect.Equal((4 * 8 * 2 * s_table[7]) + s_weights[0] + s_weights[2] + 4, more[7]);
    }

    [Fact]
    public void Much_that_is_added_is_summed_at_once()
    {
        Tensor<int> all = Tensor.Range(0, 1000);
        Assert.IsNotType<RowSums<double>>(GradientOf(table => Tensor.Gather(table, all)));
        Tensor<double> often = GradientOf(table => Enumerable.Range(0, 10).Select(i => Tensor.Gather(table, all[(100 * i)..(100 * (i + 1))])).Aggregate((x, y) => x + y));
        Assert.IsNotType<RowSums<double>>(often);
        Expect.Equal(Tensor.Ones<double>(1000, 8), often);
    }

    [Fact]
    public void Plain_steps_change_only_the_rows_and_are_the_same()
    {
        Variable<double> sparse = new(s_table), dense = new(s_table);
        Tensor<double> before = sparse.Read(), gradient = GradientOf(table => s_weights * Tensor.Gather(table, [7, 999, 7, 0]));
        new Sgd<double>(0.1).Apply([sparse], [gradient]);
        new Sgd<double>(0.1).Apply([dense], [Tensor.From(gradient.ToArray(), gradient.Shape)]);
        Assert.Equal(dense.ToArray(), sparse.ToArray());
        Assert.Equal(s_table.ToArray(), before.ToArray());
    }

    [Fact]
    public void Optimizers_that_remember_change_all_rows()
    {
        Variable<double> sparse = new(s_table), dense = new(s_table);
        Adam<double> one = new(0.1), other = new(0.1);
        foreach (int row in new[] { 3, 5 })
        {
            Tensor<double> gradient = GradientOf(table => Tensor.Gather(table, [row, row]));
            one.Apply([sparse], [gradient]);
            other.Apply([dense], [Tensor.From(gradient.ToArray(), gradient.Shape)]);
        }
        Assert.Equal(dense.ToArray(), sparse.ToArray());
    }

    [Fact]
    public void Second_derivatives_go_through()
    {
        Tensor<double> hvp = Gradient.Hvp<double>(table => Tensor.Sum(Tensor.Pow(Tensor.Gather(table, [3, 3, 5]), 3.0)), s_table, Tensor.Ones<double>(1000, 8));
        Expect.Equal(12 * s_table[3], hvp[3]);
        Expect.Equal(6 * s_table[5], hvp[5]);
        Expect.Equal(Tensor.Zeros<double>(8), hvp[4]);
    }

    private static Tensor<double> GradientOf(Func<Tensor<double>, Tensor<double>> function) => Gradients.Of(function, s_table)!;
}
