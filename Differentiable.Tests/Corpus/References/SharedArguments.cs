using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.References;

/// <summary>A pair whose method sees its own changes through a reference.</summary>
public partial record struct Tangled(double X, double Y)
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public void Add(in Tangled other)
    {
        X += other.X;
        Y += other.Y * X;
    }
}

/// <summary>Calls that are given one variable, or one array, for two parameters, and write it.</summary>
public static partial class SharedArguments
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Raise(ref double value, in double by)
    {
        value += by;
        value *= by;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double RaisedByItself(double s, double t)
    {
        Raise(ref s, s);
        Raise(ref t, s * t);
        return s * t;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double RaisedByItselfLocally(double s, double t)
    {
        Raise(ref s, s);
        Double(in t);
        return s * t;

        void Raise(ref double value, in double by)
        {
            value += by;
            value *= by;
        }

        void Double(in double seen)
        {
            t *= 2;
            s += seen;
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Scale(Span<double> values, in double by)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] *= by;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static void ScaledByOneOfThem([Length(3)] Span<double> values)
    {
        Scale(values, in values[1]);
        ScaleLocally(values, in values[0]);

        static void ScaleLocally(Span<double> values, in double by)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] *= by;
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Tangle(ref double a, ref double b)
    {
        a += b;
        b *= a;
        a *= b;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ElementsByReference([Length(4)] double[] x, int k)
    {
        double[] y = [.. x];
        Tangle(ref y[0], ref y[0]);
        Tangle(ref y[1], ref y[2]);
        int at = k % 4;
        Tangle(ref y[at], ref y[(at + 4) % 4]);
        return y[0] * y[1] + y[2] * y[3];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void MultiplyAdd(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        for (int i = 0; i < result.Length; i++)
            result[i] = a[i] * b[i] + Math.Sin(a[0]);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static void InPlace([Length(3)] double[] x, [Length(3)] double[] z)
    {
        Span<double> y = x;
        MultiplyAdd(x, x, x);
        MultiplyAdd(z, y, x);
        MultiplyAdd(x.AsSpan(1), z.AsSpan(0, 2), x.AsSpan(0, 1));
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void RunningSum(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int i = 1; i < to.Length; i++)
            to[i] = from[i] + from[i - 1] * 0.5;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double RunningSumInPlace([Length(5)] double[] x)
    {
        double[] y = [.. x];
        RunningSum(y, y);
        RunningSum(y.AsSpan(0, 2), y.AsSpan(2, 2));
        return y[4] * y[3];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double SwappedBuffersAreApart([Length(3)] double[] x)
    {
        double[] now = [.. x], next = new double[3];
        for (int i = 0; i < 3; i++)
        {
            RunningSum(now, next);
            (now, next) = (next, now);
            next[0] = now[1] * x[0];
        }
        return now[2] * now[0];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("arrays of arrays")]
    public static double RowsAreApart(double x, double y, int n)
    {
        double[][] rows = new double[n + 2][];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = [x + i, y * x];
        for (int i = 0; i + 1 < rows.Length; i++)
            RunningSum(rows[i], rows[i + 1]);
        return rows[^1][1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Mix(Span<Tangled> all, ref Tangled one, double s)
    {
        for (int i = 0; i < all.Length; i++)
        {
            all[i].X += one.Y * s;
            one.Y *= all[i].X;
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double StructsByReference(Tangled a, Tangled b, double s)
    {
        Tangled[] all = [a, b];
        Mix(all, ref all[1], s);
        all[0].Add(in all[0]);
        a.Add(in a);
        (double X, double Y) pair = (a.X, a.Y);
        Tangle(ref pair.X, ref pair.Y);
        Tangle(ref pair.Y, ref pair.Y);
        return all[0].X * all[1].Y + all[0].Y * pair.X * pair.Y;
    }

    /// <summary>Two that are read and one that is written are no matter.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double Weigh(double[] a, double[] b, double[] sums)
    {
        double total = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sums[i] += a[i] * b[i];
            total += sums[i] * a[0];
        }
        return total;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ReadTwice(double x, double y)
    {
        double[] a = [x, y], sums = [y, x];
        return Weigh(a, a, sums) * sums[1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    internal static void Mingle(ref double a, ref double b)
    {
        a *= b;
        b += a;
        a += b;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Stretch(Span<double> values, in double by, ref double sum)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= by;
            sum += values[i];
        }
    }

    /// <summary>The second name is a reference, a span over the array, or a row.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("arrays of arrays")]
    public static double OtherNames([Length(4)] double[] x)
    {
        double[] y = [.. x];
        ref double third = ref y[2];
        Mingle(ref third, ref y[2]);
        Raise(ref third, in y[2]);
        double a = x[0];
        ref double same = ref a;
        Mingle(ref same, ref a);
        Span<double> rest = y.AsSpan(1);
        Mingle(ref rest[0], ref y[1]);
        Stretch(rest, in y[2], ref a);
        Stretch(y, in same, ref y[0]);
        double[][] rows = [[x[0], x[1]], [x[2], x[3]]];
        double[] row = rows[1];
        Mingle(ref row[0], ref rows[1][0]);
        foreach (ref double v in y.AsSpan(0, 2))
            Raise(ref v, y[1]);
        return y[0] * y[1] + y[2] * y[3] * a + rows[1][0] * rows[0][0];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OtherNamesOfStructs(Tangled a, double s)
    {
        (double X, double Y) pair = (a.X, a.Y);
        ref (double X, double Y) same = ref pair;
        Mingle(ref same.X, ref pair.X);
        Mingle(ref same.X, ref pair.Y);
        Tangled[] all = [a, new(s, a.X)];
        foreach (ref Tangled one in all.AsSpan())
            one.Add(in all[0]);
        return pair.X * same.Y + all[0].X * all[1].Y;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Fold(Span<double> values, ReadOnlySpan<double> others)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] += values[0] * others[others.Length - 1 - i];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("arrays of arrays")]
    public static double RowsAndSlicesThatAreWrittenAlike([Length(5)] double[] x)
    {
        double[] y = [.. x];
        double[][] rows = [[x[0], x[1]], [x[2], x[3]]];
        for (int i = 0; i < 2; i++)
            Fold(rows[i], rows[i]);
        Fold(y.AsSpan(2), y.AsSpan(2));
        return rows[0][0] * rows[1][1] + y[2] * y[3] * y[4];
    }
}
