using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Patterns;

/// <summary>Patterns as conditions. What they bind is assigned in front: it is read only where the pattern matched.</summary>
internal static class PatternLowering
{
    public static Expr Lower(LoweringContext context, IIsPatternOperation test) =>
        Test(context, context.SaveUnlessSimple(context.Lower(test.Value)), test.Pattern);

    /// <summary>The value to test: evaluated once, and safe to read many times.</summary>
    public static Expr SaveUnlessSimple(this LoweringContext context, Expr value, bool mayChange = false) => value switch
    {
        Constant => value,
        Use use when !mayChange || use.Variable.Role == VariableRole.Temporary => value,
        StructValue tuple => tuple with { Elements = tuple.Elements.Select(e => context.SaveUnlessSimple(e, mayChange)).ToEquatableArray() },
        _ => context.Save(value, "value"),
    };

    /// <summary>Does the value match? A constant where that is always so.</summary>
    public static Expr Test(LoweringContext context, Expr value, IPatternOperation pattern)
    {
        if (NullablePatterns.TryTest(context, value, pattern) is { } ofNullable)
            return ofNullable;
        if (ObjectPatterns.TryTest(context, value, pattern) is { } ofObject)
            return ofObject;
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Constant.Of(true);
            case IConstantPatternOperation constant:
                return TestConstant(context, value, constant);
            case IRelationalPatternOperation relational:
                return TestRelation(context, value, relational);
            case INegatedPatternOperation negated:
                return Fold.Not(Test(context, value, negated.Pattern));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return Fold.AndAlso(Test(context, value, both.LeftPattern), Test(context, NullablePatterns.Narrowed(context, value, both), both.RightPattern));
            case IBinaryPatternOperation either:
                return Fold.OrElse(Test(context, value, either.LeftPattern), Test(context, value, either.RightPattern));
            case IDeclarationPatternOperation declaration when IsTypeFree(declaration):
                return Bind(context, value, declaration.DeclaredSymbol);
            case ITypePatternOperation type when IsOfValue(type, type.MatchedType):
                return Constant.Of(true);
            case IRecursivePatternOperation recursive when value is StructValue whole:
                return StructPatterns.Test(context, whole, recursive);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } properties when value.Type.IsStorage && value is Use or Element:
                return TestLength(context, value, properties);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } there when value.Type is ScalarType && IsOfInput(there):
                return Bind(context, value, there.DeclaredSymbol);
            case IListPatternOperation list when value.Type.IsVector && value is Use or Element:
                return ListPatterns.Test(context, value, list);
            default:
                return Refuse(context, pattern);
        }
    }

    /// <summary>What the pattern declares is there all the same, so that the walk can go on.</summary>
    private static Expr Refuse(LoweringContext context, IPatternOperation pattern)
    {
        foreach (ILocalSymbol local in pattern.DescendantsAndSelf().Select(DeclaredBy).OfType<ILocalSymbol>())
            context.DeclareInExpression(local);
        return context.Refuse(Descriptors.UnsupportedPattern, pattern, pattern.Syntax.ToString());
    }

    private static ISymbol? DeclaredBy(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    private static Expr TestConstant(LoweringContext context, Expr value, IConstantPatternOperation pattern)
    {
        Expr constant = context.Lower(pattern.Value);
        if (constant is Constant { Value: double.NaN or float.NaN })
            return new Apply(Op.IsNaN, IrType.Boolean, [value]);
        if (constant is Constant { Value: bool expected })
            return expected ? value : Fold.Not(value);
        return constant is Constant && value.Type == constant.Type
            ? Fold.Compare(Op.Equal, value, constant)
            : IsEqualText(value, constant);
    }

    /// <summary>
    /// Equality of what is no number. Storage may have become a span where this text ends up, and <c>==</c> compares either with null.
    /// </summary>
    public static Opaque IsEqualText(Expr value, Expr constant) => new OpaqueBuilder()
        .Operand(value).Text(value.Type.IsStorage ? " == " : " is ").Operand(constant).Build(IrType.Boolean, isPure: true);

    private static Expr TestRelation(LoweringContext context, Expr value, IRelationalPatternOperation pattern)
    {
        Expr bound = context.Lower(pattern.Value);
        if (value.Type is ScalarType && bound.Type == value.Type && OperatorLowering.Find(pattern.OperatorKind) is { } op)
            return Fold.Compare(op, value, bound);
        // Characters, and numbers that may be missing.
        if (value.Type is OpaqueType && OperatorLowering.Symbol(pattern.OperatorKind) is { } symbol)
            return new OpaqueBuilder().Operand(value).Text($" {symbol} ").Operand(bound).Build(IrType.Boolean, isPure: true);
        return context.Refuse(Descriptors.UnsupportedPattern, pattern, pattern.Syntax.ToString());
    }

    /// <summary>An array or span that is there, and whose length matches: <c>{ Length: > 0 }</c>.</summary>
    private static Expr TestLength(LoweringContext context, Expr storage, IRecursivePatternOperation pattern)
    {
        Bind(context, storage, pattern.DeclaredSymbol);
        Expr result = IsThere(storage, pattern.InputType);
        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            if (property.Member is not IPropertyReferenceOperation { Property.Name: "Length" } || storage.Type is ArrayType { Rank: > 1 })
                return Refuse(context, pattern);
            result = ConditionalLowering.AndAlso(context, result, () => Test(context, new Length(storage), property.Pattern));
        }
        return result;
    }

    /// <summary>Is there an array? A span always is.</summary>
    public static Expr IsThere(Expr storage, ITypeSymbol type) => storage.Type is ArrayType ? Fold.Not(IsEqualText(storage, Literals.Lower(type, null))) : Constant.Of(true);

    /// <summary>Does the pattern ask for the type that the value has anyway?</summary>
    private static bool IsOfInput(IRecursivePatternOperation pattern) => !NullableValues.IsNullable(pattern.InputType) && SymbolEqualityComparer.Default.Equals(pattern.InputType, pattern.MatchedType);

    public static Constant Bind(LoweringContext context, Expr value, ISymbol? symbol)
    {
        if (symbol is ILocalSymbol local)
            context.Write(context.DeclareInExpression(local), value);
        return Constant.Of(true);
    }

    /// <summary>Is it <c>var x</c>, or the type that the value has anyway?</summary>
    private static bool IsTypeFree(IDeclarationPatternOperation pattern) => pattern.MatchesNull || IsOfValue(pattern, pattern.MatchedType);

    /// <summary>Is it the type of a value, which it has anyway?</summary>
    public static bool IsOfValue(IPatternOperation pattern, ITypeSymbol? type) => pattern.InputType.IsValueType && SymbolEqualityComparer.Default.Equals(pattern.InputType, type);
}
