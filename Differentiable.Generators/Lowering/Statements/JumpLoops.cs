using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>
/// The statements of a block, and the loops that a <c>goto</c> makes of some of them: what stands between a label and the last jump back to it is <c>do { … } while (again);</c>, where the jump sets
/// <c>again</c> and leaves the round. Loops that overlap are one in the other, up to the end of both.
/// </summary>
internal static class JumpLoops
{
    public static void LowerAll(LoweringContext context, IReadOnlyList<IOperation> block) => Lower(context, block, 0, block.Count);

    private static void Lower(LoweringContext context, IReadOnlyList<IOperation> block, int start, int end)
    {
        List<(int Start, int End)> parts = Split(context, block, start, end);
        Labels.Open(context, block, parts.Select(part => block[part.Start]));
        foreach ((int first, int behind) in parts)
        {
            if (behind > first)
                LowerLoop(context, block, first, behind, isLast: behind == end);
            else
                context.LowerStatement(block[first]);
        }
    }

    /// <summary>The loops, and the statements between them, each of which ends where it starts.</summary>
    private static List<(int Start, int End)> Split(LoweringContext context, IReadOnlyList<IOperation> block, int start, int end)
    {
        bool canLoop = !Labels.AreClosed(block);
        List<(int Start, int End)> parts = [];
        for (int i = start; i < end; i = Math.Max(i + 1, parts[parts.Count - 1].End))
            parts.Add((i, canLoop ? LoopAt(context, block, i, end) : i));
        return parts;
    }

    /// <summary>The end of the loop that starts at a statement; its start where none does.</summary>
    private static int LoopAt(LoweringContext context, IReadOnlyList<IOperation> block, int start, int end)
    {
        int behind = BehindJumps(context, block, start, end);
        for (int i = start + 1; i < behind; i++)
            behind = Math.Max(behind, BehindJumps(context, block, i, end));
        return behind;
    }

    /// <summary>Where the last statement ends that jumps back to a label at this one; here where none does.</summary>
    private static int BehindJumps(LoweringContext context, IReadOnlyList<IOperation> block, int at, int end)
    {
        ILabelSymbol[] labels = [.. Labels.At(block[at]).Select(labeled => labeled.Label).Where(label => !context.Labels.ContainsKey(label))];
        int last = end;
        while (last > at && !(labels.Length > 0 && Jumps(block[last - 1], BranchKind.GoTo).Any(jump => labels.Contains(jump.Target, SymbolEqualityComparer.Default))))
            last--;
        return last;
    }

    private static IEnumerable<IBranchOperation> Jumps(IOperation code, BranchKind kind) => code.DescendantsAndSelf().OfType<IBranchOperation>().Where(jump => jump.BranchKind == kind);

    private static void LowerLoop(LoweringContext context, IReadOnlyList<IOperation> block, int start, int end, bool isLast)
    {
        SyntaxNode previous = context.Enter(block[start].Syntax);
        foreach (ILabeledOperation labeled in Labels.At(block[start]))
            Labels.Reach(context, labeled);
        Variable again = context.NewVariable("again", IrType.Boolean, VariableRole.Temporary);
        context.Add(new Declare(again));
        BranchKind[] exits = [.. new[] { BranchKind.Break, BranchKind.Continue }.Where(kind => LeavesBy(block, start, end, kind))];
        if (exits.Length == 0)
            LowerRounds(context, block, start, end, again, isLast);
        else
            WithExits(context, exits.Contains(BranchKind.Continue), () => LowerRounds(context, block, start, end, again, isLast));
        context.Enter(previous);
    }

    private static void LowerRounds(LoweringContext context, IReadOnlyList<IOperation> block, int start, int end, Variable again, bool isLast)
    {
        int round = context.NewLabel();
        context.BeginBlock();
        context.Add(new Assign(again, Constant.Of(false)));
        context.BeginBlock();
        foreach (ILabeledOperation labeled in Labels.At(block[start]))
            context.Labels[labeled.Label] = new(round, context.Cleanups.Count, again);
        Lower(context, block, start, end);
        foreach (ILabeledOperation labeled in Labels.At(block[start]))
            context.Labels.Remove(labeled.Label);
        ILookup<bool, Statement> statements = context.EndBlock().Statements.ToLookup(statement => !isLast && statement is Declare);
        context.AddRange(Regions.Close(context, new Block(statements[false].ToEquatableArray()), round));
        Block body = context.EndBlock();
        // What is declared in a round can be named behind the loop.
        context.AddRange(statements[true]);
        context.Add(new Loop(Block.Empty, new Use(again), body, Block.Empty, TestsAtEnd: true));
    }

    /// <summary>Does it leave a loop or a <c>switch</c> that these statements are in?</summary>
    private static bool LeavesBy(IReadOnlyList<IOperation> block, int start, int end, BranchKind kind) => Enumerable.Range(start, end - start).Any(i =>
        Jumps(block[i], kind).Any(jump => jump.GetCorrespondingOperation() is not { } left || !block[i].Syntax.Span.Contains(left.Syntax.Span)));

    /// <summary>A loop with jumps out of the loop or the <c>switch</c> around it: each is done where the inner one was left.</summary>
    private static void WithExits(LoweringContext context, bool continues, Action lowerLoop)
    {
        int done = context.NewLabel(), exit = context.NewLabel(), next = context.NewLabel();
        context.BeginBlock();
        context.BeginBlock();
        context.BeginBlock();
        context.Breakables.Push(new(exit, next, IsLoop: true));
        lowerLoop();
        context.Breakables.Pop();
        context.Add(new Leave(done));
        Regions.Close(context, next);
        if (continues)
            StatementLowering.LowerContinue(context);
        Regions.Close(context, exit);
        if (context.Breakables.Count > 0)
            StatementLowering.LowerBreak(context);
        Regions.Close(context, done);
    }
}
