using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>The derivative table: the groups' rows together, and the words that rows begin with.</summary>
internal static class RuleTable
{
    /// <summary>The groups, in the order of <see cref="Op"/>.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<Op, Rule>> Groups { get; } =
    [
        ArithmeticRules.Rows,
        DiscreteRules.Rows,
        PowerRules.Rows,
        ExponentialRules.Rows,
        TrigonometricRules.Rows,
        HyperbolicRules.Rows,
        PiecewiseRules.Rows,
        CompositeRules.Rows,
        PiecewiseConstantRules.Rows,
    ];

    /// <summary>Every operation's row. An operation with two rows fails here, one with none in the tests.</summary>
    public static IReadOnlyDictionary<Op, Rule> Rows { get; } =
        Groups.SelectMany(group => group).ToDictionary(row => row.Key, row => row.Value);

    /// <summary>A row of a cheap operation: the contributions to its operands.</summary>
    public static Rule Cheap(params Term?[] contributions) => Given(Cost.Cheap, contributions);

    /// <summary>A row of a moderately costly operation.</summary>
    public static Rule Moderate(params Term?[] contributions) => Given(Cost.Moderate, contributions);

    /// <summary>A row of a costly operation.</summary>
    public static Rule Costly(params Term?[] contributions) => Given(Cost.Costly, contributions);

    /// <summary>A row of an operation whose derivative is zero.</summary>
    public static Rule Zero(Cost cost = Cost.Cheap) => new(Derivative.Zero, cost, [], Domain.None);

    /// <summary>A row of an operation that has no derivative.</summary>
    public static Rule None(Cost cost = Cost.Cheap) => new(Derivative.None, cost, [], Domain.None);

    private static Rule Given(Cost cost, Term?[] contributions) =>
        new(Derivative.Given, cost, contributions.Select(term => term?.Expression).ToEquatableArray(), Domain.None);
}
