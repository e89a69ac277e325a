using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>
/// Can reverse mode be had from a tangent rule alone? Of scalars, by evaluating it for unit tangents; of arrays, by its own reverse mode, since it
/// is linear in its tangents.
/// </summary>
internal static class Transposition
{
    /// <summary>Why not; null if it can, or if it need not.</summary>
    public static string? ReasonAgainst(IMethodSymbol method, IReadOnlyList<RuleMatch> rules)
    {
        if (rules.Any(rule => rule.IsPullback))
            return null;
        RuleMatch tangent = rules[0];
        if (Attributes.IsDifferentiable(tangent.Rule) && method.IsStatic)
            return null;
        IEnumerable<IParameterSymbol> active = method.Parameters
            .Where(parameter => TypeLowering.Lower(parameter.Type).HoldsReal && !tangent.Constants.Contains(parameter.Name));
        if (active.Any(parameter => TypeLowering.Lower(parameter.Type).IsStorage))
            return "it takes arrays";
        return SignatureLowering.LowerResult(method).Components.All(type => type is ScalarType) ? null : "it returns an array";
    }

    /// <summary>The pullback that would help.</summary>
    public static string ExpectedPullback(IMethodSymbol method, RuleMatch tangent) =>
        RuleMatch.ShapeOf(tangent.Rule, method, isPullback: true).Write("static", method.Name + "Pullback");
}
