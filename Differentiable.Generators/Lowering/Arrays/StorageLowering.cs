using System.Collections.Immutable;
using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.ArraysOfStructs;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>Storage that the method makes: arrays, <c>stackalloc</c>, collection expressions, spans made from arrays.</summary>
internal static class StorageLowering
{
    public static Expr Lower(LoweringContext context, IArrayCreationOperation creation)
    {
        if (TypeLowering.Lower(creation.Type) is not ArrayType type)
            return context.Refuse(Descriptors.UnsupportedType, creation, creation.Type!.DisplayName());
        HiddenMembers.CheckType(context, creation.Type!, creation.Syntax);
        if (creation.Initializer is not { } initializer)
            return new NewStorage(type, context.LowerOperands([.. creation.DimensionSizes]).Select(length => ElementLowering.AsInt32(context, length)).ToEquatableArray(), [], OnStack: false);
        return type.Rank == 1
            ? WithElements(context, type, initializer.ElementValues, onStack: false)
            : LowerMatrix(context, creation, type, initializer);
    }

    public static Expr Lower(LoweringContext context, ICollectionExpressionOperation collection)
    {
        IrType type = TypeLowering.Lower(collection.Type);
        if (!type.IsStorage)
            return context.Refuse(Descriptors.UnsupportedType, collection, collection.Type?.DisplayName() ?? "");
        if (collection.Elements.Any(element => element is ISpreadOperation))
            return SpreadLowering.Lower(context, collection, type);
        return WithElements(context, type, collection.Elements, onStack: false);
    }

    /// <summary><c>stackalloc</c> has no operation of its own: its children are the length, then the elements.</summary>
    public static Expr LowerStackAlloc(LoweringContext context, IOperation operation)
    {
        if (TypeLowering.Lower(operation.Type) is not SpanType type)
            return context.Refuse(Descriptors.Unsafe, operation, operation.Syntax.ToString());
        ImmutableArray<IOperation> children = [.. operation.ChildOperations];
        return children.Length == 1
            ? new NewStorage(type, [context.Lower(children[0])], [], OnStack: true)
            : WithElements(context, type, children.RemoveAt(0), onStack: true);
    }

    public static Expr LowerDefault(LoweringContext context, IDefaultValueOperation missing) => TypeLowering.Lower(missing.Type) switch
    {
        SpanType span => Empty(span),
        StructType or ScalarType => Zero(TypeLowering.Lower(missing.Type)),
        OpaqueType type => Opaque.DefaultWithType(type),
        _ => Refusals.Refuse(context, missing),
    };

    public static Expr LowerSpanCreation(LoweringContext context, IObjectCreationOperation creation, SpanType type)
    {
        if (creation.Arguments.IsEmpty)
            return Empty(type);
        IOperation source = creation.Arguments[0].Value;
        IOperation[] bounds = [.. creation.Arguments.Skip(1).Select(a => a.Value)];
        return TypeLowering.Lower(source.Type).IsStorage && bounds.Length is 0 or 2
            ? SliceLowering.Slice(context, type, source, bounds)
            : Refusals.Refuse(context, creation);
    }

    public static NewStorage Empty(IrType type) => new(type, [Constant.Of(0)], [], OnStack: false);

    /// <summary>What a variable or an element of this type starts from.</summary>
    public static Expr Zero(IrType type) => type switch
    {
        StructType { IsInline: true } inline => new StructValue(inline, [InlineArrays.Zero(inline)]),
        StructType whole => new StructValue(whole, whole.Fields.Select(field => Zero(field.Type)).ToEquatableArray()),
        { IsReal: true } => Constant.Real(type, 0),
        ScalarType { Kind: ScalarKind.Boolean } => Constant.Of(false),
        ScalarType => ConversionLowering.Adapt(Constant.Of(0), type),
        _ => Opaque.DefaultLiteral(type),
    };

    /// <summary>A view through which the storage can only be read.</summary>
    public static Use ReadOnlyView(LoweringContext context, Expr storage, string name = "view") =>
        context.Save(new View(new SpanType(storage.Type.Element!, IsReadOnly: true), storage), name);

    private static Expr WithElements(LoweringContext context, IrType type, ImmutableArray<IOperation> elements, bool onStack)
    {
        if (elements.IsEmpty)
            return Empty(type);
        if (type.Element is ArrayType)
            return LowerRows(context, type, elements);
        // Fresh storage can be written by whoever fills it; only the user's view of it is read-only.
        if (type is SpanType { IsReadOnly: true } readOnly)
            return new View(readOnly, context.Save(WithElements(context, readOnly with { IsReadOnly = false }, elements, onStack)));
        Expr[] values = context.LowerOperands([.. elements]);
        for (int i = 0; i < values.Length; i++)
            NullableElements.CheckMade(context, type, elements[i], values[i]);
        return type.Element is StructType ? StructStorage.WithElements(context, type, values, onStack) : new NewStorage(type, [], values, onStack);
    }

    /// <summary>A jagged array gets its rows one by one.</summary>
    private static Use LowerRows(LoweringContext context, IrType type, ImmutableArray<IOperation> rows)
    {
        Use array = context.Save(new NewStorage(type, [Constant.Of(rows.Length)], [], OnStack: false), "rows");
        for (int i = 0; i < rows.Length; i++)
        {
            Expr row = context.LowerWhole(rows[i]);
            context.Add(new Store(array, [Constant.Of(i)], row is NewStorage ? row : context.Hoist(row)));
        }
        return array;
    }

    private static Use LowerMatrix(
        LoweringContext context, IArrayCreationOperation creation, ArrayType type, IArrayInitializerOperation initializer)
    {
        Use matrix = context.Save(new NewStorage(type, context.LowerOperands([.. creation.DimensionSizes]), [], OnStack: false), "matrix");
        Fill(initializer, []);
        return matrix;

        void Fill(IArrayInitializerOperation row, Expr[] indices)
        {
            for (int i = 0; i < row.ElementValues.Length; i++)
            {
                if (row.ElementValues[i] is IArrayInitializerOperation inner)
                    Fill(inner, [.. indices, Constant.Of(i)]);
                else
                    FillElement(context, matrix, [.. indices, Constant.Of(i)], row.ElementValues[i]);
            }
        }
    }

    private static void FillElement(LoweringContext context, Use matrix, Expr[] place, IOperation value)
    {
        Expr element = context.Lower(value);
        NullableElements.CheckMade(context, matrix.Type, value, element);
        StructStorage.Store(context, matrix, place, element);
    }
}
