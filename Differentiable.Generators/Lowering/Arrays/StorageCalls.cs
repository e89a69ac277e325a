using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Arrays;

/// <summary>The methods of arrays and spans that lowering understands: lengths, slices, copies and fills.</summary>
internal static class StorageCalls
{
    /// <summary>The call as one of these, or null when it is none.</summary>
    public static Expr? TryLower(LoweringContext context, IInvocationOperation call)
    {
        INamedTypeSymbol type = call.TargetMethod.ContainingType;
        if (type.SpecialType == SpecialType.System_Array)
            return call.Instance is null ? LowerStatic(context, call) : LowerOnArray(context, call, call.Instance);
        if (TypeLowering.IsSpan(type) && call.Instance is { } span)
            return LowerOnSpan(context, call, span);
        if (IsCopyOfArray(call, type, out IOperation? array))
            return new CopyOf(TypeLowering.Lower(call.Type), context.LowerStorage(array!));
        return type.Name == "MemoryExtensions" && TypeLowering.IsSystem(type.ContainingNamespace) ? LowerExtension(context, call) : LentArrays.TryLower(context, call);
    }

    /// <summary>An array's <c>ToArray</c> is that of LINQ, which copies it.</summary>
    private static bool IsCopyOfArray(IInvocationOperation call, INamedTypeSymbol type, out IOperation? array)
    {
        array = call is { TargetMethod.Name: "ToArray", Arguments: [{ Value: IConversionOperation { Operand: var operand } }] } ? operand : null;
        return array is not null && IsVector(array) && type is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System" } } };
    }

    private static Expr? LowerOnSpan(LoweringContext context, IInvocationOperation call, IOperation span)
    {
        IOperation[] arguments = Arguments(call);
        switch (call.TargetMethod.Name)
        {
            case "Slice":
                return SliceLowering.Slice(context, (SpanType)TypeLowering.Lower(call.Type), span, arguments);
            case "ToArray":
                return new CopyOf(TypeLowering.Lower(call.Type), context.LowerStorage(span));
            case "CopyTo":
                return ElementLoops.Copy(context, call, span, arguments[0]);
            case "TryCopyTo":
                return Rearrangements.TryCopy(context, call, span, arguments[0]);
            case "Fill":
                return ElementLoops.Fill(context, call, span, arguments[0]);
            case "Clear":
                return ElementLoops.Fill(context, call, span, null);
            default:
                return null;
        }
    }

    private static Expr? LowerOnArray(LoweringContext context, IInvocationOperation call, IOperation array)
    {
        if (TypeLowering.Lower(array.Type) is not ArrayType type)
            return null;
        IOperation[] arguments = Arguments(call);
        switch (call.TargetMethod.Name)
        {
            case "GetLength" when Dimension(arguments[0]) is { } dimension:
                return LengthOf(context.LowerStorage(array), type, dimension);
            case "GetUpperBound" when Dimension(arguments[0]) is { } dimension:
                return Fold.Subtract(LengthOf(context.LowerStorage(array), type, dimension), Constant.Of(1));
            case "GetLowerBound":
                return Constant.Of(0);
            case "CopyTo" when type.Rank == 1:
                return ElementLoops.CopyAt(context, call, array, null, arguments[0], arguments[1], null);
            default:
                return null;
        }
    }

    private static Expr? LowerStatic(LoweringContext context, IInvocationOperation call)
    {
        IOperation[] arguments = Arguments(call);
        switch (call.TargetMethod.Name, arguments.Length)
        {
            case ("Empty", 0):
                return StorageLowering.Empty(TypeLowering.Lower(call.Type));
            case ("Copy", 3) when IsVector(arguments[0]) && IsVector(arguments[1]):
                return ElementLoops.CopyAt(context, call, arguments[0], null, arguments[1], null, arguments[2]);
            case ("Copy", 3) when RankOf(arguments[0]) is > 1 and var rank && RankOf(arguments[1]) == rank:
                return ElementLoops.CopyGrid(context, call, arguments[0], arguments[1], arguments[2]);
            case ("Copy", 5) when IsVector(arguments[0]) && IsVector(arguments[2]):
                return ElementLoops.CopyAt(context, call, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
            case ("Fill", 2):
                return ElementLoops.Fill(context, call, arguments[0], arguments[1]);
            case ("Fill", 4):
                return ElementLoops.FillAt(context, call, arguments[0], arguments[1], arguments[2], arguments[3]);
            case ("Clear", 1) when IsVector(arguments[0]):
                return ElementLoops.Fill(context, call, arguments[0], null);
            case ("Clear", 1) when RankOf(arguments[0]) is > 1 and var rank:
                return ElementLoops.ClearGrid(context, call, arguments[0], rank);
            case ("Clear", 3) when IsVector(arguments[0]):
                return ElementLoops.FillAt(context, call, arguments[0], null, arguments[1], arguments[2]);
            case ("Reverse", 1) when IsVector(arguments[0]):
                return Rearrangements.Reverse(context, call, arguments[0], null, null);
            case ("Reverse", 3) when IsVector(arguments[0]):
                return Rearrangements.Reverse(context, call, arguments[0], arguments[1], arguments[2]);
            case ("Sort", _):
                return Sorts.TryLower(context, call);
            case ("Resize", 2) when IsVector(arguments[0]):
                return Rearrangements.Resize(context, arguments[0], arguments[1]);
            default:
                return null;
        }
    }

    private static Expr? LowerExtension(LoweringContext context, IInvocationOperation call)
    {
        IOperation[] arguments = Arguments(call);
        switch (call.TargetMethod.Name)
        {
            case "AsSpan" when TypeLowering.Lower(call.Type) is SpanType span && TypeLowering.Lower(arguments[0].Type) is ArrayType:
                return LowerAsSpan(context, span, arguments);
            case "CopyTo":
                return ElementLoops.Copy(context, call, arguments[0], arguments[1]);
            case "Reverse" when IsSpan(arguments[0]):
                return Rearrangements.Reverse(context, call, arguments[0], null, null);
            case "Sort":
                return Sorts.TryLower(context, call);
            default:
                return null;
        }
    }

    private static Expr LowerAsSpan(LoweringContext context, SpanType span, IOperation[] arguments) =>
        arguments is [var storage, IRangeOperation range] ? SliceLowering.Slice(context, span, context.LowerStorage(storage), range)
        : SliceLowering.Slice(context, span, arguments[0], [.. arguments.Skip(1)]);

    /// <summary>The arguments without the conversions that C# adds to them.</summary>
    private static IOperation[] Arguments(IInvocationOperation call) => [.. call.Arguments.Select(a => Unwrap(a.Value))];

    private static IOperation Unwrap(IOperation value) =>
        value is IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Array } silent ? silent.Operand : value;

    private static bool IsVector(IOperation array) => RankOf(array) == 1;

    /// <summary>How many dimensions an array has; 0 for what is none.</summary>
    private static int RankOf(IOperation array) => TypeLowering.Lower(array.Type) is ArrayType { Rank: var rank } ? rank : 0;

    private static bool IsSpan(IOperation operand) => TypeLowering.Lower(operand.Type) is SpanType;

    private static int? Dimension(IOperation argument) =>
        argument.ConstantValue is { HasValue: true, Value: int dimension } ? dimension : null;

    private static Length LengthOf(Expr storage, ArrayType type, int dimension) => new(storage, type.Rank == 1 ? null : dimension);
}
