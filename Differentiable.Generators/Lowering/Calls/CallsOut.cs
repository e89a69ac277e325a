using Differentiable.Generators.Lowering.Structs;
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
            || (method.MethodKind != MethodKind.LocalFunction && IsOfUser(method) && !Attributes.IsDifferentiable(method)),
        IObjectCreationOperation { Constructor: { } constructor } => IsOfUser(constructor),
        IPropertyReferenceOperation { Property: var property } => IsOfUser(property) && !StoredProperties.IsStored(property.OriginalDefinition),
        IBinaryOperation { OperatorMethod: { } method } => IsOfUser(method),
        IUnaryOperation { OperatorMethod: { } method } => IsOfUser(method),
        IConversionOperation { OperatorMethod: { } method } => IsOfUser(method),
        _ => false,
    };

    /// <summary>The base library knows nothing of the user's objects.</summary>
    public static bool IsOfUser(ISymbol member)
    {
        INamespaceSymbol space = member.ContainingNamespace;
        while (!space.IsGlobalNamespace && !space.ContainingNamespace.IsGlobalNamespace)
            space = space.ContainingNamespace;
        return space.Name != "System";
    }
}
