using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary><c>goto</c>, where it leads back: loops that do not say so.</summary>
public static partial class JumpsBack
{
    [Differentiable]
    public static double Newton(double x)
    {
        int i = 0;
        double root = 1;
    again:
        root = 0.5 * (root + (2 + x) / root);
        if (++i < 5)
            goto again;
        return root;
    }

    /// <summary>Two loops, each of which starts in the other, and a variable of the one that is read behind both.</summary>
    [Differentiable]
    public static double Overlapping(double x, [Values(1, 4, 9)] int n)
    {
        int i = 0;
        double sum = 0;
    first:
        double square = x * x;
        sum += square;
        if (++i > n)
            goto end;
        if (i % 3 == 0)
            goto first;
    second:
        sum *= Math.Cos(square);
        if (++i > n)
            goto end;
        if (i % 2 == 0)
            goto second;
        x += 0.1 * sum;
        goto first;
    end:
        return sum * square;
    }

    /// <summary><c>break</c> and <c>continue</c> speak of the loop around.</summary>
    [Differentiable]
    public static double InALoop(double x, [Values(0, 3, 9)] int n)
    {
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            double t = x;
            int j = 0;
        retry:
            t *= 0.7;
            j++;
            if (k == 7 && j == 2)
                break;
            if (j == k)
                continue;
            if (k == 5 && j > 2)
                goto next;
            if (j < 3)
                goto retry;
            sum += t;
        next:
            sum += 0.5 * t * t;
        }
        return sum;
    }

    [Differentiable]
    public static double OutOfInnerLoops(double x)
    {
        double sum = 0;
        int round = 0;
    outer:
        round++;
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                sum += x * (i + 1) * Math.Sin(j * x + round);
                if (i * j == round && round < 5)
                    goto outer;
            }
        }
        return sum;
    }

    [Differentiable]
    public static double InASection(double x, [Values(0, 3, 6)] int n)
    {
        double y = x;
        int state = 0;
        while (true)
        {
            switch (state)
            {
                case 0:
                again:
                    y = Math.Sin(y) + x;
                    if (n-- > 0 && n % 2 == 0)
                        goto again;
                    state = 1;
                    if (n < 0)
                        break;
                    continue;
                case 1:
                    y *= x;
                    state = n < 0 ? 2 : 0;
                    break;
                default:
                    return y;
            }
        }
    }

    /// <summary>What ends a <c>try</c> is done before the jump.</summary>
    [Differentiable]
    public static double OutOfATry(double x, [Values(0, 4, 9)] int n)
    {
        int k = 0;
    top:
        x = x * x * 0.5 + 0.1 * k;
        k++;
        try
        {
            if (k < n)
                goto top;
            x *= 3;
        }
        finally
        {
            k += 2;
        }
        return x * k;
    }

    [Differentiable]
    public static double OverElements(double x, [Values(1, 5)] int n)
    {
        double[] a = new double[n];
        int i = 0;
    fill:
        a[i] = i == 0 ? x : a[i - 1] * 0.5 * x + Math.Sin(a[i - 1]);
        if (++i < n)
            goto fill;
        double sum = 0;
        i = n - 1;
    add:
        sum = sum * 0.9 + a[i];
        if (--i >= 0)
            goto add;
        return sum;
    }

    [Differentiable]
    public static double InHelpers(double x, [Values(2, 4)] int n)
    {
        double sum = 0;
        for (int k = 0; k < n; k++)
        {
            sum += Decayed(x * (k + 1), k);
            if (sum > 30)
                break;
        }
        return sum;
    }

    private static double Decayed(double x, int n)
    {
        int i = 0;
    up:
        if (i >= n)
            return x;
        x = Math.Exp(-x) + 0.3 * x;
        i++;
        goto up;
    }

    /// <summary>The next round of a loop over a matrix leaves nothing that is around the loop.</summary>
    [Differentiable]
    public static double NextElement([Rows(2), Columns(3)] double[,] a, double x)
    {
        int left = 1;
        double sum = 0;
        for (int i = 0; i < 2; i++)
        {
            try
            {
                foreach (double v in a)
                {
                    if (v < 0)
                        continue;
                    sum += v * v * x;
                }
            }
            finally
            {
                left++;
            }
        }
        return sum * left;
    }
}
