using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Places;

/// <summary>What code sets, as it stands in the source.</summary>
internal static class Targets
{
    /// <summary>The variable, field or element that the operation itself sets, or hands to a method that may set it; null for another operation.</summary>
    public static IOperation? SetBy(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation increment => increment.Target,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
        _ => null,
    };
}
