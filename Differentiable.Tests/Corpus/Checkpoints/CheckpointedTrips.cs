using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Checkpoints;

/// <summary>
/// Rounds of loops with checkpoints with loops in them whose trips show only as they run: the state of a round decides them, though their reverse reads
/// nothing of it.
/// </summary>
public static partial class CheckpointedTrips
{
    /// <summary>The loop inside never runs.</summary>
    [Differentiable]
    public static double Never(double x, double y, [Values(1, 0)] int rounds)
    {
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.SquareRoot();
            double before = y;
            for (int k = 1; k <= i % 5; k *= 2)
                y = x;
            if (before > y)
                break;
        }
        return y;
    }

    [Differentiable]
    public static double FewerEachRound(double x, double y, [Values(4, 0, 1)] int rounds)
    {
        int left = 40;
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Every(2);
            for (int k = left; k > 0; k /= 2)
                y += x;
            left -= 11;
        }
        return y;
    }

    /// <summary>A tolerance that falls.</summary>
    [Differentiable]
    public static double Tolerance(double x, double y, [Values(4, 0, 1)] int rounds)
    {
        double tolerance = 1;
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Every(1);
            double added = 0;
            for (double error = 1; error > tolerance; error *= 0.5)
                added += x;
            y += added;
            tolerance *= 0.3;
        }
        return y;
    }

    /// <summary>Elements decide.</summary>
    [Differentiable]
    public static double Levels(double x, double y, [Values(5, 0, 1)] int rounds)
    {
        double[] levels = [1, 2.5];
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Binomial(2);
            int k = 1;
            while (k < levels[i % 2])
            {
                y += x;
                k *= 2;
            }
            levels[(i + 1) % 2] += levels[i % 2];
        }
        return y;
    }

    /// <summary>Ends and goes on in the loop inside, which tests at its end.</summary>
    [Differentiable]
    public static double BreakAndContinueInside(double x, double y, [Values(5, 0, 1)] int rounds)
    {
        int most = 0;
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Logarithmic();
            int k = 1;
            do
            {
                y += x;
                k *= 2;
                if (k == 8)
                    continue;
                if (k > 30)
                    break;
            }
            while (k < most);
            most += 9;
        }
        return y;
    }

    /// <summary>A result in the loop inside, and one behind it.</summary>
    [Differentiable]
    public static double ReturnInside(double x, double y, [Values(6, 2)] int rounds, [Values(5, 100)] int limit)
    {
        int most = 0, total = 0;
        while (true)
        {
            Checkpoint.Every(2);
            for (int k = 1; k < most; k *= 2)
            {
                y += x;
                if (++total > limit)
                    return y * 3;
            }
            most += 3;
            if (--rounds <= 0)
                return y;
        }
    }

    [Differentiable]
    public static double InABranch(double x, double y, [Values(9, 0, 1)] int rounds)
    {
        int most = 1, turn = 0;
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Every(2);
            if (turn % 2 == 1)
            {
                for (int k = 1; k < most; k *= 2)
                    y += x;
            }
            else if (turn > 6)
            {
                break;
            }
            most += 2;
            turn++;
        }
        return y;
    }

    /// <summary>The loops inside keep snapshots as well.</summary>
    [Differentiable]
    public static double Nested(double x, double y, [Values(5, 0, 1)] int rounds)
    {
        int most = 1;
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Every(2);
            for (int k = 1; k < most; k *= 2)
            {
                Checkpoint.Binomial(1);
                for (int l = k; l < most; l *= 3)
                {
                    Checkpoint.SquareRoot();
                    y += x;
                }
            }
            most += 2;
        }
        return y;
    }

    /// <summary>The state decides how many snapshots the loop inside keeps; after the last round, it would be none.</summary>
    [Differentiable]
    public static double SnapshotsInside(double x, double y, [Values(4, 0, 1)] int rounds)
    {
        int every = rounds;
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Every(2);
            for (int k = 0; k < 5; k++)
            {
                Checkpoint.Every(every);
                y = Math.Sin(y + x);
            }
            every--;
        }
        return y;
    }

    /// <summary>A sum decides, which would else be computed behind all that follows.</summary>
    [Differentiable]
    public static double BehindASum([Length(3), Range(0.4, 0.5)] double[] a, double x, double y)
    {
        double sum = 0;
        foreach (double value in a)
            sum += value * value;
        for (int k = 1; k < 5000 * sum; k *= 100)
        {
            Checkpoint.Every(2);
            y += x;
        }
        return y + sum;
    }

    /// <summary>Nothing that the reverse reads depends on the sum, but snapshots are kept in the same rounds.</summary>
    [Differentiable]
    public static double BesideASum([Length(3)] double[] a, double x, double y, [Values(5, 0)] int rounds)
    {
        double sum = 0;
        foreach (double value in a)
            sum += value * value;
        double last = 0;
        for (int i = 0; i < rounds; i++)
        {
            Checkpoint.Every(2);
            y = x;
            last = sum;
        }
        return y + sum + last;
    }
}
