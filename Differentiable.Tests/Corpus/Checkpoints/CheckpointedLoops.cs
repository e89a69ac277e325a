using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Checkpoints;

/// <summary>Loops whose reverse keeps snapshots and runs rounds again. A test takes the markers out and compares.</summary>
public static partial class CheckpointedLoops
{
    [Differentiable]
    public static double Logistic(double x, double rate, [Values(10, 0, 1, 2, 7)] int steps, [Values(3, 1, 20)] int every)
    {
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Every(every);
            x += 0.1 * rate * x * (1 - x);
        }
        return x;
    }

    /// <summary>A number that is known at compile time has a name.</summary>
    [Differentiable]
    public static double ByConstant(double x, double rate, [Values(7, 0)] int steps)
    {
        const int Rounds = 2;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Every(Rounds + 1);
            x += 0.1 * rate * Math.Sin(x);
        }
        return x * rate;
    }

    [Differentiable]
    public static double Lorenz(double x, double y, double z, double sigma, double rho, [Values(30, 0, 1, 5)] int steps, [Values(3, 1, 2)] int snapshots)
    {
        const double H = 0.02;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Binomial(snapshots);
            double dx = sigma * (y - x);
            double dy = x * (rho - z) - y;
            double dz = x * y - 2.5 * z;
            x += H * dx;
            y += H * dy;
            z += H * dz;
        }
        return x * y + z;
    }

    [Differentiable]
    public static double Verlet(double x, double v, double stiffness, [Values(20, 0, 1)] int steps)
    {
        const double H = 0.05;
        double a = -stiffness * x * x * x;
        double work = 0;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Logarithmic();
            x += H * v + 0.5 * H * H * a;
            double next = -stiffness * x * x * x;
            v += 0.5 * H * (a + next);
            work += a * v;
            a = next;
        }
        return x * x + v + 0.1 * work;
    }

    /// <summary>The state is the caller's, and ends with the last elements.</summary>
    [Differentiable]
    public static double HeatInPlace([Length(6, 3)] Span<double> u, double conductivity, [Values(9, 0, 1)] int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.SquareRoot();
            double left = u[0];
            for (int i = 1; i + 1 < u.Length; i++)
            {
                double here = u[i];
                u[i] += 0.1 * conductivity * (1 + 0.1 * here * here) * (left - 2 * here + u[i + 1]);
                left = here;
            }
        }
        double sum = 0;
        foreach (double v in u)
            sum += v * v * v;
        return sum;
    }

    /// <summary>Two buffers change places.</summary>
    [Differentiable]
    public static double HeatTwoBuffers([Length(6, 3)] ReadOnlySpan<double> start, double conductivity, [Values(7, 0, 1, 2)] int steps)
    {
        double[] u = start.ToArray();
        double[] next = new double[u.Length];
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(2);
            next[0] = u[0];
            next[^1] = u[^1];
            for (int i = 1; i + 1 < u.Length; i++)
                next[i] = u[i] + conductivity * 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]) * u[i];
            (u, next) = (next, u);
        }
        double sum = 0;
        foreach (double v in u)
            sum += v * v;
        return sum;
    }

    /// <summary>A recurrent network: a hidden state, one weight matrix, one input a round.</summary>
    [Differentiable]
    public static double Recurrent([Length(9)] ReadOnlySpan<double> weights, [Length(3)] ReadOnlySpan<double> bias, [Length(5, 1)] ReadOnlySpan<double> inputs)
    {
        Span<double> h = stackalloc double[3];
        double loss = 0;
        foreach (double x in inputs)
        {
            Checkpoint.Every(2);
            double[] activation = new double[3];
            for (int i = 0; i < 3; i++)
            {
                double sum = bias[i] * x;
                for (int j = 0; j < 3; j++)
                    sum += weights[3 * i + j] * h[j];
                activation[i] = Math.Tanh(sum);
            }
            activation.CopyTo(h);
            loss += (h[0] - x) * (h[0] - x);
        }
        return loss + h[1] * h[2];
    }

    /// <summary>The trajectory is written, not read: no snapshot holds it.</summary>
    [Differentiable]
    public static void Trajectory(double x, double v, [Length(8)] Span<double> path)
    {
        for (int k = 0; k < path.Length; k++)
        {
            Checkpoint.Logarithmic();
            path[k] = x * x;
            v -= 0.1 * Math.Sin(x);
            x += 0.1 * v;
        }
    }

    [Differentiable]
    public static double Backwards(double x, [Length(7)] ReadOnlySpan<double> c)
    {
        double y = 0;
        for (int i = c.Length - 1; i >= 0; i--)
        {
            Checkpoint.Every(2);
            y = Math.Sin(y * x) + c[i];
        }
        return y;
    }

    [Differentiable]
    public static double InSteps(double x, [Values(3, 1)] int from, [Values(20, 2)] int to)
    {
        double y = x;
        for (int i = from; i <= to; i += 4)
        {
            Checkpoint.Binomial(2);
            y = Math.Sin(y + 0.1 * i * x);
        }
        for (long i = to; i > from; i -= 3)
        {
            Checkpoint.Logarithmic();
            y += 0.1 * Math.Cos(y * x) * i;
        }
        return y;
    }

    [Differentiable]
    public static float Single(float x, float rate, [Values(6)] int steps)
    {
        float y = x;
        bool up = true;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Every(2);
            y = up ? y + 0.1f * rate * y * y : y - 0.05f * rate * MathF.Sqrt(y);
            up = !up && i != 3;
        }
        return y;
    }

    /// <summary>Which way a round goes depends on the state.</summary>
    [Differentiable]
    public static double Bouncing(double height, double speed, double damping, [Values(40, 0)] int steps)
    {
        int bounces = 0;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Binomial(4);
            speed -= 0.1;
            height += 0.1 * speed;
            if (height < 0)
            {
                height = -height * damping;
                speed = -speed * damping;
                bounces++;
            }
            else if (speed > 3)
            {
                continue;
            }
            speed *= 1 - 0.01 * speed * speed;
        }
        return height * speed + bounces * damping;
    }

    /// <summary>Ends early, by a break or by a result.</summary>
    [Differentiable]
    public static double EndingEarly(double x, double limit, [Values(30)] int steps)
    {
        double y = x;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.Every(4);
            y += 0.2 * x * y;
            if (y > 4 * limit)
                break;
            if (y * y > 30 * limit)
                return y * limit;
        }
        return y * y;
    }

    /// <summary>A state of a matrix, a jagged array and integers.</summary>
    [Differentiable]
    public static double Mixed([Rows(2), Columns(3)] double[,] a, [RowLengths(2, 1, 3)] double[][] rows, double x, [Values(6)] int steps)
    {
        int[] order = [1, 0, 2];
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(2);
            int first = order[0];
            a[k % 2, first] += 0.1 * x * a[(k + 1) % 2, 2] * rows[0][1];
            rows[first][0] *= Math.Sin(a[0, 0]);
            (order[0], order[1]) = (order[1], order[0]);
            if (k % 3 == 2)
                order[2] = order[0];
        }
        return a[0, 0] * a[1, 1] + rows[0][0] + rows[1][0] * rows[2][0] * order[2];
    }
}
