using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Inner loops over parts of a vector: matrices stored row by row, windows of a signal.</summary>
public static partial class Rows
{
    [Differentiable]
    public static double Layer([Length(12)] ReadOnlySpan<double> weights, [Length(4)] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int row = 0; row < weights.Length / x.Length; row++)
        {
            double output = 0;
            for (int i = 0; i < x.Length; i++)
                output += weights[row * x.Length + i] * x[i];
            sum += Math.Tanh(output);
        }
        return sum;
    }

    /// <summary>Elements behind the last whole row have a derivative of zero.</summary>
    [Differentiable]
    public static double LayerWithARest([Length(15)] ReadOnlySpan<double> weights, [Length(4)] double[] x)
    {
        int columns = x.Length;
        int rows = weights.Length / columns;
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            double output = 0;
            for (int i = 0; i < columns; i++)
                output += weights[row * columns + i] * x[i];
            sum += output * output;
        }
        return sum;
    }

    [Differentiable]
    public static double ColumnsGivenApart([Length(12)] double[] weights, [Length(3)] double[] x, [Values(3)] int columns)
    {
        double sum = 0;
        for (int row = 0; row < 4; row++)
        {
            double output = 0;
            for (int i = 0; i < columns; i++)
                output += weights[columns * row + i] * x[i];
            sum += Math.Sin(output);
        }
        return sum;
    }

    /// <summary>The inner loop makes no round, and its window would begin behind the end.</summary>
    [Differentiable]
    public static double NoRoundsBehindTheEnd([Length(4)] ReadOnlySpan<double> a, [Values(0)] int n, double x)
    {
        double sum = x * x;
        for (int k = 0; k < 3; k++)
        {
            for (int i = 0; i < n; i++)
                sum += a[k * 10 + i] * x;
        }
        return sum * x;
    }

    [Differentiable]
    public static double NegativeNumberOfRounds([Length(4)] ReadOnlySpan<double> a, [Values(-2, 0)] int n, double x)
    {
        double sum = x;
        for (int i = 0; i < n; i++)
            sum += a[2 + i] * x;
        return sum * a[0];
    }

    /// <summary>Not every round reads, so the window may reach beyond the end.</summary>
    [Differentiable]
    public static double OnlyInsideTheSignal([Length(6)] ReadOnlySpan<double> signal, [Length(3)] ReadOnlySpan<double> kernel)
    {
        double sum = 0;
        for (int k = 0; k < signal.Length; k++)
        {
            double output = 0;
            for (int i = 0; i < kernel.Length; i++)
            {
                if (k + i < signal.Length)
                    output += signal[k + i] * kernel[i];
            }
            sum += output * output;
        }
        return sum;
    }

    [Differentiable]
    public static double Convolution([Length(9)] ReadOnlySpan<double> signal, [Length(4)] ReadOnlySpan<double> kernel)
    {
        double sum = 0;
        for (int k = 0; k + kernel.Length <= signal.Length; k++)
        {
            double output = 0;
            for (int i = 0; i < kernel.Length; i++)
                output += signal[k + i] * kernel[i];
            sum += output * output;
        }
        return sum;
    }

    [Differentiable]
    public static void Product([Length(6)] ReadOnlySpan<double> m, [Length(2)] ReadOnlySpan<double> x, [Length(3)] Span<double> y)
    {
        for (int row = 0; row < y.Length; row++)
        {
            y[row] = 0;
            for (int i = 0; i < x.Length; i++)
                y[row] += m[row * x.Length + i] * x[i];
        }
    }

    [Differentiable]
    public static double InPlaceRows([Length(12)] Span<double> m, double x)
    {
        for (int row = 1; row < 3; row++)
        {
            for (int i = 0; i < 4; i++)
                m[row * 4 + i] = m[row * 4 + i] * x + m[(row - 1) * 4 + i];
        }
        double sum = 0;
        foreach (double v in m)
            sum += v * v;
        return sum;
    }

    [Differentiable]
    public static double DownwardsOverARow([Length(12)] ReadOnlySpan<double> m, double x)
    {
        double value = 0;
        for (int row = 0; row < 2; row++)
        {
            for (int i = 5; i >= 0; i--)
                value = value * x + m[row * 6 + i];
        }
        return value;
    }

    /// <summary>Each element is added to twice a round, once from a neighbour's round: no first write can stand for the zero.</summary>
    [Differentiable]
    public static double Neighbours([Length(5)] ReadOnlySpan<double> a)
    {
        double sum = a[0] * a[0];
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * a[(i + 1) % a.Length];
        return sum;
    }

    [Differentiable]
    public static double SquaresThenOne([Length(5)] ReadOnlySpan<double> a, double x)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * x;
        return sum * a[2];
    }

    [Differentiable]
    public static float SinglePrecision([Length(12)] ReadOnlySpan<float> m, [Length(4)] ReadOnlySpan<float> x)
    {
        float sum = 0;
        for (int row = 0; row < 3; row++)
        {
            float output = 0;
            for (int i = 0; i < x.Length; i++)
                output += m[row * x.Length + i] * x[i];
            sum -= output * output;
        }
        return sum;
    }

    /// <summary>A row is subtracted from what it is scaled by, so that the adjoints are subtracted, too.</summary>
    [Differentiable]
    public static double Differences([Length(10)] ReadOnlySpan<double> a, [Length(10)] ReadOnlySpan<double> b, double x)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum -= a[i] * b[i];
        return sum * x;
    }
}
