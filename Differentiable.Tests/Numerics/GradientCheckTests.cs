using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Tests.Numerics;

/// <summary><see cref="Differentiate.Check"/> finds what is right, and what is not.</summary>
public partial class GradientCheckTests
{
    [Fact]
    public void Agreeing_gradients_are_found_to_agree()
    {
        GradientCheck check = Differentiate.Check(Everything, 0.5, new double[] { 1, 2 }, new double[,] { { 1, 2 }, { 3, 4 } }, new double[][] { [1], [2, 3] }, 2);
        Assert.True(check.Agrees, check.ToString());
        Assert.Equal(["x", "w[0]", "w[1]", "m[0, 0]", "m[0, 1]", "m[1, 0]", "m[1, 1]", "j[0][0]", "j[1][0]", "j[1][1]"], check.Entries.Select(e => e.Input));
        Assert.All(check.Entries, e => Assert.NotNull(e.Forward));
        check.ThrowIfDiffering();
    }

    [Fact]
    public void Single_precision_is_checked_with_its_tolerance() => Assert.True(Differentiate.Check(Single, 0.5f, new float[] { 1, 2 }).Agrees);

    [Fact]
    public void Arguments_are_left_as_they_are()
    {
        double[] w = [1, 2];
        Assert.True(Differentiate.Check(Writes, w).Agrees);
        Assert.Equal([1.0, 2], w);
    }

    /// <summary>Where the value is large beside the derivative, differences tell no more than its rounding lets them.</summary>
    [Fact]
    public void Rounding_of_the_value_is_no_disagreement()
    {
        foreach (double x in new[] { 0.3, 0.7, 1.1, 1.5, 2, 3 })
        {
            Assert.True(Differentiate.Check(Ripple, x).Agrees);
            for (int rounds = 5; rounds <= 80; rounds += 5)
                Assert.True(Differentiate.Check(Settling, x, rounds).Agrees, $"{x}, {rounds}");
        }
        Assert.False(Differentiate.Check(Lacking, 0.7).Agrees);
    }

    [Fact]
    public void Constant_structs_may_hold_arrays() => Assert.True(Differentiate.Check(OfConstantArray, new Layer { Weights = [0.5, 2], Bias = 3 }, 0.4).Agrees);

    [Fact]
    public void A_kink_is_where_they_part()
    {
        GradientCheck check = Differentiate.Check(Kink, 0, 1.5);
        Assert.Equal(["x"], check.Differing.Select(e => e.Input));
        Assert.Contains("1 of 2 derivatives", check.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(check.ThrowIfDiffering);
    }

    [Fact]
    public void What_cannot_be_checked_is_refused_with_a_reason()
    {
        Assert.Throws<ArgumentException>("function", () => Differentiate.Check(Math.Sin, 1.0));
        Assert.Throws<ArgumentException>("arguments", () => Differentiate.Check(Kink, 1.0));
        Assert.Throws<ArgumentException>("arguments", () => Differentiate.Check(Writes, "text"));
        Assert.Throws<ArgumentException>("function", () => Differentiate.Check(Two, 1.0));
    }

    [Fact]
    public void An_array_of_arrays_may_be_the_only_argument() =>
        AssertChecks(Differentiate.Check(Rows, new double[][] { [1], [2, 3] }), "j[0][0]", "j[1][0]", "j[1][1]");

    [Fact]
    public void Inputs_by_reference_are_inputs() => AssertChecks(Differentiate.Check(ByReference, 2.0, 3.0), "x", "y");

    [Fact]
    public void Structs_and_tuples_are_checked_number_by_number()
    {
        Body body = new() { Position = new(1.5, 0.7), Id = 3, Spin = (0.4, 0.6) };
        AssertChecks(
            Differentiate.Check(Structs, body, new Point[] { new(1, 2), new(3, 4) }, new Point[,] { { new(5, 6) } }, (1.5, (2.5, 3), new Point(1, 2))),
            "b.Position.X", "b.Position.Y", "b.Spin.About", "b.Spin.Item2", "p[0].X", "p[0].Y", "p[1].X", "p[1].Y", "m[0, 0].X", "m[0, 0].Y", "t.x", "t.z.y", "t.v.X", "t.v.Y");
        Assert.Equal(new Point(1.5, 0.7), body.Position);
    }

    [Fact]
    public void Long_tuples_keep_the_names_of_their_elements() => AssertChecks(
        Differentiate.Check(LongTuple, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, (9.0, 10.0))),
        "t.a", "t.b", "t.c", "t.d", "t.e", "t.f", "t.g", "t.h", "t.k.i", "t.k.j");

