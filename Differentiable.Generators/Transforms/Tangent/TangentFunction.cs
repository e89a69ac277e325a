using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>The tangent of a function: a function in turn.</summary>
/// <param name="Primal">What it is the tangent of.</param>
/// <param name="Signature">Which of its parameters are tangents of which.</param>
/// <param name="Function">The tangent.</param>
internal sealed record TangentFunction(Function Primal, TangentSignature Signature, VersionedFunction Function)
{
    /// <summary>
    /// The directional derivative of a function with one result, as a function of the inputs: its gradient is the product of the second
    /// derivatives with the direction. This is reverse over forward mode: the tangent is a function like any other, so all that the adjoint
    /// transform knows of storage, loops and calls holds for it.
    /// </summary>
    /// <param name="inputs">How many parameters the function has that was differentiated first: those behind are tangents.</param>
    public VersionedFunction DirectionalDerivative(int inputs)
    {
        Function source = Function.Source;
        int last = source.Result.Components.Count - 1;
        return Function with
        {
            Source = source with
            {
                Name = Primal.Name,
                Parameters = source.Parameters.Select((parameter, i) => i < inputs ? parameter : parameter with { IsActive = false }).ToEquatableArray(),
                Result = new([source.Result.Components[last]], [""], IsTuple: false),
            },
            Results = [Function.Results[last]],
        };
    }
}
