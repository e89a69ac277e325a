using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Patterns;

/// <summary>Patterns of objects and of text, which carry no derivative: types, <c>Call call</c>, properties, <c>{ Length: > 3, Kind: Kind.Call }</c>, and the positions of records.</summary>
internal static class ObjectPatterns
{
    /// <summary>Does the value match? Null where the pattern asks nothing of an object.</summary>
    public static Expr? TryTest(LoweringContext context, Expr value, IPatternOperation pattern) => pattern switch
    {
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } whole when value.Type is TensorType => IsOfInput(whole) ? TestMembers(context, value, whole) : null,
        _ when value.Type is not OpaqueType => null,
        ITypePatternOperation { MatchedType: var type } when !PatternLowering.IsOfValue(pattern, type) => IsOfType(value, type),
        IDeclarationPatternOperation { MatchesNull: false, MatchedType: { } type } declaration when !PatternLowering.IsOfValue(pattern, type) => TestType(context, value, type, declaration),
        IDeclarationPatternOperation { MatchesNull: true } declaration when MustBeCast(value, pattern.InputType) => TestType(context, value, pattern.InputType, declaration),
        IConstantPatternOperation { InputType: var type } when MustBeCast(value, type) => TestAs(context, value, type, pattern),
        IRelationalPatternOperation { Value.Type: { } type } when MustBeCast(value, type) => TestAs(context, value, type, pattern),
        IRecursivePatternOperation recursive => TestMembers(context, value, recursive),
        _ => null,
    };

    private static bool IsOfInput(IRecursivePatternOperation pattern) => SymbolEqualityComparer.Default.Equals(pattern.InputType, pattern.MatchedType);

    private static Opaque IsOfType(Expr value, ITypeSymbol type) => new OpaqueBuilder().Operand(value).Text($" is {TypeLowering.FullName(type)}").Build(IrType.Boolean, isPure: true);

    private static Expr TestType(LoweringContext context, Expr value, ITypeSymbol type, IDeclarationPatternOperation pattern) => pattern.DeclaredSymbol is null
        ? IsOfType(value, type)
        : ConditionalLowering.AndAlso(context, IsOfType(value, type), () => PatternLowering.Bind(context, As(context, value, type), pattern.DeclaredSymbol));

    /// <summary>A number in an object, behind a test of its type.</summary>
    private static Expr TestAs(LoweringContext context, Expr value, ITypeSymbol type, IPatternOperation pattern) =>
        ConditionalLowering.AndAlso(context, IsOfType(value, type), () => PatternLowering.Test(context, context.SaveUnlessSimple(As(context, value, type)), pattern));

    /// <summary>What stands before the pattern may have told more of the value's type than the value does.</summary>
    private static bool MustBeCast(Expr value, ITypeSymbol type) => value.Type is OpaqueType { Name: var name } && name != TypeLowering.FullName(type);

    private static Expr As(LoweringContext context, Expr value, ITypeSymbol type) => MustBeCast(value, type)
        ? ExternalLowering.Finish(context, new OpaqueBuilder().Text($"({TypeLowering.FullName(type)})").Operand(value), type, isPure: true)
        : value;

    /// <summary>An object that is there, is of the type, and whose members match.</summary>
    private static Expr? TestMembers(LoweringContext context, Expr value, IRecursivePatternOperation pattern)
    {
        if (MembersOf(pattern) is not { } members)
            return null;
        Expr isThere = IsThere(value, pattern);
        return members.Count == 0 && pattern.DeclaredSymbol is null ? isThere : ConditionalLowering.AndAlso(context, isThere, () =>
        {
            Expr whole = context.SaveUnlessSimple(As(context, value, pattern.MatchedType));
            Expr result = Constant.Of(true);
            foreach ((ISymbol member, IPatternOperation part) in members)
                result = ConditionalLowering.AndAlso(context, result, () => PatternLowering.Test(context, context.SaveUnlessSimple(ExternalLowering.LowerMember(context, pattern, member, whole)), part));
            return pattern.DeclaredSymbol is { } symbol ? ConditionalLowering.AndAlso(context, result, () => PatternLowering.Bind(context, whole, symbol)) : result;
        });
    }

    private static Expr IsThere(Expr value, IRecursivePatternOperation pattern)
    {
        if (MustBeCast(value, pattern.MatchedType))
            return IsOfType(value, pattern.MatchedType);
        return pattern.InputType.IsValueType && !NullableValues.IsNullable(pattern.InputType)
            ? Constant.Of(true)
            : Fold.Not(PatternLowering.IsEqualText(value, Literals.Lower(pattern.InputType, null)));
    }

    /// <summary>The members that are looked at, those of positions first; null where what is by position is no record's.</summary>
    private static List<(ISymbol Member, IPatternOperation Pattern)>? MembersOf(IRecursivePatternOperation pattern)
    {
        List<(ISymbol, IPatternOperation)> members = [];
        for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            if (PropertyAt(pattern.DeconstructSymbol, i) is not { } property)
                return null;
            members.Add((property, pattern.DeconstructionSubpatterns[i]));
        }
        foreach (IPropertySubpatternOperation part in pattern.PropertySubpatterns)
        {
            if (part.Member is not IMemberReferenceOperation { Member: var member })
                return null;
            members.Add((member, part.Pattern));
        }
        return members;
    }

    /// <summary>What C# writes as a record's <c>Deconstruct</c> gives its properties, also those of records that it is derived from.</summary>
    private static ISymbol? PropertyAt(ISymbol? deconstruct, int position)
    {
        if (deconstruct is not IMethodSymbol { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record, Parameters: var parameters })
            return null;
        for (INamedTypeSymbol? type = record; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(parameters[position].Name).FirstOrDefault(member => member is IPropertySymbol or IFieldSymbol) is { } member)
                return member;
        }
        return null;
    }
}
