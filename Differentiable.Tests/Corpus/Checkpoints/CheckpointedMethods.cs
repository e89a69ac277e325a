using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Checkpoints;

/// <summary>Methods that compute again instead of keeping.</summary>
public static partial class CheckpointedMethods
{
    [Differentiable, Checkpoint]
    public static double Step(double x, double rate)
    {
        for (int i = 0; i < 4; i++)
            x = Math.Sin(x * rate) + 0.5 * x;
        return x;
    }

    [Differentiable]
    public static double InALoop(double x, double rate, [Values(5, 0)] int steps)
    {
        for (int k = 0; k < steps; k++)
            x = Step(x, rate) * rate;
        return x;
    }

    [Differentiable, Checkpoint]
    public static double Sweep([Length(4)] Span<double> u, double rate)
    {
        double norm = 0;
        for (int i = 1; i < u.Length; i++)
        {
            u[i] = u[i] * u[i - 1] + rate;
            norm += u[i] * u[i];
        }
        return norm;
    }

    [Differentiable]
    public static double ElementsInALoop([Length(4)] ReadOnlySpan<double> start, double rate, [Values(4, 0)] int steps)
    {
        double[] u = start.ToArray();
        double sum = 0;
        for (int k = 0; k < steps; k++)
        {
            sum += Math.Log(1 + Sweep(u, 0.1 * rate));
            u[0] *= 0.9 + 0.01 * sum;
        }
        return sum + u[3];
    }

    [Differentiable, Checkpoint]
    public static double Power(double x, [Values(5, 0)] int n) => n <= 0 ? 1 : x * Power(Math.Sin(x) + 0.5, n - 1);

    [Differentiable, Checkpoint]
    public static (double X, double Y) Rotate(double x, double y, ref double angle, out double norm)
    {
        (double sin, double cos) = (Math.Sin(angle), Math.Cos(angle));
        norm = x * x + y * y;
        angle += 0.1 * norm;
        return (cos * x - sin * y, sin * x + cos * y);
    }

    [Differentiable]
    public static double Orbit(double x, double y, double angle, [Values(5)] int steps)
    {
        double sum = 0;
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            (x, y) = Rotate(x, y, ref angle, out double norm);
            sum += norm * angle;
        }
        return sum + x * y;
    }

    /// <summary>No derivative goes through the helper, whose code says that it gives the same again.</summary>
    [Differentiable]
    public static double Weighted(double x, double rate, [Values(5, 0)] int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Every(2);
            x += Weight(i) * Math.Sin(rate * x);
        }
        return x * Weight(steps);
    }

    private static readonly Func<double, double> s_square = v => v * v;

    [Differentiable]
    public static double ByFunctions(double x, double rate)
    {
        Func<double, double> damped = v => Math.Sin(v * rate);
        return damped(x) * s_square(rate);
    }

    /// <summary>What delegates of a callee stand for is looked into.</summary>
    [Differentiable]
    public static double OfFunctions(double x, double rate, [Values(5, 0)] int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Every(2);
            x += 0.3 * ByFunctions(x, rate);
        }
        return x;
    }

    private static double Weight(int round)
    {
        double weight = 1;
        for (int i = 0; i < round; i++)
            weight *= 0.9;
        return weight;
    }
}
