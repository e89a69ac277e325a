using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.Interval;
using static Differentiable.Generators.Rules.RuleTable;
using static Differentiable.Generators.Rules.Template;

namespace Differentiable.Generators.Rules;

/// <summary>
/// Functions with kinks. Ties and bounds follow TensorFlow (<c>maximum</c>, <c>minimum</c>, <c>clip_by_value</c>, <c>abs</c>). With a NaN
/// among the operands, the contributions of a selection still add up to the cotangent: none is lost.
/// </summary>
internal static class PiecewiseRules
{
    private const string Tie = "at a tie the first operand gets it";
    private const string OppositeTie = "at a tie of opposite numbers the one that is returned gets it";
    private const string SkipsNaN = "a NaN operand that is passed over gets 0";

    private static readonly Term low = Operand(1, "low");
    private static readonly Term high = Operand(2, "high");

    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        [Op.Abs] = Cheap(If(Equal(x, 0), 0, If(x < 0, -dy, dy))).On(Between(-4, 4)).At(0, 0, "0 at 0"),

        [Op.Min] = Cheap(If(a <= b, dy, 0), If(a <= b, 0, dy)).On(Between(-4, 4), Between(-4, 4)).At([2, 2], [1, 0], Tie),
        [Op.Max] = Cheap(If(a >= b, dy, 0), If(a >= b, 0, dy)).On(Between(-4, 4), Between(-4, 4)).At([2, 2], [1, 0], Tie),
        [Op.MinMagnitude] = Selection().At([3, -3], [0, 1], OppositeTie).At([-3, 3], [1, 0], OppositeTie),
        [Op.MaxMagnitude] = Selection().At([3, -3], [1, 0], OppositeTie).At([-3, 3], [0, 1], OppositeTie),
        [Op.MinNumber] = Selection().At([double.NaN, 3], [0, 1], SkipsNaN).At([3, double.NaN], [1, 0], SkipsNaN),
        [Op.MaxNumber] = Selection().At([double.NaN, 3], [0, 1], SkipsNaN).At([3, double.NaN], [1, 0], SkipsNaN),
        [Op.MinMagnitudeNumber] = Selection().At([3, -3], [0, 1], OppositeTie).At([double.NaN, 3], [0, 1], SkipsNaN),
        [Op.MaxMagnitudeNumber] = Selection().At([3, -3], [1, 0], OppositeTie).At([double.NaN, 3], [0, 1], SkipsNaN),

        [Op.Clamp] = Limited(),
        [Op.ClampOnType] = Limited(),

        // y is x or -x; the sign operand is only asked for its sign.
        [Op.CopySign] = Cheap(If(Equal(x, 0), 0, If(Equal(x, y), dy, -dy)), null)
            .On(Between(-4, 4), Between(-4, 4))
            .At([0, 1], [0, 0], "0 at x = 0"),
    };

    /// <summary>The operand that was returned gets it; the first one if both are equal to the result.</summary>
    private static Rule Selection() =>
        Cheap(If(Equal(a, y), dy, 0), If(Equal(a, y), 0, dy)).On(Between(-4, 4), Between(-4, 4)).At([2, 2], [1, 0], Tie);

    private static Rule Limited() => Cheap(If(Either(x < low, x > high), 0, dy), If(x < low, dy, 0), If(x > high, dy, 0))
        .On(Between(-4, 4), Between(-3, -1), Between(1, 3))
        .At([-1, -1, 2], [1, 0, 0], "at a bound the value gets it")
        .At([2, -1, 2], [1, 0, 0], "at a bound the value gets it");
}
