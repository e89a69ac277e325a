using Differentiable.Runtime;

namespace Differentiable.Tests.Numerics;

/// <summary>Jagged arguments in which one array is several rows: one array has one derivative where elements are written, each place its own where they are only read.</summary>
public static partial class SharedRowsTests
{
    private const Derivatives Every = Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp | Derivatives.Jacobian | Derivatives.Hessian;

    private static readonly double s_step = 1e-5;

    [Fact]
    public static void The_gradient_of_what_writes_is_that_of_the_array()
    {
        double[][] rows = OneTwice(0.7, 2);
        (double[][] gradient, double x) = WritesGradient(rows, 0.3);
        Assert.Same(gradient[0], gradient[1]);
        AssertClose(Difference(first => Writes(OneTwice(first, 2), 0.3), 0.7), gradient[0][0]);
        AssertClose(Difference(second => Writes(OneTwice(0.7, second), 0.3), 2), gradient[0][1]);
        AssertClose(Difference(by => Writes(OneTwice(0.7, 2), by), 0.3), x);
    }

    [Fact]
    public static void So_are_the_other_derivatives()
    {
        double[][] direction = OneTwice(1, 0);
        double expected = Difference(first => Writes(OneTwice(first, 2), 0.3), 0.7);
        AssertClose(expected, WritesJvp(OneTwice(0.7, 2), 0.3, direction, 0).valueDot);
        double[,] jacobian = WritesJacobian(OneTwice(0.7, 2), 0.3);
        Assert.Equal((5, 5), (jacobian.GetLength(0), jacobian.GetLength(1)));
        AssertClose(expected, jacobian[0, 0]);
        AssertClose(expected, jacobian[0, 2]);
        double second = (Writes(OneTwice(0.7 + 1e-4, 2), 0.3) - 2 * Writes(OneTwice(0.7, 2), 0.3) + Writes(OneTwice(0.7 - 1e-4, 2), 0.3)) / 1e-8;
        Assert.Equal(second, WritesHessian(OneTwice(0.7, 2), 0.3)[0, 2], 1e-5);
        (double[][] product, _) = WritesHvp(OneTwice(0.7, 2), 0.3, OneTwice(1, 0), 0);
        Assert.Equal(second, product[1][0], 1e-5);
    }

    [Fact]
    public static void Numbers_without_literals_have_the_same_derivatives()
    {
        double expected = Difference(first => Scales<double>(OneTwice(first, 2), 0.3), 0.7);
        AssertClose(expected, ScalesGradient<double>(OneTwice(0.7, 2), 0.3).rows[0][0]);
        AssertClose(expected, ScalesJacobian<double>(OneTwice(0.7, 2), 0.3)[0, 2]);
    }

