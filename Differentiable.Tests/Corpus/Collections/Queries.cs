using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Collections;

/// <summary>LINQ over arrays.</summary>
public static partial class Queries
{
    private static readonly double[] s_weights = [1, 2, 3];

    [Differentiable]
    public static double Dot([Length(3)] double[] x, [Length(4)] double[] y) => x.Zip(y, (a, b) => a * b).Sum();

    [Differentiable]
    public static double SumOfPositives([Length(5), Range(-1, 1)] double[] x) => x.Where(v => v > 0).Select((v, i) => v * v * (i + 1)).Sum();

    [Differentiable]
    public static double Deviation([Length(4)] double[] x)
    {
        double mean = x.Average();
        return Math.Sqrt(x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1));
    }

    [Differentiable]
    public static double Extremes([Length(4), Range(-2, 2)] double[] x) => x.Max() * x.Min() + x.Max(v => Math.Sin(v)) - x.Min(v => v * v);

    [Differentiable]
    public static double ByNumbers([Length(3)] double[] x, double y, [Values(3, 1)] int n) =>
        Enumerable.Range(0, n).Sum(i => x[i] * x[i]) + Enumerable.Range(1, n).Select(k => Math.Pow(y, k) / k).Aggregate(1.0, (product, term) => product * (1 + term));

    [Differentiable]
    public static double InALoopOverPairs([Length(3)] double[] x, [Length(3)] double[] y)
    {
        double product = 1;
        foreach ((double a, double b) in x.Zip(y))
            product *= a + b * b;
        foreach (double square in x.Select(v => v * v).Where(v => v < 100))
            product += square;
        return product;
    }

    [Differentiable]
    public static double[] Spread([Length(3), Range(-1, 1)] double[] x) => [x[2], .. x.Where(v => v > -2).Select(v => v * v), 1];

    [Differentiable]
    public static double Arrays([Length(3)] double[] x)
    {
        double[] sines = x.Select(v => Math.Sin(v)).ToArray(), roots = Array.ConvertAll(x, Math.Exp);
        sines[0] *= roots[1];
        return sines.Aggregate((a, b) => a * b) + roots.Last();
    }

    [Differentiable]
    public static double Nested([Length(2)] double[] x, [Length(3)] double[] y) =>
        x.Sum(a => y.Select(b => a * b).Where(c => c > -100).Sum(d => d * d)) / x.Count(a => a > -100);

    [Differentiable]
    public static double Rearranged([Length(3)] double[] x, [Length(2)] double[] y) =>
        x.Concat(y).Skip(1).Take(4).Append(2).Prepend(x[0]).Zip(Enumerable.Repeat(x[1], 5), (a, b) => a * b).Select((v, i) => v * i).Sum() + x.First() * y.ElementAt(1);

    [Differentiable]
    public static double Decided([Length(3), Range(-1, 1)] double[] x, [Range(-1, 1)] double limit)
    {
        if (x.Any(v => v > limit))
            return x.Where(v => v > limit).Average();
        return x.All(v => v < limit - 0.5) ? limit * limit : limit;
    }

    [Differentiable]
    public static double OfStructs([Length(3)] Body[] bodies) => bodies.Where(body => body.Mass > -100).Sum(body => body.Mass * body.Place * body.Place) / bodies.Sum(body => body.Mass * body.Mass);

    [Differentiable]
    public static double OfRows([Rows(2), Columns(3)] double[][] rows) => rows.Sum(row => row.Sum(v => v * v)) * rows.Select(row => row.Max()).Sum();

    [Differentiable]
    public static double OfConstants(double x) => x * s_weights.Sum() + s_weights.Select(weight => weight * x).Aggregate((a, b) => a * b);

    [Differentiable]
    public static float InSingle([Length(3)] float[] x) => x.Select(MathF.Sin).Average() + x.Max(v => v * v) * x.Sum();

    [Differentiable]
    [TypeArguments(typeof(double))]
    public static T Generic<T>([Length(3)] T[] x)
        where T : IFloatingPointIeee754<T> => x.Select(v => v * v).Aggregate(T.One, (a, b) => a * (b + T.One));

    [Differentiable]
    public static double OfNone(double x, [Values(0, 2)] int n) => Enumerable.Repeat(x, n).Sum() + Enumerable.Repeat(x, n).Count();

    public readonly record struct Body(double Mass, double Place);
}
