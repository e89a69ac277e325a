using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.Interval;
using static Differentiable.Generators.Rules.RuleTable;
using static Differentiable.Generators.Rules.Template;

namespace Differentiable.Generators.Rules;

/// <summary>
/// Trigonometric functions, in radians and in half-turns. <c>(1 - x) * (1 + x)</c> instead of <c>1 - x * x</c>: the factors are exact
/// near the ends of the domain, where the difference cancels (Kahan, "Branch cuts for complex elementary functions", 1987).
/// </summary>
internal static class TrigonometricRules
{
    private const string AtOrigin = "0 at the origin";
    private const string AtOne = "infinite at 1 and -1";

    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        [Op.Sin] = Costly(dy * Cos(x)).On(Between(-6, 6)),
        [Op.Cos] = Costly(-(dy * Sin(x))).On(Between(-6, 6)),
        [Op.Tan] = Costly(dy * (1 + y * y)).On(Between(-1.4, 1.4)),
        [Op.Asin] = Costly(dy / Sqrt((1 - x) * (1 + x)))
            .On(Between(-0.9, 0.9))
            .At(1, double.PositiveInfinity, AtOne)
            .At(-1, double.PositiveInfinity, AtOne),
        [Op.Acos] = Costly(-(dy / Sqrt((1 - x) * (1 + x))))
            .On(Between(-0.9, 0.9))
            .At(1, double.NegativeInfinity, AtOne)
            .At(-1, double.NegativeInfinity, AtOne),
        [Op.Atan] = Costly(dy / (1 + x * x)).On(Between(-4, 4)).At(double.PositiveInfinity, 0, "0 at infinity"),

        [Op.Atan2] = Angle(1),

        [Op.SinPi] = Costly(dy * (Pi * CosPi(x))).On(Between(-2, 2)),
        [Op.CosPi] = Costly(-(dy * (Pi * SinPi(x)))).On(Between(-2, 2)).At(1, 0, "exactly 0 at the integers"),
        [Op.TanPi] = Costly(dy * (Pi * (1 + y * y))).On(Between(-0.4, 0.4)),
        [Op.AsinPi] = Costly(dy / (Pi * Sqrt((1 - x) * (1 + x))))
            .On(Between(-0.9, 0.9))
            .At(1, double.PositiveInfinity, AtOne)
            .At(-1, double.PositiveInfinity, AtOne),
        [Op.AcosPi] = Costly(-(dy / (Pi * Sqrt((1 - x) * (1 + x)))))
            .On(Between(-0.9, 0.9))
            .At(1, double.NegativeInfinity, AtOne)
            .At(-1, double.NegativeInfinity, AtOne),
        [Op.AtanPi] = Costly(dy / (Pi * (1 + x * x))).On(Between(-4, 4)).At(double.PositiveInfinity, 0, "0 at infinity"),
        [Op.Atan2Pi] = Angle(Pi),
    };

    /// <summary>
    /// <c>b / (a² + b²)</c> and <c>-a / (a² + b²)</c>, both divided by the operand that is larger in size: squares may be out of range where the operands are not.
    /// </summary>
    private static Rule Angle(Term unit) => Costly(
            Over(Length, dy / unit * If(Flat, 1, Ratio)),
            Over(Length, -(dy / unit * If(Flat, Ratio, 1))))
        .On(Between(-4, 4), Between(0.5, 4))
        .At([0, 0], [0, 0], AtOrigin)
        .At([double.PositiveInfinity, 1], [0, 0], "0 where one operand is infinite");

    private static Term Ratio => If(Flat, a / b, If(Equal(a, 0), 0, b / a));

    private static Term Length => If(Flat, b + a * Ratio, a + b * Ratio);

    private static Term Flat => Abs(a) < Abs(b);

    private static Term Over(Term length, Term part) => If(Equal(length, 0), 0, part / length);
}
