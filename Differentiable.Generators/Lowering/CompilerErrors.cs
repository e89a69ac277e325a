using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering;

/// <summary>Code that does not compile.</summary>
internal static class CompilerErrors
{
    /// <summary>Has the compiler an error for a part of this, or for something that it uses?</summary>
    public static bool AreIn(IOperation operation) => operation.DescendantsAndSelf().Any(IsError);

    private static bool IsError(IOperation operation) => operation.Type?.TypeKind == TypeKind.Error
        || operation is IInvalidOperation or IConversionOperation { Conversion.Exists: false };
}
