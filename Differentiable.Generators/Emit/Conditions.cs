using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>Negated conditions, spelled as people do.</summary>
internal static class Conditions
{
    /// <summary>
    /// The opposite of a condition. A comparison turns round, except that of real numbers: where one is not a number,
    /// <c>!(a &lt; b)</c> is true and <c>a &gt;= b</c> is false.
    /// </summary>
    public static Expr Not(Expr condition) => condition switch
    {
        Constant { Value: bool value } => Constant.Of(!value),
        Apply { Op: Op.Not } not => not.Arguments[0],
        Apply { Arguments.Count: 2 } comparison when Opposite(comparison) is { } opposite => comparison with { Op = opposite },
        _ => new Apply(Op.Not, IrType.Boolean, [condition]),
    };

    private static Op? Opposite(Apply comparison)
    {
        bool isOrdered = !comparison.Arguments[0].Type.IsReal;
        return comparison.Op switch
        {
            Op.Equal => Op.NotEqual,
            Op.NotEqual => Op.Equal,
            Op.Less when isOrdered => Op.GreaterOrEqual,
            Op.LessOrEqual when isOrdered => Op.Greater,
            Op.Greater when isOrdered => Op.LessOrEqual,
            Op.GreaterOrEqual when isOrdered => Op.Less,
            _ => null,
        };
    }
}
