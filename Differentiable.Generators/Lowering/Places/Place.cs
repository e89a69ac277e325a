using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Places;

/// <summary>What can stand on the left of an assignment.</summary>
internal abstract class Place;

/// <summary>A local, a parameter or a temporary.</summary>
internal class VariablePlace(Variable variable) : Place
{
    public Variable Variable { get; } = variable;
}

/// <summary>The elements of an inline array: a variable that stands for the same storage as long as it lives, into which what is assigned is copied.</summary>
/// <param name="variable">The variable.</param>
/// <param name="length">How many elements there are.</param>
internal sealed class InlinePlace(Variable variable, int length) : VariablePlace(variable)
{
    public int Length { get; } = length;
}

/// <summary>An element of an array or a span.</summary>
/// <param name="parts">The storage, then the indices.</param>
/// <param name="syntax">Where the user names it.</param>
/// <param name="path">Of a struct, what of it is named.</param>
internal sealed class ElementPlace(Expr[] parts, SyntaxNode syntax, EquatableArray<string> path = default) : Place
{
    public EquatableArray<string> Path { get; } = path;

    public IrType Type => StructType.At(Storage.Type.Element!, Path);

    public SyntaxNode Syntax { get; } = syntax;

    /// <summary>The storage, then the indices. Lowering replaces one by a temporary when something behind it changes its value.</summary>
    public Expr[] Parts { get; } = parts;

    public Expr Storage => Parts[0];

    public EquatableArray<Expr> Indices => Parts.AsSpan(1).ToArray();
}

/// <summary>A struct in variables, one a leaf, or a tuple of places.</summary>
internal sealed class StructPlace(Place[] elements, StructType? type = null) : Place
{
    public Place[] Elements { get; } = elements;

    /// <summary>Its type, where it is more than a tuple on the left of an assignment.</summary>
    public StructType? Type { get; } = type;
}

/// <summary>One place or another: <c>ref c ? ref x : ref y</c>.</summary>
/// <param name="condition">Which one; a variable that nothing changes.</param>
/// <param name="whenTrue">The one.</param>
/// <param name="whenFalse">The other.</param>
internal sealed class ConditionalPlace(Use condition, Place whenTrue, Place whenFalse) : Place
{
    public Use Condition { get; } = condition;

    public Place WhenTrue { get; } = whenTrue;

    public Place WhenFalse { get; } = whenFalse;

    /// <summary>The same of what both are made of.</summary>
    public ConditionalPlace Map(Func<Place, Place> map) => new(Condition, map(WhenTrue), map(WhenFalse));
}

/// <summary>A field or a property of a struct that stays whole, see <see cref="PartPlaces"/>.</summary>
/// <param name="whole">The struct.</param>
/// <param name="name">The member.</param>
/// <param name="type">Its type.</param>
internal sealed class PartPlace(Place whole, string name, IrType type) : Place
{
    public Place Whole { get; } = whole;

    public string Name { get; } = name;

    public IrType Type { get; } = type;
}

/// <summary>A property or an indexer of a struct that runs code of the user's.</summary>
/// <param name="property">The property.</param>
/// <param name="instance">The struct.</param>
/// <param name="arguments">The indices.</param>
/// <param name="syntax">Where the user names it.</param>
internal sealed class PropertyPlace(IPropertySymbol property, Place instance, Expr[] arguments, IOperation syntax) : Place
{
    public IPropertySymbol Property { get; } = property;

    public Place Instance { get; } = instance;

    public Expr[] Arguments { get; } = arguments;

    public IOperation Syntax { get; } = syntax;
}

/// <summary>A value that nothing changes while it has this place: what a parameter stands for that is only read.</summary>
internal sealed class ValuePlace(Expr value) : Place
{
    public Expr Value { get; } = value;
}

/// <summary>What a delegate stands for whose function is known where it is called.</summary>
/// <param name="symbol">The lambda, the local function or the static method.</param>
/// <param name="body">What it does.</param>
/// <param name="types">What the type parameters around its code stand for.</param>
internal sealed class FunctionPlace(IMethodSymbol symbol, IBlockOperation body, Substitution? types) : Place
{
    public IMethodSymbol Symbol { get; } = symbol;

    public IBlockOperation Body { get; } = body;

    public Substitution? Types { get; } = types;
}

/// <summary>The discard <c>_</c>.</summary>
internal sealed class DiscardPlace : Place
{
    public static readonly DiscardPlace Instance = new();
}
