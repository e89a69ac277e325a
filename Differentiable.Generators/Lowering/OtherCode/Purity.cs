using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>What is known about code that lowering does not look into.</summary>
internal static class Purity
{
    /// <summary>May the call be evaluated again, later, or not at all?</summary>
    public static bool IsPure(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
            return false;
        INamedTypeSymbol type = method.ContainingType;
        return IsNumber(type) || (type.TypeKind == TypeKind.Interface && TypeLowering.IsNumerics(type.ContainingNamespace)) || type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Enum
            || (type is { Name: "Math" or "MathF" or "Convert" } && TypeLowering.IsSystem(type.ContainingNamespace))
            || type is { Name: "BitOperations", ContainingNamespace.Name: "Numerics" };
    }

    /// <summary>May the property be read again, and give the same: a length or a count of what nothing in the method changes?</summary>
    public static bool IsPure(LoweringContext context, IPropertySymbol property, IOperation? instance) => property.Name is "Length" or "Count" && instance switch
    {
        null => false,
        { Type.SpecialType: SpecialType.System_String } or { Type.TypeKind: TypeKind.Array } => true,
        ILocalReferenceOperation local => !context.Reassignments.MayChangeObject(local.Local.Name),
        IParameterReferenceOperation parameter => !context.Reassignments.MayChangeObject(parameter.Parameter.Name),
        _ => !context.CallsOut,
    };

    /// <summary>May the operator or the conversion be evaluated again?</summary>
    public static bool IsPure(LoweringContext context, IOperation operation) => !ImpliedCalls.In(context, operation).Any(new Repeatability(context).MayDiffer);

    /// <summary>
    /// Does no derivative get lost when a real number goes into this call? True where nothing but decisions and text comes out and no
    /// object could remember the number.
    /// </summary>
    public static bool LosesNothing(IMethodSymbol method)
    {
        if (method.ContainingType.Name is "BitConverter" or "MemoryMarshal" or "Unsafe" or "Interlocked" or "Volatile")
            return false;
        INamedTypeSymbol type = method.ContainingType;
        bool isTextOfStruct = type.IsValueType && method is { Name: "ToString" or "GetHashCode" };
        bool isQuestion = method is { IsReadOnly: true, ReturnsVoid: false } && TypeLowering.Lower(type) is StructType whole && whole.Leaves().All(leaf => leaf.Type is ScalarType);
        bool mayRemember = !method.IsStatic && !isTextOfStruct && !isQuestion && !ExtensionBlocks.IsBlock(type) && !IsNumber(type) && type.SpecialType != SpecialType.System_String;
        return !mayRemember && (method.ReturnsVoid || IsHarmless(method.ReturnType))
            && method.Parameters.All(parameter => parameter.RefKind != RefKind.Out || IsHarmless(parameter.Type));
    }

    /// <summary>Can a value of this type not carry a real number on?</summary>
    public static bool IsHarmless(ITypeSymbol type)
    {
        if (type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal)
            return false;
        if (IsNumber(type) || type.TypeKind == TypeKind.Enum
            || type.SpecialType is SpecialType.System_String or SpecialType.System_Void)
            return true;
        for (ITypeSymbol? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name == "Exception" && TypeLowering.IsSystem(ancestor.ContainingNamespace))
                return true;
        }
        return false;
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
        or SpecialType.System_Boolean or SpecialType.System_Char;
}
