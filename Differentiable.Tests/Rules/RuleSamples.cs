using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>The rows as theory data, and points in their boxes.</summary>
public static class RuleSamples
{
    public const int Count = 100;

    private static readonly Op[] All = Enum.GetValues<Op>();

    /// <summary>Every operation, by name.</summary>
    public static TheoryData<string> Everything => Named(All);

    /// <summary>The operations with a derivative, by name.</summary>
    public static TheoryData<string> Differentiable => Named(All.Where(op => Rule.For(op).HasDerivative));

    /// <summary>The operations without one, or where it is zero.</summary>
    public static TheoryData<string> Others => Named(All.Where(op => !Rule.For(op).HasDerivative));

    /// <summary>The operations whose derivative is written in the result.</summary>
    public static TheoryData<string> InTheResult =>
        Named(All.Where(op => Enumerable.Range(0, Rule.For(op).Domain.Box.Count).Any(Rule.For(op).MentionsResult)));

    internal static Op Parse(string name) => Enum.Parse<Op>(name);

    internal static IEnumerable<double[]> Points(Op op)
    {
        Random random = new(20260 + (int)op);
        return Enumerable.Range(0, Count).Select(_ => Rule.For(op).Domain.Box.Select(interval => In(interval, random)).ToArray());
    }

    private static double In(Interval interval, Random random) =>
        interval.IsWhole
            ? random.Next((int)interval.Low, (int)interval.High + 1)
            : interval.Low + ((interval.High - interval.Low) * random.NextDouble());

    private static TheoryData<string> Named(IEnumerable<Op> ops) => [.. ops.Select(op => op.ToString())];
}
