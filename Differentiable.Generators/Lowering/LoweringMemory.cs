using System.Runtime.CompilerServices;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// Remembers what a declaration was lowered to. Roslyn asks for every differentiable method again whenever anything changes anywhere, and
/// binding a thousand bodies takes most of a second; while only bodies change, those in other files need not be bound again.
/// </summary>
internal static class LoweringMemory
{
    private static readonly object s_gate = new();
    private static readonly ConditionalWeakTable<SyntaxNode, Entry> s_entries = new();

    /// <summary>What the declaration, or where that is refused its signature, was lowered to in the same surroundings, else what it is lowered to now.</summary>
    public static Function? Lower(IMethodSymbol method, SyntaxNode declaration, SemanticModel model, CancellationToken cancellation)
    {
        Surroundings surroundings = Surroundings.Of(model.Compilation);
        if (s_entries.TryGetValue(declaration, out Entry? known) && known.Surroundings == surroundings && known.IsIn(model.Compilation))
            return known.Function;
        LoweringResult result = MethodLowering.Lower(method, declaration, model, cancellation);
        Function? function = result.Function ?? result.Signature;
        lock (s_gate)
        {
            s_entries.Remove(declaration);
            s_entries.Add(declaration, new Entry(surroundings, function, result.BodiesRead));
        }
        return function;
    }

    /// <param name="Surroundings">What the declaration was bound in.</param>
    /// <param name="Function">What became of it.</param>
    /// <param name="BodiesRead">The files of other methods whose bodies were looked into.</param>
    private sealed record Entry(Surroundings Surroundings, Function? Function, IReadOnlyCollection<SyntaxTree> BodiesRead)
    {
        public bool IsIn(Compilation compilation) => BodiesRead.All(compilation.ContainsSyntaxTree);
    }
}
