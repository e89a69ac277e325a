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
