using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>
/// The helpers of a method through which its derivatives go. Which they are shows when the whole method is lowered; it is then lowered again, with their code in the place of their calls, until no more are found
/// in that code. All other helpers stay calls, whatever is in them.
/// </summary>
internal sealed class OpenedHelpers
{
    private readonly HashSet<IMethodSymbol> _opened = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _found = new(SymbolEqualityComparer.Default);

    /// <summary>Were helpers found that are not opened yet?</summary>
    public bool HasFound => _found.Count > 0;

    public IEnumerable<IMethodSymbol> All => _opened;

    public bool Contains(IMethodSymbol method) => _opened.Contains(method.OriginalDefinition);

    /// <summary>Remembers that the method is to be opened; false where it cannot be, or is already.</summary>
    public bool TryFind(LoweringContext context, ISymbol? called)
    {
        if (called is not IMethodSymbol method || Contains(method) || !UnmarkedHelpers.IsOne(context, method))
            return false;
        _found.Add(method.OriginalDefinition);
        return true;
    }

    /// <summary>Opens those that were found.</summary>
    public void Open()
    {
        _opened.UnionWith(_found);
        _found.Clear();
    }
}
