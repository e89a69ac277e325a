using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Control flow of every kind in one method each, as a converter from other languages writes it.</summary>
public static partial class Flows
{
    [Differentiable, Allocates("a stream")]
    public static double States([Elements(0.7, 0.45, 1.3)] double[] x)
    {
        double a = x[0], b = x[1], s = 0;
        int state = 0, n = 0;
        using var log = new System.IO.MemoryStream();
        try
        {
            while (true)
            {
                switch (state)
                {
                    case 0:
                        a = a * b + 0.3;
                        state = a > 1 ? 2 : 1;
                        goto case 1;
                    case 1:
                        s += a;
                        if (n > 4)
                            goto end;
                        state = 2;
                        break;
                    case 2 when b > 100:
                        return -1;
                    case 2:
                        b = b / a + x[2];
                        state = n % 2 == 0 ? 0 : 3;
                        break;
                    default:
                        s *= b;
                        state = 0;
                        if (s is > 50 or < -50)
                            throw new InvalidOperationException();
                        break;
                }
                n++;
                if (n > 9)
                    break;
            }
        end:
            s += b;
        }
        finally
        {
            s = s * 1.5 + x[0];
            log.WriteByte(1);
        }
        return (s, n) switch
        {
            ( > 0, > 3) when b > 0 => s * b + log.Length,
            ( > 0, _) => s * s,
            (_, var m) => b * m,
        };
    }

    /// <summary>Recursion of local functions, with a table of what is known, and of methods that call each other.</summary>
    [Differentiable]
    public static double Recursions([Length(3)] double[] x)
    {
        double Binomial(int n, int k, double p) => n == 0 ? (k == 0 ? 1 : 0) : k < 0 ? 0 : p * Binomial(n - 1, k - 1, p) + (1 - p) * Binomial(n - 1, k, p) * x[1];
        var known = new double[6];
        var have = new bool[6];
        double Product(int n)
        {
            if (n < 2)
                return n == 0 ? x[2] : x[0];
            if (have[n])
                return known[n];
            have[n] = true;
            return known[n] = Product(n - 1) * Product(n - 2) + x[1];
        }
        return Binomial(4, 2, x[0]) + Product(5) + Even(x[1], 3);
    }

    private static double Even(double v, int n) => n <= 0 ? v : Math.Sin(Even(v * 1.1, n - 1)) + v * Odd(v, n - 2);

    private static double Odd(double v, int n) => n <= 0 ? v * v : Even(v + 1, n - 1) * v;

    /// <summary>Values that may be missing, as a loop finds them.</summary>
    [Differentiable]
    public static double Missing([Elements(0.7, 0.45, 1.3)] double[] x)
    {
        double? best = null;
        (double X, double Y)? hit = null;
        for (int i = 0; i < x.Length; i++)
        {
            double? d = x[i] > 0.5 ? x[i] * x[i] : null;
            best = d * best ?? d ?? best;
            hit ??= x[i] > 0.4 ? (x[i], x[0] * x[1]) : null;
            if (d is > 0.1 and double q)
                best += q;
        }
        return (best ?? x[0]) * (hit?.X ?? 1) + (hit is { X: > 0.1, Y: var y } ? y * x[2] : 0);
    }
}

/// <summary>Functions as values: lambdas that set what they capture, functions of functions, and types that are functions.</summary>
public static partial class Functionals
{
    private static readonly Func<double, double> s_logistic = v => 1 / (1 + Math.Exp(-v));

    [Differentiable]
    public static double Captured([Length(3)] double[] x)
    {
        double sum = 0;
        Func<double, double, double> f = (a, b) =>
        {
            sum += a * b;
            return s_logistic(a) * b;
        };
        Action<int> update = i => sum *= x[i];
        double r = Between(Math.Sin, v => f(v, x[1]), x[0]);
        for (int i = 0; i < 3; i++)
            update(i);
        return r + sum + Fold(x, (s, v) => s * v + s_logistic(s), 1.0) + Array.ConvertAll(x, v => v * sum)[1];
    }

    private static double Between(Func<double, double> f, Func<double, double> g, double v) => f(g(f(v)));

    private static TSum Fold<TItem, TSum>(TItem[] items, Func<TSum, TItem, TSum> f, TSum start)
    {
        foreach (var item in items)
            start = f(start, item);
        return start;
    }

    private interface IEquation
    {
        static abstract T At<T>(T e, T a) where T : IFloatingPointIeee754<T>;

