using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>A tuple as lowering sees it. Only inside lowering: every tuple is split into its elements.</summary>
internal sealed record TupleType(EquatableArray<IrType> Elements) : IrType;

/// <summary>The elements of a tuple. Only inside lowering.</summary>
internal sealed record TupleValue(TupleType Tuple, EquatableArray<Expr> Elements) : Expr(Tuple);

/// <summary>Leaves the region with this label: a <c>switch</c> or an inlined function. Only in lowering, <see cref="Regions"/>.</summary>
internal sealed record Leave(int Label) : Statement;

/// <summary>What can stand on the left of an assignment.</summary>
internal abstract class Place;

/// <summary>A local, a parameter or a temporary.</summary>
internal sealed class VariablePlace(Variable variable) : Place
{
    public Variable Variable { get; } = variable;
}

/// <summary>An element of an array or a span.</summary>
/// <param name="parts">The storage, then the indices.</param>
/// <param name="syntax">Where the user names it.</param>
internal sealed class ElementPlace(Expr[] parts, SyntaxNode syntax) : Place
{
    public SyntaxNode Syntax { get; } = syntax;

    /// <summary>The storage, then the indices. Lowering replaces one by a temporary when something behind it changes its value.</summary>
    public Expr[] Parts { get; } = parts;

    public Expr Storage => Parts[0];

    public EquatableArray<Expr> Indices => Parts.AsSpan(1).ToArray();
}

/// <summary>A tuple of places.</summary>
internal sealed class TuplePlace(Place[] elements) : Place
{
    public Place[] Elements { get; } = elements;
}

/// <summary>The discard <c>_</c>.</summary>
internal sealed class DiscardPlace : Place
{
    public static readonly DiscardPlace Instance = new();
}
