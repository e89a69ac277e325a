using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Lifting;
using Differentiable.Generators.Lowering.Statements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>The functions beside the method that its recursive local functions become.</summary>
internal sealed partial class LoweringContext
{
    private bool? _hasMarkers;

    public List<LiftedFunction> Lifted { get; } = [];

    /// <summary>Are there loops with checkpoints, whose rounds run again in the reverse sweep?</summary>
    public bool HasMarkers => _hasMarkers ??= Helpers.All.Select(TextOf).Prepend(Declaration)
        .Any(text => text is not null && ModelOf(text.SyntaxTree).GetOperation(text, Cancellation)?.Descendants().Any(operation => operation is IInvocationOperation call && CheckpointLowering.IsMarker(call.TargetMethod)) == true);

    /// <summary>Lowers code to a block of its own that is no part of the method's. What has to run before the method ends is none of its business.</summary>
    public Block LowerApart(Action lower)
    {
        (List<Statement> statements, List<Statement> prologue, Dictionary<ISymbol, Variable> shared, SyntaxNode source) = (_statements, _prologue, _shared, _source);
        Cleanup[] cleanups = [.. Cleanups];
        Cleanups.Clear();
        (_statements, _prologue, _shared) = ([], [], new(SymbolEqualityComparer.Default));
        lower();
        Block block = Finish();
        (_statements, _prologue, _shared) = (statements, prologue, shared);
        for (int i = cleanups.Length - 1; i >= 0; i--)
            Cleanups.Push(cleanups[i]);
        Enter(source);
        return block;
    }
}
