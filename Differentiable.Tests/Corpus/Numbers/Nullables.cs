using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Local values that may be missing: searches that may find nothing, and arithmetic on what they found.</summary>
public static partial class Nullables
{
    private static readonly double? s_ceiling = 2.5;

    [Differentiable, Samples(3)]
    public static double RunningMinimum([Length(4, 1, 0)] ReadOnlySpan<double> x, double scale)
    {
        double? best = null;
        foreach (double v in x)
        {
            double d = scale * v * v;
            if (best is null || d < best)
                best = d;
        }
        return best ?? scale;
    }

    [Differentiable]
    public static double LargestAndItsRunnerUp([Length(5)] double[] x)
    {
        double? first = null, second = null;
        for (int i = 0; i < x.Length; i++)
        {
            double v = x[i] * Math.Sin(x[i]);
            if (!first.HasValue || v > first.Value)
                (first, second) = (v, first);
            else if (!(second >= v))
                second = v;
        }
        return first!.Value - second.GetValueOrDefault() * second.GetValueOrDefault(1);
    }

    /// <summary>A root of a polynomial of second degree, where there is one.</summary>
    [Differentiable, Samples(6)]
    public static double? SmallerRoot(double a, [Range(-4, -1.5)] double b, double c)
    {
        double discriminant = b * b - 4 * a * c;
        return discriminant >= 0 ? (-b - Math.Sqrt(discriminant)) / (2 * a) : null;
    }

    [Differentiable, Samples(6)]
    public static double RootOrVertex(double a, [Range(-3, 3)] double b, double c)
    {
        double? root = SmallerRoot(a, b, c);
        return root * root + c ?? -b / (2 * a);
    }

    /// <summary>The first crossing of a level on a grid: what comes behind it depends on whether there was one.</summary>
    [Differentiable]
    public static double FirstCrossing([Length(5)] double[] u, [Range(0.8, 1.2), Values(1)] double level)
    {
        double? Crossing(int start)
        {
            for (int i = start; i < u.Length; i++)
            {
                if (u[i - 1] < level != u[i] < level)
                    return i - 1 + (level - u[i - 1]) / (u[i] - u[i - 1]);
            }
            return null;
        }

        double? t = Crossing(1);
        if (t is not { } first)
            return u[0] * level;
        double? second = Crossing((int)first + 2);
        return second is double behind ? behind - first : first * first;
    }

    [Differentiable, Samples(4)]
    public static double LiftedArithmetic([Range(-1, 1)] double x, [Range(-1, 1)] double y)
    {
        double? a = x > 0 ? Math.Sqrt(x) : null;
        double? b = y > 0 ? Math.Log(y) : null;
        double? sum = a + b * 2, quotient = -(a / b) % 3;
        float? single = (float?)a;
        sum += 1;
        sum *= x;
        quotient--;
        return (sum ?? x * y) + (quotient ?? 2 * y) + (+a ?? x) * (b - y ?? 1) + (single is null ? y : 0);
    }

    [Differentiable, Samples(4)]
    public static double LiftedComparisons([Range(-1, 1)] double x, [Range(-1, 1)] double y)
    {
        double? a = x > 0 ? x : null, b = y > 0 ? y : null;
        double s = a < b ? x * x : y;
        s += a >= b ? x * y : 1;
        s *= a == b ? y * y : x + 2;
        s += a != null && b == null ? Math.Exp(x) : Math.Exp(-y);
        s += a != b ? x : 3 * x;
        return a > 0.3 && !(b <= 0.5) ? s * x : s;
    }

    [Differentiable, Samples(4)]
    public static double Patterns([Range(-1, 2)] double x, [Range(-1, 2)] double y)
    {
        double? a = x > 0 ? x * y : null, b = y > 0 ? y + 1 : null;
        double s = (a, b) switch
        {
            (null, null) => x * y,
            ({ } u, null) => u * u,
            (null, double v) => v * x,
            ( > 1, { } v) => Math.Exp(-v),
            ({ } u, { } v) => u / v,
        };
        s += a switch { null => y, > 0.5 and < 1.5 => a.Value * 2, var other => other!.Value * x };
        switch (b)
        {
            case null:
                return s;
            case > 2:
                return s * s;
            case double v when v > x:
                return s * v;
            default:
                return s - b.Value;
        }
    }

    [Differentiable, Samples(4)]
    public static double Conversions([Range(-1, 1)] double x, [Values(2, 0)] int n)
    {
        int? count = n > 0 ? n : null;
        double? weight = count, scaled = count * x, doubled = (double?)x;
        long? steps = (long?)(x * 10 + 0.5);
        Half? half = n > 1 ? (Half)0.5 : null;
        double s = weight * x ?? x * x;
        s += scaled ?? 2 * x;
        s += doubled!.Value * (count ?? x) + (double)doubled;
        s += (count is { } k ? k * x : 1) * (half is Half h ? (double)h : x);
        bool? isLarge = count > 1 ? true : null;
        return s * (isLarge == true ? x : 2) * (steps is > -20 ? 1 : x) * (double?)s ?? 0;
    }

    /// <summary>A cap that is known only once something was seen; <c>??=</c> sets it.</summary>
    [Differentiable]
    public static double CappedSum([Length(5)] double[] x, [Range(0.5, 0.9)] double share)
    {
        double? cap = null, last = default;
        double sum = 0;
        foreach (double v in x)
        {
            cap ??= share * v;
            sum += Math.Min(v, cap.Value) * (last ?? 1);
            last = last is null ? v : last * share;
            if (sum > s_ceiling)
                cap = null;
        }
        return sum * (cap ??= x[0]);
    }

    /// <summary>Observations, some of which are missing.</summary>
    [Differentiable, Samples(4)]
    public static double Likelihood(double mean, double deviation, [NonDifferentiable] ReadOnlySpan<double?> observations)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < observations.Length; i++)
        {
            if (observations[i] is not { } y)
                continue;
            double r = (y - mean) / deviation;
            sum -= 0.5 * r * r;
            count++;
        }
        double?[] prior = [null, 0.5];
        foreach (double? p in prior)
            sum += p * mean ?? 0;
        return sum - count * Math.Log(deviation);
    }

    /// <summary>A wave whose value in front of the first node is missing.</summary>
    [Differentiable]
    public static double Smoothed([Length(4)] double[] x, double rate)
    {
        double? state = null;
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            state = state + rate * (x[i] - state) ?? x[i];
            sum += state.Value * state.Value;
        }
        return sum;
    }

    /// <summary>Behind <c>and</c>, a pattern sees a value that is there.</summary>
    [Differentiable]
    public static double Narrowed(double x, double y, int n)
    {
        double? product = x * y;
        int? steps = n > 0 ? n : null;
        if (product is > -0.5 and var z)
            product = z * z / 2;
        return steps is > 1 and var many && product is not (null or > 3) and var small ? many * small ?? x : (product ?? y) * x;
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Generic<T>([Length(4)] ReadOnlySpan<T> x, T scale)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        T? best = null;
        foreach (T v in x)
        {
            if (!(v * scale >= best))
                best = v * scale;
        }
        return best.GetValueOrDefault() * (best * best ?? T.One);
    }
}
