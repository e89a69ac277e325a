using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Likelihoods and moments.</summary>
public static partial class Statistics
{
    [Differentiable]
    public static double LineFit(double slope, double intercept, double logSigma,
        [NonDifferentiable, Length(5, 0, 1)] ReadOnlySpan<double> x, [NonDifferentiable, LengthFrom("x")] ReadOnlySpan<double> y)
    {
        double sigma = Math.Exp(logSigma);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = (y[i] - (slope * x[i] + intercept)) / sigma;
            sum += 0.5 * r * r;
        }
        return sum + x.Length * logSigma;
    }

    [Differentiable]
    public static double LogSumExp([Length(5, 1)] ReadOnlySpan<double> x)
    {
        double max = double.NegativeInfinity;
        foreach (double v in x)
            max = Math.Max(max, v);
        double sum = 0;
        foreach (double v in x)
            sum += Math.Exp(v - max);
        return max + Math.Log(sum);
    }

    [Differentiable]
    public static double Variance([Length(5, 1)] ReadOnlySpan<double> x)
    {
        double mean = 0;
        for (int i = 0; i < x.Length; i++)
            mean += x[i] / x.Length;
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += (x[i] - mean) * (x[i] - mean);
        return sum / x.Length + mean * mean;
    }

    [Differentiable]
    public static double Welford([Length(5, 2)] ReadOnlySpan<double> x)
    {
        double mean = 0, m2 = 0;
        int n = 0;
        foreach (double v in x)
        {
            n++;
            double delta = v - mean;
            mean += delta / n;
            m2 += delta * (v - mean);
        }
        return m2 / (n - 1) + mean * mean * mean;
    }

    /// <summary>The negative log-likelihood of a mixture of normal distributions with a triangular factor each, as in ADBench.</summary>
    [Differentiable]
    public static double GaussianMixture([Length(2)] ReadOnlySpan<double> alphas, [Length(4)] ReadOnlySpan<double> means,
        [Length(6), Range(-0.5, 0.5)] ReadOnlySpan<double> factors, [NonDifferentiable, Length(6, 0)] ReadOnlySpan<double> data)
    {
        const int D = 2, FactorSize = 3;
        int k = alphas.Length, n = data.Length / D;
        Span<double> main = stackalloc double[k];
        Span<double> centred = stackalloc double[D];
        double total = 0;
        for (int i = 0; i < n; i++)
        {
            for (int c = 0; c < k; c++)
            {
                ReadOnlySpan<double> f = factors.Slice(c * FactorSize, FactorSize);
                for (int j = 0; j < D; j++)
                    centred[j] = data[i * D + j] - means[c * D + j];
                double q0 = Math.Exp(f[0]) * centred[0];
                double q1 = f[2] * centred[0] + Math.Exp(f[1]) * centred[1];
                main[c] = alphas[c] + f[0] + f[1] - 0.5 * (q0 * q0 + q1 * q1);
            }
            total += LogSumExp(main);
        }
        return total - n * LogSumExp(alphas);
    }

    [Differentiable]
    public static double LogisticRegression([Length(3)] ReadOnlySpan<double> w, [NonDifferentiable, Rows(4, 0), Columns(3)] double[,] x,
        [NonDifferentiable, Elements(1, 0, 1, 1)] ReadOnlySpan<int> labels)
    {
        double loss = 0;
        for (int i = 0; i < x.GetLength(0); i++)
        {
            double z = 0;
            for (int j = 0; j < w.Length; j++)
                z += w[j] * x[i, j];
            loss += labels[i] == 1 ? Math.Log(1 + Math.Exp(-z)) : Math.Log(1 + Math.Exp(z));
        }
        foreach (double v in w)
            loss += 0.1 * v * v;
        return loss;
    }

    [Differentiable]
    public static double HiddenMarkov([Length(2)] ReadOnlySpan<double> start, [Rows(2), Columns(2)] double[,] transition,
        [Rows(2), Columns(2)] double[,] emission, [NonDifferentiable, Elements(0, 1, 1, 0)] ReadOnlySpan<int> observed)
    {
        Span<double> belief = stackalloc double[2];
        Span<double> next = stackalloc double[2];
        double logLikelihood = 0;
        start.CopyTo(belief);
        foreach (int symbol in observed)
        {
            double sum = 0;
            for (int j = 0; j < 2; j++)
            {
                next[j] = (belief[0] * transition[0, j] + belief[1] * transition[1, j]) * emission[j, symbol];
                sum += next[j];
            }
            for (int j = 0; j < 2; j++)
                belief[j] = next[j] / sum;
            logLikelihood += Math.Log(sum);
        }
        return logLikelihood;
    }

    [Differentiable]
    public static double KalmanFilter([Length(5, 0)] ReadOnlySpan<double> measured, double processNoise, double measurementNoise)
    {
        double x = 0, p = 1, logLikelihood = 0;
        foreach (double z in measured)
        {
            p += processNoise;
            double s = p + measurementNoise, gain = p / s, residual = z - x;
            logLikelihood -= 0.5 * (Math.Log(s) + residual * residual / s);
            x += gain * residual;
            p *= 1 - gain;
        }
        return logLikelihood + x;
    }

    [Differentiable]
    public static double KernelDensity([Length(4, 0)] ReadOnlySpan<double> points, double x, double bandwidth)
    {
        double sum = 0;
        foreach (double p in points)
        {
            double u = (x - p) / bandwidth;
            if (Math.Abs(u) > 10)
                continue;
            sum += Math.Exp(-0.5 * u * u);
        }
        return sum / bandwidth;
    }

    [Differentiable]
    public static double Autocorrelation([Length(6, 3)] ReadOnlySpan<double> x, [Values(1, 2)] int lag)
    {
        double top = 0, bottom = 0.1;
        for (int i = 0; i < x.Length; i++)
        {
            bottom += x[i] * x[i];
            if (i >= lag)
                top += x[i] * x[i - lag];
        }
        return top / bottom;
    }
}
