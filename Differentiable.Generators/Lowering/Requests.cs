using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Tensors;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>Which derivatives a method's <c>[Differentiable]</c> asks for, or the default of its assembly.</summary>
internal static class Requests
{
    private const string Default = "DefaultDerivativesAttribute";

    public static Request Of(IMethodSymbol method)
    {
        AttributeData? attribute = Attributes.Find(method.OriginalDefinition.GetAttributes(), Attributes.DifferentiableName);
        DerivativeKinds kinds = KindsOf(attribute) ?? DefaultOf(method) ?? Request.Default.Kinds;
        return new(kinds, OrderOf(attribute));
    }

    /// <summary>That of the assembly; methods over tensors have gradients alone.</summary>
    private static DerivativeKinds? DefaultOf(IMethodSymbol method) => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(TensorTypes.AreIn)
        ? null
        : KindsOf(Attributes.Find(method.ContainingAssembly.GetAttributes(), Default));

    private static DerivativeKinds? KindsOf(AttributeData? attribute) =>
        attribute?.ConstructorArguments is [{ Value: int kinds }] && kinds != 0 ? WithNeeded((DerivativeKinds)kinds) : null;

    /// <summary>What is asked for, and what that is made of.</summary>
    private static DerivativeKinds WithNeeded(DerivativeKinds kinds) =>
        (kinds & DerivativeKinds.Elementwise) != 0 ? kinds | DerivativeKinds.Gradient | DerivativeKinds.Hvp : kinds;

    private static int OrderOf(AttributeData? attribute)
    {
        ImmutableArray<KeyValuePair<string, TypedConstant>> named = attribute?.NamedArguments ?? [];
        return named.FirstOrDefault(argument => argument.Key == "Order").Value.Value is int order ? order : Request.Default.Order;
    }
}
