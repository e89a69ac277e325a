using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>The result of a call that may be an array which the call was given.</summary>
/// <param name="Result">What receives it.</param>
/// <param name="Argument">The array that it may be.</param>
/// <param name="Callee">The method, for a message.</param>
/// <param name="Parameter">The parameter that it is given as.</param>
/// <param name="Call">The call.</param>
internal sealed record Borrowed(Variable Result, Expr Argument, string Callee, string Parameter, SyntaxNode Call);
