namespace Differentiable.Tests.Numerics;

/// <summary>Methods whose reverse half runs them again draw other random numbers then: where others call them, they say so.</summary>
public partial class RandomCalleeTests
{
    [Fact]
    public void Their_own_gradients_draw_once()
    {
        double drawn = new Random(3).NextDouble(), step = 1e-5;
        double difference = (GrownBy(0.7 + step, drawn) - GrownBy(0.7 - step, drawn)) / (2 * step);
        Assert.Equal(difference, GrownGradient(0.7, new Random(3)), 1e-8);
        Assert.Equal(difference, GrownByCallerGradient(0.7, new Random(3)), 1e-8);
    }

    [Fact]
    public void Callers_of_loops_with_checkpoints_are_told() =>
        Assert.Contains("r.NextDouble()", Assert.Throws<NotSupportedException>(() => TwiceGrownGradient(0.7, new Random(3))).Message);

    [Fact]
    public void Callers_of_array_variables_are_told() =>
        Assert.Contains("r.NextDouble()", Assert.Throws<NotSupportedException>(() => TwicePickedGradient(0.7, new Random(3))).Message);

    [Differentiable]
    private static double Grown(double x, Random r)
    {
        double a = r.NextDouble(), s = x;
        for (int i = 0; i < 10; i++)
        {
            Checkpoint.Every(3);
            s *= Math.Sin(a * s + x);
        }
        return s;
    }

    [Differentiable]
    private static double GrownBy(double x, double a)
    {
        double s = x;
        for (int i = 0; i < 10; i++)
        {
            Checkpoint.Every(3);
            s *= Math.Sin(a * s + x);
        }
        return s;
    }

    [Differentiable]
    private static double GrownByCaller(double x, Random r) => GrownBy(x, r.NextDouble());

    [Differentiable]
    private static double TwiceGrown(double x, Random r) => Grown(x, r) * Grown(x * x, r);

    [Differentiable]
    private static double Picked(double x, Random r)
    {
        double[] p = [x, 2 * x], q = [3 * x, x * x];
        double s = x;
        for (int i = 0; i < 6; i++)
        {
            double[] w = i % 2 == 0 ? p : q;
            if (r.NextDouble() > 0.5)
                (p, q) = (q, p);
            s *= Math.Sin(w[0] * s + w[1]);
        }
        return s;
    }

    [Differentiable]
    private static double TwicePicked(double x, Random r) => Picked(x, r) * Picked(x * x, r);
}
