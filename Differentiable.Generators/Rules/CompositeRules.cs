using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.Interval;
using static Differentiable.Generators.Rules.RuleTable;
using static Differentiable.Generators.Rules.Template;

namespace Differentiable.Generators.Rules;

/// <summary>Operations that combine others, and operations on a number's parts.</summary>
internal static class CompositeRules
{
    private static readonly Term t = Operand(2, "t");

    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        [Op.FusedMultiplyAdd] = Cheap(dy * b, dy * a, dy).On(Between(-4, 4), Between(-4, 4), Between(-4, 4)),
        [Op.Lerp] = Cheap(dy * (1 - t), dy * t, dy * (b - a)).On(Between(-4, 4), Between(-4, 4), Between(-1, 2)),

        // As for the remainder of division, with the quotient rounded to the nearest integer.
        [Op.Ieee754Remainder] = Costly(dy, -(dy * Round((a - y) / b)))
            .On(Between(-6, 6), Between(1, 4))
            .At([5, 2], [1, -2], "halfway between two multiples of b the quotient is that of the result: y = a - b * q"),

        [Op.ScaleB] = Moderate(dy * ScaleB(1, n), null).On(Between(-4, 4), Whole(-5, 5)),
        [Op.BitIncrement] = Cheap(dy).On(Between(-4, 4)),
        [Op.BitDecrement] = Cheap(dy).On(Between(-4, 4)),
        [Op.DegreesToRadians] = Cheap(dy * (Pi / 180)).On(Between(-90, 90)),
        [Op.RadiansToDegrees] = Cheap(dy * (180 / Pi)).On(Between(-4, 4)),
    };
}
