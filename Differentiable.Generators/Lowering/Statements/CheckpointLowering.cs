using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Sequences;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Statements;

/// <summary>The markers <c>Checkpoint.Every(k)</c> and their like at the start of a loop's body: they become a property of the loop.</summary>
internal static class CheckpointLowering
{
    private const string MarkerClass = "Checkpoint";

    public static bool IsMarker(IMethodSymbol method) =>
        method.ContainingType is { Name: MarkerClass } type && Attributes.IsOurs(type.ContainingNamespace);

    /// <summary>Is it the body of a loop with a marker?</summary>
    public static bool IsMarked(IOperation body) => MarkerOf(body) is not null;

    /// <summary>Adds the loop that is lowered in between, with the wish of the marker at the start of its body, if there is one.</summary>
    public static void LowerLoop(LoweringContext context, IOperation body, Func<Loop> lower)
    {
        if (MarkerOf(body) is not { } marker)
        {
            context.Add(lower());
            return;
        }
        if (ListUses.GrownIn(context, body) is { Instance: ILocalReferenceOperation { Local: var list } } grown)
        {
            context.Refuse(
                Descriptors.CannotBeKept, grown, context.Method.Name,
                $"what rounds of a loop with checkpoints add to '{list.Name}'", "make an array of the final length before the loop, and set its elements");
            return;
        }
        Expr? argument = LowerArgument(context, marker);
        Checkpointing checkpointing = new(KindOf(marker), argument is null or Constant ? argument : context.Save(argument, "checkpoints"));
        context.Markers.Add(marker);
        context.RunAgainDepth++;
        Loop loop = lower() with { Checkpointing = checkpointing };
        context.RunAgainDepth--;
        if (argument is not null && Effects.Of([loop]).MayChange(argument))
            RefuseArgument(context, marker);
        context.Add(loop);
    }

    /// <summary>A marker that no loop asked for stands in the wrong place.</summary>
    public static Expr Lower(LoweringContext context, IInvocationOperation marker)
    {
        if (!context.Markers.Contains(marker))
            context.Refuse(Descriptors.MisplacedCheckpoint, marker, marker.TargetMethod.Name);
        return CallLowering.Nothing;
    }

    private static IInvocationOperation? MarkerOf(IOperation body)
    {
        IOperation? first = body is IBlockOperation block ? block.Operations.FirstOrDefault() : body;
        return first is IExpressionStatementOperation { Operation: IInvocationOperation call } && IsMarker(call.TargetMethod) ? call : null;
    }

    private static CheckpointKind KindOf(IInvocationOperation marker) =>
        (CheckpointKind)Enum.Parse(typeof(CheckpointKind), marker.TargetMethod.Name);

    /// <summary>What is declared by the loop is not known before it.</summary>
    private static Expr? LowerArgument(LoweringContext context, IInvocationOperation marker)
    {
        if (marker.Arguments.Length == 0)
            return null;
        IOperation argument = marker.Arguments[0].Value;
        if (argument.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(local => !local.Local.IsConst && !context.Places.ContainsKey(local.Local)))
            return RefuseArgument(context, marker);
        int mark = context.Mark;
        Expr value = context.Lower(argument);
        return context.Mark > mark || value.HasEffects() ? RefuseArgument(context, marker) : value;
    }

    private static Expr RefuseArgument(LoweringContext context, IInvocationOperation marker) =>
        context.Refuse(Descriptors.ChangingCheckpoint, marker.Arguments[0].Value, marker.Arguments[0].Value.Syntax.ToString());
}
