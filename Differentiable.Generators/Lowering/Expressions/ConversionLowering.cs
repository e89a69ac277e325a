using System.Globalization;
using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Convert = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Conversions: numeric ones, storage as another view of it, and casts of what carries no derivative.</summary>
internal static class ConversionLowering
{
    public static Expr Lower(LoweringContext context, IConversionOperation conversion)
    {
        if (IsDynamic(conversion))
            return context.Refuse(Descriptors.Dynamic, conversion, conversion.Operand.Syntax.ToString());
        if (TensorLowering.TryConvert(context, conversion) is { } tensor)
            return tensor;
        if (NullableConversions.TryLower(context, conversion) is { } ofNullable)
            return ofNullable;
        if (UserOperators.Find(context, conversion.OperatorMethod, conversion.ConstrainedToType) is { } method)
            return UserOperators.Lower(context, conversion, method, context.LowerOperands(conversion.Operand));
        IrType type = TypeLowering.Lower(conversion.Type);
        if (type.IsStorage && conversion.Operand is IInvocationOperation { TargetMethod.Name: "Clone", Instance: { } original }
            && TypeLowering.Lower(original.Type) is ArrayType)
            return new CopyOf(type, context.LowerStorage(original));
        Expr operand = context.LowerWhole(conversion.Operand);
        if (conversion.Operand is IThrowOperation)
            return Opaque.DefaultLiteral(type);
        return Convert(context, conversion, operand, conversion.Type!);
    }

    /// <summary>A value as C# converts it silently where a variable or an element of another type receives it.</summary>
    public static Expr Adapt(Expr value, IrType type)
    {
        if (value.Type == type)
            return value;
        return (value, type) switch
        {
            (Constant { Value: int number }, { IsReal: true }) => Constant.Real(type, number),
            ({ Type: ScalarType }, ScalarType) => new Convert(type, value),
            (StructValue { Struct.IsTuple: true } tuple, StructType { IsTuple: true } target) =>
                new StructValue(target, tuple.Elements.Zip(target.Fields, (element, field) => Adapt(element, field.Type)).ToEquatableArray()),
            ({ Type.IsStorage: true }, SpanType span) => AsSpan(value, span),
            (StructValue { Struct.IsNullable: true, Elements: [var hasValue, var present] }, StructType { IsNullable: true } target) => NullableValues.Join(target, hasValue, present),
            (_, StructType { IsNullable: true } target) => NullableValues.Join(target, Constant.Of(true), value),
            _ => value,
        };
    }

    /// <summary>What is written there, without the conversions that the compiler puts around it.</summary>
    public static IOperation Written(IOperation value) => value is IConversionOperation { IsImplicit: true, Operand: var operand } ? Written(operand) : value;

    /// <summary>A value in another type.</summary>
    /// <param name="context">Where.</param>
    /// <param name="conversion">What converts it, or what it is in.</param>
    /// <param name="operand">The value.</param>
    /// <param name="to">The type.</param>
    public static Expr Convert(LoweringContext context, IConversionOperation conversion, Expr operand, ITypeSymbol to)
    {
        IrType type = TypeLowering.Lower(to);
        if (operand.Type == type)
            return operand;
        string cast = $"({TypeLowering.FullName(to)})";
        switch (operand, type)
        {
            case ({ Type: ScalarType }, ScalarType) when type.IsInteger && conversion.IsChecked != context.IsCheckedByDefault:
                return OperatorLowering.Checked(conversion.IsChecked, type, b => b.Text(cast).Operand(operand));
            case (Constant { Value: int or double } constant, ScalarType { Kind: ScalarKind.Half }):
                return Constant.Real(type, System.Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture));
            case ({ Type: ScalarType }, ScalarType):
                return new Convert(type, context.Hoist(operand));
            case (StructValue { Struct.IsTuple: true }, StructType { IsTuple: true }):
                return Adapt(operand, type);
            case (StructValue { Struct.IsInline: true, Elements: [var elements] }, SpanType span):
                return AsSpan(context.Hoist(elements), span);
            case ({ Type.IsStorage: true }, SpanType span):
                return AsSpan(operand is Slice or View ? operand : context.Hoist(operand), span);
            default:
                return Cast(context, conversion, operand is StructValue ? context.Hoist(operand) : operand, to);
        }
    }

    private static Expr AsSpan(Expr storage, SpanType span) => storage switch
    {
        Slice slice => slice with { SpanType = span, Type = span },
        View view => view with { SpanType = span, Type = span },
        _ => new View(span, storage),
    };

    private static Expr Cast(LoweringContext context, IConversionOperation conversion, Expr operand, ITypeSymbol to)
    {
        IrType type = TypeLowering.Lower(to);
        if (operand is NewStorage)
            operand = context.Hoist(operand);
        OpaqueBuilder builder = IsReferencePreserving(conversion)
            ? new OpaqueBuilder().Hole(operand)
            : new OpaqueBuilder().Text($"({TypeLowering.FullName(to)})").Operand(operand);
        if (!type.IsInteger && type != IrType.Boolean && !IsConcatenated(conversion))
            context.Suspect(builder, conversion, Descriptors.RealDataInObject, conversion.Type!.DisplayName());
        RunAgainCheck.Implied(context, conversion);
        return builder.Build(IsConcatenated(conversion) ? new OpaqueType("string") : ExternalLowering.ResultType(to), isPure: Purity.IsPure(context, conversion));
    }

    /// <summary>A number that is put together with text becomes text.</summary>
    private static bool IsConcatenated(IConversionOperation conversion) =>
        conversion is { IsImplicit: true, Parent: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } };

    /// <summary>Is it a conversion that C# makes silently to a base type or an interface?</summary>
    private static bool IsReferencePreserving(IConversionOperation conversion) =>
        conversion is { IsImplicit: true, OperatorMethod: null, Operand.Type: not null, Conversion.IsNumeric: false };

    private static bool IsDynamic(IConversionOperation conversion) =>
        conversion.Operand.Type is { TypeKind: TypeKind.Dynamic } || conversion.Type is { TypeKind: TypeKind.Dynamic };
}
