using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Collections;

/// <summary>Elements and parts of sequences.</summary>
public static partial class Queries
{
    [Differentiable]
    public static double FirstAndLast([Length(5), Range(0.5, 2)] double[] x) => x.First(v => v > 0) * x.Last(v => v < 3) + x.Select(v => v * v).First(v => v > 0) + x.Skip(1).Last();

    [Differentiable]
    public static double OrDefault([Length(3), Range(0.5, 2)] double[] x) => x.FirstOrDefault(v => v > 100) + x.LastOrDefault(v => v > 0) * x.FirstOrDefault()
        + x.LastOrDefault(v => v < 0, x[1] * x[1]) + x.Skip(5).FirstOrDefault(x[0]) + x.Skip(5).LastOrDefault() + x.ElementAtOrDefault(1) * x.ElementAtOrDefault(7);

    [Differentiable]
    public static double OneOnly([Length(3), Range(0.5, 2)] double[] x) =>
        x.Take(1).Single() * x.Index().Single(p => p.Index == 1).Item + x.SingleOrDefault(v => v > 100) + x.Skip(3).SingleOrDefault(x[2]) * x.Take(1).SingleOrDefault();

    [Differentiable]
    public static double FromTheEnd([Length(4)] double[] x) => x.ElementAt(^1) * x.ElementAt(^x.Length) + x.Select(v => v * v).ElementAt(^2);

    [Differentiable]
    public static double WhilePositive([Length(5), Range(-1, 1)] double[] x) => x.TakeWhile(v => v > 0).Sum(v => v * v) + x.SkipWhile(v => v > 0).Sum(v => v * v * v) + x.TakeWhile((v, i) => i < 2).Sum() * x.SkipWhile((v, i) => i < 3).Last();

    [Differentiable]
    public static double Ends([Length(5)] double[] x) => x.TakeLast(2).Aggregate((a, b) => a * b) + x.SkipLast(3).Sum() * x.Take(1..3).Sum() + x.Take(^2..).Sum() * x.Take(3..9).First() + x.TakeLast(9).Sum(v => v * v);

    [Differentiable, Allocates("rows")]
    public static double InChunks([Length(5)] double[] x) => x.Chunk(2).Select(chunk => chunk.Sum()).Aggregate((a, b) => a * b) + x.Chunk(3).Max(chunk => chunk[0] * chunk[0]);

    /// <summary>What carries but one direction, since the steps make tuples, is called.</summary>
    [Differentiable]
    public static double NumberedElsewhere([Length(3)] double[] x) => Numbered(x) * x[0] + InPairs(x, x);

    [Differentiable]
    public static double InPairs([Length(3)] double[] x, [Length(3)] double[] y)
    {
        double sum = 0;
        foreach ((double a, double b) in x.Zip(y))
            sum += a * a * b;
        return sum + x.Select(v => (A: v, B: v * v)).Sum(p => p.A * p.B);
    }

    [Differentiable]
    public static double Numbered([Length(3)] double[] x) => x.Index().Sum(p => p.Index * p.Item * p.Item);

    [Differentiable]
    public static double OfThree([Length(4)] double[] x) => x.Zip(x.Skip(1), x.Skip(2)).Sum(t => t.First * t.Second * t.Third);

    [Differentiable]
    public static double Filled([Length(3)] double[] x, double y) => x.Skip(3).DefaultIfEmpty(y * y).Sum() * x.DefaultIfEmpty(y).Sum() + x.Skip(4).DefaultIfEmpty().Sum();

    [Differentiable, Allocates("the order")]
    public static double OnIntegers([Length(4)] double[] x) => x[new[] { 2, 0, 3 }.Where(i => i > 0).Select(i => i - 1).Max()] * x[Enumerable.Range(0, 4).OrderByDescending(i => i % 3).ThenBy(i => -i).First()];

    [Differentiable]
    public static double[][] CopiedRows([Rows(2), Columns(3)] double[][] rows) => [.. rows.Select(row => row.Select(v => v * v).ToArray())];

    [Differentiable]
    public static double ThroughAList([Length(3)] double[] x) => x.Select(v => v * v).ToList().Sum() + x.Where(v => v > -100).ToList().Last() * x.Reverse().First();

    [Differentiable]
    public static double ByHelpers([Length(3)] double[] x) => MeanOf(x) * MeanOf(x.Select(v => v * v).ToArray()) + SumOfSquares(x);

    private static double MeanOf(IEnumerable<double> values) => values.Sum() / values.Count();

    private static double SumOfSquares(IEnumerable<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        return sum;
    }
}
