using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>Which derivatives the rules of a method give.</summary>
internal static class RuleModes
{
    private const DerivativeKinds Matrices = DerivativeKinds.Jacobian | DerivativeKinds.Hessian;

    /// <summary>What of a request they do not give, and what would help; null where they give all of it.</summary>
    public static (DerivativeKinds Missing, string Help)? Missing(Request request, RuleMethod? tangent)
    {
        if (request.Has(Matrices))
            return (request.Kinds & Matrices, "they work on one direction at a time; ask for Jvp or Hvp instead");
        if (tangent is null && request.IsOfTangents)
            return (request.Kinds & ~DerivativeKinds.Gradient, "add a tangent rule");
        bool isDifferentiable = tangent is { IsDifferentiable: true } or { Callee.Rule: not null };
        return isDifferentiable || !request.Has(DerivativeKinds.Hvp) && request is not { Order: > 1, IsOfTangents: true }
            ? null
            : (DerivativeKinds.Hvp, $"mark the tangent rule '{tangent!.Callee.Name}' [Differentiable], or give it rules itself");
    }
}
