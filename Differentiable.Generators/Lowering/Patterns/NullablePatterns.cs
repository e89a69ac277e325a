using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Patterns;

/// <summary>Patterns of values that may be missing: <c>null</c>, <c>{ } v</c>, <c>double v</c>, <c>&gt; 0</c>. All but <c>null</c> match only what is there.</summary>
internal static class NullablePatterns
{
    /// <summary>Does the value match? Null where the pattern is no question of whether it is there.</summary>
    public static Expr? TryTest(LoweringContext context, Expr value, IPatternOperation pattern)
    {
        bool isFollowed = value is StructValue { Struct.IsNullable: true };
        if (!isFollowed && (value.Type is not OpaqueType || !NullableValues.IsNullable(pattern.InputType)))
            return null;
        return pattern switch
        {
            IConstantPatternOperation constant when isFollowed && NullableOperators.IsNull(constant.Value) => Fold.Not(Split(context, value, pattern).HasValue),
            IConstantPatternOperation or IRelationalPatternOperation when isFollowed => OfPresent(context, value, pattern),
            ITypePatternOperation type when IsPresent(pattern, type.MatchedType) => Split(context, value, pattern).HasValue,
            IDeclarationPatternOperation { MatchesNull: false } declaration when IsPresent(pattern, declaration.MatchedType) => Bound(context, value, pattern, declaration.DeclaredSymbol),
            IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true } there when IsPresent(pattern, there.MatchedType)
                => Bound(context, value, pattern, there.DeclaredSymbol),
            IRecursivePatternOperation recursive when isFollowed && IsPresent(pattern, recursive.MatchedType) => OfPresent(context, value, pattern),
            _ => null,
        };
    }

    /// <summary>Is the value there and of the type, which is that of the value if it is there?</summary>
    public static Expr? TryLower(LoweringContext context, IIsTypeOperation test)
    {
        if (!NullableValues.IsFollowed(test.ValueOperand.Type)
            || !SymbolEqualityComparer.Default.Equals(NullableValues.Present(test.ValueOperand.Type), NullableValues.Present(test.TypeOperand)))
            return null;
        Expr hasValue = NullableValues.Split(context, context.LowerWhole(test.ValueOperand), test.ValueOperand.Type).HasValue;
        return test.IsNegated ? Fold.Not(hasValue) : hasValue;
    }

    /// <summary>What the right side of <c>and</c> sees: the value itself where the left side matches only what is there, as in <c>&gt; 2 and var x</c>.</summary>
    public static Expr Narrowed(LoweringContext context, Expr value, IBinaryPatternOperation both) =>
        NullableValues.IsNullable(both.LeftPattern.InputType) && !NullableValues.IsNullable(both.RightPattern.InputType) ? Split(context, value, both.LeftPattern).Value : value;

    private static Expr OfPresent(LoweringContext context, Expr value, IPatternOperation pattern)
    {
        (Expr hasValue, Expr present) = Split(context, value, pattern);
        return Fold.AndAlso(hasValue, PatternLowering.Test(context, present, pattern));
    }

    private static Expr Bound(LoweringContext context, Expr value, IPatternOperation pattern, ISymbol? symbol)
    {
        (Expr hasValue, Expr present) = Split(context, value, pattern);
        PatternLowering.Bind(context, present, symbol);
        return hasValue;
    }

    /// <summary>Behind <c>not null and</c>, the pattern sees what is there already.</summary>
    private static bool IsPresent(IPatternOperation pattern, ITypeSymbol? matched) =>
        matched is not null && SymbolEqualityComparer.Default.Equals(NullableValues.Present(pattern.InputType), NullableValues.Present(matched));

    private static (Expr HasValue, Expr Value) Split(LoweringContext context, Expr value, IPatternOperation pattern) => NullableValues.Split(context, value, pattern.InputType);
}
