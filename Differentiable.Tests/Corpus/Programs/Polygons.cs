using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Curves through points, shortest paths between them, and chains of frames.</summary>
public static partial class Polygons
{
    /// <summary>De Casteljau's scheme on a copy of pairs.</summary>
    [Differentiable]
    public static double Bezier([Length(3, 4)] (double X, double Y)[] points, [Range(0.2, 0.8)] double t)
    {
        var work = ((double X, double Y)[])points.Clone();
        for (int n = work.Length - 1; n > 0; n--)
            for (int i = 0; i < n; i++)
                work[i] = (work[i].X * (1 - t) + work[i + 1].X * t, work[i].Y * (1 - t) + work[i + 1].Y * t);
        Stack<(double X, double Y)> results = new();
        results.Push(work[0]);
        var (x, y) = results.Pop();
        return x * y;
    }

    /// <summary>Curvatures of a spline by Thomas's elimination.</summary>
    [Differentiable]
    public static double Spline([Length(5)] double[] h, [Length(5)] double[] y, double t)
    {
        int n = y.Length;
        double[] below = new double[n], diagonal = new double[n], above = new double[n], right = new double[n];
        for (int i = 1; i < n - 1; i++)
        {
            below[i] = h[i - 1];
            diagonal[i] = 2 * (h[i - 1] + h[i]);
            above[i] = h[i];
            right[i] = 6 * ((y[i + 1] - y[i]) / h[i] - (y[i] - y[i - 1]) / h[i - 1]);
        }
        diagonal[0] = diagonal[n - 1] = 1;
        for (int i = 1; i < n; i++)
        {
            double m = below[i] / diagonal[i - 1];
            diagonal[i] -= m * above[i - 1];
            right[i] -= m * right[i - 1];
        }
        double[] curvature = new double[n];
        curvature[^1] = right[^1] / diagonal[^1];
        for (int i = n - 2; i >= 0; i--)
            curvature[i] = (right[i] - above[i] * curvature[i + 1]) / diagonal[i];
        return curvature[1] * t * t + curvature[2] * y[2];
    }

    /// <summary>Floyd and Warshall's shortest paths.</summary>
    [Differentiable, Allocates("a matrix")]
    public static double ShortestPaths(double[,] lengths)
    {
        double[,] d = (double[,])lengths.Clone();
        int n = d.GetLength(0);
        for (int k = 0; k < n; k++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    if (i != j && d[i, k] + d[k, j] < d[i, j])
                        d[i, j] = d[i, k] + d[k, j];
        double sum = 0;
        foreach (double v in d)
            sum += v * v;
        return sum;
    }

    /// <summary>The most likely sequence of states.</summary>
    [Differentiable]
    public static double Viterbi([Length(9)] double[] emissions, [Length(9)] double[] transitions)
    {
        double[] best = [emissions[0], emissions[1], emissions[2]];
        for (int t = 1; t < 3; t++)
        {
            double[] next = new double[3];
            for (int j = 0; j < 3; j++)
            {
                double most = double.NegativeInfinity;
                for (int i = 0; i < 3; i++)
                    most = Math.Max(most, best[i] * transitions[3 * i + j]);
                next[j] = most + emissions[3 * t + j];
            }
            best = next;
        }
        return best.Max();
    }

    /// <summary>Frames as Denavit and Hartenberg number them, in matrices of which each takes the place of the last.</summary>
    [Differentiable, Allocates("matrices")]
    public static double Frames([Length(3)] double[] angles, [Length(3)] double[] lengths, [Length(3)] double[] offsets)
    {
        double[,] frame = { { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 }, { 0, 0, 0, 1 } };
        for (int k = 0; k < angles.Length; k++)
        {
            double c = Math.Cos(angles[k]), s = Math.Sin(angles[k]);
            double[,] joint = { { c, 0, s, lengths[k] * c }, { s, 0, -c, lengths[k] * s }, { 0, 1, 0, offsets[k] }, { 0, 0, 0, 1 } };
            double[,] next = new double[4, 4];
            for (int i = 0; i < 4; i++)
                for (int j = 0; j < 4; j++)
                    for (int m = 0; m < 4; m++)
                        next[i, j] += frame[i, m] * joint[m, j];
            frame = next;
        }
        return frame[0, 3] * frame[0, 3] + frame[1, 3] - frame[2, 3];
    }

    /// <summary>Newton's method, left by a jump.</summary>
    [Differentiable]
    public static double CubeRootSquared(double a)
    {
        double x = 1;
        int rounds = 0;
        while (true)
        {
            double f = x * x * x - a, step = f / (3 * x * x);
            x -= step;
            if (Math.Abs(step) < 1e-14 || ++rounds > 50)
                goto done;
        }
    done:
        return x * x;
    }
}
