using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Dynamic time warping, with a soft minimum on two rows that change places, and with a hard one on a matrix.</summary>
public static partial class TimeWarping
{
    [Differentiable]
    private static double SoftMin(double gamma, params ReadOnlySpan<double> values)
    {
        double least = values[0];
        foreach (double v in values[1..])
            least = Math.Min(least, v);
        if (double.IsPositiveInfinity(least))
            return least;
        double sum = 0;
        foreach (double v in values)
            sum += Math.Exp((least - v) / gamma);
        return least - gamma * Math.Log(sum);
    }

    [Differentiable]
    public static double Soft([Length(4, 3)] double[] a, [Length(3, 5)] double[] b, [NonDifferentiable] double gamma)
    {
        const double Big = 1e3;
        double[] previous = new double[b.Length + 1], current = new double[b.Length + 1];
        Array.Fill(previous, Big);
        previous[0] = 0;
        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = Big;
            for (int j = 1; j <= b.Length; j++)
            {
                double d = a[i - 1] - b[j - 1];
                current[j] = d * d + SoftMin(gamma, previous[j], current[j - 1], previous[j - 1]);
            }
            (previous, current) = (current, previous);
        }
        return previous[^1];
    }

    [Differentiable, Allocates("a matrix")]
    public static double Hard([Elements(0.1, 0.9, 0.5, 0.2)] double[] a, [Elements(0.15, 0.8, 0.55, 0.4, 0.1)] double[] b)
    {
        double[,] d = new double[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            for (int j = 0; j <= b.Length; j++)
                d[i, j] = i == 0 && j == 0 ? 0 : double.PositiveInfinity;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++)
                d[i, j] = Math.Abs(a[i - 1] - b[j - 1]) + Math.Min(d[i - 1, j], Math.Min(d[i, j - 1], d[i - 1, j - 1]));
        return d[a.Length, b.Length];
    }
}

/// <summary>The likelihood of observations under a hidden Markov model, in logarithms.</summary>
public static partial class HiddenMarkov
{
    [Differentiable]
    private static double LogSumExp(ReadOnlySpan<double> v)
    {
        double max = double.NegativeInfinity;
        foreach (double e in v)
            if (e > max) max = e;
        double sum = 0;
        for (int i = 0; i < v.Length; i++)
            sum += Math.Exp(v[i] - max);
        return max + Math.Log(sum);
    }

    [Differentiable, Allocates("jagged copies")]
    public static double LogLikelihood([Rows(2)][Columns(2)] double[][] transitions, [Rows(2)][Columns(3)] double[][] emissions, [Length(2)] double[] initial, int[] observations)
    {
        int s = initial.Length;
        double[][] logA = Normalize(transitions), logB = Normalize(emissions);
        Span<double> alpha = stackalloc double[s], next = stackalloc double[s], terms = stackalloc double[s];
        double z = LogSumExp(initial);
        for (int i = 0; i < s; i++)
            alpha[i] = initial[i] - z + logB[i][observations[0] % 3];
        foreach (int o in observations.AsSpan(1))
        {
            for (int j = 0; j < s; j++)
            {
                for (int i = 0; i < s; i++)
                    terms[i] = alpha[i] + logA[i][j];
                next[j] = LogSumExp(terms) + logB[j][Math.Abs(o) % 3];
            }
            next.CopyTo(alpha);
        }
        return LogSumExp(alpha);

        static double[][] Normalize(double[][] m)
        {
            double[][] result = new double[m.Length][];
            for (int i = 0; i < m.Length; i++)
            {
                double z = LogSumExp(m[i]);
                result[i] = new double[m[i].Length];
                for (int j = 0; j < m[i].Length; j++)
                    result[i][j] = m[i][j] - z;
            }
            return result;
        }
    }
}
