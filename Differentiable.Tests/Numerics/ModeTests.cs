namespace Differentiable.Tests.Numerics;

/// <summary>Forward mode, matrices and higher order where the corpus does not reach: what is written, shapes, orders above two.</summary>
public partial class ModeTests
{
    [Fact]
    public void The_jacobian_has_no_columns_for_what_is_only_written()
    {
        double[,] jacobian = ScaledJacobian([1, 2, 3], 2, new double[3]);
        Assert.Equal(new double[,] { { 2, 0, 0, 1 }, { 0, 2, 0, 2 }, { 0, 0, 2, 3 } }, jacobian);
    }

    [Fact]
    public void The_jacobian_of_an_update_in_place_has_columns_for_the_initial_elements()
    {
        double[] u = [1, 2, 3];
        Assert.Equal(new double[,] { { 1, 0, 0 }, { 2, 1, 0 }, { 4, 2, 1 } }, RunningJacobian(u));
        Assert.Equal([1.0, 4, 11], u);
    }

    [Fact]
    public void Arrays_that_are_passed_on_and_only_read_have_no_rows()
    {
        Assert.Equal(new double[,] { { 8, 4, 2, 1, 18 } }, Corpus.Calling.Recursion.HornerJacobian([1, 1, 2, 1.5], 3, 2));
        Assert.Equal(1, CallsPreparedJacobian([1, 2], 3).GetLength(0));
        Assert.Equal(1, Corpus.Calling.CallsThatRead.StepsJacobian(new() { Position = [1, 2], Gain = 3 }, 0.5, 2).GetLength(0));
        Assert.Equal(1, Corpus.Calling.Recursion.PathJacobian([[1, 2], [3], [4]], new double[3, 3], 2, 1).GetLength(0));
    }

    [Fact]
    public void References_have_rows_and_columns()
    {
        double[,] jacobian = ReferencesJacobian(2, 3);
        Assert.Equal(new double[,] { { 3, 2 }, { 1, 2 } }, jacobian);
    }

    [Fact]
    public void A_returned_array_has_a_row_for_each_element() =>
        Assert.Equal(new double[,] { { 0, 1, 0 }, { 2, 0, 4 } }, PickedJacobian([1, 2, 2]));

    [Fact]
    public void Many_inputs_and_one_output_are_made_in_reverse_mode()
    {
        double[] x = [.. Enumerable.Range(1, 11).Select(i => (double)i)];
        double[,] jacobian = SquaresJacobian(x);
        Assert.Equal([.. x.Select(v => 2 * v)], jacobian.Cast<double>());
    }

    [Fact]
    public void Mixed_precisions_give_a_matrix_of_doubles()
    {
        double[,] jacobian = MixedJacobian(2, 3f);
        Assert.Equal(new double[,] { { 9, 12 } }, jacobian);
        Assert.Equal(new double[,] { { 0, 6 }, { 6, 4 } }, MixedHessian(2, 3f));
    }

    [Fact]
    public void Matrices_and_tangents_of_the_wrong_shape_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>("jacobian", () => SquaresJacobian([1, 2], new double[2, 2]));
        Assert.Throws<ArgumentNullException>("jacobian", () => SquaresJacobian([1, 2], null!));
        Assert.Throws<ArgumentException>("hessian", () => MixedHessian(1, 2, new double[1, 2]));
        Assert.Throws<ArgumentException>("xDot", () => SquaresJvp([1, 2], [1]));
        Assert.Throws<ArgumentException>("xDot", () => SquaresHvp([1, 2], [1]));
        Assert.Throws<ArgumentException>("dx", () =>
        {
            double[] direction = [1, 2];
            SquaresHvp([1, 2], direction, direction);
        });
        Assert.Throws<ArgumentException>("u", () =>
        {
            double[] u = [1, 2, 3];
            RunningJvp(u, u);
        });
    }

    [Theory]
    [InlineData(-2.0, 3.0, -12, 0)]
    [InlineData(-2.0, 0.0, 0, 0)]
    [InlineData(-2.0, 1.0, 0, 0)]
    [InlineData(0.0, 2.0, 2, 0)]
    [InlineData(0.0, 1.0, 0, 0)]
    [InlineData(2.0, 0.0, 0, 0.5)]
    [InlineData(4.0, 0.5, -0.03125, 0.8465735902799727)]
    public void Second_derivatives_of_powers_are_the_same_in_either_order(double x, double p, double twice, double mixed)
    {
        double[,] hessian = PowerHessian(x, p);
        Assert.Equal(twice, hessian[0, 0], 1e-14);
        Assert.Equal(mixed, hessian[0, 1], 1e-14);
        Assert.Equal(mixed, hessian[1, 0], 1e-14);
        Assert.Equal((hessian[0, 0], hessian[1, 0]), PowerHvp(x, p, 1, 0));
    }

    [Fact]
    public void Clamp_is_the_one_that_is_called()
    {
        Assert.Equal(double.PositiveInfinity, 1 / ClampedValueAndGradient(-0.0).value);
        Assert.Equal(double.NegativeInfinity, 1 / ClampedByMathValueAndGradient(-0.0).value);
    }

    [Theory]
    [InlineData(1.5, 2.0)]
    [InlineData(-0.5, 3.0)]
    public void Third_derivatives_come_from_forward_mode_twice_and_reverse_mode(double x, double y)
    {
        // f = x³y²: along x twice the second derivative is 6xy², whose gradient is (6y², 12xy).
        (double dx, double dy) = QuinticJvpHvp(x, y, 1, 0, 1, 0, 0, 0);
        Assert.Equal(6 * y * y, dx, 1e-12);
        Assert.Equal(12 * x * y, dy, 1e-12);
        Assert.Equal(6 * x * y * y, QuinticJvpJvp(x, y, 1, 0, 1, 0, 0, 0).valueDotDot, 1e-12);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static void Scaled(ReadOnlySpan<double> x, double factor, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * factor;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void Running(Span<double> u)
    {
        for (int i = 1; i < u.Length; i++)
            u[i] += u[i - 1] * 2;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static void References(ref double x, double y, out double z)
    {
        z = x + 2 * y;
        x *= y;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static double[] Picked(double[] x) => [x[1], (x[0] * x[0]) + (x[2] * x[2])];

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian | Derivatives.Hvp)]
    internal static double Squares(ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double v in x)
            sum += v * v;
        return sum;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian | Derivatives.Hessian)]
    internal static double Mixed(double x, float y) => x * (double)(y * y);

    [Differentiable(Derivatives.Gradient)]
    internal static double Clamped(double x) => double.Clamp(x, 0.0, 1.0);

    [Differentiable(Derivatives.Gradient)]
    internal static double ClampedByMath(double x) => Math.Clamp(x, 0.0, 1.0);

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static double Prepared(double[] w, double x)
    {
        double[] scaled = new double[w.Length], copy = (double[])w.Clone();
        copy[0] = w[1];
        for (int i = 0; i < w.Length; i++)
            scaled[i] = copy[i] * x;
        return scaled[0] * scaled[1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jacobian)]
    internal static double CallsPrepared(double[] w, double x) => Prepared(w, x * x) * x;

    [Differentiable(Derivatives.Hvp | Derivatives.Hessian)]
    internal static double Power(double x, double p) => Math.Pow(x, p);

    [Differentiable(Derivatives.Jvp | Derivatives.Hvp, Order = 2)]
    internal static double Quintic(double x, double y) => x * x * x * y * y;
}
