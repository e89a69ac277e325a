using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>May a static method that returns nothing real keep a real number that it is given, for others to read: in an object that it is given as well, or in a field?</summary>
internal static class Remembering
{
    public static bool May(LoweringContext context, IInvocationOperation call) => call.Arguments.Any(argument => !Purity.IsHarmless(argument.Value.Type!)) && May(context, call.TargetMethod, []);

    private static bool May(LoweringContext context, IMethodSymbol method, HashSet<IMethodSymbol> asked)
    {
        if (method.Parameters.Any(parameter => CanKeep(parameter.Type)))
            return true;
        return asked.Add(method.OriginalDefinition) && InlinedCode.Of(context, method) is { Block: { } block } && block.Descendants().Any(operation => Keeps(context, operation, asked));
    }

    /// <summary>Is it an object that may hold real numbers? What is a number in a box, or text, is given to be read.</summary>
    private static bool CanKeep(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsReferenceType && CanKeep(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: not (SpecialType.System_String or SpecialType.System_Object) } => HiddenReals.MayBeIn(type),
        _ => false,
    };

    private static bool Keeps(LoweringContext context, IOperation operation, HashSet<IMethodSymbol> asked) => operation switch
    {
        IInvocationOperation { Instance.Type: { IsReferenceType: true, SpecialType: not SpecialType.System_String } } call => call.Arguments.Any(argument => !Purity.IsHarmless(argument.Value.Type!)),
        IInvocationOperation { TargetMethod: { IsStatic: true } method } => May(context, method, asked),
        _ => Targets.SetBy(operation) is { } target && IsShared(target),
    };

    /// <summary>Is it a field, or part of one, that lives on when the method returns, and can hold a real number?</summary>
    private static bool IsShared(IOperation target) => !Purity.IsHarmless(target.Type!) && target switch
    {
        IFieldReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsShared(whole),
        IPropertyReferenceOperation { Instance: { Type.IsValueType: true } whole } => IsShared(whole),
        IFieldReferenceOperation or IPropertyReferenceOperation => true,
        IArrayElementReferenceOperation element => IsShared(element.ArrayReference),
        _ => false,
    };
}
