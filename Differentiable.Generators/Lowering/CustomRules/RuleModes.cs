using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.CustomRules;

/// <summary>Which derivatives the rules of a method give.</summary>
internal static class RuleModes
{
    private const DerivativeKinds OfSecondOrder = DerivativeKinds.Hvp | DerivativeKinds.Hessian;

    /// <summary>What of a request they do not give, and what would help; null where they give all of it.</summary>
    public static (string Missing, string Help)? Missing(Request request, RuleMethod? tangent) =>
        request.IsOfTangents ? Missing(request, tangent, "add a tangent rule", order: 1) : null;

    /// <summary>Are they rules of the library, which end before the order that is asked for?</summary>
    public static bool EndsEarly(Request request, RuleMethod? tangent) => tangent is not null && IsBuiltIn(tangent) && Missing(request, tangent) is not null;

    /// <summary>Each order takes a tangent rule of the one before, and reverse mode over it a rule of that.</summary>
    private static (string Missing, string Help)? Missing(Request request, RuleMethod? tangent, string help, int order)
    {
        if (order > request.Order || tangent is { IsDifferentiable: true })
            return null;
        if (tangent is null)
            return (Named(request.Kinds & ~DerivativeKinds.Gradient, order), help);
        string next = $"mark the tangent rule '{tangent.Callee.Name}' [Differentiable], or give it rules itself";
        return request.Has(OfSecondOrder) && tangent.Callee.Rule is null
            ? (Named(request.Kinds & OfSecondOrder, order), next)
            : Missing(request, tangent.Callee.Rule?.Tangent, next, order + 1);
    }

    /// <summary>Is it one of those that come with the library, which no project can mark?</summary>
    private static bool IsBuiltIn(RuleMethod rule) => rule.Callee.Type.StartsWith("global::Differentiable.Runtime.", StringComparison.Ordinal);

    private static string Named(DerivativeKinds kinds, int order) => order == 1 ? $"{kinds}" : $"{kinds} of order {order}";
}
