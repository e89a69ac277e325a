using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary><c>goto</c>, where it leads ahead.</summary>
public static partial class Jumps
{
    [Differentiable]
    public static double OutOfBothLoops([Length(5)] double[] x, [Values(2, 6, 40)] int last)
    {
        double sum = 1;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
            {
                if (i * j == last)
                    goto done;
                sum += 0.1 * x[i] * x[j] * sum;
            }
        }
        sum *= 2;
    done:
        return sum * x[0];
    }

    /// <summary>To the next round of the outer loop.</summary>
    [Differentiable]
    public static double NextRound([Elements(0.9, 0.3, 1.4, 0.5)] double[] x)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (x[j] > x[i])
                    goto next;
            }
            sum += x[i] * x[i] + sum * x[i];
        next:;
        }
        return sum;
    }

    [Differentiable]
    public static double SeveralLabels(double x, [Values(0, 1, 2, 3)] int way)
    {
        double y = x;
        if (way == 2)
            goto two;
        double z = y * y;
        {
            if (way == 3)
                goto three;
            y += z * Math.Sin(z);
        }
        if (way == 1)
            goto end;
    two:
        y += x * x;
    three:
        y *= x;
        z = y + x;
        y += z * z;
    end:
        return y * Math.Exp(x);
    }

    [Differentiable]
    public static double CaseBehindALoop(double x, [Values(0, 1, 2, 3)] int kind)
    {
        double y = x;
        switch (kind)
        {
            case 0:
                for (int i = 0; i < 4; i++)
                {
                    y *= 1 + x * i;
                    if (i == 2)
                        goto case 2;
                    if (y > 100)
                        goto default;
                }
                break;
            case 1:
                while (true)
                {
                    foreach (double factor in (ReadOnlySpan<double>)[x, y])
                    {
                        y += factor * factor;
                        if (y > 3)
                            goto case 0;
                    }
                    if (y < 0)
                        break;
                }
                y *= 5;
                break;
            case 2:
                y += Math.Sin(y * x);
                goto default;
            default:
                y *= y;
                break;
        }
        return y * x;
    }

    /// <summary>What ends a <c>try</c> comes before the section that is jumped to.</summary>
    [Differentiable]
    public static double CaseBehindATry(double x, [Values(0, 1)] int kind)
    {
        int left = 1;
        switch (kind)
        {
            case 0:
                try
                {
                    x *= x;
                    if (left > 0)
                        goto case 1;
                    x += 3;
                }
                finally
                {
                    left++;
                }
                break;
            case 1:
                x += x * left;
                break;
        }
        return x * left;
    }
}
