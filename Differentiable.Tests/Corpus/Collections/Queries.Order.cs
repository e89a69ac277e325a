using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Collections;

/// <summary>Sequences in order: keys decide, and values carry the derivative.</summary>
public static partial class Queries
{
    [Differentiable, Allocates("the order")]
    public static double Median([Length(5), Range(-2, 2)] double[] x) => x.Order().ElementAt(2) * x.OrderDescending().First();

    [Differentiable, Allocates("the order")]
    public static double WeightedByRank([Length(4), Range(-2, 2)] double[] x) => x.OrderBy(v => v * v).Select((v, i) => v * v * (i + 1)).Sum() + x.OrderByDescending(v => -v).Select((v, i) => v * i).Sum();

    /// <summary>Equal keys stay in their order, and the first key decides before the second.</summary>
    [Differentiable, Allocates("the order")]
    public static double BySeveralKeys([Length(6), Range(-2, 2)] double[] x) =>
        x.Index().OrderBy(p => p.Index % 2).ThenByDescending(p => p.Item).ThenBy(p => p.Index).Select((p, i) => p.Item * (i + 1)).Sum()
        + x.Select((v, i) => (Value: v, Key: i % 3)).OrderBy(p => p.Key).Select((p, i) => p.Value * p.Value * (i + 1)).Sum();

    [Differentiable]
    public static double BestRow([Rows(3), Columns(2)] double[][] rows) => rows.MinBy(row => row.Sum())![0] * rows.MaxBy(row => row[0])![1];

    [Differentiable]
    public static double Best([Length(4), Range(-2, 2)] double[] x, [Length(3)] Body[] bodies) => x.MaxBy(v => v * v) * x.MinBy(v => Math.Abs(v)) + bodies.MinBy(body => body.Mass).Place;

    [Differentiable, Allocates("the order")]
    public static double Different([Length(3)] double[] x) => x.Concat(x).Distinct().Select((v, i) => v * v * (i + 1)).Sum() + x.DistinctBy(v => v > -100).Sum();

    [Differentiable, Allocates("the order")]
    public static double RowsInOrder([Rows(3), Columns(2)] double[][] rows) =>
        rows.OrderBy(row => row[0]).Select((row, i) => (i + 1) * row[0] * row[1]).Sum() * rows.Reverse().Select((row, i) => i * row[1]).Sum();

    [Differentiable, Allocates("the order")]
    [TypeArguments(typeof(double))]
    public static T Range<T>([Length(4)] T[] x)
        where T : IFloatingPointIeee754<T> => (x.Max()! - x.Min()!) * x.Order().Last() * x.MaxBy(v => v * v)!;
}
