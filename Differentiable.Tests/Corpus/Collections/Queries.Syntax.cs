using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Collections;

/// <summary>Query expressions.</summary>
public static partial class Queries
{
    [Differentiable]
    public static double Written([Length(5), Range(-1, 1)] double[] x) => (from v in x where v > 0 select v * v).Sum() + (from double v in x select Math.Sin(v)).First();

    [Differentiable]
    public static double WithLet([Length(3)] double[] x, double y) =>
        (from v in x let w = v * y let u = w + v where u > -100 select u * w + v).Aggregate((a, b) => a * b);

    [Differentiable, Allocates("rows")]
    public static double OverRows([Rows(2), Columns(3)] double[][] rows) => (from row in rows from v in row select v * v).Sum() * rows.SelectMany(row => row).Last();

    [Differentiable, Allocates("rows")]
    public static double OverPairs([Length(2)] double[] x, [Length(3)] double[] y) =>
        (from a in x from b in y where a + b > -100 select a * b * b).Sum() + (from i in Enumerable.Range(0, 2) from b in y.Select(v => v * x[i]) select b * i).Sum();

    [Differentiable, Allocates("rows")]
    public static double Powers([Length(3)] double[] x) => x.SelectMany(v => new[] { v, v * v }).Select((p, i) => p * i).Sum() * x.SelectMany((v, i) => x.Select(w => w * v * i)).Sum();

    [Differentiable, Allocates("the order")]
    public static double AnonymousOfOne([Length(3)] double[] x)
    {
        var product = new { Value = x[0] * x[1] };
        var same = product;
        return x.Select(v => new { Square = v * v }).OrderBy(e => e.Square).Select((e, i) => e.Square * i).Sum() * same.Value;
    }

    [Differentiable]
    public static double AnonymousOfOneArray([Length(3)] double[] x)
    {
        var all = x.Select(v => new { Sine = Math.Sin(v) }).ToArray();
        var given = new { Values = x };
        double sum = given.Values[0];
        foreach (var e in all)
            sum *= e.Sine;
        return sum;
    }

    [Differentiable]
    public static double Anonymous([Length(3)] double[] x) => x.Select((v, i) => new { v, Square = v * v, i }).Where(e => e.i > 0).Sum(e => e.v * e.Square * e.i);

    [Differentiable, Allocates("the order")]
    public static double Sorted([Length(4), Range(-1, 1)] double[] x, [Length(4)] double[] w) =>
        (from i in Enumerable.Range(0, x.Length) orderby x[i] descending, i select x[i] * w[i]).Select((v, i) => v * (i + 1)).Sum();
}
