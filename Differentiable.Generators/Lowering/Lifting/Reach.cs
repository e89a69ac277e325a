using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Lifting;

/// <summary>The code that runs when a function is called, as far as its variables can be those of the code around it: its own, and that of the local functions and lambdas that it calls.</summary>
internal sealed class Reach
{
    private readonly LoweringContext _context;
    private readonly IMethodSymbol _root;
    private readonly Dictionary<IMethodSymbol, IOperation> _bodies = new(SymbolEqualityComparer.Default);

    private Reach(LoweringContext context, IMethodSymbol root)
    {
        _context = context;
        _root = root;
    }

    /// <summary>Does the function call itself, directly or through others?</summary>
    public bool IsRecursive { get; private set; }

    /// <summary>The functions that delegates from around stand for here.</summary>
    public List<IMethodSymbol> Delegates { get; } = [];

    /// <summary>The declarations of all that is reached.</summary>
    public IEnumerable<SyntaxNode> Declarations => _bodies.Values.Select(DeclarationOf);

    public IEnumerable<IOperation> Operations => _bodies.Values.SelectMany(body => body.DescendantsAndSelf());

    public static Reach Of(LoweringContext context, IMethodSymbol symbol, IOperation body)
    {
        Reach reach = new(context, symbol);
        reach.Add(symbol, body);
        return reach;
    }

    /// <summary>Adds what the function is given.</summary>
    public void Include(IEnumerable<FunctionPlace?> functions)
    {
        foreach (FunctionPlace function in functions.OfType<FunctionPlace>())
            Add(function.Symbol, function.Body);
    }

    /// <summary>Does the function's code stand in some other code that is reached? Then each run of that makes it anew, with other variables around it.</summary>
    public bool IsMadeInside(FunctionPlace function) => _bodies
        .Any(pair => !SymbolEqualityComparer.Default.Equals(pair.Key, function.Symbol) && Contains(DeclarationOf(pair.Value), function.Body.Syntax));

    /// <summary>The variables of the code around that are read, in the order in which they are.</summary>
    public IReadOnlyList<ISymbol> Captured()
    {
        List<ISymbol> captured = [];
        foreach (KeyValuePair<IMethodSymbol, IOperation> pair in _bodies)
        {
            foreach (IOperation operation in pair.Value.DescendantsAndSelf())
            {
                ISymbol? symbol = operation switch
                {
                    ILocalReferenceOperation local => local.Local,
                    IParameterReferenceOperation parameter => parameter.Parameter,
                    _ => null,
                };
                if (symbol is not null && !captured.Contains(symbol, SymbolEqualityComparer.Default) && IsFromAround(symbol, DeclarationOf(pair.Value)))
                    captured.Add(symbol);
            }
        }
        return captured;
    }

    /// <summary>A variable of the code around the root, which is known where that is called.</summary>
    private bool IsFromAround(ISymbol symbol, SyntaxNode mentioned)
    {
        if (!_context.Places.TryGetValue(symbol, out Place? place) || place is FunctionPlace || symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference)
            return false;
        SyntaxNode declared = reference.GetSyntax(_context.Cancellation);
        SyntaxNode root = DeclarationOf(_bodies[_root]);
        if (Contains(root, mentioned))
            return !Contains(root, declared);
        return !_bodies.Values.Select(DeclarationOf).Any(body => Contains(body, mentioned) && Contains(body, declared));
    }

    private void Add(IMethodSymbol symbol, IOperation body)
    {
        if (_bodies.ContainsKey(symbol))
            return;
        _bodies.Add(symbol, body);
        foreach (IOperation operation in body.DescendantsAndSelf())
            Follow(operation);
    }

    private void Follow(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: var method }:
                Follow(method);
                break;
            case IMethodReferenceOperation { Method: var method }:
                Follow(method);
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol owner } when _bodies.ContainsKey(owner):
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation when KnownFunctions.TryFind(_context, operation) is { } function:
                IsRecursive |= SymbolEqualityComparer.Default.Equals(function.Symbol, _root);
                Delegates.Add(function.Symbol);
                Add(function.Symbol, function.Body);
                break;
        }
    }

    private void Follow(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        IsRecursive |= SymbolEqualityComparer.Default.Equals(definition, _root);
        if (_context.LocalFunctions.TryGetValue(definition, out ILocalFunctionOperation? function) && function.Body is { } body)
            Add(definition, body);
        else if (_context.Helpers.Contains(definition) && InlinedCode.Of(_context, method) is { Block: { } block } code)
            FollowCode(code.Method, block);
    }

    /// <summary>A member of an extension block that is called by its class has the code of another symbol.</summary>
    private void FollowCode(IMethodSymbol member, IBlockOperation block)
    {
        IsRecursive |= SymbolEqualityComparer.Default.Equals(member, _root);
        Add(member, block);
    }

    private static SyntaxNode DeclarationOf(IOperation body) => body.Parent is ILocalFunctionOperation or IAnonymousFunctionOperation ? body.Parent.Syntax : body.Syntax.Parent ?? body.Syntax;

    private static bool Contains(SyntaxNode around, SyntaxNode node) => around.SyntaxTree == node.SyntaxTree && around.Span.Contains(node.Span);
}
