using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Storage with several names: arrays, rows, slices and buffers that are one, in a method and in the calls of marked methods.</summary>
public static partial class Aliases
{
    [Differentiable]
    public static void Axpy(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] += a * x[i];
    }

    [Differentiable]
    public static void Smear(ReadOnlySpan<double> x, Span<double> y, double w)
    {
        for (int i = 1; i < y.Length; i++)
            y[i] = w * x[i - 1] + x[i] * x[i];
    }

    /// <summary>Calls that are given one array twice, of which one reads what it has written.</summary>
    [Differentiable, Allocates("local arrays")]
    public static double OneForTwo([Length(5)] double[] x, double a)
    {
        double[] y = (double[])x.Clone();
        double[] z = y;
        Axpy(a, y, z);
        Smear(y, z, a);
        Axpy(a, y.AsSpan(1), z.AsSpan(0, z.Length - 1).ToArray());
        Span<double> s = z.AsSpan(1..);
        s[0] *= y[1];
        double[] w = [s[0], z[^1]];
        return w[0] * w[1] + z[0];
    }

    [Differentiable]
    public static double Convolved(double[] x, double[] y)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += x[i] * y[x.Length - 1 - i];
        return s * s;
    }

    /// <summary>Both adjoints of an array that is read twice.</summary>
    [Differentiable]
    public static double ReadTwice(double[] x) => Convolved(x, x) + Dot(x, x.AsSpan()) + Dot(x.AsSpan(1), x.AsSpan(0, x.Length - 1));

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
            s += a[i] * b[i];
        return s;
    }

    /// <summary>Slices that overlap, copied onto each other.</summary>
    [Differentiable]
    public static double OverlappingSlices([Length(5, 6)] ReadOnlySpan<double> start, [Range(0.4, 0.8)] double a)
    {
        Span<double> x = stackalloc double[start.Length];
        start.CopyTo(x);
        Span<double> left = x[..^1], right = x[1..];
        for (int i = 0; i < left.Length; i++)
        {
            left[i] += a * right[i];
            right[i] *= left[i];
        }
        left.CopyTo(right);
        right[..2].CopyTo(left[1..]);
        x.Reverse();
        return x[0] * x[1] + x[2] * x[3] + x[^1];
    }

    /// <summary>A matrix of which two rows are one.</summary>
    [Differentiable, Allocates("rows")]
    public static double SharedRow([Columns(2, 3)] double[][] start)
    {
        double[][] rows = [.. start.Select(r => r.ToArray())];
        double[] first = rows[0];
        rows[1] = first;
        for (int i = 0; i < first.Length; i++)
            rows[1][i] *= rows[0][i] + 1;
        (rows[0], rows[2]) = (rows[2], rows[0]);
        rows[0][0] = rows[1][0] * rows[2][1];
        var last = rows[^1];
        last[0] += rows[1][1];
        return rows[0][0] + rows[1][0] * first[1] + last[0];
    }

    /// <summary>Names of two parameters that change places on the way.</summary>
    [Differentiable]
    public static double ChangingPlaces(double[] x, double[] y, [Values(0, 1)] bool which, double t)
    {
        double[] p = which ? x : y, q = which ? y : x;
        double s = 0;
        for (int i = 0; i < p.Length; i++)
        {
            s += p[i] * t;
            p[i] = s * q[i];
            if (i == 1)
                (p, q) = (q, p);
        }
        return s + x[0] * y[^1];
    }

    [Differentiable, Allocates("returns its argument, whose derivative is a copy")]
    public static double[] Same(double[] x, double t)
    {
        x[0] *= t;
        return x;
    }

    /// <summary>What a call returns is what it was given.</summary>
    [Differentiable, Allocates("a call returns an array")]
    public static double ReturnedArgument(double[] start, double t)
    {
        double[] x = [.. start];
        var y = Same(x, t);
        y[1] *= x[0];
        x[2] += y[1];
        var z = Same(y, x[2]);
        return z[0] * x[1] + y[2];
    }

    private struct Recent
    {
        public double[] Data;
        public int Head;

        public void Push(double v)
        {
            Data[Head] = v;
            Head = (Head + 1) % Data.Length;
        }

        public readonly double Mean()
        {
            double s = 0;
            foreach (double v in Data)
                s += v;
            return s / Data.Length;
        }
    }

    /// <summary>A copy of a struct has a position of its own in an array that it shares.</summary>
    [Differentiable, Allocates("a local array")]
    public static double TwoHeads([Elements(1.1, 0.7, 1.9, -0.4, 0.6)] double[] x, double decay)
    {
        Recent b = new() { Data = new double[3] };
        Recent c = b;
        double y = 0;
        foreach (var v in x)
        {
            b.Push(v * decay + y);
            if (v > 0)
                c.Push(y * 0.5);
            y = b.Mean() * decay + c.Data[0];
        }
        return y * b.Data[0] + c.Mean();
    }

    [Differentiable]
    public static void Products([Length(3)] double[] a, [Length(3)] double[] b, [Length(3)] double[] o)
    {
        for (int i = 0; i < o.Length; i++)
        {
            o[i] = a[i] * b[i];
            b[i] = o[i] + a[i];
        }
    }

    /// <summary>A method that writes two arrays, of which any two of its three may be one.</summary>
    [Differentiable, Allocates("local arrays")]
    public static double AnyTwo([Length(3)] double[] start)
    {
        var x = start.ToArray();
        var y = start.ToArray();
        Products(x, x, y);
        Products(x, y, x);
        Products(y, y, y);
        return x.Sum() * y[0] + y[1];
    }

    /// <summary>A buffer that is first the argument and then, of two that change places, each in turn.</summary>
    [Differentiable, Allocates("matrices")]
    public static double InTurn([Rows(2), Columns(2, 3)] double[,] a)
    {
        int n = a.GetLength(0), m = a.GetLength(1);
        double[,] b = a, c = new double[n, m];
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < m; j++)
                    c[i, j] = b[i, j] * b[(i + 1) % n, j] + 0.1 * k;
            }
            (b, c) = (c, k == 0 ? new double[n, m] : b);
        }
        return b[0, 0] + b[1, 1] * c[0, 1];
    }
}
