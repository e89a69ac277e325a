using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// Labels, and the <c>goto</c>s to them. What stands between the start of the label's block and the label is a region, which a jump ahead leaves; one that leads back leaves a round of a loop, see
/// <see cref="JumpLoops"/>.
/// </summary>
internal static class Labels
{
    /// <summary>Starts the regions of the labels at some statements of a block, that of the last one first.</summary>
    public static void Open(LoweringContext context, IReadOnlyList<IOperation> block, IEnumerable<IOperation> statements)
    {
        if (AreClosed(block))
            return;
        foreach (ILabeledOperation labeled in statements.SelectMany(At).Where(labeled => !context.Labels.ContainsKey(labeled.Label)).Reverse())
        {
            context.Labels[labeled.Label] = new(context.NewLabel(), context.Cleanups.Count, Again: null);
            context.BeginBlock();
        }
    }

    /// <summary>Can no label of a block be found? A <c>using</c> declaration ends with the block, and so with no region in it.</summary>
    public static bool AreClosed(IReadOnlyList<IOperation> block) => block.Any(statement => statement is IUsingDeclarationOperation);

    /// <summary>Ends the region in front of a label.</summary>
    public static void Reach(LoweringContext context, ILabeledOperation labeled)
    {
        if (!context.Labels.TryGetValue(labeled.Label, out OpenLabel? open) || open.Again is not null)
            return;
        context.Labels.Remove(labeled.Label);
        Statement[] region = [.. context.EndBlock().Statements];
        // What is declared in the region can be named behind it.
        context.AddRange(region.Where(statement => statement is Declare));
        context.AddRange(Regions.Close(context, new Block(region.Where(statement => statement is not Declare).ToEquatableArray()), open.Region));
    }

    /// <returns>False for a jump into a loop, or in a block whose labels are not found.</returns>
    public static bool TryJump(LoweringContext context, IBranchOperation jump)
    {
        if (!context.Labels.TryGetValue(jump.Target, out OpenLabel? open))
            return false;
        TryLowering.RunDownTo(context, open.Cleanups);
        if (open.Again is { } again)
            context.Add(new Assign(again, Constant.Of(true)));
        context.Add(new Leave(open.Region));
        return true;
    }

    /// <summary>The labels of a statement.</summary>
    public static IEnumerable<ILabeledOperation> At(IOperation statement)
    {
        for (ILabeledOperation? labeled = statement as ILabeledOperation; labeled is not null; labeled = labeled.Operation as ILabeledOperation)
            yield return labeled;
    }
}

/// <summary>A label that can be jumped to.</summary>
/// <param name="Region">The region that the jump leaves: what is in front of the label, or a round of the loop that starts there.</param>
/// <param name="Cleanups">How many cleanups there are around it.</param>
/// <param name="Again">What a jump back sets; null for a label that lies ahead.</param>
internal sealed record OpenLabel(int Region, int Cleanups, Variable? Again);
