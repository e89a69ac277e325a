using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What is evaluated before what: effects in conditions and operands, local functions that set what they share, and <c>finally</c>.</summary>
public static partial class EvaluationOrder
{
    [Differentiable, Allocates("a local array")]
    public static double OfAssignments([Elements(1.1, 0.7, 1.9, -0.4)] double[] start, double x)
    {
        double[] a = [.. start];
        int i = 0;
        a[i++] += a[i] * x;
        a[i] = a[i++ + 1] * a[i];
        double y = x;
        y += (y *= 2) * y;
        double z = a[i] = y = y * a[1];
        (a[0], a[1], a[2]) = (a[1] * a[2], a[2] + a[0], a[0] * z);
        int j = 0;
        (j, a[j]) = (2, a[2] * a[j] + 1);
        a[j] -= a[j] * a[j--];
        a[^1] *= a[j] / (a[j] = x + 2);
        return a.Sum() + y * z + (z = z * z) * z;
    }

    [Differentiable]
    public static double OfConditions([Range(1.1, 1.4)] double x, [Range(0.2, 0.5)] double y, [Values(9, 4, 0)] int n)
    {
        int i = 0;
        double p = x, q = y;
        while (i++ < n && (p *= x) < 100 | (q += p * y) > 0)
        {
            if ((i & 1) == 0 && (q = q * 0.5 + p) > 3 || i % 3 == 0 && (p -= 0.1 * q) < 0)
                continue;
            if (p is > 50 and < 80 || q is double.NaN)
                break;
            p = p > q ? (q = p * 0.9) : (p = q * 0.8) * 1.1;
        }
        return p * q;
    }

    /// <summary>Loops in cases, cases that go on in others, and jumps to labels.</summary>
    [Differentiable]
    public static double OfJumps([Elements(1.3, 0.8, 1.7, 0.9, 1.2)] ReadOnlySpan<double> x, double scale, [Values(0, 1, 2, 3, 4, 5)] int kind)
    {
        double sum = 0;
        for (int i = 0, j = x.Length - 1; i <= j; i++, j--)
        {
            double v = x[i] * x[j] * scale;
            switch (kind)
            {
                case 0 when v > 1:
                    sum += v;
                    goto case 1;
                case 0:
                    continue;
                case 1:
                    sum *= 1.1;
                    break;
                case 2:
                    for (int k = 0; ; k++)
                    {
                        if (k > i)
                            goto done;
                        sum += Math.Sin(k * v);
                        if (sum > 3)
                            return sum * v;
                    }
                case 3 or 4:
                    double t = sum;
                    do
                    {
                        t = t * 0.5 + v;
                        if (t < 0.3)
                            continue;
                        sum += t;
                        break;
                    }
                    while (t > 0.01);
                    break;
                default:
                    sum -= 0.3 * v;
                    break;
            }
            sum += v;
        done:
            sum *= 1.01;
        }
        return sum;
    }

    /// <summary>What <c>finally</c> changes is not in a value that was returned before.</summary>
    [Differentiable]
    public static double OfFinally([Range(1.1, 1.6)] double x, [Values(5, 3)] int n)
    {
        double s = 0;
        for (int i = 0; i < n; i++)
        {
            try
            {
                if (i == 2)
                    continue;
                s += Math.Pow(x, i);
                if (s > 5)
                    return s * s;
            }
            finally
            {
                s *= 1.5;
            }
        }
        return s;
    }

    /// <summary>Named arguments, captured sums that operands change, and references to the same variable.</summary>
    [Differentiable]
    public static double OfCalls([Range(1.2, 1.4)] double x, [Range(0.3, 0.5)] double y)
    {
        double total = 0;
        int calls = 0;
        double a = Add(x) + Add(y, w: x) * Add(v: x * y);
        var chosen = calls switch
        {
            3 when Add(a) is var q && q > 0 => q + total,
            3 => -total,
            _ => throw new InvalidOperationException(),
        };
        Twice(ref a, total, out double b);
        Twice(ref total, total, out var c);
        Twice(ref total, in a, out a);
        return chosen + a * b + c * total;

        double Add(double v, double w = 2)
        {
            calls++;
            total += v * w;
            return total > 3 ? Clip(v) : total * v;
            double Clip(double z) => z < y ? z : y * (total -= 0.5);
        }

        static void Twice(ref double z, in double f, out double w)
        {
            w = z * f;
            z += w;
            z *= 2;
        }
    }

    /// <summary>Methods that call each other, each with an <c>out</c> parameter that goes through the other.</summary>
    [Differentiable]
    public static double OfRecursion(double x, [Values(0, 1, 4)] int n) => IsEven(n, x, out var v) ? v : -v * x;

    private static bool IsEven(int n, double x, out double v)
    {
        if (n == 0)
        {
            v = x;
            return true;
        }
        bool even = IsOdd(n - 1, x * 1.1, out v);
        v *= x;
        return even;
    }

    private static bool IsOdd(int n, double x, out double v)
    {
        if (n == 0)
        {
            v = x * x;
            return false;
        }
        bool odd = IsEven(n - 1, x + 0.1, out v);
        v += x;
        return odd;
    }

    [Differentiable, Allocates("a local array")]
    public static double OfReferences([Elements(1.1, 0.7, 1.9, -0.4)] double[] x, double a, [Range(0.6, 0.9)] double b)
    {
        ref double r = ref a;
        double[] y = [.. x, a, b];
        for (int i = 0; i < y.Length; i++)
        {
            ref double t = ref (y[i] > 1 ? ref y[i] : ref y[y.Length - 1 - i]);
            t *= a;
            r += t * 0.1;
            (y[i] > 2 ? ref a : ref b) *= 0.9;
        }
        r = ref b;
        r *= y[0];
        Swap(ref a, ref b);
        Swap(ref y[0], ref y[^1]);
        Swap(ref y[1], ref a);
        return a - b * y[0] + y[1] * y[^1];

        static void Swap(ref double p, ref double q) => (p, q) = (q, p);
    }

    /// <summary>Chains of assignments, values that may be missing, and steps of a variable around its uses.</summary>
    [Differentiable]
    public static double OfChains([Range(0.7, 0.9)] double x)
    {
        double a, b, c;
        a = b = c = x * x;
        a += b -= c *= x;
        var (d, (e, _), f) = (a * b, (b * c, 3), c * a);
        (d, e) = (e, d * e);
        double? m = e > 0.5 ? null : e;
        m ??= f * d;
        m += x;
        checked
        {
            int k = (int)Math.Floor(a * 3);
            f += k * a;
        }
        return d + e * (m ?? 0) + f++ * --f + -(+a) - (m > 2 ? m.Value : 1.0);
    }
}
