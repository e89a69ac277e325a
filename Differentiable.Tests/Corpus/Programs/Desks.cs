using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A trading desk: curves that are fitted on the way, trees, regressions, paths with snapshots.</summary>
public static partial class Desks
{
    /// <summary>Logarithms of discount factors at pillars.</summary>
    public readonly struct Curve(double[] times, double[] logs)
    {
        public double[] Times { get; } = times;

        public double[] Logs { get; } = logs;

        public double this[double t]
        {
            get
            {
                int at = Array.BinarySearch(Times, t);
                if (at >= 0)
                    return Math.Exp(Logs[at]);
                at = Math.Clamp(~at, 1, Times.Length - 1);
                double w = (t - Times[at - 1]) / (Times[at] - Times[at - 1]);
                return Math.Exp(double.Lerp(Logs[at - 1], Logs[at], w));
            }
        }

        public double Forward(double from, double to) => (this[from] / this[to] - 1) / (to - from);
    }

    /// <summary>Pillars by Newton's method, one after the other; then an off-market swap.</summary>
    [Differentiable, Allocates("an array that other code searches")]
    public static double Bootstrapped([Elements(0.02, 0.025, 0.03, 0.032)] ReadOnlySpan<double> quotes, double strike, [NonDifferentiable, Range(1e-13, 1e-12)] double tolerance)
    {
        double[] times = [0, 1, 2, 3, 5], logs = new double[times.Length];
        Curve curve = new(times, logs);
        for (int i = 1; i < times.Length; i++)
        {
            logs[i] = logs[i - 1] - quotes[i - 1];
            for (int round = 0; round < 50; round++)
            {
                double annuity = 0, slope = 0;
                for (int t = 1; t <= (int)times[i]; t++)
                {
                    double w = t <= times[i - 1] ? 0 : (t - times[i - 1]) / (times[i] - times[i - 1]);
                    annuity += curve[t];
                    slope += w * curve[t];
                }
                double error = curve[times[i]] + quotes[i - 1] * annuity - 1;
                if (Math.Abs(error) < tolerance)
                    break;
                logs[i] -= error / (curve[times[i]] + quotes[i - 1] * slope);
            }
        }
        double value = 0;
        for (double t = 0.5; t < 5; t += 0.5)
            value += 0.5 * curve[t + 0.25] * (curve.Forward(t, t + 0.5) - 0.03 * strike);
        return value;
    }

    public enum Right { European, American, Bermudan }

    /// <summary>A tree that is folded in place.</summary>
    [Differentiable]
    public static double Tree(double spot, double strike, [Range(0.2, 0.4)] double volatility, [Range(0.01, 0.05)] double rate, [Values(7, 8)] int steps, [Values(0, 1, 2)] Right right)
    {
        double dt = 1.0 / steps, up = Math.Exp(volatility * Math.Sqrt(dt)), down = 1 / up;
        double p = (Math.Exp(rate * dt) - down) / (up - down), discount = Math.Exp(-rate * dt);
        Span<double> values = stackalloc double[steps + 1];
        for (int i = 0; i <= steps; i++)
            values[i] = Math.Max(strike - spot * Math.Pow(up, i) * Math.Pow(down, steps - i), 0);
        for (int step = steps - 1; step >= 0; step--)
        {
            bool mayExercise = right switch
            {
                Right.American => true,
                Right.Bermudan when step % 2 == 0 => true,
                _ => false,
            };
            for (int i = 0; i <= step; i++)
            {
                values[i] = discount * (p * values[i + 1] + (1 - p) * values[i]);
                if (mayExercise && strike - spot * Math.Pow(up, 2 * i - step) is > 0 and var now && now > values[i])
                    values[i] = now;
            }
        }
        return values[0];
    }

    /// <summary>Heston's model, path by path, with few snapshots of each.</summary>
    [Differentiable]
    public static (double Price, double Variance) Heston((double Spot, double Variance) start, (double Speed, double Mean, double OfVariance, double Correlation) model,
        [NonDifferentiable, Length(32)] ReadOnlySpan<double> normals, [Values(2)] int paths)
    {
        int steps = normals.Length / 2 / paths;
        double price = 0, end = 0, dt = 1.0 / steps;
        for (int path = 0; path < paths; path++)
        {
            var (spot, variance) = start;
            double average = 0;
            for (int k = 0; k < steps; k++)
            {
                Checkpoint.Binomial(3);
                double a = normals[2 * (path * steps + k)] - 1, b = normals[2 * (path * steps + k) + 1] - 1;
                double positive = Math.Max(variance, 1e-3), root = Math.Sqrt(positive * dt);
                spot *= Math.Exp(-positive * dt / 2 + root * a);
                double rho = Math.Tanh(model.Correlation);
                variance += model.Speed * (model.Mean - positive) * dt + model.OfVariance * root * (rho * a + Math.Sqrt(1 - rho * rho) * b);
                average += spot / steps;
            }
            price += Math.Max(average - 0.5 * start.Spot, 0) / paths;
            end += variance / paths;
        }
        return (price, end);
    }

    /// <summary>Longstaff and Schwartz: regressions on polynomials decide when to exercise.</summary>
    [Differentiable, Allocates("a matrix")]
    public static double Regressed(double spot, [Range(0.2, 0.4)] double volatility, [NonDifferentiable, Length(18), Range(-1, 1)] ReadOnlySpan<double> normals)
    {
        const int dates = 3;
        int paths = normals.Length / dates;
        double[,] s = new double[paths, dates];
        for (int i = 0; i < paths; i++)
        {
            double at = spot;
            for (int t = 0; t < dates; t++)
                s[i, t] = at *= Math.Exp(volatility * normals[i * dates + t]);
        }
        Span<double> cash = stackalloc double[paths];
        for (int i = 0; i < paths; i++)
            cash[i] = Math.Max(1.1 - s[i, dates - 1], 0);
        for (int t = dates - 2; t >= 0; t--)
        {
            (double n, double sx, double sxx, double sy, double sxy) = (0, 0, 0, 0, 0);
            for (int i = 0; i < paths; i++)
            {
                (n, sx, sxx) = (n + 1, sx + s[i, t], sxx + s[i, t] * s[i, t]);
                (sy, sxy) = (sy + cash[i], sxy + cash[i] * s[i, t]);
            }
            double slope = (n * sxy - sx * sy) / (n * sxx - sx * sx), intercept = (sy - slope * sx) / n;
            for (int i = 0; i < paths; i++)
            {
                double payoff = Math.Max(1.1 - s[i, t], 0), holding = intercept + slope * s[i, t];
                cash[i] = payoff > holding && payoff > 0 ? payoff : 0.99 * cash[i] + 1e-3 * holding;
            }
        }
        double sum = 0;
        foreach (double c in cash)
            sum += c;
        return sum / paths;
    }
}
