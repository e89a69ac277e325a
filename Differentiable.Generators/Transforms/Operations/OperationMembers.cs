using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Operations;

/// <summary>The member that is the method as one operation on tensors.</summary>
internal static class OperationMembers
{
    /// <param name="function">The method; nothing is in the way.</param>
    public static Member Of(Function function) => !function.Request.Has(DerivativeKinds.Operation) ? TensorOperationMember.Of(function)
        : OperationForm.IsElementwise(function) ? ElementwiseMember.Of(function)
        : ArrayOperationMember.Of(function);
}
