using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Returns anywhere, and guards.</summary>
public static partial class EarlyExits
{
    [Differentiable, Samples(6)]
    public static double Nested([Range(-1, 1)] double x, [Range(-1, 1)] double y)
    {
        if (x > 0)
        {
            if (y > 0)
                return x * y;
            x = x * 2;
            if (y < -0.5)
                return x - y;
        }
        x += y * y;
        if (x < 0.1)
            return Math.Exp(x);
        return x * x;
    }

    [Differentiable]
    public static double FromALoop([Length(5, 0, 1)] ReadOnlySpan<double> a, [NonDifferentiable, Range(1.5, 2.5)] double limit)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * a[i];
            if (sum > limit)
                return sum * a[i];
        }
        return -sum;
    }

    [Differentiable]
    public static double FromTwoLoops([Rows(3, 1)] double[,] m, [NonDifferentiable] double limit)
    {
        double y = 1;
        for (int i = 0; i < m.GetLength(0); i++)
        {
            for (int j = 0; j < m.GetLength(1); j++)
            {
                y = y * 0.8 + m[i, j] * m[i, j];
                if (y > 3 * limit)
                    return y * m[i, j];
            }
            y *= 1.2;
        }
        return y;
    }

    [Differentiable]
    public static double FromASwitchInALoop(double x, [Values(5, 2, 0)] int n)
    {
        for (int i = 0; i < n; i++)
        {
            switch (i)
            {
                case 0:
                    x *= x;
                    break;
                case 3:
                    return x * i;
                default:
                    x += 1 / x;
                    break;
            }
        }
        return Math.Log(x);
    }

    [Differentiable]
    public static double AtOnce(double x, [Values(0, 1)] bool skip)
    {
        if (skip)
            return x;
        double y = Math.Sin(x);
        return y * y;
    }

    [Differentiable, Samples(4)]
    public static double AfterStoring([Length(4)] Span<double> a, [Range(-1, 1)] double x)
    {
        a[0] *= x;
        if (x > 0)
            return a[0] * a[1];
        a[1] = a[0] + a[2];
        for (int i = 0; i < a.Length; i++)
        {
            a[i] *= a[1];
            if (i == 2)
                return a[0] + a[2] * a[3];
        }
        return 0;
    }

    [Differentiable]
    public static void WithoutResult([Length(3, 0)] Span<double> a, double x, [Values(0, 1)] bool skip)
    {
        if (skip)
            return;
        for (int i = 0; i < a.Length; i++)
        {
            if (i == 2)
                return;
            a[i] *= x * a[i];
        }
    }

    [Differentiable]
    public static double ReturnsInsideDo(double x)
    {
        int i = 0;
        do
        {
            x = x * x + 0.5;
            if (x > 2)
                return x * i;
            i++;
        }
        while (i < 8);
        return x;
    }
}
