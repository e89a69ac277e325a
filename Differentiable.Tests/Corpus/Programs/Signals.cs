using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A cascade of filters of second order that hold their state, and an equalizer that makes them.</summary>
public static partial class FilterCascade
{
    private struct Biquad
    {
        public required double B0, B1, B2, A1, A2;
        public double First, Second;

        public static Biquad Peak(double frequency, double quality, double gain)
        {
            double w = Math.Tau * frequency, alpha = Math.Sin(w) / (2 * quality), a0 = 1 + alpha / gain;
            return new Biquad
            {
                B0 = (1 + alpha * gain) / a0,
                B1 = -2 * Math.Cos(w) / a0,
                B2 = (1 - alpha * gain) / a0,
                A1 = -2 * Math.Cos(w) / a0,
                A2 = (1 - alpha / gain) / a0,
            };
        }

        public static Biquad LowPass(double frequency)
        {
            double w = Math.Tau * frequency, alpha = Math.Sin(w), c = Math.Cos(w), a0 = 1 + alpha;
            double b = (1 - c) / 2 / a0;
            return new() { B0 = b, B1 = 2 * b, B2 = b, A1 = -2 * c / a0, A2 = (1 - alpha) / a0 };
        }

        public double Process(double x)
        {
            double y = B0 * x + First;
            First = B1 * x - A1 * y + Second;
            Second = B2 * x - A2 * y;
            return y;
        }

        public readonly Complex Response(double frequency)
        {
            Complex z = Complex.FromPolarCoordinates(1, -Math.Tau * frequency);
            return (B0 + z * (B1 + z * B2)) / (1 + z * (A1 + z * A2));
        }
    }

    [Differentiable]
    public static double Loudness([Range(0.1, 0.2)] double frequency, [Range(0.7, 1.5)] double quality, [Range(0.5, 2)] double gain, [Length(6)] double[] samples)
    {
        Biquad peak = Biquad.Peak(frequency, quality, gain), low = Biquad.LowPass(2 * frequency);
        Span<Biquad> cascade = [peak, low, peak];
        double loudness = 0;
        foreach (double sample in samples)
        {
            double y = sample;
            for (int i = 0; i < cascade.Length; i++)
                y = cascade[i].Process(y);
            loudness += y * y;
        }
        Complex response = Complex.One;
        foreach (ref readonly Biquad filter in cascade)
            response *= filter.Response(0.1);
        return Math.Log10(loudness) + response.Magnitude + 0.1 * response.Phase;
    }
}

/// <summary>Linear prediction by Levinson and Durbin's recursion, and the flatness of the spectrum that is left.</summary>
public static partial class LinearPrediction
{
    [Differentiable]
    public static double Flatness([Length(8, 7)] double[] signal, [Values(2, 3)] int order)
    {
        double[] r = Autocorrelation(signal, order);
        Span<double> a = stackalloc double[order + 1];
        Durbin(r, a, out double error);
        List<double> power = [];
        for (int k = 1; k <= signal.Length / 2; k++)
        {
            var (re, im) = (0.0, 0.0);
            for (int t = 0; t < signal.Length; t++)
            {
                double left = signal[t];
                for (int i = 1; i <= Math.Min(order, t); i++)
                    left += a[i] * signal[t - i];
                (double sin, double cos) = Math.SinCos(Math.Tau * k * t / signal.Length);
                re += left * cos;
                im -= left * sin;
            }
            power.Add(re * re + im * im + 1e-3);
        }
        double geometric = Math.Exp(power.Average(Math.Log)), arithmetic = power.Average();
        return geometric / arithmetic + Math.Log(error);
    }

    private static double[] Autocorrelation(double[] x, int order)
    {
        var r = new double[order + 1];
        for (int lag = 0; lag <= order; lag++)
            r[lag] = x.Skip(lag).Zip(x, (a, b) => a * b).Sum() / x.Length;
        r[0] *= 1.01;
        return r;
    }

    private static void Durbin(ReadOnlySpan<double> r, Span<double> a, out double error)
    {
        a.Clear();
        a[0] = 1;
        error = r[0];
        Span<double> mirrored = stackalloc double[a.Length];
        for (int m = 1; m < a.Length; m++)
        {
            double acc = r[m];
            for (int i = 1; i < m; i++)
                acc += a[i] * r[m - i];
            double reflection = -acc / error;
            a[..(m + 1)].CopyTo(mirrored);
            mirrored[..(m + 1)].Reverse();
            for (int i = 1; i <= m; i++)
                a[i] += reflection * mirrored[i];
            error *= 1 - reflection * reflection;
        }
    }
}

/// <summary>A filter that learns while it runs, on the last samples in a ring that is an inline array.</summary>
public static partial class AdaptiveFilter
{
    [InlineArray(Size)]
    private struct Ring
    {
        public const int Size = 4;

        private double _sample;

        public double Dot(ReadOnlySpan<double> taps, int head)
        {
            double sum = 0;
            for (int i = 0; i < taps.Length; i++)
                sum += taps[i] * this[(head - i) & (Size - 1)];
            return sum;
        }
    }

    private ref struct Line(Span<double> taps, double rate)
    {
        private readonly Span<double> _taps = taps;
        private Ring _ring;
        private int _head = -1;

        public double Error { get; private set; }

        public void Feed(double x, double wanted)
        {
            _head = (_head + 1) & (Ring.Size - 1);
            _ring[_head] = x;
            Error = wanted - _ring.Dot(_taps, _head);
            double power = 0.1;
            foreach (double v in _ring)
                power += v * v;
            for (int i = 0; i < _taps.Length; i++)
                _taps[i] += rate * Error * _ring[(_head - i) & (Ring.Size - 1)] / power;
        }
    }

    [Differentiable]
    public static double Residual([Length(6, 5)] ReadOnlySpan<double> input, [LengthFrom("input")] ReadOnlySpan<double> wanted, [Range(0.2, 0.6)] double rate)
    {
        Span<double> taps = stackalloc double[3];
        Line line = new(taps, rate);
        double residual = 0;
        for (int t = 0; t < input.Length; t++)
        {
            line.Feed(input[t], wanted[t]);
            residual += line.Error * line.Error * (t + 1);
        }
        return residual + taps[0] * taps[^1];
    }
}
