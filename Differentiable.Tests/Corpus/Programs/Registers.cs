using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Four numbers.</summary>
[InlineArray(4)]
public struct Quad
{
    private double _first;

    public static Quad operator +(Quad a, Quad b)
    {
        for (int i = 0; i < 4; i++)
            a[i] += b[i];
        return a;
    }

    public static Quad operator *(double s, Quad a)
    {
        foreach (ref double v in a)
            v *= s;
        return a;
    }
}

/// <summary>Three moving bodies.</summary>
[InlineArray(3)]
public struct Bodies
{
    private (double At, double Speed) _first;
}

/// <summary>Inline arrays as states of integrators, tables and filters.</summary>
public static partial class Registers
{
    private struct Filter
    {
        public Quad Mean;
        public double Noise;

        public void Observe(double value, int place)
        {
            double gain = Noise / (Noise + 1);
            Mean[place] += gain * (value - Mean[place]);
            Noise *= 1 - 0.5 * gain;
        }

        public readonly Filter Smoothed()
        {
            Filter copy = this;
            for (int i = 1; i < 3; i++)
                copy.Mean[i] = 0.5 * Mean[i] + 0.25 * (Mean[i - 1] + Mean[i + 1]);
            return copy;
        }
    }

    [Differentiable]
    public static Quad RungeKutta(Quad state, double h, double mu, [Values(2, 3)] int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Quad k1 = Slope(state, mu), k2 = Slope(state + h / 2 * k1, mu), k3 = Slope(state + h / 2 * k2, mu), k4 = Slope(state + h * k3, mu);
            state += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return state;

        static Quad Slope(in Quad s, double mu)
        {
            Quad slope = default;
            (slope[0], slope[1]) = (s[1], mu * (1 - s[0] * s[0]) * s[1] - s[0] + 0.1 * s[2]);
            Span<double> second = slope[2..];
            second[0] = s[^1];
            second[1] = -s[2] + 0.2 * (s[0] - s[2]);
            return slope;
        }
    }

    [Differentiable]
    public static double Tracking([Length(6)] ReadOnlySpan<double> readings, double noise)
    {
        Filter filter = new() { Noise = noise };
        double error = 0;
        for (int t = 0; t < readings.Length; t++)
        {
            error += Math.Pow(readings[t] - filter.Mean[t % 4], 2);
            filter.Observe(readings[t], t % 4);
            if (t % 3 == 2)
                filter = filter.Smoothed();
        }
        return error + filter.Noise;
    }

    [Differentiable]
    public static double Chain(Bodies bodies, double stiffness, double h)
    {
        double energy = 0;
        for (int k = 0; k < 4; k++)
        {
            for (int i = 0; i < 3; i++)
            {
                double left = i == 0 ? 0 : bodies[i - 1].At, right = i == 2 ? 0 : bodies[i + 1].At;
                bodies[i].Speed += h * stiffness * (left + right - 2 * bodies[i].At);
            }
            foreach (ref var body in bodies)
            {
                body.At += h * body.Speed;
                var (at, speed) = body;
                energy += at * at * speed;
            }
        }
        return energy;
    }

    [Differentiable]
    public static double Table([Values(1, 2)] int order, double x, Quad knots)
    {
        Quad basis = default, next;
        basis[order] = 1;
        for (int degree = 1; degree < 4; degree++)
        {
            next = basis;
            for (int i = 0; i < 4 - degree; i++)
            {
                double left = (x - knots[i]) / (degree + i), right = (knots[i + 1] + degree - x) / (1 + degree);
                next[i] = left * basis[i] + right * basis[i + 1];
            }
            basis = next;
        }
        return Sum(basis) * Sum([x, basis[0]]);
    }

    private static double Sum(params ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values)
            sum += v;
        return sum;
    }
}
