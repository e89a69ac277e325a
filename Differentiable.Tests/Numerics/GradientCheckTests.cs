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

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static double Everything(double x, ReadOnlySpan<double> w, double[,] m, double[][] j, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += Math.Sin(x * w[i]) * m[i, 1 - i] + m[i, i] * j[i][0] * j[i][0] + j[1][1] * x;
        return sum;
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
