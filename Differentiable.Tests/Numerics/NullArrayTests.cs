namespace Differentiable.Tests.Numerics;

/// <summary>Arrays that a method may be given as null have no elements in the eyes of its derivatives.</summary>
public class NullArrayTests
{
    [Fact]
    public void A_missing_vector_has_no_derivative()
    {
        (double value, double x, double[] a) = Missing.VectorValueAndGradient(3);
        Assert.Equal((3, 1), (value, x));
        Assert.Empty(a);
        Assert.Equal(1, Missing.VectorGradient(3, null, []));
        Assert.Equal(2, Missing.VectorVjp(3, null, 2, []));
        Assert.Throws<ArgumentException>(() => Missing.VectorGradient(3, null, new double[1]));
        Assert.Equal((12, 4), (Missing.VectorValueAndGradient(3, [4]).value, Missing.VectorValueAndGradient(3, [4]).x));
    }

    [Fact]
    public void A_missing_matrix_has_no_derivative()
    {
        (double x, double[,] a, double[][] b) = Missing.MatricesGradient(3, null, null);
        Assert.Equal(1, x);
        Assert.Empty(a);
        Assert.Empty(b);
        Assert.Equal(1, Missing.MatricesGradient(3, null, null, new double[0, 0], []));
        Assert.Equal(2 * 5, Missing.MatricesGradient(3, new double[,] { { 2 } }, [[5]]).x);
    }

    [Fact]
    public void A_missing_array_of_three_dimensions_has_no_derivative()
    {
        (double x, double[,,] a) = Missing.GridGradient(3, null);
        Assert.Equal(1, x);
        Assert.Empty(a);
        Assert.Equal(1, Missing.GridGradient(3, null, new double[0, 0, 0]));
        Assert.Throws<ArgumentException>("da", () => Missing.GridGradient(3, null, new double[1, 1, 1]));
        Assert.Equal(new double[,,] { { { 3 } } }, Missing.GridGradient(3, new double[,,] { { { 2 } } }).a);
    }

    [Fact]
    public void An_element_of_a_missing_vector_is_missing()
    {
        (double[] x, double[] w) = Missing.WeightedGradient([3]);
        Assert.Equal(2 * 3, x[0]);
        Assert.Empty(w);
        (x, w) = Missing.WeightedGradient([3], [5], [3]);
        Assert.Equal(5 * 3 * 3 * 3, x[0], 1e-12);
        Assert.Equal(27, w[0], 1e-12);
    }

    [Fact]
    public void A_struct_that_nobody_has_filled_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("net.Weights", () => Missing.InStructGradient(default, 2));
        Missing.Net dnet = new() { Weights = new double[1] };
        Assert.Throws<ArgumentNullException>("net.Weights", () => Missing.InStructGradient(default, 2, ref dnet));
        Assert.Throws<ArgumentNullException>("net.Weights", () => Missing.InStructVjp(default, 2, 1, ref dnet));
        Assert.Throws<ArgumentNullException>("pair.Rows", () => Missing.InTupleGradient((null!, 1)));
        Assert.Equal(2, Missing.InStructGradient(new Missing.Net { Weights = [3], Scale = 1 }, 2).net.Weights[0]);
    }

    [Fact]
    public void A_cotangent_of_another_shape_is_refused_by_name()
    {
        string message = Assert.Throws<ArgumentException>("dresult", () => Missing.TwiceVjp([1, 2], [1], new double[2])).Message;
        Assert.StartsWith("'dresult' must have the length of the array that it belongs to (2), but has 1 elements.", message);
    }

    [Fact]
    public void Matrices_of_derivatives_have_no_columns_for_what_is_missing()
    {
        Assert.Equal(new double[,] { { 1 } }, Missing.VectorJacobian(3, null));
        Assert.Equal(new double[,] { { 0 } }, Missing.VectorHessian(3, null));
        Assert.Equal(new double[,] { { 6 } }, Missing.SquareJacobian(3, null, null, null));
        Assert.Equal(new double[,] { { 2 } }, Missing.SquareHessian(3, null, null, null));
        Assert.Equal(new double[,] { { 1 }, { 1 }, { 1 }, { 1 } }, Missing.ScaledJacobian(3, null, null, null));
        Assert.Equal(new double[,] { { 1, 0, 0 }, { 2, 3, 0 }, { 1, 0, 0 }, { 1, 0, 3 }, { 2, 3, 0 }, { 1, 0, 3 } }, Missing.ScaledJacobian(3, new double[,] { { 2 } }, null, [1]));
        Assert.Equal(new double[,] { { 3, 2 } }, Missing.InHolderJacobian(new Missing.Holder { Scale = 2 }, 3));
        Assert.Equal(new double[,] { { 0, 1 }, { 1, 0 } }, Missing.InHolderHessian(new Missing.Holder { Scale = 2 }, 3));
    }

    [Fact]
    public void Callers_pass_null_on()
    {
        Assert.Equal(2 * 3, Missing.CallerGradient(3));
        (double x, double[] a) = Missing.PassesOnGradient(3, null);
        Assert.Equal(1, x);
        Assert.Empty(a);
        Assert.Equal(4, Missing.PassesOnGradient(3, [4]).x);
    }
}

/// <summary>Methods that may be given no array.</summary>
internal static partial class Missing
{
    [Differentiable]
    internal static double Vector(double x, double[]? a = null) => a is null ? x : x * a[0];

    [Differentiable]
    internal static double Weighted(double[] x, double[]? w = null, [NonDifferentiable] int[]? powers = null) => (w?[0] ?? 1) * Math.Pow(x[^1], powers?[^1] ?? 2);

    internal struct Net
    {
        public double[] Weights;
        public double Scale;
    }

    [Differentiable]
    internal static double InStruct(Net net, double x) => net.Weights[0] * net.Scale * x;

    [Differentiable]
    internal static double InTuple((double[][] Rows, double Scale) pair) => pair.Rows[0][0] * pair.Scale;

    [Differentiable]
    internal static double[] Twice(double[] x) => [2 * x[0], 2 * x[1]];

    [Differentiable]
    internal static double Grid(double x, double[,,]? a) => a is null ? x : x * a[0, 0, 0];

    [Differentiable]
    internal static double Matrices(double x, double[,]? a, double[][]? b) => a is null || b == null ? x : x * a[0, 0] * b[0][0];

    [Differentiable]
    internal static double Square(double x, double[,]? a, double[][]? b, double[,,]? c) => a is null || b == null || c is null ? x * x : x * a[0, 0] * b[0][0] * c[0, 0, 0];

    [Differentiable]
    internal static double[] Scaled(double x, double[,]? a, double[][]? b, double[]? c)
    {
        if (a is not null)
            a[0, 0] *= x;
        if (b is not null)
            b[0][0] *= x;
        if (c is not null)
            c[0] *= x;
        return [x, a is null ? x : a[0, 0], b is null ? x : b[0][0], c is null ? x : c[0]];
    }

    internal struct Holder
    {
        public double[]? Weights;
        public double Scale;
    }

    [Differentiable]
    internal static double InHolder(Holder holder, double x) => holder.Weights is null ? x * holder.Scale : holder.Weights[0] * x;

    [Differentiable]
    internal static double Caller(double x) => Vector(x) * x;

    [Differentiable]
    internal static double PassesOn(double x, double[]? a) => Vector(x, a);
}
