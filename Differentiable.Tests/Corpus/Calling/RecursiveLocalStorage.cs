using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Local functions that call themselves, on arrays and spans.</summary>
public static partial class RecursiveLocalStorage
{
    [Differentiable]
    public static double Horner([Length(4, 1, 0)] double[] coefficients, double x)
    {
        double Rest(int i) => i == coefficients.Length ? 0 : coefficients[i] + x * Rest(i + 1);
        return Rest(0);
    }

    [Differentiable]
    public static double TreeSum([Length(5, 1)] double[] leaves, double decay)
    {
        double Sum(int from, int to)
        {
            if (to - from == 1)
                return leaves[from] * leaves[from];
            int middle = (from + to) / 2;
            return Math.Sin(Sum(from, middle)) + decay * Sum(middle, to) * leaves[from];
        }
        return Sum(0, leaves.Length);
    }

    /// <summary>Sums of halves lose less than a running sum.</summary>
    [Differentiable]
    public static double PairwiseNorm([Length(7, 1)] ReadOnlySpan<double> a, double scale)
    {
        double Sum(ReadOnlySpan<double> part) => part.Length switch
        {
            0 => 0,
            1 => part[0] * part[0] * scale,
            var n => Sum(part[..(n / 2)]) + Sum(part[(n / 2)..]),
        };
        return Math.Sqrt(Sum(a));
    }

    /// <summary>A point of a Bézier curve by de Casteljau's recursion.</summary>
    [Differentiable]
    public static double Bezier([Length(4, 1)] double[] controls, [Range(0.1, 0.9)] double t)
    {
        double Point(int i, int k) => k == 0 ? controls[i] : (1 - t) * Point(i, k - 1) + t * Point(i + 1, k - 1);
        return Point(0, controls.Length - 1);
    }

    /// <summary>The likelihood of a tree whose nodes are numbered: each node mixes what comes from below along branches of some length.</summary>
    [Differentiable]
    public static double TreeLikelihood(
        [NonDifferentiable, Elements(1, 3, -1, -1, -1)] int[] left, [NonDifferentiable, Elements(2, 4, -1, -1, -1)] int[] right, [Length(5)] double[] lengths, double rate)
    {
        double Stay(int node) => 0.5 + 0.5 * Math.Exp(-2 * rate * lengths[node]);
        double Likelihood(int node, int state)
        {
            if (left[node] < 0)
                return node % 2 == state ? 1 : 0;
            return Below(left[node], state) * Below(right[node], state);
        }
        double Below(int node, int state) => Stay(node) * Likelihood(node, state) + (1 - Stay(node)) * Likelihood(node, 1 - state);
        return Math.Log(0.5 * Likelihood(0, 0) + 0.5 * Likelihood(0, 1));
    }

    /// <summary>Follows indices, a matter of integers alone.</summary>
    [Differentiable]
    public static double Followed([NonDifferentiable, Elements(2, 0, 3, 1)] int[] next, [Length(4)] double[] a, double x)
    {
        int After(int i, int steps) => steps == 0 ? i : After(next[i], steps - 1);
        double Sum(int i, int depth) => depth == 0 ? 0 : a[i] * x + Sum(next[i], depth - 1) * a[After(i, depth)];
        return Sum(0, 4);
    }

    /// <summary>The Haar transform in place, on spans.</summary>
    [Differentiable]
    public static void Haar([Length(4, 1, 8)] Span<double> a, double gain)
    {
        Transform(a);

        void Transform(Span<double> part)
        {
            if (part.Length < 2)
                return;
            int half = part.Length / 2;
            Transform(part[..half]);
            Transform(part[half..]);
            for (int i = 0; i < half; i++)
            {
                double low = part[i], high = part[half + i];
                part[i] = gain * (low + high * high);
                part[half + i] = low * high - gain;
            }
        }
    }

    /// <summary>What is captured is written element by element.</summary>
    [Differentiable]
    public static double WritesElements([Length(4, 1)] double[] a, double x)
    {
        double[] w = new double[a.Length];
        for (int i = 0; i < w.Length; i++)
            w[i] = a[i] * x;
        void Mix(int i)
        {
            if (i == 0)
                return;
            Mix(i - 1);
            w[i] = w[i] * w[i - 1] + Math.Sin(w[i]) * x;
        }
        Mix(w.Length - 1);
        double sum = 0;
        foreach (double v in w)
            sum += v * v;
        return sum;
    }

    [Differentiable]
    public static double Memoized([Length(3)] double[] a, double x, [Values(6, 0)] int n)
    {
        double[] known = new double[n + 1];
        bool[] isKnown = new bool[n + 1];
        double Value(int k)
        {
            if (isKnown[k])
                return known[k];
            double value = k < 2 ? a[k] : x * Value(k - 1) + a[2] * Value(k - 2);
            isKnown[k] = true;
            known[k] = value;
            return value;
        }
        return Value(n) * Value(n / 2);
    }

    [Differentiable, Allocates("the local function returns an array")]
    public static double NewArrays([Length(3)] double[] a, double x, [Values(2, 0)] int n)
    {
        double[] Bent(double[] v, int k)
        {
            double[] next = new double[v.Length];
            for (int i = 0; i < v.Length; i++)
                next[i] = Math.Sin(v[i]) * x;
            return k == 0 ? next : Bent(next, k - 1);
        }
        double[] w = Bent(a, n);
        return w[0] * w[1] + w[2];
    }

    [Differentiable, Allocates("the local function returns an array")]
    public static double ReturnsWhatItIsGiven([Length(3)] double[] a, double x, [Values(2, 0)] int n)
    {
        double[] Chosen(double[] v, int k) => k == 0 ? v : k == 1 ? a : Chosen(v, k - 1);
        double[] b = [x, x * x, 1];
        return Chosen(b, n)[1] * Chosen(b, 0)[0];
    }

    /// <summary>The determinant by cofactors, with the columns that are left as bits.</summary>
    [Differentiable]
    public static double Determinant([Rows(3, 1), Columns(3, 1)] double[,] m)
    {
        int size = m.GetLength(0);
        double Minor(int row, int left)
        {
            if (row == size)
                return 1;
            double sum = 0, sign = 1;
            for (int column = 0; column < size; column++)
            {
                if ((left >> column & 1) == 0)
                    continue;
                sum += sign * m[row, column] * Minor(row + 1, left & ~(1 << column));
                sign = -sign;
            }
            return sum;
        }
        return Minor(0, (1 << size) - 1);
    }

    [Differentiable]
    public static double Rows(double[][] rows, double x)
    {
        double Rest(int i, int j)
        {
            if (i == rows.Length)
                return 0;
            return j == rows[i].Length ? Rest(i + 1, 0) * x : rows[i][j] * rows[i][j] * x + Rest(i, j + 1);
        }
        return Rest(0, 0);
    }

    /// <summary>Spans in rounds of a loop, each written by a recursion of its own.</summary>
    [Differentiable]
    public static double InALoop([Length(6)] ReadOnlySpan<double> a, double x, [Values(3, 0)] int rounds)
    {
        static void Smooth(Span<double> part, double weight)
        {
            if (part.Length < 2)
                return;
            part[1] += weight * part[0] * part[1];
            Smooth(part[1..], 0.9 * weight);
        }
        Span<double> w = stackalloc double[a.Length];
        a.CopyTo(w);
        double sum = 0;
        for (int k = 0; k < rounds; k++)
        {
            Smooth(w[k..], x + k);
            sum += w[^1] * w[k];
        }
        return sum;
    }
}
