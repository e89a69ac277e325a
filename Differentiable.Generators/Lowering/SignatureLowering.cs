using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>Parameters and results: of the method itself, and of the differentiable methods that it calls.</summary>
internal static class SignatureLowering
{
    /// <summary>The method's own parameters; those that cannot be differentiated are reported.</summary>
    public static Parameter[] LowerParameters(LoweringContext context)
    {
        List<Parameter> parameters = [];
        foreach (IParameterSymbol symbol in context.Method.Parameters)
        {
            IrType type = TypeLowering.Lower(symbol.Type);
            if (!IsSupported(symbol, type))
                context.Report(Descriptors.UnsupportedParameterType, symbol.Locations[0], symbol.Name, symbol.Type.ToDisplayString());
            Variable variable = context.NewVariable(symbol.Name, ExternalLowering.ResultType(symbol.Type));
            context.Places[symbol] = new VariablePlace(variable);
            parameters.Add(new Parameter(variable, Mode(symbol), IsActive(symbol, type), IsMutated: false, DefaultOf(symbol))
            {
                IsParams = symbol.IsParams,
                MayBeNull = type is ArrayType && MayBeNull(symbol),
                AnnotatedType = TypeLowering.AnnotatedName(symbol.Type),
            });
        }
        return [.. parameters, .. MemberInputs.OfMethod(context, parameters)];
    }

    /// <summary>Another differentiable method as its caller sees it.</summary>
    /// <returns>Null where it reads members of its object that cannot be seen from here.</returns>
    public static Callee? LowerCallee(LoweringContext context, IMethodSymbol method)
    {
        if (context.Callees.TryGetValue(method, out Callee? known))
            return known;
        List<Parameter> parameters = [];
        foreach (IParameterSymbol symbol in method.Parameters)
        {
            IrType type = TypeLowering.Lower(symbol.Type);
            bool isMutated = type is ArrayType or SpanType { IsReadOnly: false } && CalleeWrites.MayWrite(context, symbol);
            Variable variable = new(symbol.Ordinal, symbol.Name, type);
            parameters.Add(new Parameter(variable, Mode(symbol), IsActive(symbol, type), isMutated, DefaultOf(symbol))
            {
                MayReplaceRows = isMutated && type.Element is ArrayType && CalleeWrites.MayReplaceRows(context, symbol),
            });
        }
        if (MemberInputs.OfCallee(context, method) is not { } ofObject)
            return null;
        parameters.AddRange(ofObject);
        Callee callee = new(TypeLowering.FullName(method.ContainingType), method.Name, parameters, LowerResult(method));
        context.Callees.Add(method, callee);
        return callee;
    }

    public static ReturnShape LowerResult(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return ReturnShape.Void;
        if (method.ReturnType is not INamedTypeSymbol { IsTupleType: true } tuple)
            return new ReturnShape([TypeLowering.Lower(method.ReturnType)], [""], IsTuple: false);
        return new ReturnShape(
            tuple.TupleElements.Select(e => TypeLowering.Lower(e.Type)).ToEquatableArray(),
            tuple.TupleElements.Select(e => e.Name).ToEquatableArray(),
            IsTuple: true);
    }

    /// <summary>Can results of this type be given a cotangent? That of an array is a span, which cannot stand in a tuple.</summary>
    public static bool IsSupportedResult(IrType type, bool isInTuple) => type switch
    {
        ScalarType => true,
        ArrayType { Rank: 1, Element: ScalarType } => !isInTuple || !type.HoldsReal,
        OpaqueType => true,
        _ => !type.HoldsReal && type is not TupleType,
    };

    public static bool IsActive(IParameterSymbol symbol, IrType type) => type.HoldsReal && !Attributes.IsNonDifferentiable(symbol);

    private static bool IsSupported(IParameterSymbol symbol, IrType type) => type switch
    {
        ScalarType => true,
        { IsStorage: true } when symbol.RefKind is RefKind.Ref or RefKind.Out => false,
        ArrayType { Element: ScalarType } => true,
        ArrayType { Rank: 1, Element: ArrayType { Rank: 1, Element: ScalarType } } => true,
        SpanType { Element: ScalarType } => true,
        TupleType => false,
        _ => Attributes.IsNonDifferentiable(symbol) || (!RealData.IsIn(symbol.Type) && symbol.Type.TypeKind is not TypeKind.Pointer),
    };

    private static PassingMode Mode(IParameterSymbol symbol) => symbol.RefKind switch
    {
        RefKind.Ref => PassingMode.Ref,
        RefKind.Out => PassingMode.Out,
        RefKind.None => PassingMode.Value,
        _ => PassingMode.In,
    };

    private static bool MayBeNull(IParameterSymbol symbol) => symbol.NullableAnnotation == NullableAnnotation.Annotated
        || symbol is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };

    private static string? DefaultOf(IParameterSymbol symbol) =>
        symbol.HasExplicitDefaultValue ? Literals.Text(symbol.Type, symbol.ExplicitDefaultValue) : null;
}