        static virtual T Slope<T>(T e, T a) where T : IFloatingPointIeee754<T> => T.One;
    }

    private readonly struct Kepler : IEquation
    {
        public static T At<T>(T e, T a) where T : IFloatingPointIeee754<T> => e - a * T.Sin(e);

        public static T Slope<T>(T e, T a) where T : IFloatingPointIeee754<T> => T.One - a * T.Cos(e);
    }

    private readonly struct Shifted : IEquation
    {
        static T IEquation.At<T>(T e, T a) => e * e + a;
    }

    private readonly struct Product<TFirst, TSecond> : IEquation where TFirst : IEquation where TSecond : IEquation
    {
        public static T At<T>(T e, T a) where T : IFloatingPointIeee754<T> => TFirst.At(e, a) * TSecond.At(e, a) + TFirst.Slope(e, a) * TSecond.Slope(a, e);
    }

    [Differentiable]
    public static double Equations([Length(3)] double[] x) => Root<Kepler, double>(0.5 * x[0], x[1]) + Integral<Product<Kepler, Shifted>, double>(0.1, x[2], 8);

    private static T Root<TEquation, T>(T a, T b) where TEquation : IEquation where T : IFloatingPointIeee754<T>
    {
        T e = b;
        for (int i = 0; i < 6; i++)
            e -= (TEquation.At(e, a) - b) / TEquation.Slope(e, a);
        return e;
    }

    private static T Integral<TEquation, T>(T low, T high, int n) where TEquation : IEquation where T : IFloatingPointIeee754<T>
    {
        T h = (high - low) / T.CreateChecked(n), sum = T.Zero;
        for (int i = 0; i < n; i++)
            sum += TEquation.At(low + h * (T.CreateChecked(i) + T.CreateChecked(0.5)), h);
        return sum * h;
    }
}

/// <summary>Sequences, lists, stacks and queues in one method each.</summary>
public static partial class Collections
{
    [Differentiable, Allocates("orders, and rows")]
    public static double Sequences([Elements(0.7, 0.45, 1.3, 0.2, 0.95)] double[] x)
    {
        var weighed = (from p in x.Select((v, i) => (v, i)) where p.v > 0 let w = p.v * p.v orderby -w select w * Math.Exp(-p.i)).ToArray();
        var product = x.Zip(weighed, (a, b) => a * b).Aggregate(1.0, (a, b) => a * (1 + b));
        double[][] rows = x.Chunk(2).ToArray();
        double parts = rows.Sum(r => r.Average() * r.Max()) + rows.SelectMany(r => r.Reverse().Select(v => v * v)).Skip(1).First();
        double ordered = x.OrderByDescending(v => Math.Abs(v - 0.6)).ThenBy(v => v).Take(2).Aggregate((a, b) => a * a * b);
        return product + parts + ordered + x.MinBy(v => v * v - v) * x.TakeWhile(v => v < 0.9).Sum() + Enumerable.Range(0, x.Length).Sum(i => x[i] * x[^(i + 1)]);
    }

    [Differentiable, Allocates("a sort by a function")]
    public static double Containers([Elements(0.7, 0.45, 1.3, 0.2, 0.95)] double[] x)
    {
        var list = new List<(double Key, double Weight)>();
        var stack = new Stack<double>();
        var queue = new Queue<(double X, double Y)>();
        foreach (var v in x)
        {
            list.Add((v * v, v));
            list.Insert(0, (v + 1, v * 2));
            stack.Push(v * stack.Count);
            queue.Enqueue((v, v * v));
            if (queue.Count > 2)
                stack.Push(queue.Dequeue().Y);
        }
        list.Sort((a, b) => b.Key.CompareTo(a.Key));
        list.RemoveAll(e => e.Key < 0.2);
        double sum = 0;
        while (stack.TryPop(out double y) && stack.Count > 0)
            sum = sum * 0.7 + y * stack.Peek();
        for (int i = 0; i < list.Count; i++)
        {
            var e = list[i];
            e.Weight *= e.Key + i;
            list[i] = e;
        }
        list.Reverse();
        var last = list[^1];
        list.RemoveAt(list.Count - 1);
        list.AddRange([last, (sum, sum * sum)]);
        return list.Select(e => e.Key * e.Weight).Sum() + queue.Peek().X * queue.Dequeue().Y + sum;
    }
}

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
