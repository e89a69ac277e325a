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
        int last = Function.Source.Result.Components.Count - 1;
        return OfInputs(inputs, new([Function.Source.Result.Components[last]], [""], IsTuple: false), last);
    }

    /// <summary>The tangents of the results of a function that has nothing but real numbers as results, as a function of the inputs.</summary>
    /// <param name="inputs">How many parameters the function has that was differentiated first: those behind are tangents.</param>
    public VersionedFunction TangentsAlone(int inputs) => OfInputs(inputs, Primal.Result, Primal.Result.Components.Count);

    private VersionedFunction OfInputs(int inputs, ReturnShape result, int first) => Function with
    {
        Source = Function.Source with
        {
            Name = Primal.Name,
            Parameters = Function.Source.Parameters.Select((parameter, i) => i < inputs ? parameter : parameter with { IsActive = false }).ToEquatableArray(),
            Result = result,
        },
        Results = [.. Function.Results.Skip(first)],
    };
}
