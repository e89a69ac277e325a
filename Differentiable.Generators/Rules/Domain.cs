using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>Where a rule is tested: a box of operands with regular values, and the points where the derivative is a convention.</summary>
/// <param name="Box">For each operand the values to sample from.</param>
/// <param name="Edges">The points with a convention.</param>
internal sealed record Domain(EquatableArray<Interval> Box, EquatableArray<Edge> Edges)
{
    public static Domain None => new([], []);
}

/// <summary>An interval of an operand's values.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
/// <param name="IsWhole">Does it hold only the integers between its ends?</param>
internal sealed record Interval(double Low, double High, bool IsWhole)
{
    public static Interval Between(double low, double high) => new(low, high, false);

    public static Interval Whole(int low, int high) => new(low, high, true);
}

/// <summary>A point where the derivative is a convention.</summary>
/// <param name="At">The operands.</param>
/// <param name="Gives">The derivative with respect to each operand; zero for those that have none.</param>
/// <param name="Convention">The convention in words.</param>
internal sealed record Edge(EquatableArray<double> At, EquatableArray<double> Gives, string Convention);
