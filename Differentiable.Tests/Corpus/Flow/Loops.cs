using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Counted loops.</summary>
public static partial class Loops
{
    [Differentiable]
    public static double Power(double x, [Values(5, 0, 1)] int n)
    {
        double y = 1;
        for (int i = 0; i < n; i++)
            y *= x;
        return y;
    }

    [Differentiable]
    public static double Horner([Length(5, 0, 1)] ReadOnlySpan<double> coefficients, double x)
    {
        double y = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
            y = y * x + coefficients[i];
        return y;
    }

    [Differentiable]
    public static double SumOfSquares([Length(4, 0, 1)] ReadOnlySpan<double> a)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * a[i];
        return sum;
    }

    [Differentiable]
    public static double ThroughNonlinearStep(double x, [Values(4, 0, 1)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
            y = Math.Sin(y) * x + i;
        return y;
    }

    [Differentiable]
    public static double TwoCarriedValues(double x, double y, [Values(4, 0, 1)] int n)
    {
        for (int i = 0; i < n; i++)
        {
            double t = x * y;
            x = x + 0.1 * t;
            y = Math.Cos(t) - y;
        }
        return x * y;
    }

    [Differentiable]
    public static double StepThree([Length(10, 0, 1, 3)] ReadOnlySpan<double> a)
    {
        double y = 1;
        for (int i = 0; i < a.Length; i += 3)
            y = y * a[i] + i;
        return y;
    }

    [Differentiable]
    public static double DownByTwo([Length(7, 0, 1)] ReadOnlySpan<double> a)
    {
        double y = 1;
        for (int i = a.Length - 1; i > 0; i -= 2)
            y = y * a[i] + a[i - 1] * a[i - 1];
        return y;
    }

    [Differentiable]
    public static double SeveralLoopVariables([Length(6, 0, 1)] ReadOnlySpan<double> a)
    {
        double y = 0.5;
        for (int i = 0, j = a.Length - 1; i < j; i++, j--)
            y += y * a[i] * a[j];
        return y;
    }

    [Differentiable]
    public static double CounterChangedInTheBody([Length(8, 0)] ReadOnlySpan<double> a)
    {
        double y = 1;
        for (int i = 0; i < a.Length; i++)
        {
            y = y * a[i] + 1;
            if (i % 3 == 0)
                i++;
        }
        return y;
    }

    [Differentiable]
    public static double BoundChangedInTheBody(double x, [Values(6, 0, 1)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
        {
            y = y * x + i;
            n--;
        }
        return y;
    }

    [Differentiable]
    public static double CounterReadAfterwards(double x, [Values(4, 0)] int n)
    {
        int i;
        double y = x;
        for (i = 0; i < n; i++)
            y *= y;
        return y * i + x;
    }

    [Differentiable]
    public static double RealCounter(double x)
    {
        double sum = 0;
        for (double t = 0; t < 1.05; t += 0.25)
            sum += x * Math.Exp(-t * x);
        return sum;
    }

    [Differentiable]
    public static double Triangle(double x, [Values(4, 0, 1)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                y = y * 0.5 + Math.Sin(x * y + j);
        }
        return y;
    }

    [Differentiable]
    public static double ThreeDeep([Length(3)] ReadOnlySpan<double> a, [Values(2, 0)] int n)
    {
        double y = 1;
        for (int i = 0; i < n; i++)
        {
            double row = y;
            for (int j = i; j < a.Length; j++)
            {
                for (int k = 0; k < j; k++)
                    row = row * 0.9 + a[j] * a[k] * y;
                y += 0.1 * row;
            }
        }
        return y;
    }

    [Differentiable]
    public static double ContinueInNestedLoops([Length(5, 1)] ReadOnlySpan<double> a)
    {
        double y = 1;
        for (int i = 0; i < a.Length; i++)
        {
            if (i == 2)
                continue;
            for (int j = 0; j < a.Length; j++)
            {
                if (j == i || (i + j) % 3 == 0)
                    continue;
                y = y * 0.5 + a[i] * a[j];
            }
            y *= a[i];
        }
        return y;
    }

    [Differentiable]
    public static double ShadowedNamesInSeparateScopes(double x, [Values(3)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
        {
            double t = y * x;
            y = t + i;
        }
        for (int i = n; i > 0; i--)
        {
            int t = i * 2;
            y = y * 0.5 + t * x;
        }
        {
            double t = y * y;
            y = t;
        }
        return y;
    }

    [Differentiable]
    public static double IndependentIterations([Length(4, 0)] ReadOnlySpan<double> x, [LengthFrom("x")] ReadOnlySpan<double> y, double slope)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = y[i] - slope * x[i];
            double w = 1 / (1 + r * r);
            sum += w * r * r;
        }
        return sum;
    }

    [Differentiable]
    public static double TheLastValueOfALocal([Length(4, 1)] ReadOnlySpan<double> a)
    {
        double last = 0;
        foreach (double v in a)
            last = v * v;
        return last;
    }

    [Differentiable]
    public static double LongCounter(double x, [Values(3, 0)] int n)
    {
        double y = x;
        for (long i = 1; i <= n; i++)
            y = y * x + i;
        return y;
    }

    [Differentiable]
    public static double EmptyBodyAndStep(double x, [Values(3)] int n)
    {
        int count = 0;
        for (int i = 0; i < n; i++, count += 2)
        {
        }
        return x * count;
    }

    [Differentiable]
    public static double Factorials(double x, [Values(6, 0)] int n)
    {
        double sum = 1, term = 1;
        for (int i = 1; i <= n; i++)
        {
            term *= x / i;
            sum += term;
        }
        return sum;
    }

    [Differentiable]
    public static double CumulativeProduct([Length(5, 0, 1)] ReadOnlySpan<double> a)
    {
        double product = 1, sum = 0;
        foreach (double v in a)
        {
            product *= v;
            sum += product;
        }
        return sum;
    }

    [Differentiable]
    public static double StepsByPowersOfTwo(double x, [Values(20, 1)] int n)
    {
        double y = x;
        for (int i = 1; i < n; i *= 2)
            y = Math.Sin(y) + i * x;
        return y;
    }
}
