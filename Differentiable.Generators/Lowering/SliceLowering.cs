using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>Parts of storage: <c>s[1..^1]</c>, <c>s.Slice(i, n)</c>, <c>a.AsSpan(i)</c>; a range of an array is a copy.</summary>
internal static class SliceLowering
{
    /// <summary>A range of a span (the same storage) or of an array (a copy).</summary>
    public static Expr LowerRange(LoweringContext context, IOperation instance, IRangeOperation range)
    {
        Expr storage = context.LowerStorage(instance);
        SpanType type = storage.Type as SpanType ?? new SpanType(storage.Type.Element!, IsReadOnly: !InlineArrays.Is(instance));
        Slice slice = Slice(context, type, storage, range);
        return storage.Type is ArrayType array && !InlineArrays.Is(instance) ? new CopyOf(array, context.Save(slice, "range")) : slice;
    }

    public static Slice Slice(LoweringContext context, SpanType type, Expr storage, IRangeOperation range)
    {
        int mark = context.Mark;
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
