using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// Labels, and the <c>goto</c>s in front of them: what stands between the start of the label's block and the label is a region, which such a jump leaves. One that leads back is a loop, and no region.
/// </summary>
internal static class Labels
{
    /// <summary>Starts the regions of a block's labels, that of the last one first.</summary>
    public static void Open(LoweringContext context, IEnumerable<IOperation> block)
    {
        // A 'using' declaration ends with the block, and so with no region in it.
        if (block.Any(statement => statement is IUsingDeclarationOperation))
            return;
        foreach (ILabeledOperation labeled in block.SelectMany(In).Reverse())
        {
            context.Labels[labeled.Label] = new(context.NewLabel(), context.Cleanups.Count);
            context.BeginBlock();
        }
    }

    /// <summary>Ends the region in front of a label.</summary>
    public static void Reach(LoweringContext context, ILabeledOperation labeled)
    {
        if (!context.Labels.TryGetValue(labeled.Label, out OpenLabel? open))
            return;
        context.Labels.Remove(labeled.Label);
        Statement[] region = [.. context.EndBlock().Statements];
        // What is declared in the region can be named behind it.
        context.AddRange(region.Where(statement => statement is Declare));
        context.AddRange(Regions.Close(context, new Block(region.Where(statement => statement is not Declare).ToEquatableArray()), open.Region));
    }

    /// <returns>False for a jump that leads back.</returns>
    public static bool TryJump(LoweringContext context, IBranchOperation jump)
    {
        if (!context.Labels.TryGetValue(jump.Target, out OpenLabel? open))
            return false;
        TryLowering.RunDownTo(context, open.Cleanups);
        context.Add(new Leave(open.Region));
        return true;
    }

    private static IEnumerable<ILabeledOperation> In(IOperation statement)
    {
        for (ILabeledOperation? labeled = statement as ILabeledOperation; labeled is not null; labeled = labeled.Operation as ILabeledOperation)
            yield return labeled;
    }
}

/// <summary>A label that lies ahead.</summary>
/// <param name="Region">The region in front of it.</param>
/// <param name="Cleanups">How many cleanups there are around it.</param>
internal sealed record OpenLabel(int Region, int Cleanups);
