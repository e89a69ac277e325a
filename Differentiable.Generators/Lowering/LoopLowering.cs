using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

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
                LowerForEach(context, each);
                break;
            default:
                Refusals.RefuseStatement(context, loop);
                break;
        }
    }

    private static void LowerFor(LoweringContext context, IForLoopOperation loop)
    {
        StatementLowering.LowerAll(context, loop.Before);
        (Block prelude, Expr condition) = LowerCondition(context, loop.Condition);
        Block body = LowerBody(context, loop.Body);
        context.BeginBlock();
        StatementLowering.LowerAll(context, loop.AtLoopBottom);
        context.Add(new Loop(prelude, condition, body, context.EndBlock(), TestsAtEnd: false));
    }

    private static void LowerWhile(LoweringContext context, IWhileLoopOperation loop)
    {
        // A condition at the end sees what the body declared for it, so it is lowered after the body.
        if (loop.ConditionIsTop)
        {
            (Block prelude, Expr condition) = LowerCondition(context, loop.Condition);
            context.Add(new Loop(prelude, condition, LowerBody(context, loop.Body), Block.Empty, TestsAtEnd: false));
        }
        else
        {
            Block body = LowerBody(context, loop.Body);
            (Block prelude, Expr condition) = LowerCondition(context, loop.Condition);
            context.Add(new Loop(prelude, condition, body, Block.Empty, TestsAtEnd: true));
        }
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
        context.Breakables.Push(null);
        Block block = context.LowerBlock(body);
        context.Breakables.Pop();
        return block;
    }

    private static void LowerForEach(LoweringContext context, IForEachLoopOperation loop)
    {
        IOperation collection = loop.Collection is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : loop.Collection;
        if (TypeLowering.Lower(collection.Type) is not (SpanType or ArrayType { Rank: 1 }) || loop.LoopControlVariable is not IVariableDeclaratorOperation variable)
        {
            context.Refuse(Descriptors.UnsupportedForEach, loop.Collection, collection.Type?.ToDisplayString() ?? "");
            return;
        }
        Expr storage = context.LowerStorage(collection);
        if (storage is not Use use || context.IsReassigned(use.Variable))
            storage = context.Save(storage, "storage");
        LowerElements(context, loop, storage, variable.Symbol);
    }

    private static void LowerElements(LoweringContext context, IForEachLoopOperation loop, Expr storage, ILocalSymbol local)
    {
        Variable counter = context.NewTemporary(IrType.Int32, "i");
        context.Add(new Assign(counter, Constant.Of(0)));
        Use index = new(counter);
        context.BeginBlock();
        if (local.RefKind != RefKind.None)
            context.Places[local] = new ElementPlace([storage, index], loop.Syntax);
        else
            context.Write(context.DeclareLocal(local), new Element(storage, [index]));
        context.AddRange(LowerBody(context, loop.Body).Statements);
        Block body = context.EndBlock();
        context.BeginBlock();
        context.Add(new Assign(counter, Fold.Add(index, Constant.Of(1))));
        Expr condition = Fold.Compare(Op.Less, index, new Length(storage));
        context.Add(new Loop(Block.Empty, condition, body, context.EndBlock(), TestsAtEnd: false));
    }
}
