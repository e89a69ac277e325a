using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.Interval;
using static Differentiable.Generators.Rules.RuleTable;
using static Differentiable.Generators.Rules.Template;

namespace Differentiable.Generators.Rules;

/// <summary>
/// Exponentials and logarithms. Exponentials differentiate in their result, so that nothing costly is computed again; but for those that are near -1 where their derivative is small, which
/// is then no more than a rounding of the result.
/// </summary>
internal static class ExponentialRules
{
    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        [Op.Exp] = Costly(dy * y).On(Between(-3, 3)).At(double.NegativeInfinity, 0, "0 at minus infinity"),
        [Op.Exp2] = Costly(dy * (Ln2 * y)).On(Between(-3, 3)),
        [Op.Exp10] = Costly(dy * (Ln10 * y)).On(Between(-2, 2)),
        [Op.ExpM1] = Costly(dy * Exp(x)).On(Between(-3, 3)).At(0, 1, "exactly 1 at 0"),
        [Op.Exp2M1] = Costly(dy * (Ln2 * Exp2(x))).On(Between(-3, 3)),
        [Op.Exp10M1] = Costly(dy * (Ln10 * Exp10(x))).On(Between(-2, 2)),

        [Op.Log] = Costly(dy / x).On(Between(0.1, 9)).At(0, double.PositiveInfinity, "infinite at 0"),
        [Op.LogBase] = Costly(dy / (x * Log(b)), -(dy * y / (b * Log(b)))).On(Between(0.3, 9), Between(1.5, 9)),
        [Op.Log2] = Costly(dy / (Ln2 * x)).On(Between(0.1, 9)).At(0, double.PositiveInfinity, "infinite at 0"),
        [Op.Log10] = Costly(dy / (Ln10 * x)).On(Between(0.1, 9)).At(0, double.PositiveInfinity, "infinite at 0"),
        [Op.LogP1] = Costly(dy / (1 + x)).On(Between(-0.8, 4)).At(-1, double.PositiveInfinity, "infinite at -1"),
        [Op.Log2P1] = Costly(dy / (Ln2 * (1 + x))).On(Between(-0.8, 4)).At(-1, double.PositiveInfinity, "infinite at -1"),
        [Op.Log10P1] = Costly(dy / (Ln10 * (1 + x))).On(Between(-0.8, 4)).At(-1, double.PositiveInfinity, "infinite at -1"),
    };
}
