using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Places;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Patterns;

/// <summary>Patterns of arrays and spans: <c>[var first, .., > 0]</c>. Elements are looked at only where the length fits.</summary>
internal static class ListPatterns
{
    public static Expr Test(LoweringContext context, Expr storage, IListPatternOperation pattern)
    {
        ImmutableArray<IPatternOperation> parts = pattern.Patterns;
        int slice = parts.TakeWhile(part => part is not ISlicePatternOperation).Count();
        int elements = slice < parts.Length ? parts.Length - 1 : parts.Length;
        Expr length = new Length(storage);
        Expr result = PatternLowering.IsThere(storage, pattern.InputType);
        result = Fold.AndAlso(result, Fold.Compare(slice < parts.Length ? Op.GreaterOrEqual : Op.Equal, length, Constant.Of(elements)));
        for (int i = 0; i < parts.Length; i++)
        {
            (int at, IPatternOperation part) = (i, parts[i]);
            result = ConditionalLowering.AndAlso(context, result, () => part switch
            {
                ISlicePatternOperation { Pattern: { } middle } => PatternLowering.Test(context, Middle(context, storage, at, elements), middle),
                ISlicePatternOperation => Constant.Of(true),
                _ => PatternLowering.Test(context, context.SaveUnlessSimple(Element(context, storage, At(length, at, slice, parts.Length), part)), part),
            });
        }
        if (pattern.DeclaredSymbol is { } symbol)
            result = ConditionalLowering.AndAlso(context, result, () => PatternLowering.Bind(context, storage, symbol));
        return result;
    }

    /// <summary>The place of the element, which behind a slice counts from the end.</summary>
    private static Expr At(Expr length, int index, int slice, int count) => index < slice ? Constant.Of(index) : Fold.Subtract(length, Constant.Of(count - index));

    private static Expr Element(LoweringContext context, Expr storage, Expr index, IPatternOperation pattern) =>
        pattern is IDiscardPatternOperation ? Constant.Of(0) : context.Read(new ElementPlace([storage, index], pattern.Syntax));

    /// <summary>What lies between: of a span a part of it, of an array a copy.</summary>
    private static Use Middle(LoweringContext context, Expr storage, int start, int elements)
    {
        SpanType type = storage.Type as SpanType ?? new SpanType(storage.Type.Element!, IsReadOnly: true);
        var slice = new Slice(type, storage, Constant.Of(start), Fold.Subtract(new Length(storage), Constant.Of(elements)));
        return context.Save(SliceLowering.Taken(context, slice, "middle"), "middle");
    }
}
