using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Can a function that is not asked for its gradient be reversed? Those that it calls then have to have reverse mode, which no one has asked for on its behalf.</summary>
internal static class ReverseCalls
{
    public static bool HaveReverse(Function function, Block body) =>
        !function.IsAbstract && body.DescendantStatements().OfType<Call>().All(call => call.Callee.Rule is { } rule ? rule.Pullback is not null : call.Callee.HasGradient);
}
