using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Sorts by functions and comparers: they decide which element goes where, and the elements carry the derivative.</summary>
public static partial class Sorts
{
    private static readonly IComparer<double> s_falling = Comparer<double>.Create((a, b) => b.CompareTo(a));

    public record struct Weighed(double Weight, int Rank);

    [Differentiable, Allocates("the order")]
    public static double Falling([Elements(0.9, 0.3, 1.4, 0.5)] double[] x, double at)
    {
        double[] all = [.. x, at * at + 3], part = [.. x], other = [.. x];
        Array.Sort(all, (a, b) => b.CompareTo(a));
        Array.Sort(part, 1, 3, s_falling);
        other.AsSpan(1).Sort((a, b) => Math.Sin(b).CompareTo(Math.Sin(a)));
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += (i + 1) * all[i] * all[i] * part[i] + other[i] * i;
        return sum;
    }

    /// <summary>Places in the order of values, which the function reads.</summary>
    [Differentiable, Allocates("the order")]
    public static double Places([Elements(0.9, 0.3, 1.4, 0.5)] double[] x, [Elements(1.9, 2.3, 0.4, 1.5)] double[] y, double at)
    {
        int[] order = [0, 1, 2, 3];
        Array.Sort(order, (i, j) => (x[j] * at).CompareTo(x[i] * at));
        Span<int> evenFirst = stackalloc int[] { 0, 1, 2, 3 };
        evenFirst.Sort((i, j) =>
        {
            int parity = (i % 2).CompareTo(j % 2);
            return parity != 0 ? parity : y[i] < y[j] ? -1 : 1;
        });
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += (i + 1) * x[order[i]] * at * y[evenFirst[i]];
        return sum;
    }

    /// <summary>Keys with items; a comparer in a variable, one that is a function, and a method as a function.</summary>
    [Differentiable, Allocates("the order")]
    public static double WithItems([Elements(0.9, 0.3, 1.4, 0.5)] double[] keys, [Length(4)] double[] items)
    {
        double[] k = [.. keys], v = [.. items], w = [.. items];
        IComparer<double> falling = Comparer<double>.Create(ByFall);
        Array.Sort(k, v, falling);
        k.AsSpan().Sort(w.AsSpan(), (a, b) => a.CompareTo(b));
        Array.Sort(w, Comparer<double>.Default);
        Array.Sort(v, (IComparer<double>?)null);
        return k[0] * v[0] * w[1] + k[2] * v[3] * w[2];
    }

    private static int ByFall(double a, double b) => b.CompareTo(a);

    /// <summary>More elements than are sorted by insertion, of which many are equal in what is compared.</summary>
    [Differentiable, Allocates("the order")]
    public static double Ties([Length(5)] double[] x)
    {
        Weighed[] all = new Weighed[60];
        for (int i = 0; i < all.Length; i++)
            all[i] = new(x[i % 5] * (1 + 0.01 * i), i * 7 % 11);
        Array.Sort(all, (a, b) => a.Rank.CompareTo(b.Rank));
        double sum = 0;
        for (int i = 0; i < all.Length; i++)
            sum += all[i].Weight * all[i].Weight * (i % 7);
        return sum;
    }

    [Differentiable, Allocates("the order")]
    public static double ListsInOrder([Elements(0.9, 0.3, 1.4, 0.5)] double[] x, double at)
    {
        List<double> list = [.. x, at + 3];
        List<Weighed> ranked = [];
        List<int> places = [.. Enumerable.Range(0, x.Length)];
        for (int i = 0; i < x.Length; i++)
            ranked.Add(new(x[i] * at, i));
        list.Sort((a, b) => b.CompareTo(a));
        ranked.Sort((a, b) => a.Weight.CompareTo(b.Weight));
        places.Sort((i, j) => x[j].CompareTo(x[i]));
        places.RemoveAll(i => x[i] > 1.2);
        double sum = list[0] * list[2];
        foreach (int i in places)
            sum += x[i] * x[i] * places.Count;
        for (int i = 0; i < ranked.Count; i++)
            sum += ranked[i].Weight * ranked[i].Weight * x[ranked[i].Rank] * (i + 1);
        return sum;
    }

    [Differentiable, Allocates("the order")]
    public static double RowsInOrder([Rows(3), Columns(2)] double[][] x)
    {
        double[][] rows = [[.. x[0]], [.. x[1]], [.. x[2]]];
        Array.Sort(rows, (p, q) => q[0].CompareTo(p[0]));
        double sum = 0;
        for (int i = 0; i < rows.Length; i++)
            sum += (i + 1) * rows[i][0] * rows[i][1];
        return sum;
    }

    /// <summary>Sorted in each round, by what the round is.</summary>
    [Differentiable, Allocates("the order"), Kinks]
    public static double InRounds([Elements(0.9, 0.3, 1.4, 0.5)] double[] x, double at, [Values(4, 0, 1)] int rounds)
    {
        double[] a = [.. x];
        double sum = 0;
        for (int k = 0; k < rounds; k++)
        {
            Array.Sort(a, (p, q) => k % 2 == 0 ? p.CompareTo(q) : q.CompareTo(p));
            a[0] *= at;
            a[1] += 0.1 * a[2] * a[0];
            sum += a[k % 4] * (k + 1);
        }
        return sum;
    }

    [Differentiable, Allocates("the order")]
    public static double OfACallee([Elements(0.9, 0.3, 1.4, 0.5)] double[] x, double at)
    {
        double sum = at;
        for (int i = 1; i < 4; i++)
            sum = 0.3 * sum * Falling(x, at * i) + at;
        return sum;
    }
}
