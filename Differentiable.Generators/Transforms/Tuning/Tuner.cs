using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>Rewrites a simplified body into the form that the JIT makes fast code of.</summary>
internal static class Tuner
{
    public static Block Run(Block body, IReadOnlyList<Variable> parameters, AdjointContext context) =>
        LastRounds.Run(WholeStores.Run(RunLoops(body, parameters, context)), parameters);

    private static Block RunLoops(Block body, IReadOnlyList<Variable> parameters, AdjointContext context)
    {
        body = Partials.Run(body);
        if (!body.Statements.Any(statement => statement.Has(inner => inner is For)))
            return body;
        Integers integers = context.IntegersOf(body, parameters);
        Block windowed = Windows.Run(body, context.Supply, integers);
        if (!ReferenceEquals(windowed, body))
            integers = context.IntegersOf(windowed, parameters);
        return FirstWrites.Run(ScaledSums.Run(windowed, integers), context, integers);
    }
}
