using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Loops whose trips show only as they run.</summary>
public static partial class WhileLoops
{
    [Differentiable]
    public static double NewtonSqrt([Range(2, 3)] double a, [NonDifferentiable, Range(1e-12, 1.1e-12)] double tolerance)
    {
        double s = a;
        while (Math.Abs(s * s - a) > tolerance)
            s = 0.5 * (s + a / s);
        return s;
    }

    [Differentiable]
    public static double UntilLarge(double x)
    {
        double y = x + 1;
        while (y < 40)
            y = y * y + x;
        return y;
    }

    [Differentiable]
    public static double NeverEntered(double x)
    {
        double y = x;
        while (y > 100)
            y /= x;
        return y * y;
    }

    [Differentiable]
    public static double ConditionThatStores([Length(2)] Span<double> a, double x)
    {
        double s = x * x + 1;
        while ((a[0] = 0.5) * s < 4)
        {
            a[1] *= a[0] * s;
            a[0] = s * a[1];
            s += 1 + a[0] * a[0];
        }
        return s * a[0] + a[1];
    }

    [Differentiable]
    public static double DoRunsOnce(double x)
    {
        double y = x;
        do
        {
            y = y * y + 1;
        }
        while (y < 1);
        return y;
    }

    [Differentiable]
    public static double DoWithBreak(double x, [Values(10, 1, 2)] int n)
    {
        double y = x;
        int i = 0;
        do
        {
            y = Math.Sin(y) + x;
            if (i == 3)
                break;
            y *= 1.1;
            i++;
        }
        while (i < n);
        return y * i + y;
    }

    [Differentiable]
    public static double DoWithContinue(double x, [Values(5, 0)] int n)
    {
        double y = x;
        int i = 0;
        do
        {
            i++;
            if (i % 2 == 0)
                continue;
            y = y * x + i;
        }
        while (i < n);
        return y;
    }

    [Differentiable]
    public static double BreakInsideSwitchInsideWhile(double x, [Values(9, 0, 4)] int limit)
    {
        double y = x;
        int state = 0, steps = 0;
        while (true)
        {
            if (steps++ >= limit)
                break;
            switch (state)
            {
                case 0:
                    y = y * x + 1;
                    state = 1;
                    break;
                case 1:
                    if (y > 5)
                    {
                        state = 2;
                        break;
                    }
                    y *= y;
                    state = 0;
                    break;
                default:
                    y = Math.Sqrt(y);
                    state = 0;
                    continue;
            }
            y += 0.1 * x;
        }
        return y;
    }

    [Differentiable]
    public static double AssignmentInTheCondition(double x)
    {
        double y = x, t;
        int n = 0;
        while ((t = y * y) < 50 && n++ < 10)
            y = t + x;
        return y * t;
    }

    [Differentiable]
    public static double TwoExits([Length(6, 0, 1)] ReadOnlySpan<double> a, [NonDifferentiable] double limit)
    {
        double sum = 0;
        int i = 0;
        while (i < a.Length)
        {
            sum = sum * 0.5 + a[i] * a[i];
            if (sum > 2 * limit)
                break;
            i++;
        }
        return sum * sum + i;
    }

    [Differentiable]
    public static double NestedWhiles(double x)
    {
        double y = x;
        int outer = 0;
        while (outer < 3)
        {
            int inner = 0;
            while (inner <= outer)
            {
                y = Math.Sin(y) + 0.5 * x;
                inner++;
            }
            outer++;
            y *= x;
        }
        return y;
    }

    [Differentiable]
    public static double ForWithoutParts(double x, [Values(4, 0)] int n)
    {
        double y = x;
        for (; ; )
        {
            if (n-- <= 0)
                break;
            y = y * x + n;
        }
        return y;
    }

    [Differentiable]
    public static double BreakFromTheInnerLoop([Length(5, 1)] ReadOnlySpan<double> a)
    {
        double y = 1;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < a.Length; j++)
            {
                if (j > i)
                    break;
                y = y * 0.5 + a[i] * a[j];
            }
        }
        return y;
    }

    [Differentiable]
    public static double Collatz(double x, [Values(6, 1, 7)] int n)
    {
        double y = x;
        while (n != 1)
        {
            if ((n & 1) == 0)
            {
                n >>= 1;
                y = 0.5 * y + x;
            }
            else
            {
                n = 3 * n + 1;
                y = Math.Sin(y);
            }
        }
        return y * x;
    }

    [Differentiable]
    public static double BinarySearch([NonDifferentiable, Elements(0, 0.5, 1, 1.5, 2)] double[] knots, [Length(5)] double[] values, [Range(0.1, 1.9)] double x)
    {
        int low = 0, high = knots.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            if (knots[middle] <= x)
                low = middle;
            else
                high = middle;
        }
        double t = (x - knots[low]) / (knots[high] - knots[low]);
        return values[low] + t * t * (3 - 2 * t) * (values[high] - values[low]);
    }

    [Differentiable]
    public static double ReturnsFromTheInnerLoop(double x, [Values(4, 1)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                y = y * 0.5 + x * j;
                if (i + j > 3)
                    return y * y;
            }
        }
        return y;
    }

    [Differentiable]
    public static double GreatestCommonDivisor(double x, [Values(12, 7, 0)] int a, [Values(18, 3)] int b)
    {
        double y = x;
        while (b != 0)
        {
            (a, b) = (b, a % b);
            y = y * x + b;
        }
        return y * a + y;
    }
}
