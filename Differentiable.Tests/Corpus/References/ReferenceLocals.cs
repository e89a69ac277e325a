using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.References;

/// <summary>Reference locals that are set again.</summary>
public static partial class ReferenceLocals
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double WhereDeclared([Length(4)] double[] x, double s, [Values(1, 3)] int k)
    {
        double[] a = [.. x];
        scoped ref double r = ref a[0];
        r *= s;
        r = ref a[k--];
        r += a[0] * a[k];
        r = ref s;
        r *= a[1];
        for (int i = 0; i < 3; i++)
        {
            ref double one = ref a[i];
            one *= s;
            one = ref a[i + 1];
            one += a[i];
        }
        ref readonly double seen = ref a[2];
        a[2] *= s;
        return a[0] * a[1] + seen * a[3] + s;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Largest([Length(5)] double[] x, double s)
    {
        double[] a = [.. x];
        ref double largest = ref a[0];
        for (int i = 1; i < a.Length; i++)
        {
            if (a[i] > largest)
                largest = ref a[i];
            a[i - 1] *= s;
            largest += a[0] * s;
        }
        largest *= s;
        return a[0] * a[1] * a[2] + a[3] * a[4] + largest;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double TwoSmallest([Length(5)] ReadOnlySpan<double> x)
    {
        if (x.Length < 2)
            return 0;
        scoped ref readonly double first = ref x[0], second = ref x[1];
        if (second < first)
        {
            first = ref x[1];
            second = ref x[0];
        }
        for (int i = 2; i < x.Length; i++)
        {
            if (x[i] < first)
            {
                second = ref first;
                first = ref x[i];
            }
            else if (x[i] < second)
            {
                second = ref x[i];
            }
        }
        return first * first * second;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static void ThroughAMatrix([Length(3, 3)] double[,] m, double s, [Values(4, 0)] int steps)
    {
        ref double here = ref m[0, 0];
        int i = 0, j = 0;
        while (steps-- > 0)
        {
            here = here * s + m[j, i];
            (i, j) = (j, (i + 1) % 3);
            here = ref m[i, j];
        }
        here *= m[2, 2];
        for (ref double last = ref m[2, 0]; i < 3; i++, last = ref m[2, i % 3])
            last *= s;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double OfStructs(Account a, Account b, double rate, [Values(0, 1, 2)] int turn)
    {
        Account[] all = [a, b, a];
        ref Account payer = ref all[turn];
        for (int round = 0; round < 3; round++)
        {
            payer.Take(rate);
            ref Account next = ref all[(turn + round) % 3];
            if (next.Balance > payer.Balance)
                payer = ref next;
            else
                payer.Reserve += next.Balance * rate;
        }
        ref double balance = ref payer.Balance;
        switch (turn)
        {
            case 0:
                balance = ref all[1].Balance;
                break;
            case 1:
                balance *= 2;
                break;
        }
        balance *= rate;
        return all[0].Balance * all[1].Reserve + all[1].Balance * all[2].Reserve + all[2].Balance + payer.Bookings;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Raise(Span<double> a, double s)
    {
        scoped ref double last = ref a[0];
        foreach (scoped ref double each in a)
        {
            each *= s;
            if (each > last)
                last = ref a[^1];
        }
        last *= s;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static void Smallest(double[] a, double s)
    {
        ref double least = ref a[0];
        for (int i = 1; i < a.Length; i++)
            if (a[i] < least)
                least = ref a[i];
        SharedArguments.Mingle(ref least, ref a[0]);
        least = least * s + s;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ByOtherMethods([Length(3)] double[] x, double s)
    {
        double[] a = [.. x];
        for (int i = 0; i < 2; i++)
        {
            Raise(a, s + i);
            Smallest(a, s);
        }
        return a[0] * a[1] * a[2];
    }
}
