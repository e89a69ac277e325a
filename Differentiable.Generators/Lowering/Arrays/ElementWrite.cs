using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>A place where the method writes elements of storage, or puts rows into a jagged array.</summary>
/// <param name="Storage">What is written.</param>
/// <param name="Syntax">Where.</param>
/// <param name="IsByCallee">Does another method write, which may write elements of rows as well?</param>
internal sealed record ElementWrite(Expr Storage, SyntaxNode Syntax, bool IsByCallee = false)
{
    /// <summary>How many arrays deep the storage is that changes: a row that is put into an array of arrays changes none of the rows.</summary>
    public int Depth => IsByCallee ? 1 : Storage.Type.Depth;
}
