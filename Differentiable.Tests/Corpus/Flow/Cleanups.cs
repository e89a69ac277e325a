using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary><c>using</c> and <c>try … finally</c>: what runs at the end changes values, on every way out.</summary>
public static partial class Cleanups
{
    private static int s_open;

    /// <summary>How many scopes are open now; each function closes what it opens.</summary>
    public static int Open => s_open;

    [Differentiable]
    public static double FinallyChangesValues(double x, double y)
    {
        double s = x;
        try
        {
            s *= y;
        }
        finally
        {
            s = Math.Sin(s) + x;
        }
        return s * y;
    }

    /// <summary>The value is computed before the block runs, and the block then changes what it was computed from.</summary>
    [Differentiable]
    public static double ReturnsBeforeFinally(double[] a, [Values(1, 3)] int stop)
    {
        double[] u = a.ToArray();
        for (int i = 0; i < u.Length; i++)
        {
            try
            {
                if (i == stop)
                    return u[i] * u[0];
                if (i == 0)
                    continue;
                if (u[i] > 100)
                    break;
                u[i] *= u[i - 1];
            }
            finally
            {
                u[0] *= u[i] + 1;
            }
        }
        return u[0] * u[^1];
    }

    [Differentiable]
    [Allocates("makes objects")]
    public static double NestedInASwitch(double x, [Values(0, 1, 2)] int kind)
    {
        double s = x;
        for (int k = 0; k < 3; k++)
        {
            switch (kind + k)
            {
                case 1:
                    using (new Scope())
                    {
                        s *= x + s_open;
                        break;
                    }
                case 2:
                    using (Scope scope = new(), other = new())
                    {
                        if (s > 0)
                            continue;
                        s += scope.Depth * other.Depth;
                    }
                    break;
                default:
                    s = Math.Exp(-s);
                    break;
            }
            s *= 1 + x;
        }
        return s;
    }

    [Differentiable]
    [Allocates("makes objects")]
    public static double UsingDeclarations(double x, int n)
    {
        using Scope outer = new();
        double s = x * outer.Depth;
        for (int i = 0; i < n; i++)
        {
            using Scope inner = new();
            s = Math.Cos(s * inner.Depth) * x;
            if (i == 1)
                return Local(s) + s;
        }
        return s;

        double Local(double y)
        {
            using Scope? scope = s_open > 5 ? null : new Scope();
            try
            {
                if (y > 0)
                    return y * y;
            }
            finally
            {
                y *= 2;
            }
            return Math.Sin(y);
        }
    }

    [Differentiable]
    public static double CheckedAndUnchecked(double x, int n)
    {
        int k;
        unchecked
        {
            k = (int.MaxValue + n) % 7;
        }
        checked
        {
            return Math.Sin(x * (k + n)) * (byte)n;
        }
    }

    private sealed class Scope : IDisposable
    {
        public int Depth { get; } = ++s_open;

        public void Dispose() => s_open--;
    }
}
