using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Tensors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Calls;

/// <summary>Does a method run code of the user's that may change what the method reads from its object?</summary>
internal static class CallsOut
{
    public static bool Any(IOperation body) => body.Descendants().Any(IsCall);

    private static bool IsCall(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => method.MethodKind is MethodKind.DelegateInvoke
            || (method.MethodKind != MethodKind.LocalFunction && IsOfUser(method) && !Attributes.IsDifferentiable(method) && !TensorTypes.IsOfLibrary(method.ContainingType)),
        IObjectCreationOperation { Constructor: { } constructor } => IsOfUser(constructor),
        IPropertyReferenceOperation { Property: var property } => IsOfUser(property) && !TensorTypes.IsOfLibrary(property.ContainingType) && !StoredProperties.IsStored(property.OriginalDefinition),
        IBinaryOperation { OperatorMethod: { } method } => IsOfUserOperator(method),
        IUnaryOperation { OperatorMethod: { } method } => IsOfUserOperator(method),
        IConversionOperation { OperatorMethod: { } method } => IsOfUserOperator(method),
        _ => false,
    };

    private static bool IsOfUserOperator(IMethodSymbol method) => IsOfUser(method) && !TensorTypes.IsOfLibrary(method.ContainingType);

    /// <summary>The base library knows nothing of the user's objects.</summary>
    public static bool IsOfUser(ISymbol member)
    {
        INamespaceSymbol space = member.ContainingNamespace;
        while (!space.IsGlobalNamespace && !space.ContainingNamespace.IsGlobalNamespace)
            space = space.ContainingNamespace;
        return space.Name != "System";
    }
}
