using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>Loops that keep snapshots, and methods that run again.</summary>
public class CheckpointSnapshots
{
    [Fact]
    public void Pendulum() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Pendulum(double angle, double speed, double h, int steps)
        {
            double energy = 0;
            for (int k = 0; k < steps; k++)
            {
                Checkpoint.Binomial(20);
                speed -= h * Math.Sin(angle);
                angle += h * speed;
                energy += h * speed * speed;
            }
            return angle * angle + energy;
        }
        """));

    [Fact]
    public void Heat() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double Heat(ReadOnlySpan<double> start, double c, int steps)
        {
            double[] u = start.ToArray(), next = new double[u.Length];
            for (int k = 0; k < steps; k++)
            {
                Checkpoint.SquareRoot();
                for (int i = 1; i < u.Length - 1; i++)
                    next[i] = u[i] + c * u[i] * (u[i - 1] - 2 * u[i] + u[i + 1]);
                (u, next) = (next, u);
            }
            return u[u.Length / 2];
        }
        """));

    [Fact]
    public void CountedFirst() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static double CountedFirst(double x, double goal)
        {
            while (x < goal)
            {
                Checkpoint.Logarithmic();
                x += 0.1 * x * x;
            }
            return x;
        }
        """));

    [Fact]
    public void RunTwice() => Verify(EmittedSource.Of("""
        [Differentiable, Checkpoint]
        public static double RunTwice(Span<double> u, double x)
        {
            for (int i = 1; i < u.Length; i++)
                u[i] = Math.Sin(u[i] * u[i - 1]) + x;
            return u[^1];
        }
        """));
}
