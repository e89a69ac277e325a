using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.Patterns;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Nullables;

/// <summary>
/// Values that may be missing. <c>double?</c>, or any other <c>T?</c> with real numbers in it, is a struct of two fields: whether there is a value, and
/// the value, which is zero where there is none. What carries no derivative, such as <c>int?</c>, stays in one piece, and is taken apart where it meets one that does.
/// </summary>
internal static class NullableValues
{
    public static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>The type as a struct; null where no real number is in it, or one in an inline array.</summary>
    public static StructType? TryLower(INamedTypeSymbol type) => TypeLowering.Lower(type.TypeArguments[0]) is { HoldsReal: true } value and not StructType { HoldsInline: true }
        ? StructType.Nullable(TypeLowering.FullName(type), value)
        : null;

    /// <summary>Is the type followed as one whose values may be missing?</summary>
    public static bool IsFollowed(ITypeSymbol? type) => IsNullable(Meant(type)) && TypeLowering.Lower(type) is StructType;

    /// <summary>The type of what is there; for any other type, the one that is meant by it.</summary>
    public static ITypeSymbol? Present(ITypeSymbol? type) => Meant(type) is INamedTypeSymbol meant && IsNullable(meant) ? meant.TypeArguments[0] : Meant(type);

    /// <summary>Whether there is a value, and the value.</summary>
    /// <param name="context">Where.</param>
    /// <param name="value">A value that may be missing, or one that is not.</param>
    /// <param name="type">Its type.</param>
    public static (Expr HasValue, Expr Value) Split(LoweringContext context, Expr value, ITypeSymbol? type)
    {
        if (value is StructValue { Struct.IsNullable: true } followed)
            return (followed.Elements[0], followed.Elements[1]);
        // A member of the object that is refused where it is declared.
        if (value.Type is StructType { IsNullable: true } unknown)
            return (Opaque.DefaultLiteral(IrType.Boolean), StructValues.FromLeaves(unknown.Fields[1].Type, leaf => Opaque.DefaultLiteral(leaf.Type)));
        if (!IsNullable(Meant(type)) || value.Type is not OpaqueType)
            return (Constant.Of(true), value);
        if (value is Opaque { IsMissing: true })
            return (Constant.Of(false), StorageLowering.Zero(TypeLowering.Lower(Present(type))));
        Expr whole = context.SaveUnlessSimple(value);
        return (Read(whole, StructType.HasValue, IrType.Boolean), Read(whole, StructType.ValueIfAny, TypeLowering.Lower(Present(type))));
    }

    /// <summary>The same, safe to be read many times.</summary>
    public static (Expr HasValue, Expr Value) SplitForUse(LoweringContext context, Expr value, ITypeSymbol? type)
    {
        (Expr hasValue, Expr present) = Split(context, value, type);
        return (context.SaveUnlessSimple(hasValue), context.SaveUnlessSimple(present));
    }

    /// <summary>A value of a nullable type.</summary>
    public static Expr Join(ITypeSymbol type, Expr hasValue, Expr value)
    {
        if (TypeLowering.Lower(type) is StructType followed)
            return Join(followed, hasValue, value);
        string name = TypeLowering.FullName(type);
        OpaqueBuilder text = new OpaqueBuilder();
        return hasValue is Constant { Value: bool isThere }
            ? (isThere ? text.Text($"({name})").Operand(value) : text.Text($"default({name})")).Build(new OpaqueType(name), isPure: true)
            : text.Text("(").Operand(hasValue).Text(" ? ").Operand(value).Text($" : default({name}))").Build(new OpaqueType(name), isPure: true);
    }

    public static StructValue Join(StructType type, Expr hasValue, Expr value) => new(type, [hasValue, ConversionLowering.Adapt(value, type.Fields[1].Type)]);

    /// <summary>One value or the other, leaf by leaf. Both were evaluated.</summary>
    public static Expr Choose(Expr condition, Expr whenTrue, Expr whenFalse)
    {
        if (condition is Constant { Value: bool known })
            return known ? whenTrue : whenFalse;
        return (whenTrue, whenFalse) switch
        {
            (StructValue one, StructValue other) => one with { Elements = one.Elements.Zip(other.Elements, (first, second) => Choose(condition, first, second)).ToEquatableArray() },
            _ => new Conditional(condition, whenTrue, whenFalse),
        };
    }

    /// <summary>Throws what C# throws where a value is read that is missing.</summary>
    public static void Require(LoweringContext context, Expr hasValue)
    {
        if (hasValue is Constant { Value: true })
            return;
        const string Exception = "global::System.InvalidOperationException";
        context.BeginBlock();
        context.Add(new Throw(new Opaque(new OpaqueType(Exception), [$"new {Exception}(\"Nullable object must have a value.\")"], [], IsPure: false)));
        context.Add(new If(Fold.Not(hasValue), context.EndBlock(), Block.Empty));
    }

    private static ITypeSymbol? Meant(ITypeSymbol? type) => type is null ? null : Substitution.Of(type);

    private static Opaque Read(Expr whole, string member, IrType type) => new OpaqueBuilder().Operand(whole).Text("." + member).Build(type, isPure: true);
}
