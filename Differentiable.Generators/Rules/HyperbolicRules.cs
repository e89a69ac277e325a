using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.Interval;
using static Differentiable.Generators.Rules.RuleTable;
using static Differentiable.Generators.Rules.Template;

namespace Differentiable.Generators.Rules;

/// <summary>Hyperbolic functions and their inverses.</summary>
internal static class HyperbolicRules
{
    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        // In x: the square roots of 1 + y * y and y * y - 1 would overflow or cancel.
        [Op.Sinh] = Costly(dy * Cosh(x)).On(Between(-3, 3)),
        [Op.Cosh] = Costly(dy * Sinh(x)).On(Between(-3, 3)),
        [Op.Tanh] = Costly(dy * (1 - y * y)).On(Between(-2, 2)).At(double.PositiveInfinity, 0, "0 at infinity"),
        [Op.Asinh] = Costly(dy / Hypot(x, 1)).On(Between(-4, 4)).At(double.PositiveInfinity, 0, "0 at infinity"),
        [Op.Acosh] = Costly(dy / (Sqrt(x - 1) * Sqrt(x + 1))).On(Between(1.2, 9)).At(1, double.PositiveInfinity, "infinite at 1"),
        [Op.Atanh] = Costly(dy / ((1 - x) * (1 + x)))
            .On(Between(-0.9, 0.9))
            .At(1, double.PositiveInfinity, "infinite at 1 and -1")
            .At(-1, double.PositiveInfinity, "infinite at 1 and -1"),
    };
}
