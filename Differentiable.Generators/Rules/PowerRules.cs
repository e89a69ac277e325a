using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.Interval;
using static Differentiable.Generators.Rules.RuleTable;
using static Differentiable.Generators.Rules.Template;

namespace Differentiable.Generators.Rules;

/// <summary>Powers and roots.</summary>
internal static class PowerRules
{
    private static readonly Term p = Operand(1, "p");

    /// <summary>
    /// The row of a power of two operands where what it gives is differentiated in turn. At p = 0 the derivative with respect to x is 0, but depends on p; where the
    /// base is not positive p counts as a constant in it, so that the order in which second derivatives are taken makes no difference. The power itself is computed anew, where it
    /// counts: at x = 0 its derivative may be infinite.
    /// </summary>
    public static Rule PowInTangents { get; } = Costly(
        If(x <= 0, If(Equal(p, 0), 0, dy * (Held(p) * Pow(x, Held(p) - 1))), dy * (p * Pow(x, p - 1))),
        If(x <= 0, 0, dy * (Pow(x, p) * Log(x))));

    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        [Op.Sqrt] = Moderate(dy * (0.5 / y))
            .On(Between(0.1, 9))
            .At(0, double.PositiveInfinity, "infinite at 0"),

        [Op.Cbrt] = Costly(dy / (3 * (y * y)))
            .On(Between(0.1, 9))
            .At(0, double.PositiveInfinity, "infinite at 0"),

        // As TensorFlow: no derivative with respect to the exponent where the base is not positive, since ln x is not real there.
        // The guard for p = 0 keeps 0 * infinity out of x = 0.
        [Op.Pow] = Costly(If(Equal(p, 0), 0, dy * (p * Pow(x, p - 1))), If(x <= 0, 0, dy * (y * Log(x))))
            .On(Between(0.2, 4), Between(-3, 3))
            .At([0, 2], [0, 0], "at x = 0 the derivative with respect to p is 0")
            .At([0, 1], [1, 0], "at x = 0 and p = 1 the derivative with respect to x is 1")
            .At([0, 0], [0, 0], "at p = 0 the derivative with respect to x is 0")
            .At([0, 0.5], [double.PositiveInfinity, 0], "at x = 0 and 0 < p < 1 the derivative with respect to x is infinite")
            .At([-2, 3], [12, 0], "for x < 0 the derivative with respect to p is 0, and so are mixed second derivatives for x <= 0"),

        // The quotient first: it is at most 1 whatever the size of the operands, and so what it changes by stays in range.
        [Op.Hypot] = Costly(If(Equal(y, 0), 0, dy * (a / y)), If(Equal(y, 0), 0, dy * (b / y)))
            .On(Between(-4, 4), Between(0.5, 4))
            .At([0, 0], [0, 0], "0 at the origin"),

        // In y, so that n = 1 is regular at 0 and a constant n makes a short product.
        [Op.RootN] = Costly(dy / (Real(n) * Pow(y, Real(n) - 1)), null)
            .On(Between(0.2, 9), Whole(1, 5))
            .At([0, 1], [1, 0], "1 for n = 1, at 0 too")
            .At([0, 3], [double.PositiveInfinity, 0], "infinite at 0 for n > 1")
            .At([-8, 3], [1.0 / 12, 0], "odd roots of negative numbers are regular"),

        [Op.ReciprocalEstimate] = Moderate(-(dy * (y * y)))
            .On(Between(0.2, 4))
            .At(0, double.NegativeInfinity, "infinite at 0"),

        [Op.ReciprocalSqrtEstimate] = Moderate(-0.5 * dy * (y * y * y))
            .On(Between(0.2, 4))
            .At(0, double.NegativeInfinity, "infinite at 0"),
    };
}
