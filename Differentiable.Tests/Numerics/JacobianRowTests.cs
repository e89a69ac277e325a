using System.Diagnostics.Contracts;
using System.Numerics;
using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Numerics;

/// <summary>Jacobians that are made by rows: how often the forward sweep runs, and what the method writes meanwhile.</summary>
public partial class JacobianRowTests
{
    private const int Outputs = 9, Inputs = 30;

    private static int s_rounds;

    internal delegate void Update(ReadOnlySpan<double> w, Span<double> u, int n);

    internal delegate void UpdateJvp(ReadOnlySpan<double> w, Span<double> u, int n, ReadOnlySpan<double> wDot, Span<double> uDot);

    internal delegate double[,] UpdateJacobian(ReadOnlySpan<double> w, Span<double> u, int n);

    private static readonly Dictionary<string, (Update Run, UpdateJvp Tangent, UpdateJacobian Jacobian)> s_updates = new()
    {
        [nameof(Relaxed)] = (Relaxed, RelaxedJvp, RelaxedJacobian),
        [nameof(Counted)] = (Counted, CountedJvp, CountedJacobian),
        [nameof(WithSnapshots)] = (WithSnapshots, WithSnapshotsJvp, WithSnapshotsJacobian),
        [nameof(Leaving)] = (Leaving, LeavingJvp, LeavingJacobian),
        [nameof(Calling)] = (Calling, CallingJvp, CallingJacobian),
        [nameof(CallingRunTwice)] = (CallingRunTwice, CallingRunTwiceJvp, CallingRunTwiceJacobian),
        [nameof(NothingKept)] = (NothingKept, NothingKeptJvp, NothingKeptJacobian),
        [nameof(OneAtATime)] = (OneAtATime, OneAtATimeJvp, OneAtATimeJacobian),
    };

    public static TheoryData<string> Updates => [.. s_updates.Keys];

    [Theory]
    [MemberData(nameof(Updates))]
    public void Rows_of_what_is_written_are_those_that_columns_give(string name)
    {
        (Update run, UpdateJvp tangent, UpdateJacobian jacobian) = s_updates[name];
        double[] w = Numbers(Inputs, 1), initial = Numbers(Outputs, 2), expected = [.. initial], final = [.. initial];
        run(w, expected, 4);
        double[,] actual = jacobian(w, final, 4);
        Assert.Equal(expected, final);
        Assert.Equal((Outputs, Inputs + Outputs), (actual.GetLength(0), actual.GetLength(1)));
        for (int column = 0; column < Inputs + Outputs; column++)
        {
            double[] direction = new double[Inputs + Outputs], u = [.. initial];
            direction[column] = 1;
            double[] dot = direction[Inputs..];
            tangent(w, u, 4, direction[..Inputs], dot);
            Agreement.Close(dot, [.. Enumerable.Range(0, Outputs).Select(row => actual[row, column])], 1e-12, $"{name}, column {column}");
        }
    }

    [Fact]
    public void The_forward_sweep_runs_once_for_all_rows() =>
        Assert.Equal(4, Rounds(() => CountedJacobian(Numbers(Inputs, 1), Numbers(Outputs, 2), 4)));

    [Fact]
    public void The_forward_sweep_runs_once_for_all_rows_one_at_a_time() =>
        Assert.Equal(Inputs, Rounds(() => CountedOneAtATimeJacobian<double>(Numbers(Inputs, 1))));

    [Fact]
    public void The_forward_sweep_runs_once_for_one_block_of_rows() =>
        Assert.Equal(Inputs, Rounds(() => CountedInOneBlockJacobian(Numbers(Inputs, 1))));

    [Fact]
    public void A_method_that_runs_twice_runs_for_each_block_of_rows() =>
        Assert.Equal(3 * 4, Rounds(() => RunTwiceJacobian(Numbers(Inputs, 1), Numbers(Outputs, 2), 4)));

    [Fact]
    public void Rows_are_made_where_only_the_jacobian_is_asked_for_of_any_number()
    {
        double[] w = Numbers(Inputs, 1);
        double[,] expected = CountedInOneBlockJacobian(w);
        Assert.Equal(expected, CountedOneAtATimeJacobian<double>(w));
        float[] single = [.. w.Select(v => (float)v)];
        Agreement.Close([.. expected.Cast<double>()], [.. CountedOneAtATimeJacobian<float>(single).Cast<float>().Select(v => (double)v)], 1e-5, "single precision");
    }

    [Fact]
    public void References_without_derivatives_have_no_rows()
    {
        double[] w = Numbers(Inputs, 1);
        double[,] jacobian = ScaledJacobian(0.7, w, 2);
        Assert.Equal((5, 1 + Inputs), (jacobian.GetLength(0), jacobian.GetLength(1)));
        double x = 0.7, scale = 2, xDot = 1;
        (_, _, _, double a, double b, double c) = ScaledTangent(ref x, w, ref scale, out _, ref xDot, new double[Inputs], out double lastDot);
        Agreement.Close([a, b, c, xDot, lastDot], [.. Enumerable.Range(0, 5).Select(row => jacobian[row, 0])], 1e-12, "the column of x");
    }

    [Fact]
    public void The_rule_of_a_method_may_be_called_its_pullback() =>
        Assert.Equal(new double[,] { { 12, 4 } }, AreaJacobian(2, 3));

