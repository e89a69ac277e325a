using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>Parts of storage: <c>s[1..^1]</c>, <c>s.Slice(i, n)</c>, <c>a.AsSpan(i)</c>; a range of an array is a copy.</summary>
internal static class SliceLowering
{
    /// <summary>An index from the end that is kept: <c>Index last = ^1</c>.</summary>
    public static Expr LowerFromEnd(LoweringContext context, IUnaryOperation index) =>
        new OpaqueBuilder().Text("(^").Operand(context.Lower(index.Operand)).Text(")").Build(new OpaqueType("global::System.Index"), isPure: true);

    /// <summary>A range that is kept: <c>Range inner = 1..^1</c>.</summary>
    public static Expr LowerKept(LoweringContext context, IRangeOperation range)
    {
        IOperation?[] bounds = [range.LeftOperand, range.RightOperand];
        Queue<Expr> given = new(context.LowerOperands([.. bounds.OfType<IOperation>().Select(bound => bound is IConversionOperation { Type.Name: "Index", Operand: var number } ? number : bound)]));
        OpaqueBuilder text = new OpaqueBuilder().Text("(");
        for (int i = 0; i < bounds.Length; i++)
        {
            text.Text(i > 0 ? ".." : "");
            if (bounds[i] is not null)
                text.Operand(given.Dequeue());
        }
        return text.Text(")").Build(new OpaqueType("global::System.Range"), isPure: true);
    }

    /// <summary>A range of a span (the same storage) or of an array (a copy).</summary>
    public static Expr LowerRange(LoweringContext context, IOperation instance, IOperation range)
    {
        Expr storage = context.LowerStorage(instance);
        SpanType type = storage.Type as SpanType ?? new SpanType(storage.Type.Element!, IsReadOnly: !InlineArrays.Is(instance));
        Slice slice = Slice(context, type, storage, range);
        return InlineArrays.Is(instance) ? slice : Taken(context, slice, "range");
    }

    /// <summary>A part of storage as a range takes it: of a span the same elements, of an array a copy.</summary>
    public static Expr Taken(LoweringContext context, Slice slice, string name) => slice.Storage.Type is ArrayType array ? new CopyOf(array, context.Save(slice, name)) : slice;

    public static Slice Slice(LoweringContext context, SpanType type, Expr storage, IOperation given)
    {
        int mark = context.Mark;
        if (given is not IRangeOperation range)
            return Slice(context, type, storage, context.LowerWhole(given) is var value && value is Use use && !context.IsReassigned(use.Variable) ? use : context.Save(value, "range"));
        Expr start = range.LeftOperand is null ? Constant.Of(0) : ElementLowering.LowerIndex(context, storage, range.LeftOperand);
        Expr[] held = [storage, start is Constant or Use ? start : context.Save(start, "start")];
        if (range.RightOperand is null)
            return new Slice(type, held[0], held[1], null);
        context.Protect(held, 1, mark);
        mark = context.Mark;
        Expr end = ElementLowering.LowerIndex(context, held[0], range.RightOperand);
        context.Protect(held, 2, mark);
        return new Slice(type, held[0], held[1], Count(held[1], end));
    }

    private static Slice Slice(LoweringContext context, SpanType type, Expr storage, Use range)
    {
        Use Offset(string bound) => context.Save(
            new OpaqueBuilder().Operand(range).Text($".{bound}.GetOffset(").Hole(new Length(storage)).Text(")").Build(IrType.Int32, isPure: true), bound.ToCamelCase());
        Use start = Offset("Start");
        return new Slice(type, storage, start, Fold.Subtract(Offset("End"), start));
    }

    /// <summary>Elements from a start on, as many as given or all the rest.</summary>
    public static Expr Slice(LoweringContext context, SpanType type, IOperation instance, params IOperation[] bounds)
    {
        Expr[] parts = new Expr[bounds.Length + 1];
        parts[0] = context.LowerStorage(instance);
        for (int i = 0; i < bounds.Length; i++)
        {
            int mark = context.Mark;
            parts[i + 1] = ElementLowering.LowerIndex(context, parts[0], bounds[i]);
            context.Protect(parts, i + 1, mark);
        }
        return bounds.Length switch
        {
            0 when parts[0].Type == type => parts[0],
            0 => new View(type, parts[0]),
            1 => new Slice(type, parts[0], parts[1], null),
            _ => new Slice(type, parts[0], parts[1], parts[2]),
        };
    }

    /// <summary>How many elements lie between; <c>^5..^2</c> has three whatever the length.</summary>
    private static Expr Count(Expr start, Expr end) =>
        end is Apply { Op: Op.Subtract } e && start is Apply { Op: Op.Subtract } s && e.Arguments[0] == s.Arguments[0]
            ? Fold.Subtract(s.Arguments[1], e.Arguments[1])
            : Fold.Subtract(end, start);
}
