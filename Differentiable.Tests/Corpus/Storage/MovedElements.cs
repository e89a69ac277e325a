using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Calls of the base library that move elements: reversals, sorts, copies, arrays that get another length.</summary>
public static partial class MovedElements
{
    [Differentiable]
    public static double Reversed(double[] a, double x)
    {
        double[] b = [.. a, x];
        Array.Reverse(b);
        Array.Reverse(b, 1, 2);
        Span<double> s = b.AsSpan(1);
        s.Reverse();
        double sum = 0;
        for (int i = 0; i < b.Length; i++)
            sum += b[i] * b[i] * (i + 1);
        return sum * Math.Sin(b[0]);
    }

    /// <summary>The derivative of a sort goes back to where each element came from.</summary>
    [Differentiable]
    [Allocates("the order is an array")]
    public static double Sorted([Elements(0.9, 0.3, 1.4, 0.5)] double[] a, double x)
    {
        double[] b = a.ToArray();
        Array.Sort(b);
        Span<double> rest = b.AsSpan(1);
        rest[0] *= x;
        rest[1] += b[0];
        rest.Sort();
        double sum = 0;
        for (int i = 0; i < b.Length; i++)
            sum += (i + 1) * b[i] * b[i];
        return sum;
    }

    [Differentiable]
    [Allocates("the order is an array")]
    public static double SortedWithItems([Elements(0.9, 0.3, 1.4, 0.5)] double[] strikes, double[] prices)
    {
        double[] k = strikes.ToArray();
        double[] p = prices.ToArray();
        int[] order = [3, 1, 0, 2];
        Array.Sort(order, p);
        Array.Sort(k, p);
        double area = 0;
        for (int i = 1; i < k.Length; i++)
            area += 0.5 * (p[i] + p[i - 1]) * (k[i] - k[i - 1]) * order[i];
        return area;
    }

    /// <summary>The places in the order of the values. Those that LINQ counts up are a new array, which may be written.</summary>
    [Differentiable]
    [Allocates("the order is an array")]
    public static double PlacesInOrder([Elements(0.9, 0.3, 1.4, 0.5)] double[] a, double x)
    {
        double[] keys = [.. a];
        int[] places = Enumerable.Range(0, a.Length).ToArray(), all = [.. Enumerable.Range(0, a.Length)];
        Array.Sort(keys, places);
        all[0] = places[1];
        double sum = x * a[all[0]] * a[all[1]];
        for (int i = 0; i < keys.Length; i++)
            sum += (i + 1) * x * keys[i] * a[places[i]];
        return sum;
    }

    /// <summary>Indices that are sorted and turned round while the reverse sweep needs what they were.</summary>
    [Differentiable]
    [Allocates("the order is an array")]
    public static double IndicesInPlace(double[] a, double x)
    {
        int[] order = [2, 0, 3, 1];
        double s = x;
        for (int round = 0; round < 3; round++)
        {
            foreach (int i in order)
                s = Math.Sin(s * a[i]) + a[order[0]];
            if (round == 0)
                Array.Sort(order);
            else
                order.AsSpan(1).Reverse();
        }
        return s;
    }

    /// <summary>The caller's elements end in order, and the cotangents of the places go back with them.</summary>
    [Differentiable]
    [Allocates("the order is an array")]
    public static void SortsInPlace([Elements(0.9, 0.3, 1.4, 0.5)] Span<double> a, double x)
    {
        a.Sort();
        a[0] *= x * a[^1];
        a.Reverse();
    }

    [Differentiable]
    [Allocates("the order is an array")]
    public static double CallsThatSort([Elements(0.9, 0.3, 1.4, 0.5)] double[] a, double x)
    {
        double[] b = a.ToArray();
        SortsInPlace(b, x);
        return b[0] * b[1];
    }

    [Differentiable]
    [Allocates("arrays that variables stand for in turn")]
    public static double Resized(double[] a, double x, [Values(2, 4, 6)] int length)
    {
        double[] b = a.ToArray();
        double[] before = b;
        Array.Resize(ref b, length);
        b[0] *= x;
        b[^1] += x * x;
        return b[0] * b[1] + b[^1] + before[0] * before[1];
    }

    [Differentiable]
    public static double CopiesIfItFits(double[] a, double x, [Values(0, 2)] int start)
    {
        Span<double> b = stackalloc double[4];
        b.Fill(x);
        bool fits = a.AsSpan().TryCopyTo(b[start..]);
        a.AsSpan(1, 2).TryCopyTo(b);
        return b[0] * b[1] * b[2] * b[3] + (fits ? x : 2 * x);
    }

    [Differentiable]
    public static double Searched(double[] a, [Elements(4, 7, 9)] int[] keys, double x)
    {
        Span<double> b = a.ToArray();
        int at = Array.IndexOf(keys, 7) + keys.AsSpan().BinarySearch(9) + b.IndexOf(-1);
        return b.SequenceEqual(a) && !keys.AsSpan().Contains(5) ? b[at] * x * keys.Sum() : 0;
    }
}