    [Fact]
    public static void Rows_of_structs_are_named_in_messages()
    {
        Table table = Tables(0.7);
        (Table gradient, double x) = WritesTableGradient(table, 0.3);
        Assert.Same(gradient.Rows[0], gradient.Rows[2]);
        AssertClose(Difference(by => WritesTable(Tables(0.7), by), 0.3), x);
        Table apart = new([[0, 0], [0, 0], [0, 0]], [0]);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => WritesTableGradient(table, 0.3, ref apart));
        Assert.Equal("dtable.Rows", refusal.ParamName);
        Assert.StartsWith("Rows 0 and 2 of 'table.Rows' are the same array", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => WritesTableGradient(table with { Weights = table.Rows[1] }, 0.3));
    }

    [Fact]
    public static void Destinations_and_tangents_have_rows_in_common_where_the_input_has()
    {
        double[][] rows = OneTwice(0.7, 2), apart = [[0.7, 2], [0.7, 2]];
        Assert.Throws<ArgumentException>(() => WritesGradient(rows, 0.3, [new double[2], new double[2]]));
        Assert.Throws<ArgumentException>(() => WritesGradient(apart, 0.3, OneTwice(0, 0)));
        Assert.Throws<ArgumentException>(() => WritesJvp(rows, 0.3, [[1, 0], [0, 0]], 0));
        Assert.Throws<ArgumentException>(() => WritesJvp(apart, 0.3, OneTwice(1, 0), 0));
    }

    [Fact]
    public static void Where_rows_are_replaced_they_must_be_arrays_of_their_own()
    {
        foreach (Action run in new Action[] { () => SwapsGradient(OneTwice(1, 2), 3), () => SwapsJvp(OneTwice(1, 2), 3, OneTwice(1, 2), 0) })
            Assert.Contains("Rows 0 and 1 of 'rows' are the same array", Assert.Throws<ArgumentException>(run).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Where_nothing_is_written_each_place_has_a_derivative()
    {
        Assert.Equal([[2, 0], [3, 0]], ReadsGradient(OneTwice(1, 2)));
        Assert.Equal([[2, 0], [3, 0]], ReadsRearrangedGradient(OneTwice(1, 2)));
    }

    [Fact]
    public static void Cotangents_of_places_add_up_in_the_array()
    {
        Assert.Equal(1 + 3 + (2 + 5) * 2 * 0.7, GivesVjp(0.7, [[1, 2], [3, 5]]), 1e-12);
        Assert.Equal("dresult", Assert.Throws<ArgumentException>(() => GivesVjp(0.7, OneTwice(1, 2))).ParamName);
    }

    [Fact]
    public static void Rules_get_cotangents_place_by_place() => AssertClose(Difference(AfterARule, 0.7), AfterARuleGradient(0.7));

    [Fact]
    public static void Integers_by_two_names_are_refused_where_they_are_written()
    {
        int[] indices = [0, 1];
        Assert.Equal("written", Assert.Throws<ArgumentException>(() => ReadsThenWritesGradient([1, 2], indices, indices)).ParamName);
    }

    [Fact]
    public static void Rows_that_are_only_stored_are_no_outputs()
    {
        Assert.Equal(1, Corpus.Storage.SharedRows.OnlyStoredJacobian([1, 2]).GetLength(0));
        Assert.Equal(1, CallsOnlyStoredJacobian([1, 2]).GetLength(0));
        Assert.Equal(1, Corpus.Storage.SharedRows.GivenAnotherArrayJacobian([1, 2]).GetLength(0));
        Assert.Equal(1, StoresRowsJacobian([[1], [2]]).GetLength(0));
        Assert.Equal(3, StoresAndWritesJacobian([1, 2]).GetLength(0));
    }

    [Fact]
    public static void Mirrors_have_rows_in_common_where_the_array_has()
    {
        double[] row = [1, 2];
        double[][] mirror = Shadow.Mirror([row, null!, [3], row]);
        Assert.Same(mirror[0], mirror[3]);
        Assert.Equal([[0, 0], null!, [0], [0, 0]], mirror);
        double[][] shadow = [row, [], [], row], apart = [row, [3]];
        Assert.Equal([[1, 2], [], [], [0, 0]], Shadow.ByPlace(shadow));
        Assert.Same(row, shadow[3]);
        Assert.Same(apart, Shadow.ByPlace(apart));
    }

    private static double[][] OneTwice(double first, double second)
    {
        double[] row = [first, second];
        return [row, row];
    }

    private static Table Tables(double first)
    {
        double[] row = [first, 2];
        return new([row, [1, 2], row], [3]);
    }

    private static double Difference(Func<double, double> function, double at) => (function(at + s_step) - function(at - s_step)) / (2 * s_step);

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-7 * (1 + Math.Abs(expected)));

    [Differentiable(Every)]
    private static double Writes(double[][] rows, double x)
    {
        rows[0][0] *= x;
        for (int i = 0; i < rows.Length; i++)
            rows[i][0] += rows[0][0] * rows[1][1];
        return rows[1][0] * rows[0][0];
    }

    private readonly record struct Table(double[][] Rows, double[] Weights);

    [Differentiable]
    private static double WritesTable(Table table, double x)
    {
        for (int i = 0; i < table.Rows.Length; i++)
            table.Rows[i][0] = Math.Sin(table.Rows[i][0]) * x + table.Weights[0];
        return table.Rows[0][0] * table.Rows[2][0] + table.Rows[1][0];
    }

    [Differentiable(Every)]
    private static T Scales<T>(T[][] rows, T x)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < rows[i].Length; j++)
                rows[i][j] *= x + rows[0][0];
        }
        return rows[0][0] + rows[1][1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double Swaps(double[][] rows, double x)
    {
        (rows[0], rows[1]) = (rows[1], rows[0]);
        rows[0][0] *= x;
        return rows[1][0];
    }

    [Differentiable]
    private static double Reads(double[][] rows) => 2 * rows[0][0] + 3 * rows[1][0];

    [Differentiable]
    private static double ReadsRearranged(double[][] rows)
    {
        double[][] same = Rearranged(rows);
        return 2 * same[1][0] + 3 * same[0][0];
    }

    [Differentiable]
    private static double[][] Rearranged(double[][] rows)
    {
        double[][] others = new double[2][];
        others[0] = rows[1];
        others[1] = rows[0];
        return others;
    }

    [Differentiable]
    private static double[][] Gives(double x)
    {
        double[] row = [x, x * x];
        return [row, row];
    }

    private static double[][] Ruled(double x) => OneTwice(x, 2 * x);

    [DerivativeOf(typeof(SharedRowsTests), nameof(Ruled))]
    private static double RuledPullback(double x, ReadOnlySpan<double[]> dresult) => dresult[0][0] + dresult[1][0] + 2 * (dresult[0][1] + dresult[1][1]);

    [Differentiable(Derivatives.Gradient)]
    private static double AfterARule(double x)
    {
        double[][] rows = Ruled(x);
        rows[0][0] *= x;
        rows[1][1] += rows[1][0];
        return rows[0][1] * rows[1][0];
    }

    [Differentiable]
    private static double ReadsThenWrites(double[] x, int[] written, int[] read)
    {
        double s = x[read[0]] * 2;
        written[0] = 1;
        return s;
    }

    [Differentiable(Every)]
    private static double CallsOnlyStored(double[] x) => Corpus.Storage.SharedRows.OnlyStored(x) * 2;

    [Differentiable(Every)]
    private static double StoresRows(double[][] rows)
    {
        double[][] others = new double[2][];
        others[0] = rows[1];
        others[1] = rows[0];
        return others[0][0] * rows[0][0];
    }

    [Differentiable(Every)]
    private static double StoresAndWrites(double[] x)
    {
        double[][] rows = [x];
        rows[0][0] *= 2;
        return rows[0][0] * x[1];
    }
}
