using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Parameters and results that may be missing. Where one is, so is the derivative with respect to it.</summary>
public static partial class NullableParameters
{
    private const Derivatives WithoutMatrices = Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp;

    [Differentiable(WithoutMatrices)]
    public static double Cost(double x, double? offset) => x * x + (offset ?? 1.0) * Math.Sin(x);

    [Differentiable(WithoutMatrices)]
    public static double Present(double? x, double? y) => (x ?? 1) * (y ?? 2) + (x * y ?? 3);

    /// <summary>The ends of a rod are at a temperature that is given, or isolated.</summary>
    [Differentiable(WithoutMatrices), Samples(4)]
    public static double Rod([Length(5)] double[] u, double conductivity, double? left, double? right)
    {
        double[] v = u.AsSpan().ToArray();
        for (int k = 0; k < 3; k++)
        {
            double before = left ?? v[0];
            for (int i = 0; i < v.Length; i++)
            {
                double next = i + 1 < v.Length ? v[i + 1] : right ?? v[i];
                double old = v[i];
                v[i] += 0.2 * conductivity * (before - 2 * old + next);
                before = old;
            }
        }
        double sum = 0;
        foreach (double t in v)
            sum += t * t;
        return sum;
    }

    [Differentiable(WithoutMatrices), Samples(4)]
    private static double? Discounted(double price, double? rate, double? floor = null)
    {
        if (rate is null && floor is null)
            return null;
        double discounted = price * Math.Exp(-(rate ?? 0.1));
        return floor > discounted ? floor : discounted;
    }

    [Differentiable(WithoutMatrices), Samples(4)]
    public static double Total(double price, double? rate, double? floor)
    {
        double? plain = Discounted(price, rate), bounded = Discounted(price * 1.5, rate, floor);
        double? none = Discounted(price, null), some = Discounted(price, floor: price * price, rate: null);
        return (plain ?? price) + (bounded ?? 2 * price) + (none ?? 0.5 * price * price) + some!.Value;
    }

    [Differentiable(WithoutMatrices), Samples(4)]
    public static double ByReference(in double? x, double y, ref double? best, out double? root)
    {
        root = y > 1 ? Math.Sqrt(y) * best : null;
        if (!(best <= x * y))
            best = x * y;
        return (x ?? y) * (root ?? y);
    }

    [Differentiable(WithoutMatrices), Samples(4)]
    public static double CallsByReference([Length(3)] double[] x, double? start)
    {
        double? best = start;
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += ByReference(start, x[i], ref best, out double? root) * x[i];
            sum += root ?? 1;
            ByReference(x[i], sum, ref best, out _);
        }
        return sum * (best ?? 1);
    }

    [Differentiable(WithoutMatrices), Samples(4)]
    public static (double? Scaled, double Sum) Results(double x, double? y) => (x > 1 ? x * y : null, x + (y ?? 1));

    [Differentiable(WithoutMatrices), Samples(4)]
    public static double Pair((double Low, double High)? range, double x)
    {
        if (range is not var (low, high))
            return x * x;
        return (range?.Low + x ?? 0) * high + low;
    }

    [Differentiable(WithoutMatrices), Samples(4)]
    public static float Singles(float x, float? y, [NonDifferentiable] double? limit) => y < limit ? x * y.Value : x * x * (y ?? 1);

    [Differentiable(WithoutMatrices), Samples(4)]
    public static double Guarded(double x, double? y)
    {
        double? z = y.HasValue ? y : x;
        if (z is null)
            throw new ArgumentNullException(nameof(y));
        return z.Value * (double)z + x;
    }
}
