using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Checkpoints;

/// <summary>Loops with checkpoints in each other, around and inside other loops, in callees and in branches.</summary>
public static partial class CheckpointedNests
{
    [Differentiable]
    public static double Nested(double x, double rate, [Values(5, 0, 1)] int outer, [Values(6, 1, 0)] int inner)
    {
        double y = x;
        for (int i = 0; i < outer; i++)
        {
            Checkpoint.Binomial(2);
            for (int j = 0; j < inner; j++)
            {
                Checkpoint.Every(2);
                y += 0.05 * rate * Math.Sin(y * x + i - j);
            }
            y *= 1 - 0.01 * y;
        }
        return y;
    }

    /// <summary>No derivative passes through the loop inside, which the rounds run again for what it decides.</summary>
    [Differentiable]
    public static double AroundALoopThatDecides(double x, [Length(4)] Span<double> a, [Values(4, 0)] int steps)
    {
        double level = 1;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Binomial(2);
            while (level > 0.8 - 0.2 * i)
                level -= 0.15;
            a[i] = a[i] >= level ? x * a[i] : a[i] * a[i] - x;
        }
        return a[0] * a[1] + Math.Sin(a[2] * a[3]);
    }

    /// <summary>In a loop that stores: the snapshots of all its rounds wait at once.</summary>
    [Differentiable]
    public static double InsideALoop(double x, [Length(3)] ReadOnlySpan<double> c, [Values(5, 0)] int steps)
    {
        double y = x;
        double[] state = c.ToArray();
        for (int i = 0; i < c.Length; i++)
        {
            double factor = Math.Exp(-y * c[i]);
            double[] scratch = [y, c[i]];
            for (int j = 0; j < steps; j++)
            {
                Checkpoint.Logarithmic();
                scratch[0] = Math.Sin(scratch[0] * scratch[1]) + factor;
                state[j % 3] += 0.1 * scratch[0] * state[(j + 1) % 3];
                y += 0.1 * scratch[0] * scratch[0];
            }
            y *= factor + state[i];
        }
        return y + state[0];
    }

    [Differentiable]
    public static double InsideAWhile(double x, [Values(4)] int steps)
    {
        double y = x, goal = 3;
        int round = 0;
        while (y < goal && round < 10)
        {
            double slope = y * x;
            for (int j = 0; j < steps + round; j++)
            {
                Checkpoint.Every(2);
                y += 0.03 * slope * Math.Sqrt(y);
            }
            round++;
        }
        return y * goal;
    }

    /// <summary>Rounds that do not depend on each other, each with a loop that keeps snapshots.</summary>
    [Differentiable]
    public static double InsideIndependentRounds([Length(4)] ReadOnlySpan<double> starts, double rate, [Values(6, 0)] int steps)
    {
        double sum = 0;
        for (int i = 0; i < starts.Length; i++)
        {
            double y = starts[i];
            for (int j = 0; j < steps; j++)
            {
                Checkpoint.Binomial(2);
                y += 0.1 * rate * y * (2 - y);
            }
            sum += y * y;
        }
        return sum;
    }

    /// <summary>A round with loops of all kinds in it: what they store lives for a round.</summary>
    [Differentiable]
    public static double WithLoopsInside([Length(4)] ReadOnlySpan<double> start, double rate, [Values(5)] int steps)
    {
        double[] u = start.ToArray();
        double total = 0;
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            double norm = 0;
            foreach (double v in u)
                norm += v * v;
            double root = norm;
            while (Math.Abs(root * root - norm) > 1e-12)
                root = 0.5 * (root + norm / root);
            for (int i = 1; i < u.Length; i++)
                u[i] = u[i] * u[i - 1] / root + rate * Math.Sin(u[i]);
            double energy = 0;
            foreach (double v in u)
                energy += v * v * v;
            total += energy;
        }
        return total + u[3];
    }

    [Differentiable]
    public static double InBranches(double x, double rate, [Values(6)] int steps)
    {
        double y = x;
        if (x * rate < 0.9)
        {
            for (int i = 0; i < steps; i++)
            {
                Checkpoint.Every(2);
                y += 0.1 * rate * Math.Sin(y);
            }
        }
        else
        {
            for (int i = 0; i < steps; i++)
            {
                Checkpoint.Binomial(2);
                if (i % 2 == 0)
                {
                    for (int j = 0; j < 3; j++)
                    {
                        Checkpoint.Every(1);
                        y += 0.1 * rate * Math.Cos(y);
                    }
                }
            }
        }
        return y * x;
    }

    [Differentiable]
    public static double Settled(double x, double rate, [Values(6, 0)] int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Logarithmic();
            x += 0.1 * rate * x * (1 - x);
        }
        return x;
    }

    /// <summary>Callees that keep snapshots, in a loop that stores and in one that keeps snapshots.</summary>
    [Differentiable]
    public static double OfCallees(double x, double rate, [Values(4, 0)] int rounds)
    {
        double y = x;
        for (int i = 0; i < rounds; i++)
            y = Settled(y, rate * y, i) + 0.1 * y;
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Binomial(2);
            y = Math.Sin(Settled(y, rate, i + 1)) + Relax([y, x, rate]);
        }
        return y;
    }

    [Differentiable]
    public static double Relax([Length(3)] Span<double> u)
    {
        for (int k = 0; k < 5; k++)
        {
            Checkpoint.Every(2);
            for (int i = 1; i < u.Length; i++)
                u[i] += 0.2 * (u[i - 1] - u[i]) * u[i];
        }
        return u[^1];
    }

    /// <summary>A callee writes the state.</summary>
    [Differentiable]
    public static double StateInCallee([Length(3)] ReadOnlySpan<double> start, double h, [Values(7, 0)] int steps)
    {
        double[] u = start.ToArray();
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(3);
            Step(u, 0.1 * h);
        }
        return u[0] * u[1] + u[2];
    }

    [Differentiable]
    public static void Step([Length(3)] Span<double> u, double h)
    {
        double first = u[0];
        u[0] += h * u[1] * u[2];
        u[1] -= h * first * u[2];
        u[2] += h * Math.Sin(u[0] * u[1]);
    }

    [Differentiable]
    public static double InALocalFunction(double x, double rate, [Values(5)] int steps)
    {
        return Run(x, 2) * Run(rate, 3);

        double Run(double y, int every)
        {
            for (int i = 0; i < steps; i++)
            {
                Checkpoint.Every(every);
                y += 0.1 * x * Math.Cos(y);
            }
            return y;
        }
    }
}
