using System.Numerics.Tensors;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.OtherCode;

/// <summary>Code that no derivative goes through, and which writes what it is given: permutations, flags, states of generators, random numbers.</summary>
public static partial class WorkArrays
{
    /// <summary>The determinant by elimination with partial pivoting.</summary>
    [Differentiable(Derivatives.All), Allocates("copies its argument")]
    public static double Determinant([Length(9)] double[] matrix)
    {
        const int n = 3;
        double[] a = (double[])matrix.Clone();
        int[] rows = new int[n];
        int swaps = 0;
        Permutations.Identity(rows);
        double product = 1;
        for (int k = 0; k < n; k++)
        {
            int best = k;
            for (int i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[(rows[i] * n) + k]) > Math.Abs(a[(rows[best] * n) + k]))
                    best = i;
            }
            Permutations.Swap(rows, k, best, ref swaps);
            product *= a[(rows[k] * n) + k];
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[(rows[i] * n) + k] / a[(rows[k] * n) + k];
                for (int j = k; j < n; j++)
                    a[(rows[i] * n) + j] -= factor * a[(rows[k] * n) + j];
            }
        }
        return swaps % 2 == 0 ? product : -product;
    }

    [Differentiable(Derivatives.All)]
    public static double MonteCarlo(double drift, double volatility, [Values(17, 4)] int seed)
    {
        uint state = (uint)seed;
        double sum = 0, spot = 1;
        for (int i = 0; i < 12; i++)
        {
            double u = Permutations.Next(ref state) - 0.5;
            spot *= Math.Exp(drift + (volatility * u));
            sum += spot * u;
        }
        return sum;
    }

    /// <summary>What is written calls itself, so that it stays a call, of a copy.</summary>
    [Differentiable(Derivatives.All), Allocates("the call is given a copy")]
    public static double InTurn([Length(4)] double[] x)
    {
        int[] order = [3, 1, 0, 2];
        double sum = 1;
        for (int round = 0; round < 3; round++)
        {
            Permutations.Sort(order, round, 3);
            for (int i = 0; i < x.Length; i++)
                sum += x[order[i]] * x[i] * i * sum * 0.1;
        }
        return sum;
    }

    [Differentiable(Derivatives.All), Allocates("the call is given a copy")]
    public static double WithoutHoles([Length(4)] double[] x, [NonDifferentiable, Elements(1, double.NaN, 2, 3)] ReadOnlySpan<double> weights)
    {
        bool[] missing = new bool[x.Length];
        TensorPrimitives.IsNaN(weights, missing);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (!missing[i])
                sum += x[i] * x[i] * weights[i];
        }
        return sum;
    }

    /// <summary>The call is given the input itself, which is a span in the halves.</summary>
    [Differentiable(Derivatives.All), Allocates("the call is given a copy")]
    public static double RoundedDown([Length(3)] double[] x, double y)
    {
        int[] whole = new int[x.Length];
        TensorPrimitives.ConvertTruncating<double, int>(x, whole);
        return (x[0] * x[0] * (1 + whole[0])) + (y * x[1] * (2 - whole[2]));
    }

    [Differentiable(Derivatives.All), Allocates("the call is given a copy")]
    public static double OverNoise([Length(3)] double[] x)
    {
        Noise noise = new(5);
        Span<double> z = stackalloc double[x.Length];
        byte[] signs = new byte[2];
        double sum = 1;
        for (int round = 0; round < 3; round++)
        {
            int drawn = noise.Fill(z);
            noise.Fill(signs);
            for (int i = 0; i < drawn; i++)
                sum += x[i] * x[i] * z[i] * sum * (signs[round % 2] < 128 ? 0.5 : -0.25);
        }
        return sum;
    }

    /// <summary>What a callee hands on to an extension method is written there.</summary>
    [Differentiable(Derivatives.All), Allocates("an array of integers is made")]
    public static double InTurnByCallee([Length(3)] double[] x)
    {
        int[] order = [0, 1, 2];
        double sum = x[order[1]];
        for (int round = 0; round < 3; round++)
            sum += sum * Weighted(x, order) * x[order[0]];
        return sum * x[order[2]];
    }

    [Differentiable]
    public static double Weighted([Length(3)] double[] x, [Elements(1, 0, 2)] int[] order)
    {
        double before = x[order[0]];
        order.Rotate();
        return before * x[order[0]] * x[order[0]];
    }

    private static class Permutations
    {
        public static void Identity(Span<int> rows)
        {
            for (int i = 0; i < rows.Length; i++)
                rows[i] = i;
        }

        public static void Swap(int[] rows, int i, int j, ref int swaps)
        {
            if (i == j)
                return;
            (rows[i], rows[j]) = (rows[j], rows[i]);
            swaps++;
        }

        public static double Next(ref uint state)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return state / 4294967296.0;
        }

        public static void Sort(int[] order, int first, int last)
        {
            if (first >= last)
                return;
            int middle = first;
            for (int i = first; i < last; i++)
            {
                if (order[i] < order[last])
                {
                    (order[i], order[middle]) = (order[middle], order[i]);
                    middle++;
                }
            }
            (order[last], order[middle]) = (order[middle], order[last]);
            Sort(order, first, middle - 1);
            Sort(order, middle + 1, last);
        }
    }

    private sealed class Noise(int seed)
    {
        private readonly Random _random = new(seed);

        public int Fill(Span<double> z)
        {
            for (int i = 0; i < z.Length; i++)
                z[i] = _random.NextDouble();
            return z.Length;
        }

        public void Fill(byte[] bytes) => _random.NextBytes(bytes);
    }
}

internal static class Rotations
{
    public static void Rotate(this int[] order)
    {
        int first = order[0];
        for (int i = 1; i < order.Length; i++)
            order[i - 1] = order[i];
        order[^1] = first;
    }
}
