using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Code that lowering cannot look into and through which a derivative would be lost. It is an error when one of its arguments carries a
/// derivative, which shows only when the whole method is known.
/// </summary>
/// <param name="Arguments">The real values that go in, and text where a real value comes out.</param>
/// <param name="Syntax">The exact expression.</param>
/// <param name="Descriptor">What to report.</param>
/// <param name="Messages">The arguments of its message.</param>
internal sealed record Suspect(IReadOnlyList<Expr> Arguments, SyntaxNode Syntax, DiagnosticDescriptor Descriptor, object[] Messages)
{
    /// <summary>The method that is called. Where it is a helper, its code is looked into instead.</summary>
    public IMethodSymbol? Called { get; init; }
}
