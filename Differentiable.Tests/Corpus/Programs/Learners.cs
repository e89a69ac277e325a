using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Models that learn: flows, recurrent and residual networks of structs with arrays, hidden chains, factors.</summary>
public static partial class Learners
{
    /// <summary>A coupling: shifts and scales of one half by a function of the other.</summary>
    public readonly record struct Coupling(double[,] Weights, double[] Shift, double Slope)
    {
        public int Width => Shift.Length;

        public double Forward(Span<double> x, bool isEven)
        {
            Span<double> fixedHalf = isEven ? x[..Width] : x[Width..], moved = isEven ? x[Width..] : x[..Width];
            double log = 0;
            for (int i = 0; i < Width; i++)
            {
                double s = 0;
                for (int j = 0; j < Width; j++)
                    s += Weights[i, j] * fixedHalf[j];
                s = Slope * Math.Tanh(s);
                moved[i] = moved[i] * Math.Exp(s) + Shift[i];
                log += s;
            }
            return log;
        }
    }

    [Differentiable, Allocates("arrays of structs")]
    public static double Flow([Length(2), Rows(2), Columns(2)] Coupling first, [Length(2), Rows(2), Columns(2)] Coupling second, [Length(4)] ReadOnlySpan<double> sample)
    {
        Span<double> x = stackalloc double[sample.Length];
        sample.CopyTo(x);
        double log = 0;
        Coupling[] layers = [first, second, first with { Slope = second.Slope }];
        for (int k = 0; k < layers.Length; k++)
            log += layers[k].Forward(x, k % 2 == 0);
        foreach (double v in x)
            log -= v * v / 2;
        return log;
    }

    /// <summary>A hidden chain, in logarithms: forward sums, and the best path as a bonus.</summary>
    [Differentiable]
    public static double Chain([Rows(3), Columns(3)] double[,] moves, [Rows(3), Columns(2)] double[][] emissions, [Length(4)] int[] seen)
    {
        int n = moves.GetLength(0);
        Span<double> alpha = stackalloc double[n], best = stackalloc double[n], next = stackalloc double[n], bestNext = stackalloc double[n];
        for (int t = 0; t < seen.Length; t++)
        {
            for (int j = 0; j < n; j++)
            {
                double top = double.NegativeInfinity, sum = 0;
                int from = 0;
                for (int i = 0; t > 0 && i < n; i++)
                {
                    top = Math.Max(top, alpha[i] + moves[i, j]);
                    if (best[i] + moves[i, j] > best[from] + moves[from, j])
                        from = i;
                }
                for (int i = 0; t > 0 && i < n; i++)
                    sum += Math.Exp(alpha[i] + moves[i, j] - top);
                double seenHere = Math.Log(emissions[j][seen[t] % 2]);
                next[j] = (t == 0 ? 0 : top + Math.Log(sum)) + seenHere;
                bestNext[j] = (t == 0 ? 0 : best[from] + moves[from, j]) + seenHere;
            }
            next.CopyTo(alpha);
            bestNext.CopyTo(best);
        }
        double total = 0, most = best[0];
        for (int j = 0; j < n; j++)
        {
            total += Math.Exp(alpha[j]);
            if (best[j] > most)
                most = best[j];
        }
        return Math.Log(total) + 0.1 * most;
    }

    /// <summary>Factors of a table of ratings, some of which are missing, by steps of descent that are themselves differentiated.</summary>
    [Differentiable]
    public static double Factored([Rows(3), Columns(3)] double[,] ratings, [Length(3)] double[] users, [Length(3)] double[] items, double rate, double penalty, [Values(2, 3)] int steps)
    {
        double[] u = [.. users], v = (double[])items.Clone();
        for (int step = 0; step < steps; step++)
        {
            Checkpoint.SquareRoot();
            double[] du = new double[u.Length], dv = new double[v.Length];
            for (int i = 0; i < u.Length; i++)
            {
                for (int j = 0; j < v.Length; j++)
                {
                    if ((i + 2 * j) % 3 == 1)
                        continue;
                    double error = ratings[i, j] - u[i] * v[j];
                    du[i] += error * v[j] - penalty * u[i];
                    dv[j] += error * u[i] - penalty * v[j];
                }
            }
            for (int i = 0; i < u.Length; i++)
                (u[i], v[i]) = (u[i] + 0.1 * rate * du[i], v[i] + 0.1 * rate * dv[i]);
        }
        return ratings[0, 2] - u[0] * v[2] is var held ? held * held + u.Sum() * v.Max() : 0;
    }

    /// <summary>Trees of decisions with soft splits, found by their numbers.</summary>
    [Differentiable]
    public static double Boosted([Length(7)] ReadOnlySpan<(double Threshold, double Value)> nodes, [Length(3)] ReadOnlySpan<double> x, double sharpness)
    {
        double sum = Visit(nodes, x, 0, sharpness) * Visit(nodes, x, 1, sharpness * sharpness);
        return sum + nodes[^1].Value;

        static double Visit(ReadOnlySpan<(double Threshold, double Value)> nodes, ReadOnlySpan<double> x, int node, double sharpness)
        {
            if (2 * node + 2 >= nodes.Length)
                return nodes[node].Value;
            double right = 1 / (1 + Math.Exp(sharpness * (nodes[node].Threshold - x[node % x.Length])));
            return right * Visit(nodes, x, 2 * node + 2, sharpness) + (1 - right) * Visit(nodes, x, 2 * node + 1, sharpness);
        }
    }
}
