using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>What lowering makes of a method: its intermediate representation, or the reasons why there is none.</summary>
/// <param name="Function">The method, or null when it was refused or does not compile.</param>
/// <param name="Diagnostics">What the user should know, at the exact expressions.</param>
/// <param name="BodiesRead">The files of other methods into whose bodies lowering looked.</param>
internal sealed record LoweringResult(
    Function? Function, ImmutableArray<Diagnostic> Diagnostics, IReadOnlyCollection<SyntaxTree> BodiesRead)
{
    /// <summary>The signature of a method that was refused for what is in its body; null where that cannot be had, either.</summary>
    public Function? Signature { get; init; }
}
