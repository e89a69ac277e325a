using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.References;

/// <summary>An account with a reserve.</summary>
public partial struct Account
{
    public double Balance, Reserve;
    public int Bookings;

    public void Take(double amount)
    {
        (Balance > Reserve ? ref Balance : ref Reserve) -= amount * Balance;
        Bookings++;
    }

    public static void Settle(ref Account a, ref Account b, double rate)
    {
        ref Account richer = ref (a.Balance > b.Balance ? ref a : ref b);
        ref Account poorer = ref (a.Balance > b.Balance ? ref b : ref a);
        double moved = rate * (richer.Balance - poorer.Balance);
        richer.Balance -= moved;
        poorer.Balance += moved;
        richer.Bookings += 2;
    }
}

/// <summary>References to one variable or another.</summary>
public static partial class ConditionalReferences
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double LargerPays(double a, double b, double rate)
    {
        (a > b ? ref a : ref b) *= rate;
        (a > b ? ref a : ref b) = a * b + rate;
        (a < b ? ref a : ref b)++;
        double before = (a > b ? ref a : ref b)--;
        return a * a * b + (a > b ? ref a : ref b) * before;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("a local matrix")]
    public static double OfOneArray([Length(5)] double[] x, double s, [Values(0, 4)] int k)
    {
        double[] a = [.. x];
        for (int i = 0; i < 4; i++)
        {
            ref double larger = ref (a[i] > a[i + 1] ? ref a[i] : ref a[i + 1]);
            larger *= s;
            (i % 2 == 0 ? ref a[k] : ref a[i]) += larger * a[0];
            larger += (a[0] > a[1] ? ref a[0] : ref a[1]) *= 0.5;
        }
        double[,] m = { { s, a[0] }, { a[1], s * s } };
        (s > 0 ? ref m[0, 1] : ref m[1, 1]) *= a[2];
        return a[0] * a[1] + a[2] * a[3] * a[4] + m[0, 1] * m[1, 1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfTwoArrays([Length(4)] double[] x, [Length(3)] double[] y, double s, [Values(1, 2)] int k)
    {
        double[] a = [.. x], b = [.. y];
        for (int i = 0; i < 4; i++)
        {
            ref double r = ref (i < 3 && a[i] < b[i] ? ref b[i] : ref a[k]);
            k = 3 - k;
            r *= s;
            r += a[0] * b[1];
        }
        return a[0] * a[1] + a[2] * a[3] + b[0] * b[1] * b[2];
    }

    /// <summary>Only the place that is meant is looked for: the other is outside of the array.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Guarded([Length(4)] Span<double> bins, [Length(3)] double[] x, [Values(-1, 0, 2)] int first)
    {
        int[] order = [3, 1, 0];
        double rest = x[0] * x[1];
        int met = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int at = first + i;
            ref double bin = ref (at >= 0 && at < order.Length ? ref bins[order[at]] : ref rest);
            bin += x[i] * bin;
            (at < order.Length ? ref bins[Next(at)] : ref rest) *= x[0];
        }
        return rest * met + bins[0];

        int Next(int at)
        {
            met++;
            return order[at < 0 ? 0 : at];
        }
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Nested(double x, double y, double z, [Values(0, 1, 2)] int k)
    {
        double[] a = [x, y * z];
        ref double r = ref (k == 0 ? ref x : ref (k == 1 ? ref y : ref a[k - 1]));
        r = r * r + z;
        ref readonly double seen = ref (k > 0 ? ref r : ref z);
        r *= 2;
        (r, z) = (z * seen, r);
        return x * y * z + a[1] * seen;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Structs(Account a, Account b, double rate)
    {
        Account[] all = [a, b];
        a.Take(rate);
        Account.Settle(ref a, ref b, rate);
        (rate > 0 ? ref all[0] : ref all[1]).Take(a.Balance);
        ref Account one = ref (a.Reserve > b.Reserve ? ref a : ref all[1]);
        one.Take(0.5);
        Account before = one;
        one = new Account { Balance = before.Reserve, Reserve = before.Balance * rate, Bookings = 1 };
        (rate > 0.5 ? ref a : ref b).Balance *= before.Balance;
        return a.Balance * b.Reserve + a.Reserve * b.Balance + all[0].Balance * all[1].Reserve + all[1].Balance + a.Bookings + all[1].Bookings;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Spread(Span<double> a, Span<double> b, double s)
    {
        (s > 0 ? ref a[0] : ref b[0]) *= b[1];
        ref double last = ref (s < 0 ? ref a[^1] : ref b[^1]);
        last += s * a[0];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double Read(double[] a, double[] b, double s) => (s > 0 ? ref a[0] : ref b[0]) * s;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ByOtherMethods([Length(2)] double[] x, double s)
    {
        double[] a = [.. x], b = [s, x[0] * x[1]];
        for (int i = 0; i < 2; i++)
            Spread(a, b, s - i);
        return a[0] * a[1] + b[0] * b[1] + Read(a, b, s);
    }

    /// <summary>What a method is given may be what it is given beside it.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double AsArguments([Length(3)] double[] x, double y, double z)
    {
        double[] a = [.. x];
        SharedArguments.Mingle(ref (y > z ? ref y : ref z), ref y);
        SharedArguments.Mingle(ref (y > z ? ref y : ref a[0]), ref z);
        ref double r = ref (a[1] > a[2] ? ref a[1] : ref z);
        SharedArguments.Mingle(ref r, ref a[1]);
        SharedArguments.Mingle(ref a[2], ref r);
        return a[0] * a[1] * a[2] + y * z;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static float OfFloatsAndCounts(float x, float y, [Values(0, 3)] int n)
    {
        int ups = 0, downs = 0;
        for (int i = 0; i < n; i++)
        {
            (x > y ? ref ups : ref downs)++;
            (x > y ? ref x : ref y) *= 0.5f;
        }
        return x * ups + y * y * downs + x * y;
    }
}
