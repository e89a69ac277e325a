using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>
/// Can reverse mode be had from a tangent rule alone? Of scalars, by evaluating it for unit tangents; of arrays, by its own reverse mode, since it
/// is linear in its tangents.
/// </summary>
internal static class Transposition
{
    /// <summary>Why not; null if it can, or if it need not.</summary>
    public static string? ReasonAgainst(LoweringContext context, IMethodSymbol method, IReadOnlyList<RuleMatch> rules)
    {
        if (rules.Any(rule => rule.IsPullback))
            return null;
        RuleMatch tangent = rules[0];
        if (Attributes.IsDifferentiable(tangent.Rule) && (method.IsStatic || RuleInput.IsOnObject(method)))
            return Calls(context, tangent.Rule, method) ? $"it calls '{RuleSubjects.NameOf(method)}', whose reverse would be its own" : null;
        IEnumerable<IParameterSymbol> active = method.Parameters
            .Where(parameter => TypeLowering.Lower(parameter.Type).HoldsReal && !tangent.Constants.Contains(parameter.Name));
        if (active.Any(parameter => TypeLowering.Lower(parameter.Type).IsStorage))
            return "it takes arrays";
        return SignatureLowering.LowerResult(method).Components.All(type => type is ScalarType) ? null : "it returns an array";
    }

    /// <summary>What would help beside the pullback.</summary>
    public static string Help(RuleMatch tangent) => Attributes.IsDifferentiable(tangent.Rule) ? "add" : "mark it [Differentiable], or add";

    private static bool Calls(LoweringContext context, IMethodSymbol rule, IMethodSymbol method) =>
        context.TextOf(rule) is { } text && context.ModelOf(text.SyntaxTree).GetOperation(text, context.Cancellation) is { } body
        && body.Descendants().Any(operation => SymbolEqualityComparer.Default.Equals(UserOperators.MethodOf(operation)?.OriginalDefinition, method.OriginalDefinition));

    /// <summary>The pullback that would help.</summary>
    public static string ExpectedPullback(IMethodSymbol method, RuleMatch tangent) =>
        RuleMatch.ShapeOf(tangent.Rule, method, isPullback: true).Write("static", RuleSubjects.NameOf(method).Replace("op_", "") + "Pullback", method);
}
