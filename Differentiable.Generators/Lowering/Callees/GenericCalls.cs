using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>Calls of generic differentiable methods. What the method differentiates was decided by its constraints, whatever is put in for its type parameters.</summary>
internal static class GenericCalls
{
    /// <summary>Are all type parameters that stand for real numbers given real numbers? Integers have no derivative members to call.</summary>
    public static bool AreReal(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (!AreReal(type.TypeParameters, type.TypeArguments))
                return false;
        }
        return AreReal(method.TypeParameters, method.TypeArguments);
    }

    private static bool AreReal(IEnumerable<ITypeParameterSymbol> parameters, IEnumerable<ITypeSymbol> arguments) => parameters
        .Zip(arguments, (parameter, argument) => !TypeLowering.Lower(parameter).IsReal || TypeLowering.Lower(argument).IsReal)
        .All(fits => fits);
}
