namespace Differentiable.Tests.Numerics;

/// <summary>What overlaps only at run time is refused by name, in every mode.</summary>
public static partial class SharedStorageTests
{
    [Fact]
    public static void Overlapping_slices_are_refused_by_name()
    {
        double[] x = [0.8, 0.4, 1.2, 0.6];
        AssertNames(() => OnSlicesGradient(x, 1));
        AssertNames(() => OnSlicesJvp([.. x], 1, new double[4]));
    }

    [Fact]
    public static void Slices_that_lie_apart_are_not() => Assert.Equal(4, OnSlicesGradient([0.8, 0.4, 1.2, 0.6], 2).Length);

    private static void AssertNames(Action run)
    {
        string message = Assert.Throws<ArgumentException>(run).Message;
        Assert.Contains("'to' overlaps 'from'", message, StringComparison.Ordinal);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Accumulate(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int i = 0; i < to.Length; i++)
            to[i] += from[i] * from[0];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double OnSlices(double[] x, int start)
    {
        double[] y = [.. x];
        Accumulate(y.AsSpan(0, 2), y.AsSpan(start, 2));
        return y[0] * y[3];
    }
}
