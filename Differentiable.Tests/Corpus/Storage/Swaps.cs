using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Values and buffers that change places.</summary>
public static partial class Swaps
{
    [Differentiable]
    public static double OfScalars(double x, double y)
    {
        double t = x * x;
        (x, y) = (y, x);
        t *= y;
        (x, y) = (x * y, x + y);
        return t * x + y;
    }

    [Differentiable]
    public static double RotationOfThree(double a, double b, double c, [Values(4, 0)] int n)
    {
        for (int i = 0; i < n; i++)
            (a, b, c) = (b, c, a * b + Math.Sin(c));
        return a * b * c;
    }

    [Differentiable]
    public static double Fibonacci(double a, double b, [Values(5, 0, 1)] int n)
    {
        for (int i = 0; i < n; i++)
        {
            double t = a;
            a = b;
            b = t + b * 0.5;
        }
        return a * b;
    }

    [Differentiable]
    public static double BubbleSort([Elements(0.9, 0.3, 1.4, 0.6)] Span<double> a)
    {
        for (int pass = 0; pass < a.Length; pass++)
        {
            bool swapped = false;
            for (int i = 0; i + 1 < a.Length - pass; i++)
            {
                if (a[i] > a[i + 1])
                {
                    (a[i], a[i + 1]) = (a[i + 1], a[i]);
                    swapped = true;
                }
            }
            if (!swapped)
                break;
        }
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += (i + 1) * a[i] * a[i];
        return sum;
    }

    [Differentiable]
    public static double InsertionSort([Elements(1.2, 0.5, 0.8, 0.1)] double[] a)
    {
        for (int i = 1; i < a.Length; i++)
        {
            double v = a[i];
            int j = i - 1;
            while (j >= 0 && a[j] > v)
            {
                a[j + 1] = a[j];
                j--;
            }
            a[j + 1] = v;
        }
        return a[0] * 2 + a[1] * a[2] + a[3] * a[3] * a[3];
    }

    [Differentiable]
    public static double Reversed([Length(5, 0, 1)] Span<double> a)
    {
        for (int i = 0, j = a.Length - 1; i < j; i++, j--)
        {
            double t = a[i];
            a[i] = a[j];
            a[j] = t;
        }
        double y = 1;
        for (int i = 0; i < a.Length; i++)
            y = y * a[i] + i;
        return y;
    }

    [Differentiable]
    public static double PingPong([Length(5, 3)] ReadOnlySpan<double> start, double rate, [Values(4, 0, 1)] int steps)
    {
        double[] u = start.ToArray();
        double[] next = new double[u.Length];
        for (int k = 0; k < steps; k++)
        {
            next[0] = u[0];
            next[^1] = u[^1];
            for (int i = 1; i + 1 < u.Length; i++)
                next[i] = u[i] + 0.1 * rate * (u[i - 1] - 2 * u[i] * u[i] + u[i + 1]);
            (u, next) = (next, u);
        }
        double sum = 0;
        foreach (double v in u)
            sum += v * v;
        return sum;
    }

    [Differentiable]
    public static double PingPongInABranch(double x, [Values(3, 0)] int steps, [Values(1, 0)] bool smooths)
    {
        if (smooths)
        {
            double[] t = [x, x * x, 1];
            double[] next = new double[3];
            for (int k = 0; k < steps; k++)
            {
                for (int i = 0; i < t.Length; i++)
                    next[i] = t[i] * x + Math.Sin(t[(i + 1) % t.Length]);
                (t, next) = (next, t);
            }
            x *= t[1];
        }
        return x;
    }

    [Differentiable]
    public static double PingPongSpans([Length(4)] ReadOnlySpan<double> start, double x, [Values(3, 0)] int steps)
    {
        Span<double> current = stackalloc double[4];
        Span<double> other = stackalloc double[4];
        start.CopyTo(current);
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < current.Length; i++)
                other[i] = current[i] * current[(i + 1) % current.Length] + x;
            Span<double> t = current;
            current = other;
            other = t;
        }
        return current[0] * current[3];
    }

    [Differentiable]
    public static double RowsOfAJaggedArray([Rows(2), Columns(2)] double[][] rows)
    {
        double[] a = rows[0], b = rows[1];
        (a, b) = (b, a);
        a[0] *= b[1];
        return a[0] * rows[1][0] + b[0];
    }
}
