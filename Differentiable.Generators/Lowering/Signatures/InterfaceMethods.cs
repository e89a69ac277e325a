using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>
/// Differentiable methods that an interface declares <c>static abstract</c>. Their members are abstract as well; a type that implements the
/// method and marks it differentiable implements them with those that are generated for it, and generic code finds them on its type parameter.
/// </summary>
internal static class InterfaceMethods
{
    public static bool IsAbstract(IMethodSymbol method) => method is { IsAbstract: true, IsStatic: true };

    /// <summary>Does it stand for such a method? Then its members are those that the interface can have, whoever implements it: of one direction each.</summary>
    public static bool IsDeclaredByOne(IMethodSymbol method) => IsAbstract(method) || method.IsStatic && method.ContainingType.AllInterfaces
        .SelectMany(type => type.GetMembers())
        .Any(member => member is IMethodSymbol declared && IsAbstract(declared) && Attributes.IsDifferentiable(declared)
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>
    /// A body of which only the signature is used. It must be the same for all implementers: whether one writes the elements of an array shows in
    /// the types of its halves, so there are none that could be written.
    /// </summary>
    public static void LowerAbstract(LoweringContext context)
    {
        foreach (IParameterSymbol parameter in context.Method.Parameters)
        {
            IrType type = TypeLowering.Lower(parameter.Type);
            if (type.HoldsReal && type.IsWritable)
                context.Report(Descriptors.WritableInInterface, parameter.Locations[0], parameter.Name, parameter.Type.DisplayName());
            if (parameter.RefKind == RefKind.Out)
                context.Add(new Assign(((VariablePlace)context.Places[parameter]).Variable, StorageLowering.Zero(type)));
        }
        context.Add(new Return(SignatureLowering.LowerResult(context.Method).Components.Select(type => Nothing(context, type)).ToEquatableArray()));
    }

    private static Expr Nothing(LoweringContext context, IrType type) => type is ArrayType
        ? context.Save(StorageLowering.Empty(type))
        : StorageLowering.Zero(type);
}
