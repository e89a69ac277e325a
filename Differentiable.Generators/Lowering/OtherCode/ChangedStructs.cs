using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Members of structs without real numbers that change the struct which they are called on, as the next number of a generator does. What the struct becomes is written down as an assignment
/// (<see cref="ReferenceArguments"/>), so that it is state like any other: kept where the reverse sweep or a later run needs it, and put back.
/// </summary>
internal static class ChangedStructs
{
    /// <summary>How members of structs of other assemblies begin that only look something up.</summary>
    private static readonly string[] s_reading = ["Get", "To", "Equals", "Compare", "Is", "Contains", "IndexOf"];

    /// <summary>Is it a call with a value that changes the variable which it is made on?</summary>
    public static bool AreWrittenBack(LoweringContext context, IInvocationOperation call) => call.TargetMethod is { ReturnsVoid: false, ReturnsByRef: false, ReturnsByRefReadonly: false, ReturnType.IsRefLikeType: false } && Has(context, call.Instance, call.TargetMethod)
        && IsKnown(context, call.Instance!) && context.LowerPlace(call.Instance!) is VariablePlace;

    /// <summary>May the member change the struct that it is asked of, and not only a copy?</summary>
    public static bool Has(LoweringContext context, IOperation? instance, IMethodSymbol member) =>
        instance is { Type: { IsValueType: true, IsRefLikeType: false } type } && !member.IsStatic && !member.IsReadOnly && !IsSimple(type) && !RealData.IsIn(type) && !IsReadOnly(instance)
        && (InlinedCode.Of(context, member)?.WritesSelf(context) ?? (member.MethodKind == MethodKind.Ordinary && !s_reading.Any(name => member.Name.StartsWith(name, StringComparison.Ordinal))));

    private static bool IsSimple(ITypeSymbol type) => type.SpecialType != SpecialType.None || type.TypeKind is TypeKind.Enum or TypeKind.TypeParameter || type.IsTupleType || TypeLowering.Lower(type) is not OpaqueType;

    /// <summary>Is it a variable of the method, or a part of one?</summary>
    private static bool IsKnown(LoweringContext context, IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local: var local } => context.Places.ContainsKey(local),
        IParameterReferenceOperation { Parameter: var parameter } => context.Places.ContainsKey(parameter),
        IInstanceReferenceOperation => context.Selves.Count > 0,
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsKnown(context, whole),
        _ => false,
    };

    /// <summary>Members run on a copy of what must not be changed.</summary>
    private static bool IsReadOnly(IOperation instance) => instance switch
    {
        ILocalReferenceOperation { Local: var local } => local.RefKind == RefKind.RefReadOnly || local.IsForEach || local.IsUsing,
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind is RefKind.In or RefKind.RefReadOnlyParameter,
        IFieldReferenceOperation { Field: var field, Instance: var whole } => field.IsReadOnly || (whole is { Type.IsValueType: true } && IsReadOnly(whole)),
        _ => false,
    };
}
