using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>Code of a function, a method or another member that is being lowered in place of a call.</summary>
/// <param name="Symbol">Which one.</param>
/// <param name="Result">Where its result goes; null when it has none, or when it is an expression that is used as it is.</param>
/// <param name="Label">The region that <c>return</c> leaves.</param>
internal sealed record InlinedFunction(IMethodSymbol Symbol, Place? Result, int Label)
{
    /// <summary>What the type parameters of its code stand for.</summary>
    public Substitution? Types { get; } = Substitution.Current;

    /// <summary>The functions that it was given.</summary>
    public IReadOnlyList<IMethodSymbol> Functions { get; init; } = [];

    /// <summary>Does it become a function of its own, which <c>return</c> leaves as it leaves a method?</summary>
    public bool IsLifted { get; init; }
}
