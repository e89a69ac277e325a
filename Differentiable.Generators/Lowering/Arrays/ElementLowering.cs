using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>Elements of arrays and spans: <c>a[i]</c>, <c>m[i, j]</c>, <c>a[^1]</c>.</summary>
internal static class ElementLowering
{
    /// <summary>The element that an expression denotes, or null when it is something else.</summary>
    public static ElementPlace? TryLower(LoweringContext context, IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation element when IsStorage(element.ArrayReference) && !IsRange(element.Indices[0])
            => Lower(context, operation, element.ArrayReference, [.. element.Indices]),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } span } indexer when TypeLowering.IsSpan(span.Type)
            => Lower(context, operation, span, indexer.Arguments[0].Value),
        IInlineArrayAccessOperation element when InlineArrays.Is(element.Instance) && !IsRange(element.Argument)
            => Lower(context, operation, element.Instance, element.Argument),
        IImplicitIndexerReferenceOperation implicitIndex when IsStorage(implicitIndex.Instance) && !IsRange(implicitIndex.Argument)
            => Lower(context, operation, implicitIndex.Instance, implicitIndex.Argument),
        _ => null,
    };

    /// <summary>The parts of a range that selects elements, or null when the expression selects one.</summary>
    public static (IOperation Storage, IOperation Range)? TryRange(IOperation operation) => operation switch
    {
        IArrayElementReferenceOperation element when IsRange(element.Indices[0]) => (element.ArrayReference, element.Indices[0]),
        IImplicitIndexerReferenceOperation slice when IsStorage(slice.Instance) && IsRange(slice.Argument) => (slice.Instance, slice.Argument),
        IInlineArrayAccessOperation slice when InlineArrays.Is(slice.Instance) && IsRange(slice.Argument) => (slice.Instance, slice.Argument),
        _ => null,
    };

    /// <summary>An index as a count from the start: <c>^k</c> becomes <c>Length - k</c>.</summary>
    public static Expr LowerIndex(LoweringContext context, Expr storage, IOperation index) => LowerIndex(context, index, () => LengthOf(storage, index));

    /// <summary>The same for what has another length.</summary>
    public static Expr LowerIndex(LoweringContext context, IOperation index, Func<Expr> length)
    {
        switch (index)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } fromEnd:
                return Fold.Subtract(length(), context.Lower(fromEnd.Operand));
            case IConversionOperation { Type.Name: "Index" } conversion:
                return context.Lower(conversion.Operand);
            case { Type.Name: "Index" }:
                return new OpaqueBuilder().Operand(context.Lower(index)).Text(".GetOffset(").Hole(length()).Text(")").Build(IrType.Int32, isPure: true);
            default:
                return AsInt32(context, context.Lower(index));
        }
    }

    /// <summary>An index or a length as spans take it: C# lets arrays have others. What is too large for that is too large for an array.</summary>
    public static Expr AsInt32(LoweringContext context, Expr index) => index switch
    {
        { Type: not (ScalarType { Kind: ScalarKind.Int64 or ScalarKind.UInt32 or ScalarKind.UInt64 } or OpaqueType { IsIntegral: true }) } => index,
        Ir.Convert { Operand: { Type: ScalarType { Kind: ScalarKind.Int32 } } narrow } => narrow,
        Constant { Value: long and >= 0 and <= int.MaxValue or uint and <= int.MaxValue or ulong and <= int.MaxValue } constant => Constant.Of(System.Convert.ToInt32(constant.Value)),
        _ when context.IsCheckedByDefault => new Ir.Convert(IrType.Int32, index),
        _ => OperatorLowering.Checked(true, IrType.Int32, text => text.Text("(int)").Operand(index)),
    };

    private static Expr LengthOf(Expr storage, IOperation index) => InlineArrays.LengthAround(index) ?? new Length(storage);

    private static ElementPlace Lower(LoweringContext context, IOperation whole, IOperation storage, params IOperation[] indices)
    {
        Expr[] parts = new Expr[indices.Length + 1];
        parts[0] = context.LowerStorage(storage);
        if (parts[0].Type.Element is StructType)
            StructChecks.FollowElements(context, parts[0].Type, storage.Syntax.GetLocation());
        for (int i = 0; i < indices.Length; i++)
        {
            int mark = context.Mark;
            parts[i + 1] = LowerIndex(context, parts[0], indices[i]);
            context.Protect(parts, i + 1, mark);
        }
        return new ElementPlace(parts, whole.Syntax);
    }

    private static bool IsStorage(IOperation operation) => TypeLowering.Lower(operation.Type).IsStorage;

    private static bool IsRange(IOperation index) =>
        index.Type is { Name: "Range" } type && TypeLowering.IsSystem(type.ContainingNamespace);
}
