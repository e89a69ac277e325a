using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>The parameters of the method, and what parameters and results of differentiable methods are.</summary>
internal static class SignatureLowering
{
    /// <summary>The method's own parameters; those that cannot be differentiated are reported.</summary>
    public static Parameter[] LowerParameters(LoweringContext context)
    {
        List<Parameter> parameters = [];
        if (!context.Method.IsStatic && TypeLowering.Lower(context.Method.ContainingType) is StructType self)
            parameters.AddRange(StructParameters.LowerSelf(context, self));
        foreach (IParameterSymbol symbol in context.Method.Parameters)
            parameters.AddRange(TypeLowering.Lower(symbol.Type) is StructType whole ? StructParameters.Lower(context, symbol, whole) : [LowerParameter(context, symbol)]);
        return [.. parameters, .. MemberInputs.OfMethod(context, parameters)];
    }

    private static Parameter LowerParameter(LoweringContext context, IParameterSymbol symbol)
    {
        IrType type = TypeLowering.Lower(symbol.Type);
        if (!IsSupported(symbol, type) && !StructChecks.AreRefused(type))
            ReportUnsupported(context, symbol);
        if (type.IsStorage && type.Leaf is StructType element)
        {
            StructChecks.RequireElements(context, type, symbol.Locations[0]);
            NullableElements.CheckParameter(context, symbol, element);
        }
        Variable variable = context.NewVariable(symbol.Name, ExternalLowering.ResultType(symbol.Type));
        context.Places[symbol] = new VariablePlace(variable);
        return new(variable, Mode(symbol), IsActive(symbol, type), IsMutated: false, DefaultOf(symbol))
        {
            IsParams = symbol.IsParams,
            MayBeNull = type is ArrayType && MayBeNull(symbol),
            AnnotatedType = TypeLowering.AnnotatedName(symbol.Type),
        };
    }

    private static void ReportUnsupported(LoweringContext context, IParameterSymbol symbol)
    {
        if (LeafOf(symbol.Type) is ITypeParameterSymbol parameter)
            context.Report(Descriptors.TypeParameterIsNoNumber, symbol.Locations[0], symbol.Name, parameter.Name);
        else if (symbol.RefKind == RefKind.None && LeafArrays.Are(TypeLowering.Lower(symbol.Type)))
            StructChecks.RefuseElements(context, (StructType)TypeLowering.Lower(symbol.Type).Leaf, symbol.Locations[0], "this parameter: pass an array of arrays in the place of a span of arrays, and arrays of tensors or of three dimensions beside the elements");
        else if (TypeLowering.Lower(LeafOf(symbol.Type)) is not StructType && InlineArrays.ElementOf(LeafOf(symbol.Type)) is not null)
            InlineArrays.Refuse(context, symbol.Locations[0], LeafOf(symbol.Type));
        else if (symbol is { RefKind: RefKind.Ref or RefKind.Out, Type: IArrayTypeSymbol array })
            context.Report(Descriptors.ArrayByReference, symbol.Locations[0], symbol.Name, $"{(symbol.RefKind == RefKind.Ref ? "ref" : "out")} {array.DisplayName()}", array.DisplayName());
        else
            context.Report(Descriptors.UnsupportedParameterType, symbol.Locations[0], symbol.Name, (symbol.RefKind switch { RefKind.Ref => "ref ", RefKind.Out => "out ", _ => "" }) + symbol.Type.DisplayName());
    }

    /// <summary>The type at the bottom of storage.</summary>
    private static ITypeSymbol LeafOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => LeafOf(array.ElementType),
        INamedTypeSymbol span when TypeLowering.IsSpan(span) => LeafOf(span.TypeArguments[0]),
        _ => type,
    };

    public static ReturnShape LowerResult(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return ReturnShape.Void;
        return TypeLowering.Lower(method.ReturnType) is StructType whole
            ? StructParameters.Result((INamedTypeSymbol)method.ReturnType, whole)
            : new ReturnShape([TypeLowering.Lower(method.ReturnType)], [""], IsTuple: false);
    }

    /// <summary>Can results of this type, or parts of results, be given a cotangent?</summary>
    public static bool IsSupportedResult(IrType type) => type switch
    {
        ScalarType or TensorType or OpaqueType => true,
        ArrayType { Rank: 1, Element: TensorType } => true,
        ArrayType { Leaf: ScalarType or StructType { HoldsNullable: false } } => true,
        _ => !type.HoldsReal,
    };

    public static bool IsActive(IParameterSymbol symbol, IrType type) => type.HoldsReal && !Attributes.IsNonDifferentiable(symbol);

    private static bool IsSupported(IParameterSymbol symbol, IrType type) => type switch
    {
        ScalarType or TensorType => true,
        { IsStorage: true } when symbol.RefKind is RefKind.Ref or RefKind.Out => false,
        ArrayType array when IsFollowed(array) => true,
        SpanType { Element: ScalarType or TensorType } => true,
        SpanType { Element: StructType } => IsFollowed(type),
        _ => Attributes.IsNonDifferentiable(symbol) || !HiddenReals.MayBeIn(symbol.Type),
    };

    /// <summary>Can the elements of an array have derivatives, where it is a parameter or stands in one?</summary>
    public static bool IsFollowed(IrType storage) => LeafArrays.Are(storage)
        ? LeafArrays.Of(storage).All(leaf => !leaf.Type.HoldsReal || IsFollowedInElements(LeafArrays.Passed(leaf.Type)))
        : storage is SpanType or ArrayType { Element: ScalarType or StructType } or ArrayType { Rank: <= 2, Element: TensorType }
        or ArrayType { Rank: 1, Element: ArrayType { Rank: 1, Element: ScalarType or TensorType or StructType } };

    /// <summary>The same of an array of a leaf of elements, which may be one of arrays of arrays, and of matrices.</summary>
    private static bool IsFollowedInElements(IrType leaf) => IsFollowed(leaf)
        || leaf is ArrayType { Rank: 1, Leaf: ScalarType or StructType, Element: ArrayType inner } && (inner is { Rank: 2, Element: ScalarType } || IsFollowedInElements(inner));

    public static PassingMode Mode(IParameterSymbol symbol) => symbol.RefKind switch
    {
        RefKind.Ref => PassingMode.Ref,
        RefKind.Out => PassingMode.Out,
        RefKind.None => PassingMode.Value,
        _ => PassingMode.In,
    };

    private static bool MayBeNull(IParameterSymbol symbol) => symbol.NullableAnnotation == NullableAnnotation.Annotated
        || symbol is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };

    public static string? DefaultOf(IParameterSymbol symbol) =>
        symbol.HasExplicitDefaultValue ? Literals.Text(symbol.Type, symbol.ExplicitDefaultValue) : null;
}
