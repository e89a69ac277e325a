using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>Loops: all of them become <see cref="Loop"/>, <c>foreach</c> with a counter.</summary>
internal static class LoopLowering
{
    public static void Lower(LoweringContext context, ILoopOperation loop)
    {
        switch (loop)
        {
            case IForLoopOperation counted:
                LowerFor(context, counted);
                break;
            case IWhileLoopOperation conditional:
                LowerWhile(context, conditional);
                break;
            case IForEachLoopOperation { IsAsynchronous: true }:
                context.Refuse(Descriptors.AsyncMethod, loop);
                break;
            case IForEachLoopOperation each:
                ForEachLowering.Lower(context, each);
                break;
            default:
                Refusals.RefuseStatement(context, loop);
                break;
        }
    }

    private static void LowerFor(LoweringContext context, IForLoopOperation loop)
    {
        StatementLowering.LowerAll(context, loop.Before);
        CheckpointLowering.LowerLoop(context, loop.Body, () =>
        {
            (Block prelude, Expr condition) = LowerCondition(context, loop.Condition);
            Block body = LowerBody(context, loop.Body);
            context.BeginBlock();
            StatementLowering.LowerAll(context, loop.AtLoopBottom);
            return new(prelude, condition, body, context.EndBlock(), TestsAtEnd: false);
        });
    }

    private static void LowerWhile(LoweringContext context, IWhileLoopOperation loop) =>
        CheckpointLowering.LowerLoop(context, loop.Body, () => loop.ConditionIsTop ? TestedFirst(context, loop) : TestedLast(context, loop));

    private static Loop TestedFirst(LoweringContext context, IWhileLoopOperation loop)
    {
        (Block prelude, Expr condition) = LowerCondition(context, loop.Condition);
        return new(prelude, condition, LowerBody(context, loop.Body), Block.Empty, TestsAtEnd: false);
    }

    /// <summary>A condition at the end sees what the body declared for it, so it is lowered after the body.</summary>
    private static Loop TestedLast(LoweringContext context, IWhileLoopOperation loop)
    {
        Block body = LowerBody(context, loop.Body);
        (Block prelude, Expr condition) = LowerCondition(context, loop.Condition);
        return new(prelude, condition, body, Block.Empty, TestsAtEnd: true);
    }

    private static (Block Prelude, Expr Condition) LowerCondition(LoweringContext context, IOperation? condition)
    {
        if (condition is null)
            return (Block.Empty, Constant.Of(true));
        context.BeginBlock();
        Expr value = context.Lower(condition);
        return (context.EndBlock(), value);
    }

    private static Block LowerBody(LoweringContext context, IOperation body)
    {
        context.Breakables.Push(Breakable.Loop);
        Block block = context.LowerBlock(body);
        context.Breakables.Pop();
        return block;
    }
}