    [Fact]
    public void Vectors_and_complex_numbers_are_checked_number_by_number()
    {
        AssertChecks(Differentiate.Check(Rotated, new Vector3(1, 2, 3), new Quaternion(0.1f, 0.2f, 0.3f, 0.4f)), "v.X", "v.Y", "v.Z", "q.X", "q.Y", "q.Z", "q.W");
        AssertChecks(Differentiate.Check(Cube, new Complex(1, 2)), "z.Real", "z.Imaginary");
    }

    [Fact]
    public void Halves_are_checked_with_their_tolerance() => AssertChecks(Differentiate.Check(InHalf, 0.7, new Half[] { (Half)1, (Half)2 }), "x", "w[0]", "w[1]");

    [Fact]
    public void Generic_methods_are_checked_as_what_they_are_closed_over()
    {
        AssertChecks(Differentiate.Check(Wave<double>, 0.7, new double[] { 1, 2 }), "x", "w[0]", "w[1]");
        AssertChecks(Differentiate.Check(Wave<float>, 0.7, new float[] { 1, 2 }), "x", "w[0]", "w[1]");
        AssertRefuses("double, float or Half", () => Differentiate.Check(Square<decimal>, 0.7m));
    }

    [Fact]
    public void Overloads_are_told_apart_by_their_parameters()
    {
        AssertChecks(Differentiate.Check((Func<double, double>)Overloaded, 1.5), "x");
        AssertChecks(Differentiate.Check((Func<double[], double>)Overloaded, new double[] { 1, 2 }), "x[0]", "x[1]");
        AssertChecks(Differentiate.Check((Func<double, double, double>)Overloaded, 1.5, 2), "x", "y");
        AssertChecks(Differentiate.Check((Func<double[], double, double>)Overloaded, new double[] { 1, 2 }, 2), "x[0]", "x[1]", "y");
    }

    /// <summary>Steps of a whole number cross as many jumps on both sides: they agree with each other, but with no smaller step.</summary>
    [Fact]
    public void Steps_across_jumps_are_not_trusted()
    {
        AssertChecks(Differentiate.Check(Floored, 11.439), "x");
        AssertChecks(Differentiate.Check(Truncated, 11.439), "x");
        for (double x = 0.3; x < 2000; x *= 1.7)
        {
            AssertChecks(Differentiate.Check(Floored, x), "x");
            AssertChecks(Differentiate.Check(Truncated, x), "x");
        }
        AssertChecks(Differentiate.Check(FlooredSingle, 11.439f), "x");
    }

    [Fact]
    public void Methods_of_structs_have_the_struct_as_an_input() =>
        AssertChecks(Differentiate.Check(new Spring { Rest = 0.5, Stiffness = 2 }.Energy, 1.5), "self.Rest", "self.Stiffness", "length");

    [Fact]
    public void A_ref_struct_is_refused_with_advice() => AssertRefuses("ref struct 'p'", () => Differentiate.Check(OfRefStruct, null, 1.0));

    [Fact]
    public void An_inline_array_is_refused_with_advice() => AssertRefuses("inline array 'p'", () => Differentiate.Check(OfInlineArray, default(Pair), 1.0));

    private static void AssertChecks(GradientCheck check, params string[] inputs)
    {
        Assert.True(check.Agrees, check.ToString());
        Assert.Equal(inputs, check.Entries.Select(e => e.Input));
        Assert.All(check.Entries, e => Assert.NotNull(e.Forward));
    }

