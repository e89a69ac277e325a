namespace Differentiable.Tests.Numerics;

/// <summary><see cref="Differentiate.Check"/> of methods of objects: marked members are inputs, and the object stays as it is.</summary>
public partial class ObjectCheckTests
{
    [Fact]
    public void Marked_members_are_inputs_behind_the_parameters()
    {
        Perceptron perceptron = new([0.5, -0.25]) { Bias = 0.1, Rows = [[1], [2, 3]] };
        AssertChecks(Differentiate.Check(perceptron.Output, new double[] { 1, 2 }), "x[0]", "x[1]", "this._weights[0]", "this._weights[1]", "this.Bias", "this.Rows[0][0]", "this.Rows[1][0]", "this.Rows[1][1]");
        Assert.Equal(0.1, perceptron.Bias);
        Assert.Equal([2, 3], perceptron.Rows[1]);
    }

    [Fact]
    public void Members_of_base_classes_are_found() => AssertChecks(Differentiate.Check(new Scaled(3, 0.5).Value, 2.0), "x", "this._scale", "this.Shift");

    [Fact]
    public void Overloads_have_members_of_their_own()
    {
        Surface surface = new() { Height = 2, Width = 3 };
        AssertChecks(Differentiate.Check((Func<Place, double>)surface.At, new Place(1, 2)), "p.X", "p.Y", "this.Height");
        AssertChecks(Differentiate.Check((Func<Place, double, double>)surface.At, new Place(1, 2), 4), "p.X", "p.Y", "z", "this.Width");
    }

    [Fact]
    public void A_kink_in_a_member_is_where_they_part() => Assert.Equal(["this.Width"], Differentiate.Check(new Surface { Height = 2, Width = 0 }.Kink, 1.5).Differing.Select(e => e.Input));

    private static void AssertChecks(GradientCheck check, params string[] inputs)
    {
        Assert.True(check.Agrees, check.ToString());
        Assert.Equal(inputs, check.Entries.Select(e => e.Input));
        Assert.All(check.Entries, e => Assert.NotNull(e.Forward));
    }

    internal partial class Perceptron(double[] weights)
    {
        [Differentiable]
        private readonly double[] _weights = weights;

        [Differentiable]
        public double Bias { get; init; }

        [Differentiable]
        public double[][] Rows { get; init; } = [];

        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public double Output(ReadOnlySpan<double> x)
        {
            double sum = Bias * Rows[1][0];
            for (int i = 0; i < x.Length; i++)
                sum += _weights[i] * x[i] * Rows[i][i];
            return Math.Tanh(sum);
        }
    }

    internal abstract partial class Scale(double scale)
    {
        [Differentiable]
        protected readonly double _scale = scale;

        protected double Scaled(double x) => _scale * x;
    }

    internal sealed partial class Scaled(double scale, double shift) : Scale(scale)
    {
        [Differentiable]
        public double Shift { get; } = shift;

        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public double Value(double x) => Scaled(x + Shift) * Shift;
    }

    internal record struct Place(double X, double Y);

    internal sealed partial class Surface
    {
        [Differentiable]
        public double Height;

        [Differentiable]
        public double Width;

        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public double At(Place p) => p.X * p.Y * Height;

        [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
        public double At(Place p, double z) => p.X * p.Y * z * Width;

        [Differentiable]
        public double Kink(double x) => Math.Max(Width, 0) + x;
    }
}
