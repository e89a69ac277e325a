using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>What a member does to the struct that it is asked of.</summary>
internal enum StructChange
{
    /// <summary>Nothing, or it changes one that lies in an object or in a static field.</summary>
    None,

    /// <summary>It changes a variable of the method, or a part or an element of one.</summary>
    OfVariable,

    /// <summary>It changes a copy: what it is asked of is a value, or must not be changed.</summary>
    OfCopy,
}

/// <summary>
/// Members of structs that are held whole, as those without real numbers are, that change the struct which they are asked of, as the next number of a generator does. What the struct becomes is written down as an assignment
/// (<see cref="ReferenceArguments"/>), so that it is state like any other: kept where the reverse sweep or a later run needs it, and put back.
/// </summary>
internal static class ChangedStructs
{
    /// <summary>What does the member do to what it is asked of?</summary>
    public static StructChange Of(LoweringContext context, IOperation? instance, IMethodSymbol? member)
    {
        if (instance is null || member is null || !MayChange(context, instance, member))
            return StructChange.None;
        if (IsReadOnly(instance))
            return StructChange.OfCopy;
        if (IsOfMethod(context, instance))
            return StructChange.OfVariable;
        return IsElsewhere(instance) ? StructChange.None : StructChange.OfCopy;
    }

    /// <summary>May the member change the struct that it is asked of, and not only a copy?</summary>
    public static bool Has(LoweringContext context, IOperation? instance, IMethodSymbol member) =>
        instance is not null && MayChange(context, instance, member) && Of(context, instance, member) != StructChange.OfCopy;

    /// <summary>May the member change a struct that is held whole, wherever that lies?</summary>
    public static bool Changes(LoweringContext context, IMethodSymbol member) =>
        member is { IsStatic: false, IsReadOnly: false, ContainingType.IsReferenceType: false } && (InlinedCode.Of(context, member)?.WritesSelf(context) ?? MayBeChangedBy(member));

    /// <summary>May a member without source here change the struct that it is asked of? Those of .NET are known by their names; others say by <c>readonly</c> that they do not.</summary>
    public static bool MayBeChangedBy(IMethodSymbol member)
    {
        if (member.IsStatic || member.IsReadOnly || member.IsImplicitlyDeclared || member.ContainingType is not { TypeKind: TypeKind.Struct or TypeKind.Interface } type)
            return false;
        return IsOfSystem(type)
            ? member.MethodKind == MethodKind.Ordinary && !PlatformCode.OnlyReads(member)
            : member.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet;
    }

    private static bool MayChange(LoweringContext context, IOperation instance, IMethodSymbol mentioned)
    {
        if (instance.Type is not { IsReferenceType: false, IsRefLikeType: false } asked || mentioned.IsStatic || mentioned.IsReadOnly)
            return false;
        ITypeSymbol type = Substitution.Of(asked);
        IMethodSymbol member = Substitution.Implementation(mentioned, asked);
        return IsWhole(type) && (InlinedCode.Of(context, member)?.WritesSelf(context) ?? Implementations.AllOf(context, member)?.Any(one => Changes(context, one)) ?? MayBeChangedBy(member));
    }

    /// <summary>Is it a struct that is followed as a whole, or a type parameter that one may stand for?</summary>
    private static bool IsWhole(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum || type.IsTupleType || type.IsReferenceType || TypeLowering.Lower(type) is not OpaqueType)
            return false;
        return type is not ITypeParameterSymbol parameter || !NumericConstraints.IsInteger(parameter);
    }

    private static bool IsOfSystem(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } around)
            space = around;
        return TypeLowering.IsSystem(space);
    }

    /// <summary>Is it a variable of the method, or a part or an element of one?</summary>
    private static bool IsOfMethod(LoweringContext context, IOperation instance) => instance switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation => IsVariable(context, instance),
        IInstanceReferenceOperation => context.Selves.Count > 0,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsOfMethod(context, whole),
        IArrayElementReferenceOperation { ArrayReference: var array } => IsVariable(context, array),
        IPropertyReferenceOperation { Instance: { } span } => TypeLowering.IsSpan(span.Type) && IsVariable(context, span),
        IImplicitIndexerReferenceOperation { Instance: var storage } => TypeLowering.Lower(storage.Type).IsStorage && IsVariable(context, storage),
        IConditionalOperation { IsRef: true, WhenTrue: var one, WhenFalse: { } other } => IsOfMethod(context, one) && IsOfMethod(context, other),
        _ => false,
    };

    private static bool IsVariable(LoweringContext context, IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => context.Places.ContainsKey(local),
        IParameterReferenceOperation { Parameter: var parameter } => context.Places.ContainsKey(parameter),
        _ => false,
    };

    /// <summary>Does it lie in an object, in a static field, or behind a reference, so that other code sees the change?</summary>
    private static bool IsElsewhere(IOperation instance) => instance is IFieldReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation
        or IConditionalOperation { IsRef: true } or IPropertyReferenceOperation { Property.ReturnsByRef: true } or IInvocationOperation { TargetMethod.ReturnsByRef: true }
        or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation;

    /// <summary>Members run on a copy of what must not be changed.</summary>
    private static bool IsReadOnly(IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local: var local } => local.RefKind == RefKind.RefReadOnly,
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter,
        IInstanceReferenceOperation => StructMembers.IsInReadOnlyMember(instance),
        IFieldReferenceOperation { Field: var field, Instance: var whole } => field.IsReadOnly
            || (whole is { Type.IsValueType: true } && (IsReadOnly(whole) || StructMembers.IsReadOnlyLocal(whole))),
        IPropertyReferenceOperation { Property: var property } => property.ReturnsByRefReadonly,
        IInvocationOperation { TargetMethod: var method } => method.ReturnsByRefReadonly,
        IConditionalOperation { IsRef: true, WhenTrue: var one, WhenFalse: { } other } => IsReadOnly(one) || IsReadOnly(other),
        _ => false,
    };
}
