namespace Differentiable.Tests.Numerics;

/// <summary>The user's guards come before what generated code does on its own account: before buffers, and before slices for whole loops.</summary>
public partial class GuardTests
{
    [Fact]
    public void A_guard_comes_before_a_trip_count() =>
        Assert.Throws<ArgumentException>("guard", () => DivisionBehindAGuardGradient(new double[3], 6, 0));

    [Fact]
    public void A_guard_comes_before_a_buffer() =>
        Assert.Throws<ArgumentException>("guard", () => LengthBehindAGuardGradient(new double[3], -1));

    [Fact]
    public void A_guard_behind_other_statements_comes_before_a_buffer() =>
        Assert.Throws<ArgumentException>("guard", () => HugeBehindAGuardGradient(new double[3], int.MaxValue));

    [Fact]
    public void A_guard_in_a_loop_comes_before_an_element_that_is_not_there() =>
        Assert.Throws<ArgumentException>("guard", () => GuardInALoopGradient(new double[5], 2, 4));

    [Fact]
    public void A_guard_that_is_a_call_comes_before_an_element_that_is_not_there() =>
        Assert.Throws<ArgumentOutOfRangeException>("guard", () => CalledGuardInALoopGradient(new double[5], 2, 4));

    [Differentiable]
    internal static double CalledGuardInALoop(ReadOnlySpan<double> m, int rows, int n)
    {
        double s = 0;
        for (int r = 0; r < rows; r++)
        {
            double q = 1;
            for (int j = 0; j < n; j++)
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThan(r * n + j, m.Length - 1, "guard");
                q += m[r * n + j] * m[r * n];
            }
            s += q * q;
        }
        return s;
    }

    [Differentiable]
    internal static double DivisionBehindAGuard(ReadOnlySpan<double> x, int n, int s)
    {
        if (s < 1)
            throw new ArgumentException("s", "guard");
        double t = 1;
        for (int i = 0; i < n / s; i++)
            t = t * x[i] + x[i];
        return t;
    }

    [Differentiable]
    internal static double LengthBehindAGuard(ReadOnlySpan<double> x, int n)
    {
        if (n < 0)
            throw new ArgumentException("n", "guard");
        double[] t = new double[n];
        for (int i = 0; i < n; i++)
            t[i] = x[i] * x[i];
        double s = 0;
        for (int i = 0; i < n; i++)
            s += t[i] * t[0];
        return s;
    }

    [Differentiable]
    internal static double HugeBehindAGuard(ReadOnlySpan<double> x, int n)
    {
        double t = x[0];
        int k = n == 4 ? 5 : n;
        t *= x[1];
        if (k > 1000)
            throw new ArgumentException("k", "guard");
        for (int i = 0; i < k; i++)
        {
            t = t * x[i] + x[i];
            t = Math.Sin(t);
        }
        return t;
    }

    [Differentiable]
    internal static double GuardInALoop(ReadOnlySpan<double> m, int rows, int n)
    {
        double s = 0;
        for (int r = 0; r < rows; r++)
        {
            double q = 1;
            for (int j = 0; j < n; j++)
            {
                if (r * n + j >= m.Length)
                    throw new ArgumentException("m", "guard");
                q += m[r * n + j] * m[r * n];
            }
            s += q * q;
        }
        return s;
    }
}
