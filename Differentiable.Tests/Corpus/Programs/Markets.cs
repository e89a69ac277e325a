using Differentiable.Tests.Testing.Sampling;
using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>The volatility smile of Hagan et al. 2002.</summary>
public readonly record struct SabrParameters(double Alpha, double Beta, double Rho, double Nu)
{
    public bool IsNormal => Beta == 0;

    public double Volatility(double forward, double strike, double expiry)
    {
        double oneMinusBeta = 1 - Beta;
        double logM = Log(forward / strike);
        double fk = Pow(forward * strike, oneMinusBeta / 2);
        double z = Nu / Alpha * fk * logM;
        double a = oneMinusBeta * oneMinusBeta / 24 * Alpha * Alpha / (fk * fk);
        double b = 0.25 * Rho * Beta * Nu * Alpha / fk;
        double c = (2 - 3 * Rho * Rho) / 24 * Nu * Nu;
        double correction = 1 + (a + b + c) * expiry;
        double l2 = logM * logM;
        double denominator = fk * (1 + oneMinusBeta * oneMinusBeta / 24 * l2 + Pow(oneMinusBeta, 4) / 1920 * l2 * l2);
        double ratio = Abs(z) < 1e-8 ? 1 - 0.5 * Rho * z : z / X(z);
        return Alpha / denominator * ratio * correction;
    }

    private double X(double z) => Log((Sqrt(1 - 2 * Rho * z + z * z) + z - Rho) / (1 - Rho));
}

/// <summary>What a smile misses its quotes by.</summary>
public static partial class SabrCalibration
{
    public readonly struct Quote(double strike, double volatility)
    {
        public double Strike { get; } = strike;
        public double Volatility { get; } = volatility;
        public void Deconstruct(out double k, out double v) => (k, v) = (Strike, Volatility);
    }

    [Differentiable]
    public static double Error([Range(0.2, 0.5)] double alpha, [Range(0.4, 0.8)] double beta, [Range(-0.5, 0.3)] double rho, [Range(0.2, 0.6)] double nu,
        [NonDifferentiable] ReadOnlySpan<double> strikes, double expiry = 1.5)
    {
        var p = new SabrParameters(alpha, beta, rho, nu);
        if (p.IsNormal)
            throw new ArgumentException($"{nameof(beta)} is zero: {p}", nameof(beta));
        double error = 0;
        foreach (double k in strikes)
        {
            var quote = new Quote(strike: k, volatility: 0.2 + 0.05 * k);
            var (strike, market) = quote;
            double d = p.Volatility(forward: 1, strike, expiry) - market;
            error += d * d;
        }
        return Sqrt(error / strikes.Length);
    }
}

/// <summary>A put that may be exercised early, rolled back on a tree in place.</summary>
public static partial class AmericanTree
{
    public enum Exercise { European, American, Bermudan }

    [Differentiable]
    public static double Put([Range(0.9, 1.1)] double spot, [Range(0.95, 1.2)] double strike, [Range(0.01, 0.05)] double rate, [Range(0.15, 0.35)] double volatility, [Values(9, 14)] int steps)
        => Price(spot, strike, rate, volatility, 1, steps, Exercise.American, out _);

    [Differentiable]
    private static double Price([Range(0.9, 1.1)] double spot, [Range(0.95, 1.2)] double strike, [Range(0.01, 0.05)] double rate, [Range(0.15, 0.35)] double volatility, [NonDifferentiable] double expiry, [Values(5, 6)] int steps, [Values(1, 2)] Exercise exercise, out double delta)
    {
        double dt = expiry / steps, up = Exp(volatility * Sqrt(dt)), down = 1 / up;
        double disc = Exp(-rate * dt), p = (Exp(rate * dt) - down) / (up - down);
        Span<double> values = stackalloc double[steps + 1];
        for (int i = 0; i <= steps; i++)
            values[i] = Max(strike - spot * Pow(up, steps - 2 * i), 0);
        delta = 0;
        for (int n = steps - 1; n >= 0; n--)
        {
            for (int i = 0; i <= n; i++)
            {
                double hold = disc * (p * values[i] + (1 - p) * values[i + 1]);
                values[i] = exercise switch
                {
                    Exercise.European => hold,
                    Exercise.American => Max(hold, strike - spot * Pow(up, n - 2 * i)),
                    Exercise.Bermudan when n % 4 == 0 => Max(hold, strike - spot * Pow(up, n - 2 * i)),
                    Exercise.Bermudan => hold,
                    _ => throw new ArgumentOutOfRangeException(nameof(exercise), exercise, $"unknown {exercise}"),
                };
            }
            if (n is 1)
                delta = (values[0] - values[1]) / (spot * (up - down));
        }
        return values[0];
    }
}

/// <summary>A curve of discounts, each found by Newton from those before it.</summary>
public static partial class CurveBootstrap
{
    private readonly record struct Node(double Time, double LogDiscount);

    [Differentiable]
    public static double SwapValue([Elements(0.01, 0.015, 0.02, 0.022, 0.025)] double[] rates, [Range(0.01, 0.03)] double fixedRate)
    {
        var nodes = new Node[rates.Length + 1];
        nodes[0] = new(0, 0);
        double annuity = 0;
        for (int i = 0; i < rates.Length; i++)
        {
            double guess = -rates[i] * (i + 1);
            int iteration = 0;
            while (true)
            {
                double df = Exp(guess);
                double f = rates[i] * (annuity + df) + df - 1, fp = (1 + rates[i]) * df;
                double step = f / fp;
                guess -= step;
                if (Abs(step) < 1e-13 || ++iteration >= 20)
                    break;
            }
            annuity += Exp(guess);
            nodes[i + 1] = new Node(i + 1, guess);
        }
        double Discount(double t)
        {
            for (int i = 1; i < nodes.Length; i++)
            {
                if (t > nodes[i].Time)
                    continue;
                var (t0, l0) = nodes[i - 1];
                var (t1, l1) = nodes[i];
                return Exp(l0 + (l1 - l0) * (t - t0) / (t1 - t0));
            }
            return Exp(nodes[^1].LogDiscount * t / nodes[^1].Time);
        }
        double value = 0;
        for (double t = 0.5; t <= 4.5; t += 1)
            value += fixedRate * Discount(t);
        return value + Discount(4.5) - 1;
    }
}
