using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Programs of methods that are all marked, so that their halves hand each other rows, parts of arrays, pairs and references.</summary>
public static partial class MarkedCalls
{
    /// <summary>Levels, each half as long as the one below.</summary>
    [Differentiable]
    public static double[][] Pyramid([Length(5, 6)] double[] x, int levels)
    {
        var pyramid = new double[levels][];
        pyramid[0] = [.. x];
        for (int level = 1; level < levels; level++)
        {
            var below = pyramid[level - 1];
            pyramid[level] = new double[(below.Length + 1) / 2];
            for (int i = 0; i < pyramid[level].Length; i++)
                pyramid[level][i] = 2 * i + 1 < below.Length ? below[2 * i] * 0.5 + below[2 * i + 1] * below[2 * i] : below[2 * i];
        }
        return pyramid;
    }

    [Differentiable, Allocates("rows")]
    public static double Pyramids([Length(5, 6)] double[] x, double s)
    {
        var first = Pyramid(x, 3);
        first[1][0] *= s;
        var second = Pyramid(first[1], 2);
        (first[2], second[1]) = (second[1], first[2]);
        double sum = 0;
        foreach (var row in first)
            foreach (var v in row)
                sum = sum * 0.9 + v * v * s;
        return sum + second[0][0] * second[1][0] * first[2][0];
    }

    [Differentiable]
    private static (double[] Direction, double Length) Normalized(double[] x, double least)
    {
        double length = least;
        foreach (double v in x)
            length += v * v;
        length = Math.Sqrt(length);
        return (Array.ConvertAll(x, v => v / length), length);
    }

    [Differentiable]
    private static void Rotate(Span<double> v, double angle, out double moved, ref double total)
    {
        double c = Math.Cos(angle), s = Math.Sin(angle);
        moved = 0;
        for (int i = 0; i + 1 < v.Length; i += 2)
        {
            (double a, double b) = (v[i], v[i + 1]);
            v[i] = c * a - s * b;
            v[i + 1] = s * a + c * b;
            moved += (v[i] - a) * (v[i] - a);
        }
        total += moved * total;
    }

    [Differentiable, Allocates("what a call returns")]
    public static double Spins([Length(5)] double[] x, double angle)
    {
        double[] v = [.. x];
        double total = angle;
        for (int k = 0; k < 3; k++)
        {
            Rotate(v.AsSpan(k % 2), angle * (k + 1), out double moved, ref total);
            if (moved > 0.5)
                total -= moved;
            var (direction, length) = Normalized(v, moved * 0.1 + 0.1);
            v[0] += direction[^1] * length;
            if (k == 1)
                v = direction;
        }
        return total * v[0] + v[^1];
    }

    /// <summary>A recursion on parts of an array, of which one needs what the other gave.</summary>
    [Differentiable]
    public static double Halved([Length(5, 6)] ReadOnlySpan<double> x, int depth, double s)
    {
        if (depth == 0 || x.Length < 2)
            return x.Length == 0 ? 1 : x[0] * s;
        int middle = x.Length / 2;
        double left = Halved(x[..middle], depth - 1, s * x[middle]), right = Halved(x[middle..], depth - 1, s + left);
        return left * right + (left > right ? x[0] : x[^1]);
    }

    [Differentiable, Checkpoint]
    private static (double X, double V) Kick((double X, double V) p, double h, double[] stiffness)
    {
        for (int i = 0; i < 3; i++)
        {
            p.V -= h * Math.Sin(p.X) * stiffness[i % stiffness.Length];
            p.X += h * p.V;
        }
        return p;
    }

    /// <summary>Steps that run again within rounds that run again, and a list of what comes behind.</summary>
    [Differentiable]
    public static double Swing(double x, double v, [Length(2, 3)] double[] stiffness, [Values(9, 6)] int steps)
    {
        var p = (X: x, V: v);
        double action = 0;
        var trace = new List<double>();
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(3);
            p = Kick(p, 0.1, stiffness);
            if (k % 4 == 3)
                p = (p.V, -p.X);
            action += p.X * p.V;
        }
        for (int k = 0; k < 3; k++)
        {
            p = Kick(p, 0.2, stiffness);
            trace.Add(p.X);
        }
        return action * trace.Sum() + trace[1];
    }
}
