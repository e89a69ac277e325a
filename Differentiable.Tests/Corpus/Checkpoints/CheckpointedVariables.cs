using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Checkpoints;

/// <summary>Checkpointed loops that write the elements of arrays whose variables are set in branches and in other loops. A test takes the markers out and compares.</summary>
public static partial class CheckpointedVariables
{
    [Differentiable]
    public static double SetInALoopBefore([Range(0.2, 0.9)] double y, [Values(1, 0, 3)] int n)
    {
        double[] u = [y, 2];
        for (int i = 0; i < n; i++)
            u = [y, u[0]];
        for (int k = 0; k < n + 2; k++)
        {
            Checkpoint.Every(2);
            u[0] = Math.Sin(y * u[0]);
            y *= u[0];
        }
        return y + u[0];
    }

    [Differentiable]
    public static double SetAndSwappedInRounds([Range(0.2, 0.9)] double y, [Values(1, 0, 3)] int n)
    {
        double[] u = [y, 2], v = [3, y];
        for (int j = 0; j < 2; j++)
        {
            for (int i = 0; i < n; i++)
            {
                u = [y, u[0]];
                (u, v) = (v, u);
            }
            for (int k = 0; k < n + 2; k++)
            {
                Checkpoint.SquareRoot();
                u[0] = Math.Sin(y * u[0] + v[1]);
                v[1] += u[0];
                y *= u[0];
            }
        }
        return y + u[0] + v[1];
    }

    [Differentiable]
    public static double SetInTheOtherBranch([Range(0.2, 0.9)] double x, [Values(2, 0, 9)] int n)
    {
        double[] w = [x, 2];
        if (n > 2)
        {
            w = [.. w];
        }
        else
        {
            for (int i = 0; i < n; i++)
            {
                Checkpoint.Every(2);
                w[0] = Math.Sin(w[0] * w[1]);
            }
        }
        return w[0];
    }

    [Differentiable]
    public static double SetBehindTheLoop([Range(0.2, 0.9)] double x, [Values(2, 0, 5)] int n)
    {
        double[] w = [x, 2];
        if (n > 1)
        {
            for (int i = 0; i < n; i++)
            {
                Checkpoint.Binomial(2);
                w[0] = Math.Sin(w[0] * w[1]);
            }
            w = [.. w, x];
            w[1] *= w[0];
        }
        return w[0] * w[1];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double RowsSetInTheOtherBranch([Range(0.2, 0.9)] double x, [Values(2, 0, 5)] int n)
    {
        double[][] w = [[x, 2]];
        if (n > 2)
        {
            w = [[x, 3]];
        }
        else
        {
            for (int i = 0; i < n; i++)
            {
                Checkpoint.Every(2);
                w[0][0] = Math.Sin(w[0][0] * w[0][1]);
            }
        }
        return w[0][0];
    }

    [Differentiable]
    public static double SetInBranchesOfRounds([Range(0.2, 0.9)] double x, [Values(1, 0, 3)] int n)
    {
        double[] w = [x, 2], v = [1, x];
        for (int j = 0; j < 2; j++)
        {
            if (j < n)
            {
                w = [v[0], x];
            }
            else
            {
                for (int i = 0; i < 4; i++)
                {
                    Checkpoint.Every(2);
                    w[0] = Math.Sin(w[0] * w[1] + v[0]);
                    v[0] += w[0];
                }
                (w, v) = (v, w);
            }
            for (int i = 0; i < 3; i++)
            {
                Checkpoint.Every(2);
                w[1] = Math.Sin(w[0] * w[1] + v[0]);
                v[1] += w[1];
            }
        }
        return w[0] * v[0] + w[1] * v[1];
    }

    /// <summary>A variable stands for an array that is only read, and then for one that rounds write.</summary>
    [Differentiable]
    public static double ReadOnlyBefore([Length(3)] double[] u, [Length(3)] double[] w, double x, [Values(4, 1)] int steps, [Values(1, 0)] int turns)
    {
        double first = w[1] * x;
        for (int i = 0; i < turns; i++)
            w = u;
        bool isLarge = w[2] > 0.5;
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Logarithmic();
            u[k % 3] = Math.Sin(u[(k + 1) % 3] * u[k % 3]) + x;
        }
        return first + (isLarge ? u[0] * u[1] : u[2] * x);
    }

    [Differentiable]
    public static double ReadOnlySpanOrAnother([Length(3)] ReadOnlySpan<double> w, [Length(3)] Span<double> u, double x, [Values(4, 1)] int steps)
    {
        ReadOnlySpan<double> seen = w;
        if (steps > 2)
            seen = u;
        double before = seen[0] * seen[1];
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(2);
            u[k % 3] = Math.Sin(u[(k + 1) % 3] * u[k % 3]) + x;
        }
        return before * u[0] + u[1] * u[2];
    }
}
