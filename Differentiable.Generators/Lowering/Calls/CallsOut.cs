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
            || (method.MethodKind != MethodKind.LocalFunction && RunsCodeOfUser(method) && !Attributes.IsDifferentiable(method)),
        IObjectCreationOperation { Constructor: { } constructor } => IsOfUser(constructor),
        IPropertyReferenceOperation { Property: var property } => RunsCodeOfUser(property) && !StoredProperties.IsStored(property.OriginalDefinition),
        IBinaryOperation { OperatorMethod: { } method } => RunsCodeOfUser(method),
        IUnaryOperation { OperatorMethod: { } method } => RunsCodeOfUser(method),
        IConversionOperation { OperatorMethod: { } method } => RunsCodeOfUser(method),
        _ => false,
    };

    /// <summary>Operations on tensors know nothing of the user's objects either.</summary>
    public static bool RunsCodeOfUser(ISymbol member) => IsOfUser(member) && !TensorTypes.IsOfLibrary(member.ContainingType);

    /// <summary>The base library knows nothing of the user's objects.</summary>
    public static bool IsOfUser(ISymbol member)
    {
        INamespaceSymbol space = member.ContainingNamespace;
        while (!space.IsGlobalNamespace && !space.ContainingNamespace.IsGlobalNamespace)
            space = space.ContainingNamespace;
        return space.Name != "System";
    }
}
