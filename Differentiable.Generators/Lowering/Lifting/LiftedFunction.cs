using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Callees;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Lifting;

/// <summary>
/// A local function, or another function that is known where it is called, that calls itself. It becomes a function of its own beside the method, with what it captures as
/// further parameters, and calls of it are calls like those of other differentiable methods.
/// </summary>
/// <param name="symbol">The function.</param>
/// <param name="known">The functions that it is given and that delegates around it stand for: it is lifted once for each choice of them.</param>
/// <param name="meaning">What its type arguments stand for.</param>
internal sealed class LiftedFunction(IMethodSymbol symbol, IReadOnlyList<IMethodSymbol?> known, string meaning)
{
    public IMethodSymbol Symbol { get; } = symbol;

    /// <summary>The variables around it that it reads.</summary>
    public IReadOnlyList<ISymbol> Captured { get; init; } = [];

    /// <summary>The members of the object that are inputs of the method and that it may read.</summary>
    public IReadOnlyList<ISymbol> Members { get; init; } = [];

    /// <summary>Its parameters: those that are declared, each split into its leaves, then what it captures. A parameter that is given a function has a place here until lowering is done.</summary>
    public List<Parameter> Parameters { get; } = [];

    /// <summary>Those of them whose array it may return.</summary>
    public IReadOnlyList<ISymbol> Returned { get; init; } = [];

    /// <summary>Where the captured variables start among the parameters.</summary>
    public int FirstCaptured { get; set; }

    /// <summary>The parameters that are given functions.</summary>
    public HashSet<Variable> Placeholders { get; } = [];

    public string Name { get; init; } = "";

    /// <summary>What it is for its callers, while lowering goes on.</summary>
    public Callee Callee { get; set; } = null!;

    /// <summary>What its body was lowered to.</summary>
    public Block Code { get; set; } = Block.Empty;

    /// <summary>Code in it that may give another value when it is run a second time; null where there is none.</summary>
    public string? NotForSecondRun { get; set; }

    /// <summary>Is its code the same for these functions and type arguments?</summary>
    public bool Is(IMethodSymbol other, IReadOnlyList<IMethodSymbol?> knownThere, string meaningThere) => SymbolEqualityComparer.Default.Equals(Symbol, other)
        && meaning == meaningThere && known.SequenceEqual(knownThere, SymbolEqualityComparer.Default);

    public bool IsCalledBy(Call call) => call.Callee.Name == Name && call.Callee.Type == Callee.Type;

    /// <summary>Is the parameter given a function?</summary>
    public bool IsFunction(IParameterSymbol parameter) => known[parameter.Ordinal] is not null;

    /// <summary>The result of a call, if it may be an array around the function.</summary>
    public IEnumerable<Borrowed> BorrowedBy(LoweringContext context, Variable result, SyntaxNode call) =>
        Returned.SelectMany(symbol => StructValues.Leaves(context.Read(context.Places[symbol])).Where(leaf => leaf.Type.IsStorage).Select(array => new Borrowed(result, array, Symbol.Name, symbol.Name, call)));

    /// <summary>Gives a call the captured variables, as they are now.</summary>
    public void Give(LoweringContext context, Expr?[] arguments)
    {
        IEnumerable<Expr> values = Captured.Select(symbol => context.Read(context.Places[symbol])).Concat(Members.Select(member => new Use(context.MemberInputs[member])));
        int next = FirstCaptured;
        foreach (Expr leaf in values.SelectMany(StructValues.Leaves))
            arguments[next++] = leaf;
    }
}
