using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Local arrays of structs with state of their own, which no code outside sees.</summary>
public static partial class ElementsWithState
{
    public struct Delay
    {
        private double _last;

        public double Next(double x)
        {
            double last = _last;
            _last = x;
            return last;
        }
    }

    /// <summary>A filter of second order.</summary>
    public struct Biquad(double b0, double b1, double a1)
    {
        private double _first, _second;

        public double Process(double x)
        {
            double y = b0 * x + _first;
            _first = b1 * x - a1 * y + _second;
            _second = 0.25 * b0 * x - 0.1 * y * y;
            return y;
        }
    }

    /// <summary>With such a struct in it, and an array.</summary>
    public struct Section(double gain)
    {
        private Biquad _filter = new(gain, 0.5, 0.25);
        private Delay _delay;
        private readonly double[] _gains = [gain, 1];

        public double Process(double x)
        {
            x = _filter.Process(x) + _delay.Next(x) * _gains[0];
            _gains[1] *= 0.5 * gain;
            return x * _gains[1];
        }
    }

    [Differentiable, Allocates("local arrays")]
    public static double Cascade(double b0, double b1, [Length(5)] double[] signal)
    {
        Biquad[] cascade = [new(b0, b1, 0.5), new(b1, b0, 0.25), new(1, b0, 0.1)];
        double energy = 0;
        foreach (double sample in signal)
        {
            double x = sample;
            for (int i = 0; i < cascade.Length; i++)
                x = cascade[i].Process(x);
            energy += x * x;
        }
        return energy;
    }

    [Differentiable, Allocates("local arrays")]
    public static double Sections(double gain, [Length(4)] double[] signal)
    {
        Section[] sections = new Section[2];
        sections[0] = new Section(gain);
        sections[1] = new Section(gain * gain);
        double sum = 0;
        foreach (double sample in signal)
            sum += sections[1].Process(sections[0].Process(sample)) * sample;
        return sum;
    }

    [Differentiable]
    public static double Delays(double x, [Length(6)] double[] signal)
    {
        Span<Delay> delays = new Delay[2];
        double sum = 0;
        foreach (double sample in signal)
        {
            double value = sample * x;
            foreach (ref Delay delay in delays)
                value = delay.Next(value) * x;
            sum += value * sample;
        }
        return sum;
    }

    [Differentiable, Allocates("local arrays")]
    public static double Channels(double x, [Length(4)] double[] signal)
    {
        Biquad[][] channels = [[new(x, 1, 0.5), new(1, x, 0.25)], [new(0.5, x, x)]];
        double sum = 0;
        for (int t = 0; t < signal.Length; t++)
        {
            double value = signal[t];
            Biquad[] channel = channels[t % 2];
            for (int i = 0; i < channel.Length; i++)
                value = channel[i].Process(value);
            sum += value * value;
        }
        return sum;
    }

    [Differentiable, Allocates("local arrays")]
    public static double Grids(double x, [Length(4)] double[] signal)
    {
        Biquad[,] filters = new Biquad[2, 2];
        filters[0, 1] = new(x, 1, 0.5);
        filters[1, 0] = new(1, x, 0.25);
        double sum = 0;
        for (int t = 0; t < signal.Length; t++)
            sum += filters[t % 2, 1 - t % 2].Process(signal[t] * x) * sum + filters[0, 1].Process(x);
        return sum;
    }

    [Differentiable, Allocates("local arrays")]
    public static double CopiesOfState(double x, [Length(4)] double[] signal)
    {
        Biquad[] filters = [new(x, 1, 0.5), new(1, x, 0.25)];
        double sum = filters[0].Process(signal[0]);
        Biquad kept = filters[0];
        filters[1] = kept;
        Biquad[] copy = [.. filters];
        (filters[0], filters[1]) = (filters[1], new(x, x, 0));
        for (int t = 1; t < signal.Length; t++)
            sum += filters[0].Process(signal[t]) * copy[1].Process(sum) + filters[1].Process(kept.Process(x));
        return sum;
    }

    [Differentiable, Allocates("local arrays")]
    public static double StateInCheckpoints(double x, [Values(7, 0, 3)] int n)
    {
        Biquad[] filters = [new(x, 0.5, 0.5), new(0.5, x, 0.25)];
        double value = x;
        for (int t = 0; t < n; t++)
        {
            Checkpoint.Every(3);
            value = filters[t % 2].Process(Math.Sin(value));
        }
        return value + filters[0].Process(1);
    }

    private static double Run(Biquad[] filters, double value)
    {
        foreach (ref Biquad filter in filters.AsSpan())
            value = filter.Process(value);
        return value;
    }

    [Differentiable, Allocates("local arrays")]
    public static double HelpersOfState(double x)
    {
        Biquad[] filters = [new(x, 0.5, 0.5), new(0.5, x, 0.25)];
        return Run(filters, x) * Run(filters, 1) + Recurse(1);

        double Recurse(int i) => i < 0 ? x : filters[i].Process(Recurse(i - 1));
    }

    [Differentiable, Allocates("a list")]
    public static double ListsOfState(double x)
    {
        List<Biquad> filters = [new(x, 0.5, 0.5)];
        filters.Add(new(0.5, x, 0.25));
        double sum = 0;
        foreach (Biquad filter in filters)
        {
            Biquad own = filter;
            sum += own.Process(x) * own.Process(1);
        }
        return sum;
    }
}
