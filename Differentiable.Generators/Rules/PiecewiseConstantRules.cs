using Differentiable.Generators.Ir;
using static Differentiable.Generators.Rules.RuleTable;

namespace Differentiable.Generators.Rules;

/// <summary>Functions that are constant in pieces: the derivative is zero, at the steps too, by TensorFlow's convention.</summary>
internal static class PiecewiseConstantRules
{
    public static IReadOnlyDictionary<Op, Rule> Rows { get; } = new Dictionary<Op, Rule>
    {
        [Op.Floor] = Zero(),
        [Op.Ceiling] = Zero(),
        [Op.Truncate] = Zero(),
        [Op.Round] = Zero(),
        [Op.RoundDigits] = Zero(Cost.Moderate),
        [Op.Sign] = Zero(),
        [Op.ILogB] = Zero(Cost.Moderate),

        // Not constant: the gradient is stopped on purpose.
        [Op.StopGradient] = Zero(),
    };
}