    /// <summary>Whichever way it is made, by rows here or by columns.</summary>
    [Theory]
    [InlineData(Outputs)]
    [InlineData(1)]
    public void What_is_written_must_overlap_nothing_else(int outputs)
    {
        double[] shared = Numbers(Inputs, 1);
        Assert.Throws<ArgumentException>("u", () => RelaxedJacobian(shared, shared.AsSpan(0, outputs), 1));
        Assert.Throws<ArgumentException>("u", () => NothingKeptJacobian(shared, shared.AsSpan(0, outputs), 1));
        Assert.Throws<ArgumentException>("u", () => RelaxedJacobian(shared.AsSpan(0, 2), shared, 1));
    }

    private static int Rounds(Action run)
    {
        int before = s_rounds;
        run();
        return s_rounds - before;
    }

    private static double[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 0.3 + random.NextDouble())];
    }

    /// <summary>Counts, and lets through what it is given.</summary>
    [Pure]
    private static int Round(int i)
    {
        s_rounds++;
        return i;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void Relaxed(ReadOnlySpan<double> w, Span<double> u, int n)
    {
        for (int k = 0; k < n; k++)
        {
            for (int i = 1; i + 1 < u.Length; i++)
                u[i] = Math.Sin(u[i] * w[i]) + 0.3 * (u[i - 1] + u[i + 1]) * w[2 * i];
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void Counted(ReadOnlySpan<double> w, Span<double> u, int n)
    {
        for (int k = 0; k < n; k++)
        {
            int at = Round(k);
            u[at] = Math.Sin(u[at] * u[at + 1]) * w[at];
            u[at + 1] *= u[at];
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void WithSnapshots(ReadOnlySpan<double> w, Span<double> u, int n)
    {
        for (int k = 0; k < 5 * n; k++)
        {
            Checkpoint.Every(3);
            u[k % u.Length] = Math.Sin(u[k % u.Length] * w[k % w.Length]) + u[(k + 1) % u.Length];
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void Leaving(ReadOnlySpan<double> w, Span<double> u, int n)
    {
        double sum = 0;
        for (int i = 0; i < u.Length; i++)
        {
            u[i] *= Math.Exp(-u[i] * w[i]);
            sum += u[i];
            if (sum > 0.3 * n)
                return;
            u[0] = Math.Sin(u[i] + sum);
        }
        u[1] = sum;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void Calling(ReadOnlySpan<double> w, Span<double> u, int n)
    {
        for (int k = 0; k < n; k++)
        {
            Relaxed(w, u, 2);
            Leaving(w, u[1..5], n);
            u[k] += u[k + 1] * u[k + 2];
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian), Checkpoint]
    internal static void RunTwice(ReadOnlySpan<double> w, Span<double> u, int n) => Counted(w, u, n);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void CallingRunTwice(ReadOnlySpan<double> w, Span<double> u, int n)
    {
        RunTwice(w, u, n);
        u[2] = Math.Sin(u[3] * u[4]);
        RunTwice(w, u, n);
        WithSnapshots(w, u, 1);
    }

    /// <summary>The same where nothing is kept for the reverse sweep.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void NothingKept(ReadOnlySpan<double> w, Span<double> u, int n)
    {
        for (int i = 0; i < u.Length; i++)
            u[i] += w[i] * w[i + n];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static (double, double, double) Scaled(ref double x, ReadOnlySpan<double> w, [NonDifferentiable] ref double scale, out double last)
    {
        last = 0;
        foreach (double v in w)
        {
            x = Math.Sin(x * v * scale);
            last = x * v;
            scale += 1;
        }
        return (x * last, x + last, scale * x);
    }

    [CustomGradient(nameof(AreaPullback)), Differentiable(Derivatives.Jacobian)]
    internal static double Area(double x, double y) => x * x * y;

    private static (double x, double y) AreaPullback(double x, double y, double dresult) => (2 * x * y * dresult, x * x * dresult);

    [DerivativeOf(typeof(JacobianRowTests), nameof(Area))]
    private static (double value, double valueDot) AreaTangent(double x, double y, double xDot, double yDot) =>
        (x * x * y, 2 * x * y * xDot + x * x * yDot);

    private record struct Pair(double First, double Second);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    internal static void OneAtATime(ReadOnlySpan<double> w, Span<double> u, int n)
    {
        Pair[] pairs = new Pair[u.Length];
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < u.Length; i++)
            {
                pairs[i] = new(u[i] * w[i], pairs[i].First + w[i + k]);
                u[i] = Math.Sin(pairs[i].First * pairs[i].Second);
            }
        }
    }

    [Differentiable(Derivatives.Jacobian)]
    internal static (T, T) CountedOneAtATime<T>(ReadOnlySpan<T> w)
        where T : IFloatingPointIeee754<T>
    {
        T a = w[0], b = w[1];
        for (int i = 0; i < w.Length; i++)
        {
            int at = Round(i);
            a = T.Sin(a * w[at]);
            b = b * a + w[at];
        }
        return (a, b);
    }

    [Differentiable(Derivatives.Jacobian)]
    internal static (double, double) CountedInOneBlock(ReadOnlySpan<double> w)
    {
        double a = w[0], b = w[1];
        for (int i = 0; i < w.Length; i++)
        {
            int at = Round(i);
            a = Math.Sin(a * w[at]);
            b = b * a + w[at];
        }
        return (a, b);
    }
}
