using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.Interval;
using static Differentiable.Generators.Rules.RuleTable;
using static Differentiable.Generators.Rules.Template;

namespace Differentiable.Generators.Rules;

/// <summary>The operators of arithmetic. On integers they have no derivative: <see cref="Rule.Contribution"/> is null there.</summary>
internal static class ArithmeticRules
{
    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        [Op.Negate] = Cheap(-dy).On(Between(-4, 4)),
        [Op.Add] = Cheap(dy, dy).On(Between(-4, 4), Between(-4, 4)),
        [Op.Subtract] = Cheap(dy, -dy).On(Between(-4, 4), Between(-4, 4)),
        [Op.Multiply] = Cheap(dy * b, dy * a).On(Between(-4, 4), Between(-4, 4)),

        // Both contributions hold dy / b, so that they can share the one division.
        [Op.Divide] = Moderate(dy / b, -(dy / b * y)).On(Between(-4, 4), Between(0.5, 4)),

        // y = a - q * b with an integer q that is constant in pieces. As y is exact, rounding (a - y) / b gives q itself; truncating
        // a / b would be off by one where that quotient rounds up to an integer.
        [Op.Remainder] = Moderate(dy, -(dy * Round((a - y) / b)))
            .On(Between(-6, 6), Between(1, 4))
            .At([6, 2], [1, -3], "at a multiple of b the quotient is that of the result: y = a - b * q"),
    };

    /// <summary>One over <c>b</c>: a quotient whose derivative needs no division, only the result.</summary>
    public static Rule Reciprocal { get; } = Moderate(null, -(dy * (y * y))).On(Between(1, 1), Between(0.5, 4));
}
