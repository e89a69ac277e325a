using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Generators.Analysis;

/// <summary>Integer arithmetic on the rounds of counted loops.</summary>
internal static class TripCount
{
    /// <summary>How many rounds the loop makes.</summary>
    public static Expr Of(For loop)
    {
        if (IsFromZero(loop) && loop.Bound is Length && loop is { Step: 1, Comparison: Op.Less })
            return loop.Bound;
        long magnitude = Math.Abs(loop.Step);
        Expr distance = loop.Step > 0 ? Subtract(loop.Bound, loop.Start) : Subtract(loop.Start, loop.Bound);
        bool inclusive = loop.Comparison is Op.LessOrEqual or Op.GreaterOrEqual;
        Expr rounds = Add(distance, (inclusive ? magnitude : magnitude - 1));
        if (magnitude > 1)
            rounds = new Apply(Op.Divide, rounds.Type, [rounds, Number(rounds.Type, magnitude)]);
        if (IsKnown(loop) is { } entered)
            return entered ? rounds : Number(rounds.Type, 0);
        return new Conditional(new Apply(loop.Comparison, IrType.Boolean, [loop.Start, loop.Bound]), rounds, Number(rounds.Type, 0));
    }

    /// <summary>A number of its own for each round, from zero to the last: steps of one are counted from the end where the counter is least.</summary>
    public static Expr IndexOf(For loop)
    {
        Expr counter = new Use(loop.Counter);
        if (loop.Step == -1)
            return Subtract(counter, Add(loop.Bound, loop.Comparison == Op.Greater ? 1 : 0));
        Expr distance = loop.Step > 0 ? Subtract(counter, loop.Start) : Subtract(loop.Start, counter);
        long magnitude = Math.Abs(loop.Step);
        return magnitude == 1 ? distance : new Apply(Op.Divide, distance.Type, [distance, Number(distance.Type, magnitude)]);
    }

    /// <summary>The loop that makes the same rounds backwards.</summary>
    public static For Reversed(For loop, Variable counter, Block body)
    {
        bool inclusive = loop.Comparison is Op.LessOrEqual or Op.GreaterOrEqual;
        Expr last = loop.Bound;
        if (Math.Abs(loop.Step) > 1)
            last = new Apply(Op.Add, loop.Start.Type, [loop.Start, Scaled(Add(Of(loop), -1), loop.Step)]);
        else if (!inclusive)
            last = Add(loop.Bound, -loop.Step);
        Op comparison = loop.Step > 0 ? Op.GreaterOrEqual : Op.LessOrEqual;
        return new(counter, last, comparison, loop.Start, -loop.Step, body) { Note = null };
    }

    /// <summary>Is it known whether there is a first round?</summary>
    private static bool? IsKnown(For loop)
    {
        if (loop is not { Start: Constant start, Bound: Constant bound })
            return null;
        int order = System.Convert.ToInt64(start.Value).CompareTo(System.Convert.ToInt64(bound.Value));
        return loop.Comparison switch
        {
            Op.Less => order < 0,
            Op.LessOrEqual => order <= 0,
            Op.Greater => order > 0,
            Op.GreaterOrEqual => order >= 0,
            _ => null,
        };
    }

    public static bool IsFromZero(For loop) => loop.Start is Constant { Value: 0 or 0L };

    /// <summary>How far so many rounds take the counter.</summary>
    public static Expr Scaled(Expr rounds, long step) => step == 1 ? rounds : new Apply(Op.Multiply, rounds.Type, [rounds, Number(rounds.Type, step)]);

    public static Constant Number(IrType type, long value) => new(type, type == IrType.Int64 ? (object)value : (int)value);

    private static Expr Add(Expr left, long right) => right switch
    {
        0 => left,
        _ when left is Constant constant && Sum(constant, right) is { } sum => sum,
        < 0 => new Apply(Op.Subtract, left.Type, [left, Number(left.Type, -right)]),
        _ => new Apply(Op.Add, left.Type, [left, Number(left.Type, right)]),
    };

    /// <summary>The sum of two constants, if that is one of the same type.</summary>
    private static Constant? Sum(Constant left, long right)
    {
        long sum = unchecked(System.Convert.ToInt64(left.Value) + right);
        bool overflows = left.Type == IrType.Int64 ? (sum < right) != (System.Convert.ToInt64(left.Value) < 0) : sum is < int.MinValue or > int.MaxValue;
        return overflows ? null : Number(left.Type, sum);
    }

    private static Expr Subtract(Expr left, Expr right) =>
        Algebra.IsZero(right) || right is Constant { Value: 0 or 0L } ? left : new Apply(Op.Subtract, left.Type, [left, right]);
}
