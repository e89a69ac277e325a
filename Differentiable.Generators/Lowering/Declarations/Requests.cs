using System.Collections.Immutable;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Signatures;
using Differentiable.Generators.Lowering.Tensors;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Declarations;

/// <summary>Which derivatives a method's <c>[Differentiable]</c> asks for, or the default of its assembly.</summary>
internal static class Requests
{
    private const string Default = "DefaultDerivativesAttribute";

    public static Request Of(IMethodSymbol method)
    {
        AttributeData? attribute = Attributes.Find(method.OriginalDefinition.GetAttributes(), Attributes.DifferentiableName);
        DerivativeKinds kinds = KindsOf(attribute, method) ?? DefaultOf(method) ?? Request.Default.Kinds;
        return new(kinds, OrderOf(attribute));
    }

    /// <summary>That of the assembly; methods over tensors have gradients alone.</summary>
    private static DerivativeKinds? DefaultOf(IMethodSymbol method) => HasTensors(method)
        ? null
        : KindsOf(Attributes.Find(method.ContainingAssembly.GetAttributes(), Default), method);

    private static DerivativeKinds? KindsOf(AttributeData? attribute, IMethodSymbol method) =>
        attribute?.ConstructorArguments is [{ Value: int kinds }] && kinds != 0 ? WithNeeded((DerivativeKinds)kinds, method) : null;

    /// <summary>What is asked for, and what that is made of: operations on tensors of reverse mode, of the second derivatives, and where there are several numbers of forward mode.</summary>
    private static DerivativeKinds WithNeeded(DerivativeKinds kinds, IMethodSymbol method)
    {
        if ((kinds & DerivativeKinds.Operation) == 0)
            return kinds;
        if (HasTensors(method))
            return (kinds & ~DerivativeKinds.Operation) | DerivativeKinds.TensorOperation | DerivativeKinds.Gradient;
        bool isElementwise = IsNumber(method.ReturnType) && method.Parameters.All(parameter => !SignatureLowering.IsActive(parameter, TypeLowering.Lower(parameter.Type)) || IsNumber(parameter.Type));
        return kinds | DerivativeKinds.Gradient | DerivativeKinds.Hvp | (isElementwise ? 0 : DerivativeKinds.Jvp);
    }

    private static bool IsNumber(ITypeSymbol type) => TypeLowering.Lower(type) is ScalarType;

    private static bool HasTensors(IMethodSymbol method) => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(TensorTypes.AreIn);

    private static int OrderOf(AttributeData? attribute)
    {
        ImmutableArray<KeyValuePair<string, TypedConstant>> named = attribute?.NamedArguments ?? [];
        return named.FirstOrDefault(argument => argument.Key == "Order").Value.Value is int order ? order : Request.Default.Order;
    }
}
