using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Variables that stand for one array or another as a loop runs.</summary>
public static partial class ArrayVariables
{
    [Differentiable]
    public static double OneParameterOrTheOther([Length(4)] double[] a, [Length(4)] double[] b, [Values(4, 0, 1)] int n)
    {
        double[] best = a;
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            best = i % 2 == 0 ? b : a;
            best[i % 4] *= s + best[1];
            s = 0.2 * s * best[2] + best[i % 4];
        }
        return s * best[1];
    }

    [Differentiable]
    public static double ChosenByAnElementThatChanges([Length(2)] double[] a, [Length(2)] double[] b, [Values(4, 1)] int n)
    {
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            double[] t = a[0] > 0 ? a : b;
            t[1] *= s;
            a[0] = -a[0];
            s += 0.2 * t[1] * t[0];
        }
        return s;
    }

    [Differentiable]
    public static double AssignedInTheBranchesOfALoop([Length(4)] double[] a, [Length(4)] double[] b, [Values(3, 0)] int n, [Values(1, 0)] bool up)
    {
        double s = 0;
        double[] v = a;
        for (int i = 0; i < n; i++)
        {
            double[] t;
            if (up)
                t = b;
            else
                t = v;
            for (int j = 0; j < 4; j++)
            {
                t[j] = t[j] * 0.5 + 0.1 * s * v[3 - j];
                s += t[j] * t[j];
            }
            if (s > 3)
                v = t;
        }
        return s;
    }

    [Differentiable]
    public static double TheBestSoFar([Elements(0.7, 1.2, 0.5, 1.4)] double[] a, [Values(4, 1)] int n)
    {
        double[] best = new double[2];
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            double[] t = new double[2];
            t[0] = a[i % 4];
            t[1] = a[(i + 1) % 4] * (s + 1);
            if (t[0] * t[1] > best[0] * best[1])
                best = t;
            s += best[0];
        }
        return best[0] * best[1] + s;
    }

    [Differentiable]
    public static double SwappedNowAndThen([Length(3)] double[] a, double x, [Values(4, 0, 1)] int n)
    {
        double[] current = a, next = new double[3];
        int i = 0;
        while (i < n)
        {
            for (int j = 0; j < 3; j++)
                next[j] = current[j] * x + current[0];
            if (next[0] > 2)
                next[0] *= 0.5;
            else
                (current, next) = (next, current);
            i++;
        }
        return current[0] * current[1] + next[2];
    }

    [Differentiable]
    public static double SpansOfOneOrTheOther([Length(4)] Span<double> a, [Length(4)] Span<double> b, [Values(4, 0, 1)] int n)
    {
        Span<double> current = a;
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            current = s > 2 ? b[1..] : a[..2];
            current[0] *= 0.5 * s;
            s += current[1] * current[0];
        }
        return s * current[0];
    }

    [Differentiable]
    public static double SlicesOfOneOrTheOther([Length(4)] ReadOnlySpan<double> a, double x, [Values(4, 0, 1)] int n)
    {
        Span<double> u = stackalloc double[4];
        a.CopyTo(u);
        Span<double> w = stackalloc double[4];
        Span<double> c = u;
        double s = x;
        for (int i = 0; i < n; i++)
        {
            if (i % 3 == 0)
                c = w.Slice(i % 2, 2);
            else
                c = u[1..];
            c[1] += s * u[i % 4];
            s *= c[0] + c[1];
        }
        return s + c[0];
    }

    [Differentiable]
    public static float SinglePrecisionSlices([Length(5)] ReadOnlySpan<float> a, [Values(4, 1)] int n)
    {
        float[] copy = a.ToArray();
        Span<float> u = copy, c = u;
        float s = 1;
        for (int i = 0; i < n; i++)
        {
            c = i % 2 == 0 ? u[1..] : u.Slice(i, 2);
            c[1] *= s;
            s += 0.5f * c[0] * c[1];
        }
        return s;
    }

    [Differentiable, Allocates("a matrix made in a loop")]
    public static double OneMatrixOrAnother([Rows(2), Columns(2)] double[,] m, double x, [Values(4, 0, 1)] int n)
    {
        double[,] best = m;
        double s = x;
        for (int i = 0; i < n; i++)
        {
            double[,] t = new double[2, 2];
            t[0, 1] = s * m[1, 1];
            t[1, 0] = x;
            if (i % 2 == 0)
                best = t;
            s += 0.3 * best[0, 1] * best[1, 0];
        }
        return s;
    }

    [Differentiable, Allocates("a copy of a matrix")]
    public static double MatrixCopiedInEachRound([Rows(3), Columns(3)] double[,] m, [Values(3, 0, 1)] int n)
    {
        double[,] c = m;
        double s = 1;
        for (int i = 0; i < n; i++)
        {
            double[,] d = (double[,])c.Clone();
            for (int j = 0; j < 3; j++)
                d[j, 0] = 0.5 * c[j, 1] * c[0, j] + 0.1 * s;
            s += d[1, 0] * d[0, 1];
            c = d;
        }
        return s * c[2, 2];
    }

    [Differentiable]
    public static double ChosenInIndependentRounds([Length(4)] double[] a, [Length(4)] double[] b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double[] v = i % 2 == 0 ? a : b;
            s += v[i] * v[0];
        }
        return s;
    }

    [Differentiable]
    public static double ChosenInIndependentRoundsOfASum([Length(4)] double[] a, [Length(4)] double[] b)
    {
        double s = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double[] v = i % 2 == 0 ? a : b;
            s += v[i] * v[0];
        }
        return Math.Sin(s) * s;
    }

    [Differentiable]
    public static double ParameterOrNewArray([Length(4)] double[] a, [Values(1, 0)] bool up)
    {
        double[] b = up ? a : new double[] { 1, 2, 3, 4 };
        double s = 0;
        for (int i = 0; i < 4; i++)
            s += b[i] * a[i];
        return s;
    }

    [Differentiable, Allocates("an array that is returned")]
    public static double[] OneOfThem([Length(3)] double[] a, [Length(3)] double[] b, [Values(1, 0)] bool up)
    {
        if (up)
            return a;
        return b;
    }

    [Differentiable]
    public static double CopiesThatAreOnlyRead([Length(4)] ReadOnlySpan<double> a, double x, [Values(3, 0)] int n)
    {
        double s = x;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> t = a.ToArray();
            double[] w = a.ToArray();
            s = s * t[i % 4] + w[0] * s;
        }
        return s;
    }

    [Differentiable]
    public static double ParametersBehindAGuard([Length(4)] double[] a, [Length(4)] double[] b, [Values(3, 0)] int n)
    {
        ArgumentNullException.ThrowIfNull(a);
        double[] u = a;
        double s = 0;
        for (int k = 0; k < n; k++)
        {
            u = k % 2 == 0 ? b : u;
            s += u[k % 4] * s + a[0];
            u[1] *= 0.5 + s;
        }
        return s;
    }

    [Differentiable]
    public static double FoundBeforeABreak([Elements(0.5, 0.8, 1.1, 0.9)] double[] a, double x, [Values(4, 0, 1)] int n)
    {
        double[] best = a;
        for (int k = 0; k < n; k++)
        {
            double[] c = new double[4];
            a.CopyTo(c, 0);
            c[k % 4] += 0.4 * x * best[0];
            if (c[k % 4] > 1.2)
            {
                best = c;
                break;
            }
            x *= 1.1;
        }
        return best[0] * best[1] * x;
    }

    [Differentiable]
    public static double SwappedOrCopied([Length(4)] double[] a, double x, [Values(4, 0, 1)] int n)
    {
        var (p, q) = (a, new double[4]);
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < 4; i++)
                q[i] = p[i] * x + 0.5 * p[3 - i] * p[0];
            if (k % 2 == 0)
                (p, q) = (q, p);
            else
                p = (double[])q.Clone();
        }
        return p[0] + q[1];
    }

    [Differentiable]
    public static double Recursive([Length(4)] double[] a, double x, [Values(3, 0)] int n)
    {
        if (n == 0)
            return a[0] * x;
        double[] b = new double[4];
        double[] u = n % 2 == 0 ? a : b;
        for (int i = 0; i < n; i++)
        {
            b[i % 4] = a[i % 4] * x;
            u[0] += b[i % 4];
            if (i == 1)
                u = b;
        }
        return Recursive(u, x * 0.9, n - 1) + b[0];
    }
}
