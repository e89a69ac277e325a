using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.RuleTable;

namespace Differentiable.Generators.Rules;

/// <summary>What computes with bits and truth values, or answers a question. None of it has a derivative.</summary>
internal static class DiscreteRules
{
    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        [Op.And] = None(),
        [Op.Or] = None(),
        [Op.Xor] = None(),
        [Op.Complement] = None(),
        [Op.ShiftLeft] = None(),
        [Op.ShiftRight] = None(),
        [Op.UnsignedShiftRight] = None(),

        [Op.Not] = None(),
        [Op.AndAlso] = None(),
        [Op.OrElse] = None(),

        [Op.Equal] = None(),
        [Op.NotEqual] = None(),
        [Op.Less] = None(),
        [Op.LessOrEqual] = None(),
        [Op.Greater] = None(),
        [Op.GreaterOrEqual] = None(),

        [Op.IsNaN] = None(),
        [Op.IsFinite] = None(),
        [Op.IsInfinity] = None(),
        [Op.IsNegative] = None(),
        [Op.IsPositiveInfinity] = None(),
        [Op.IsNegativeInfinity] = None(),
        [Op.IsPositive] = None(),
    };
}
