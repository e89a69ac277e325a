using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>Rewrites a simplified body into the form that the JIT makes fast code of.</summary>
internal static class Tuner
{
    public static Block Run(Block body, IReadOnlyList<Variable> parameters, AdjointContext context)
    {
        body = Partials.Run(body);
        body = Windows.Run(body, parameters, context);
        body = ScaledSums.Run(body, parameters, context);
        return FirstWrites.Run(body, parameters, context);
    }
}
