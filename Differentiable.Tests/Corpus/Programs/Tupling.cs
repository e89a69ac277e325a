using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Tuples in every place: elements, parameters, results, keys of patterns, type arguments.</summary>
public static partial class Tupling
{
    /// <summary>Convex hull by the monotone chain, and the moments of its area.</summary>
    [Differentiable, Allocates("a sort")]
    public static (double Area, (double X, double Y) Centre) Hull([Elements(0.1, 1.9, 1.0, 2.2, 0.3, 1.1)] double[] x, [Elements(0.2, 0.4, 1.1, 1.8, 2.1, 0.9)] double[] y)
    {
        var points = new (double X, double Y)[x.Length];
        for (int i = 0; i < x.Length; i++)
            points[i] = (x[i], y[i]);
        Array.Sort(points, (p, q) => p.X < q.X ? -1 : p.X > q.X ? 1 : 0);
        List<(double X, double Y)> hull = [];
        for (int pass = 0; pass < 2; pass++)
        {
            int start = hull.Count;
            foreach (var p in points)
            {
                while (hull.Count >= start + 2 && Turn(hull[^2], hull[^1], p) <= 0)
                    hull.RemoveAt(hull.Count - 1);
                hull.Add(p);
            }
            hull.RemoveAt(hull.Count - 1);
            Array.Reverse(points);
        }
        double area = 0, cx = 0, cy = 0;
        for (int i = 0; i < hull.Count; i++)
        {
            var (p, q) = (hull[i], hull[(i + 1) % hull.Count]);
            double cross = p.X * q.Y - q.X * p.Y;
            (area, cx, cy) = (area + cross / 2, cx + (p.X + q.X) * cross / 6, cy + (p.Y + q.Y) * cross / 6);
        }
        return (area, (cx / area, cy / area));

        static double Turn((double X, double Y) o, (double X, double Y) a, (double X, double Y) b) =>
            (a.X - o.X) * (b.Y - o.Y) - (a.Y - o.Y) * (b.X - o.X);
    }

    /// <summary>Nested tuples as parameters and results, taken apart into elements, fields and discards.</summary>
    [Differentiable]
    public static ((double Low, double High) Bounds, double[] Parts) Blend(((double A, double B) First, (double C, float D) Second) pair, (double[] Weights, int Skip) mix)
    {
        double[] parts = new double[mix.Weights.Length + 1];
        (double Low, double High) bounds;
        ((parts[0], double b), (_, float d)) = pair;
        for (int i = mix.Skip; i < mix.Weights.Length; i++)
            (parts[i + 1], b) = (b * mix.Weights[i], parts[i] + d);
        (bounds.Low, bounds.High) = b < pair.First.A ? (b, pair.First.A) : (pair.First.A * pair.Second.C, b);
        return (bounds, parts);
    }

    /// <summary>Patterns over tuples of numbers and states.</summary>
    [Differentiable]
    public static double Machine(double temperature, double demand, [Values(5, 6)] int steps)
    {
        (bool On, double Power, int Since) heater = (false, 0, 0);
        double cost = 0;
        for (int t = 0; t < steps; t++)
        {
            heater = (heater, temperature) switch
            {
                ((false, _, > 2), < 0.8) or ((false, _, _), < 0.5) => (true, demand - temperature, 0),
                ((true, var power, var since), < 1.2) => (true, power * 0.9, since + 1),
                ({ On: true, Since: 0 }, _) => heater,
                ((_, var power, var since), var hot) => (false, 0.1 * power * hot, since + 1),
            };
            temperature += (0.3 * heater.Power - 0.2 * temperature) * demand;
            cost += heater.Power * heater.Power + (heater is (true, > 0.1, _) ? temperature : 0);
        }
        return cost;
    }

    [Differentiable]
    public static double Folded([Length(5)] ReadOnlySpan<double> x)
    {
        (double mean, double square, (double Least, double Most) range) = (0, 0, (double.MaxValue, double.MinValue));
        foreach (double v in x)
            (mean, square, range) = Next((mean, square, range), v);
        var scaled = Scaled((range, mean), (s, f) => (s.Least * f, s.Most - s.Least * f));
        return square / x.Length - mean * mean / (x.Length * x.Length) + scaled.Most * scaled.Least;

        static (double, double, (double, double)) Next((double Mean, double Square, (double Least, double Most) Range) state, double v) =>
            (state.Mean + v, state.Square + v * v, (Math.Min(state.Range.Least, v), Math.Max(state.Range.Most, v)));
    }

    private static T Scaled<T>((T Value, double Factor) pair, Func<T, double, T> scale) where T : struct => scale(pair.Value, pair.Factor);
}
