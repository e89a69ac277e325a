using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Storage that moves: references, swaps, sorts, slices and cubes.</summary>
public static partial class MovedStorage
{
    [Differentiable, Allocates("a cube, and a sort by a function")]
    public static double Sorted([Elements(0.7, 0.45, 1.3, 0.2, 0.95)] double[] x)
    {
        var keys = x.Select(v => v * v - v).ToArray();
        var items = x.ToArray();
        Array.Sort(keys, items);
        var cube = new double[2, 3, 2];
        for (int i = 0; i < 12; i++)
            cube[i % 2, i % 3, i / 6] += items[i % items.Length] * keys[i * 2 % keys.Length];
        Array.Reverse(items);
        items.AsSpan().Sort((a, b) => Math.Sin(5 * a).CompareTo(Math.Sin(5 * b)));
        double sum = 0;
        foreach (double v in cube)
            sum = sum * items[1] + v;
        int place = Array.IndexOf(items, x[0]);
        return sum + items[place] * keys[0];
    }

    [Differentiable]
    public static double Shrinking([Length(5)] double[] x)
    {
        Span<double> buffer = stackalloc double[10];
        x.CopyTo(buffer[2..]);
        buffer[..2].Fill(x[0] * x[1]);
        var rest = buffer;
        double sum = 0;
        while (rest.Length > 2)
        {
            rest[0] *= rest[1];
            sum += rest[0] * rest[^1];
            rest = rest[1..^1];
        }
        buffer[1..6].CopyTo(buffer[3..]);
        buffer.Slice(2, 4).Reverse();
        foreach (ref var v in buffer[..5])
            v = v * v + sum;
        double[] joined = [.. buffer[..3], sum, .. x];
        Array.Resize(ref joined, 5);
        joined.AsSpan()[1..3].Clear();
        return joined.Sum() + joined[0] * joined[^1] + buffer[7];
    }

    [Differentiable]
    private static void Mirrored(double[] a, double[] b, double[] output)
    {
        for (int i = 0; i < output.Length; i++)
            output[i] = a[i] * b[output.Length - 1 - i] + output[i] * 0.5;
    }

    [Differentiable]
    public static double Shared([Elements(0.7, 0.45, 1.3)] double[] x)
    {
        double s = x[1];
        var y = x.ToArray();
        Mirrored(y, y, y);
        Mirrored(x, y, y);
        ref double most = ref y[0];
        for (int i = 1; i < y.Length; i++)
            if (y[i] > most)
                most = ref y[i];
        most *= most;
        Swap(ref y[0], ref y[1]);
        (y[0] > y[1] ? ref y[0] : ref s) += x[0] * x[2];
        return s + y[0] * y[1] * y[2];
    }

    private static void Swap<T>(ref T a, ref T b)
    {
        T t = a;
        a = b;
        b = t;
    }

    [InlineArray(3)]
    private struct Triple
    {
        private double _first;

        public readonly double Sum()
        {
            double sum = 0;
            foreach (var v in this)
                sum += v;
            return sum;
        }
    }

    private struct Moments
    {
        public int Count;
        public double Mean, Squares;

        public void Add(double x)
        {
            Count++;
            double d = x - Mean;
            Mean += d / Count;
            Squares += d * (x - Mean);
        }

        public readonly double Variance => Count > 1 ? Squares / (Count - 1) : 0;

        public static Moments operator +(Moments a, double x)
        {
            a.Add(x);
            return a;
        }
    }

    /// <summary>Welford's moments, and an inline array that is copied, changed and put back.</summary>
    [Differentiable]
    public static double Running([Length(3)] double[] x)
    {
        Moments moments = default;
        Triple payoffs = default;
        for (int i = 0; i < 9; i++)
        {
            double s = x[0] * Math.Exp(x[1] * Math.Sin(2.7 * i) - 0.5 * x[1] * x[1]);
            payoffs[i % 3] += s > 1 ? s - 1 : 0;
            payoffs[(i + 1) % 3] *= 0.9;
            moments += s;
            if (i % 5 == 4)
            {
                Triple copy = payoffs;
                copy[0] = x[2];
                payoffs = copy;
            }
        }
        return payoffs.Sum() + moments.Variance * moments.Mean + payoffs[^1];
    }
}
