using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Versioning;

/// <summary>
/// A function whose scalar variables each have one static assignment, except merge variables (assigned at the end of both branches of
/// an <see cref="If"/>) and loop variables (assigned once before the loop and once at the end of its body).
/// </summary>
/// <param name="Source">The function.</param>
/// <param name="Body">Its body.</param>
/// <param name="Results">The versions that hold the components of the result.</param>
/// <param name="Finals">For each parameter the version that holds its value at the end; differs from the parameter only where that was assigned.</param>
internal sealed record VersionedFunction(Function Source, Block Body, EquatableArray<Variable> Results, EquatableArray<Variable> Finals)
{
    /// <summary>What a generated member may hand back: the results and the final values of <c>ref</c> and <c>out</c> parameters.</summary>
    public IEnumerable<Variable> Outputs => Results.Concat(FinalScalars);

    /// <summary>The final values of <c>ref</c> and <c>out</c> parameters, in their order.</summary>
    public IEnumerable<Variable> FinalScalars => Source.Parameters
        .Zip(Finals, (parameter, final) => (parameter, final))
        .Where(pair => pair.parameter.Mode is PassingMode.Ref or PassingMode.Out)
        .Select(pair => pair.final);
}
