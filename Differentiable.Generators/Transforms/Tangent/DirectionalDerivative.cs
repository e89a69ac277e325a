using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>
/// The directional derivative of a function with one result, as a function of its inputs: its gradient is the product of the second derivatives
/// with the direction. Reverse over forward mode: the tangent is a function like any other, so all that the adjoint transform knows of
/// storage, loops and calls holds for it.
/// </summary>
internal static class DirectionalDerivative
{
    /// <param name="function">The function.</param>
    /// <param name="tangent">Its tangent.</param>
    public static VersionedFunction Of(Function function, VersionedFunction tangent)
    {
        int own = function.Parameters.Count;
        Function source = tangent.Source;
        int last = source.Result.Components.Count - 1;
        return tangent with
        {
            Source = source with
            {
                Name = function.Name,
                Parameters = source.Parameters.Select((parameter, i) => i < own ? parameter : parameter with { IsActive = false }).ToEquatableArray(),
                Result = new([source.Result.Components[last]], [""], IsTuple: false),
            },
            Results = [tangent.Results[last]],
        };
    }
}
