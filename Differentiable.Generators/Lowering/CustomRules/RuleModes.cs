using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>Which derivatives the rules of a method give.</summary>
internal static class RuleModes
{
    private const DerivativeKinds OfSecondOrder = DerivativeKinds.Hvp | DerivativeKinds.Hessian;

    /// <summary>What of a request they do not give, and what would help; null where they give all of it.</summary>
    public static (DerivativeKinds Missing, string Help)? Missing(Request request, RuleMethod? tangent)
    {
        if (tangent is null && request.IsOfTangents)
            return (request.Kinds & ~DerivativeKinds.Gradient, "add a tangent rule");
        bool isDifferentiable = tangent is { IsDifferentiable: true } or { Callee.Rule: not null };
        return isDifferentiable || (!request.Has(OfSecondOrder) && request is not { Order: > 1, IsOfTangents: true })
            ? null
            : (request.Has(OfSecondOrder) ? request.Kinds & OfSecondOrder : DerivativeKinds.Hvp, $"mark the tangent rule '{tangent!.Callee.Name}' [Differentiable], or give it rules itself");
    }
}
