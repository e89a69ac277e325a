using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>Statements, one case each.</summary>
internal static class StatementLowering
{
    public static void LowerStatement(this LoweringContext context, IOperation operation)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        if (operation is IBlockOperation block)
        {
            LowerAll(context, block.Operations);
            return;
        }
        SyntaxNode previous = context.Enter(operation.Syntax);
        LowerOne(context, operation);
        context.Enter(previous);
    }

    public static void LowerAll(LoweringContext context, IEnumerable<IOperation> statements)
    {
        foreach (IOperation statement in statements)
        {
            if (statement is ILocalFunctionOperation function)
                LocalFunctionLowering.Declare(context, function);
        }
        int cleanups = context.Cleanups.Count;
        JumpLoops.LowerAll(context, [.. statements]);
        TryLowering.Pop(context, cleanups);
    }

    /// <summary>A statement as a block of its own.</summary>
    public static Block LowerBlock(this LoweringContext context, IOperation? statement)
    {
        if (statement is null)
            return Block.Empty;
        context.BeginBlock();
        context.LowerStatement(statement);
        return context.EndBlock();
    }

    /// <summary>An expression that stands as a statement.</summary>
    public static void LowerEffect(this LoweringContext context, IOperation operation)
    {
        Expr value = operation switch
        {
            IAssignmentOperation assignment => AssignmentLowering.Lower(context, assignment, wantsValue: false),
            IIncrementOrDecrementOperation increment => AssignmentLowering.Lower(context, increment, wantsValue: false),
            IInvocationOperation call => CallLowering.Lower(context, call, wantsValue: false),
            _ => context.LowerWhole(operation),
        };
        if (value is Opaque { IsPure: false })
            context.Add(new Evaluate(value));
    }

    private static void LowerOne(LoweringContext context, IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclarationGroupOperation group:
                DeclarationLowering.Lower(context, group);
                break;
            case IExpressionStatementOperation statement:
                context.LowerEffect(statement.Operation);
                break;
            case IConditionalOperation branch:
                LowerIf(context, branch);
                break;
            case ILoopOperation loop:
                LoopLowering.Lower(context, loop);
                break;
            case ISwitchOperation choice:
                SwitchLowering.Lower(context, choice);
                break;
            case IReturnOperation { Kind: OperationKind.Return } result:
                LowerReturn(context, result);
                break;
            case IBranchOperation jump:
                LowerJump(context, jump);
                break;
            case ILabeledOperation { Operation: { } labeled } label:
                Labels.Reach(context, label);
                context.LowerStatement(labeled);
                break;
            case ITryOperation attempt:
                TryLowering.Lower(context, attempt);
                break;
            case IUsingOperation resource:
                TryLowering.Lower(context, resource);
                break;
            case IUsingDeclarationOperation resource:
                TryLowering.Lower(context, resource);
                break;
            case IThrowOperation:
                context.LowerWhole(operation);
                break;
            case IEmptyOperation or ILocalFunctionOperation:
                break;
            default:
                Refusals.RefuseStatement(context, operation);
                break;
        }
    }

    private static void LowerIf(LoweringContext context, IConditionalOperation branch)
    {
        Expr condition = context.Lower(branch.Condition);
        if (condition is Constant { Value: bool known } && context.Inlined.Count > 0)
        {
            context.AddRange(context.LowerBlock(known ? branch.WhenTrue : branch.WhenFalse).Statements);
            return;
        }
        context.Add(new If(condition, context.LowerBlock(branch.WhenTrue), context.LowerBlock(branch.WhenFalse)));
    }

    private static void LowerJump(LoweringContext context, IBranchOperation jump)
    {
        switch (jump.BranchKind)
        {
            case BranchKind.Break:
                LowerBreak(context);
                break;
            case BranchKind.Continue:
                LowerContinue(context);
                break;
            case BranchKind.GoTo when SwitchLowering.TryJump(context, jump) || Labels.TryJump(context, jump):
                break;
            default:
                Refusals.RefuseStatement(context, jump);
                break;
        }
    }

    public static void LowerBreak(LoweringContext context)
    {
        TryLowering.RunForBreak(context);
        context.Add(context.Breakables.Peek().Exit is { } region ? new Leave(region) : new Break());
    }

    public static void LowerContinue(LoweringContext context)
    {
        TryLowering.RunForContinue(context);
        context.Add(context.Breakables.First(around => around.IsLoop).Next is { } region ? new Leave(region) : new Continue());
    }

    private static void LowerReturn(LoweringContext context, IReturnOperation result)
    {
        InlinedFunction? inlined = context.Inlined.Count > 0 ? context.Inlined.Peek() : null;
        if (inlined is { IsLifted: false })
        {
            LowerInlinedReturn(context, inlined, result);
            return;
        }
        EquatableArray<Expr> components = result.ReturnedValue is null ? [] : Components(context, inlined?.Symbol ?? context.Method, result.ReturnedValue);
        if (context.Cleanups.Count > 0)
            components = components.Select(component => (Expr)context.Save(component)).ToEquatableArray();
        TryLowering.RunForReturn(context);
        context.Add(new Return(components));
    }

    private static void LowerInlinedReturn(LoweringContext context, InlinedFunction function, IReturnOperation result)
    {
        if (result.ReturnedValue is { } value && function.Result is { } place)
            context.Write(place, context.LowerWhole(value));
        TryLowering.RunForReturn(context);
        context.Add(new Leave(function.Label));
    }

    private static EquatableArray<Expr> Components(LoweringContext context, IMethodSymbol method, IOperation returned)
    {
        Expr value = context.Lower(returned);
        if (method.ReturnsVoid)
            return [];
        IrType type = TypeLowering.Lower(method.ReturnType);
        if (ConversionLowering.Adapt(value, type) is StructValue whole)
            return StructValues.Leaves(InlineArrays.Own(context, whole)).ToEquatableArray();
        if (type is StructType)
            context.Refuse(Descriptors.UnsupportedReturnType, returned, method.ReturnType.DisplayName(), "");
        return [value];
    }
}