    private static void AssertRefuses(string reason, Action check) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>("function", check).Message, StringComparison.Ordinal);

    internal readonly struct Point(double x, double y)
    {
        private readonly double _x = x;

        public double X => _x;

        public double Y { get; } = y;
    }

    internal struct Body
    {
        public Point Position;
        public int Id;
        public (double About, double) Spin;
    }

    internal partial struct Spring
    {
        public double Rest, Stiffness;

        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        internal readonly double Energy(double length) => 0.5 * Stiffness * (length - Rest) * (length - Rest);
    }

    [InlineArray(2)]
    internal struct Pair
    {
        private double _first;
    }

    internal readonly ref struct RefPoint(double x)
    {
        public double X { get; } = x;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Overloaded(double x) => x * x;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Overloaded(double[] x) => x[0] * x[1];

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Overloaded(double x, double y) => x * x * y;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Overloaded(double[] x, double y) => x[0] * x[1] * y;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Floored(double x) => Math.Floor(x) * x;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Truncated(double x) => 3 * x * x + (int)x * x;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static float FlooredSingle(float x) => MathF.Floor(x) * x;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Rows(double[][] j) => j[0][0] * j[1][1] + j[1][0];

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double ByReference(in double x, double y) => x * y * y;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Structs(Body b, ReadOnlySpan<Point> p, Point[,] m, (double x, (double y, int n) z, Point v) t) =>
        b.Position.X * b.Spin.About + b.Spin.Item2 * p[0].X * p[1].Y * t.x * t.z.y + t.v.Y * b.Position.Y * m[0, 0].X;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double LongTuple((double a, double b, double c, double d, double e, double f, double g, double h, (double i, double j) k) t) =>
        t.a * t.b * t.c * t.d * t.e * t.f * t.g * t.h * t.k.j + t.k.i;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static float Rotated(Vector3 v, Quaternion q) => Vector3.Transform(v, q).X;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Cube(Complex z) => (z * z * z).Imaginary;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static Half InHalf(Half x, Half[] w) => x * w[0] + x * x * w[1];

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static T Wave<T>(T x, ReadOnlySpan<T> w)
        where T : IFloatingPointIeee754<T> => T.Sin(x * w[0]) * w[1];

    [Differentiable]
    internal static T Square<T>(T x)
        where T : INumber<T> => x * x;

    [Differentiable]
    internal static double OfInlineArray(Pair p, double x) => p[0] * p[1] * x;

    [Differentiable]
    internal static double OfRefStruct([NonDifferentiable] RefPoint p, double x) => p.X * x;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Everything(double x, ReadOnlySpan<double> w, double[,] m, double[][] j, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += Math.Sin(x * w[i]) * m[i, 1 - i] + m[i, i] * j[i][0] * j[i][0] + j[1][1] * x;
        return sum;
    }

    [Differentiable]
    internal static double Ripple(double x) => 1 + 1e-9 * Math.Sin(x);

    [Differentiable]
    internal static double Settling(double x, int rounds)
    {
        for (int i = 0; i < rounds; i++)
            x = Math.Cos(x);
        return x;
    }

    [Differentiable]
    internal static double Lacking(double x) => Math.Sin(x) + Differentiate.StopGradient(1e-6 * x);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double OfConstantArray([NonDifferentiable] Layer layer, double x)
    {
        double sum = 0;
        for (int i = 0; i < layer.Weights.Length; i++)
            sum += Math.Sin(layer.Weights[i] * x) * sum + x * layer.Bias;
        return sum;
    }

    internal struct Layer
    {
        public double[] Weights;
        public double Bias;
    }

    [Differentiable]
    internal static float Single(float x, float[] w) => MathF.Exp(x) * w[0] - w[1] / x;

    [Differentiable]
    internal static double Writes(Span<double> w)
    {
        w[0] *= w[1];
        return w[0] * w[0];
    }

    [Differentiable]
    internal static double Kink(double x, double y) => Math.Max(x, 0) * y + y;

    [Differentiable]
    internal static (double, double) Two(double x) => (x, x * x);
}
