using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Numerics;

/// <summary>The yardstick itself, against derivatives that are known.</summary>
public class DifferencesTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1.25)]
    [InlineData(-3)]
    public void Smooth_functions_are_exact_to_eleven_digits(double x)
    {
        AssertClose(Math.Exp(x), x, Math.Exp);
        AssertClose(Math.Cos(x), x, Math.Sin);
        AssertClose(-2 * x / Math.Pow(1 + (x * x), 2), x, t => 1 / (1 + (t * t)));
    }

    [Fact]
    public void A_kink_nearby_is_stepped_over() => AssertClose(1, 1 / 128.0, Math.Abs);

    [Fact]
    public void The_edge_of_the_domain_is_kept_clear_of() => AssertClose(8, 1 / 256.0, Math.Sqrt);

    [Fact]
    public void Large_arguments_take_large_steps() => AssertClose(2000, 1000, x => x * x);

    [Fact]
    public void Single_precision_gives_four_digits()
    {
        double derivative = Differences.Gradient(x => MathF.Sin((float)x[0]), [0.5], Precision.Single)[0].Value;
        Assert.Equal(Math.Cos(0.5), derivative, 1e-4);
    }

    private static void AssertClose(double expected, double x, Func<double, double> function)
    {
        double actual = Differences.Gradient(p => function(p[0]), [x])[0].Value;
        Assert.Equal(expected, actual, 1e-11 * Math.Max(1, Math.Abs(expected)));
    }
}
