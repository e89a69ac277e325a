using System.Diagnostics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What numerical code is full of besides its formulas: parsing, tables, lists, messages, optional and collected arguments.</summary>
public static partial class Idioms
{
    private static readonly List<int> s_order = [2, 0, 1, 3];
    private static readonly Dictionary<string, double> s_rates = new() { ["short"] = 0.5, ["long"] = 1.5 };
    private static readonly IReadOnlyList<double> s_weights = [0.25, 0.5, 0.75, 1];

    [Differentiable]
    [Allocates("an array of strings")]
    public static double OutArguments(double x, int n)
    {
        if (!int.TryParse("5", out int k) || int.TryParse("five", out _))
            return 0;
        double sum = 0;
        string[] texts = ["1.5", "?", "3"];
        int at = 0;
        while (at < texts.Length && double.TryParse(texts[at], System.Globalization.CultureInfo.InvariantCulture, out double value))
        {
            sum += value * x;
            at += 2;
        }
        int quotient = Math.DivRem(k * n, 4, out int remainder);
        (int q, int r) = Math.DivRem(k, 2);
        long high = Math.BigMul(3L, 7L, out long low);
        return Math.Sin(sum * quotient + remainder) * (q + r) + x * (high + low);
    }

    [Differentiable]
    [Allocates("tables are looked up and copied")]
    public static double Tables(double[] a, double x)
    {
        double s = x;
        foreach (int i in s_order)
            s = Math.Cos(s * a[i]) * s_weights[i];
        foreach (double w in s_weights)
        {
            if (w > 0.9)
                break;
            s += w * x;
        }
        foreach (KeyValuePair<string, double> rate in s_rates)
            s *= rate.Value * x;
        if (s_rates.TryGetValue("short", out double known) && !s_rates.TryGetValue("none", out double missing))
            s += known * x + missing;
        return s * s_rates["long"] * s_order.Count;
    }

    [Differentiable]
    public static double Messages(double x, double y)
    {
        Debug.Assert(x > 0, "x is positive");
        Debug.Assert(!double.IsNaN(y), $"y is {y}");
        if (x > 1e6)
            throw new ArgumentOutOfRangeException(nameof(x), "x is " + x + " and y " + y.ToString("F2", null) + ".");
        int floor = (int)Math.Floor(y * 3);
        (double sin, double cos) = Math.SinCos(x);
        var pair = double.SinCos(y);
        return sin * cos + pair.Sin * floor + x * pair.Cos;
    }

    [Differentiable]
    public static double Weighted(double x, double weight = 2, int power = 3, params ReadOnlySpan<double> more)
    {
        double s = weight * Math.Pow(x, power);
        foreach (double m in more)
            s += m * x;
        return s;
    }

    [Differentiable]
    public static double SumOf(double scale, params double[] values)
    {
        double s = 0;
        foreach (double v in values)
            s += v * v * scale;
        return s;
    }

    [Differentiable]
    public static double CollectedArguments(double x, double y, double[] a) =>
        Weighted(x) + Weighted(y, power: 2) + Weighted(weight: y, x: x) + Weighted(x, y, 1, a) + Weighted(x, 1, 2, y, x * y, 3)
        + SumOf(x) + SumOf(y, x, x * x) + SumOf(x, a) + SumOf(values: [y, .. a, x], scale: x) + SumOf(y, [x, y]);

    [Differentiable]
    public static double RelationalPatterns(double x, double y, [Values(0, 1, 4)] int n)
    {
        double s = x switch
        {
            < 0 => y,
            > 0 and < 0.2 when n > 0 => x * y,
            double z when z > y && n == 1 => z * z * y,
            _ => x + y,
        };
        switch (y)
        {
            case > 3 when x > 2:
                return s;
            case var w when w < 2 * x:
                s *= w * w;
                break;
            default:
                s += y * x;
                break;
        }
        return (n, s) switch
        {
            (0, > 0) => s * x,
            (1, _) => s * s,
            var (k, v) when k > 3 => v * k,
            _ => 0,
        };
    }

    /// <summary>What an operand declares that is evaluated only sometimes lives as long as the statement around it.</summary>
    [Differentiable]
    public static double DeclaredBehindAnd(double x, double y, [Values(1, 3)] int n)
    {
        double s = y;
        if (n > 0 && x * y is var q && q > 0)
            s += q * x;
        int k = 0;
        while (k < n && Squared(s * x, out double r) > 0)
        {
            s = Math.Sin(r) * y;
            k++;
        }
        return s < 100 && Math.Exp(s) is var e ? e * s : x;
    }

    [Differentiable]
    public static double Squared(double x, out double square)
    {
        square = x * x;
        return x;
    }

    /// <summary>Pairs that are taken apart as they come.</summary>
    [Differentiable]
    [Allocates("a copy of the pairs")]
    public static double Pairs(double x, double y)
    {
        double sum = 0;
        foreach (var (term, rate) in s_rates)
        {
            if (term.Length == 5)
                sum += Math.Exp(-rate * x) * y;
            sum += rate * y * y;
        }
        foreach ((_, double rate) in s_rates)
            sum *= 1 + rate * x;
        return sum;
    }
}
