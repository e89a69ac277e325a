using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Checkpoints;

/// <summary>Loops with checkpoints whose rounds show only as they run.</summary>
public static partial class CheckpointedWhiles
{
    [Differentiable]
    public static double NewtonEvery([Range(1.5, 30)] double a, [NonDifferentiable, Range(1e-9, 1e-8)] double tolerance, [Values(1, 2, 100)] int every)
    {
        double s = a;
        while (Math.Abs(s * s - a) > tolerance)
        {
            Checkpoint.Every(every);
            s = 0.5 * (s + a / s);
        }
        return s;
    }

    [Differentiable]
    public static double NewtonBinomial([Range(1.5, 30)] double a, [NonDifferentiable, Range(1e-9, 1e-8)] double tolerance, [Values(1, 2, 3)] int snapshots)
    {
        double s = a;
        int rounds = 0;
        while (Math.Abs(s * s - a) > tolerance)
        {
            Checkpoint.Binomial(snapshots);
            s = 0.5 * (s + a / s);
            rounds++;
        }
        return s * rounds;
    }

    /// <summary>Elements, a test at the end, and a sum that the counting run must not leave behind.</summary>
    [Differentiable]
    public static double Relaxation([Length(4)] ReadOnlySpan<double> start, double rate, double goal)
    {
        double[] u = start.ToArray();
        double total = 0, residual;
        do
        {
            Checkpoint.Logarithmic();
            residual = 0;
            for (int i = 0; i < u.Length; i++)
            {
                double change = 0.3 * rate * (goal - u[i] * u[(i + 1) % u.Length]);
                u[i] += change;
                residual += change * change;
            }
            total += residual;
        }
        while (residual > 1e-4);
        return total + u[0] * u[3];
    }

    [Differentiable]
    public static double FallingRoot(double height, double drag, [NonDifferentiable, Range(0.01, 0.02)] double h)
    {
        double speed = 0;
        while (true)
        {
            Checkpoint.SquareRoot();
            speed += h * (1 - drag * speed * speed);
            height -= h * speed;
            if (height < 0.1)
                break;
        }
        return speed + height;
    }

    [Differentiable]
    public static double WithGuard(double x, [Values(9, 0)] int budget)
    {
        int left = budget;
        while (left > 0)
        {
            Checkpoint.Every(3);
            ArgumentOutOfRangeException.ThrowIfNegative(left);
            if (double.IsNaN(x))
                throw new InvalidOperationException($"no number with {left} rounds left");
            x = Math.Cos(x) * x + 0.5;
            left -= x > 0.8 ? 2 : 1;
        }
        return x;
    }

    /// <summary>Nothing stands before the loop but integers that it changes, so that its halves begin with what they keep.</summary>
    [Differentiable]
    public static double WrittenUntilDone([Length(4, 5)] Span<double> a, double x)
    {
        int round = 0;
        while (true)
        {
            Checkpoint.Binomial(2);
            if (round++ >= 4)
                break;
            a[round % a.Length] = Math.Exp(-0.25 * round * x);
            if (round > 2 && x > 0.5)
                break;
        }
        return x * a[2];
    }
}
