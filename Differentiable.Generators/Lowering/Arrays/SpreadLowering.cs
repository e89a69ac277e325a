using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.ArraysOfStructs;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.Sequences;
using Differentiable.Generators.Lowering.Statements;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>Collection expressions with spreads, <c>[.. a, x]</c>: new storage, filled from front to back, or <c>[.. a]</c>, a copy.</summary>
internal static class SpreadLowering
{
    public static Expr Lower(LoweringContext context, ICollectionExpressionOperation collection, IrType type)
    {
        foreach (ISpreadOperation spread in collection.Elements.OfType<ISpreadOperation>())
        {
            if (!CanSpread(context, spread, type))
                return Refusals.Refuse(context, spread);
        }
        var storage = new ArrayType(type.Element!, 1);
        if (collection.Elements is [ISpreadOperation { Operand: var copied }] && type.Element is not ArrayType)
        {
            CopyOf copy = new(storage, Queries.LowerSource(context, copied));
            return type == storage ? copy : ConversionLowering.Adapt(context.Save(copy, "elements"), type);
        }
        Expr[] elements = LowerElements(context, collection, type);
        Expr length = Constant.Of(0);
        for (int i = 0; i < elements.Length; i++)
            length = Fold.Add(length, IsSpread(collection, i) ? new Length(elements[i]) : Constant.Of(1));
        Use filled = context.Save(new NewStorage(storage, [context.Save(length, "length")], [], OnStack: false), "elements");
        Expr at = Constant.Of(0);
        for (int i = 0; i < elements.Length; i++)
            at = IsSpread(collection, i) ? Copy(context, elements[i], filled, at) : Put(context, elements[i], filled, at);
        return type == storage ? filled : ConversionLowering.Adapt(filled, type);
    }

    private static bool IsSpread(ICollectionExpressionOperation collection, int i) => collection.Elements[i] is ISpreadOperation;

    /// <summary>Vectors and sequences of the element's own type can be spread, rows among them; no collections.</summary>
    private static bool CanSpread(LoweringContext context, ISpreadOperation spread, IrType type) =>
        ElementOf(context, spread.Operand) is (ScalarType or StructType or TensorType or ArrayType { Rank: 1, Element: ScalarType }) and var element && element == type.Element;

    private static IrType? ElementOf(LoweringContext context, IOperation vector) => Queries.StepOf(vector) is { } step && Queries.IsKnown(context, vector)
        ? TypeLowering.Lower(((INamedTypeSymbol)step.Type!).TypeArguments[0])
        : LocalLists.IsOne(context, vector) ? TypeLowering.Lower(((INamedTypeSymbol)vector.Type!).TypeArguments[0])
        : TypeLowering.Lower(vector.Type) is SpanType or ArrayType { Rank: 1 } ? TypeLowering.Lower(vector.Type).Element : null;

    private static Expr[] LowerElements(LoweringContext context, ICollectionExpressionOperation collection, IrType type)
    {
        Expr[] elements = new Expr[collection.Elements.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            int mark = context.Mark;
            elements[i] = collection.Elements[i] is ISpreadOperation spread ? Queries.LowerSource(context, spread.Operand) : context.Lower(collection.Elements[i]);
            context.Protect(elements, i, mark);
            if (!IsSpread(collection, i))
                NullableElements.CheckMade(context, type, collection.Elements[i], elements[i]);
        }
        return elements;
    }

    /// <summary>Copies a vector to a place and returns the place behind it.</summary>
    private static Expr Copy(LoweringContext context, Expr vector, Use to, Expr at)
    {
        ForEachLowering.CountedLoop(context, "i", new Length(vector), i =>
            StructStorage.Copy(context, vector, [i], to, [Fold.Add(at, i)]));
        return Fold.Add(at, new Length(vector));
    }

    private static Expr Put(LoweringContext context, Expr element, Use to, Expr at)
    {
        StructStorage.Store(context, to, [at], element);
        return Fold.Add(at, Constant.Of(1));
    }
}
