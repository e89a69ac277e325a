using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>Which type parameters stand for real numbers, and what their constraints let them do.</summary>
internal static class NumericConstraints
{
    private static readonly Dictionary<string, NumericInterfaces> s_interfaces = new()
    {
        ["INumberBase"] = NumericInterfaces.None,
        ["INumber"] = NumericInterfaces.Number,
        ["IFloatingPoint"] = NumericInterfaces.FloatingPoint,
        ["IFloatingPointIeee754"] = NumericInterfaces.FloatingPointIeee754,
        ["IBinaryFloatingPointIeee754"] = NumericInterfaces.None,
        ["IFloatingPointConstants"] = NumericInterfaces.FloatingPointConstants,
        ["IRootFunctions"] = NumericInterfaces.RootFunctions,
        ["IPowerFunctions"] = NumericInterfaces.PowerFunctions,
        ["IExponentialFunctions"] = NumericInterfaces.ExponentialFunctions,
        ["ILogarithmicFunctions"] = NumericInterfaces.LogarithmicFunctions,
        ["ITrigonometricFunctions"] = NumericInterfaces.TrigonometricFunctions,
        ["IHyperbolicFunctions"] = NumericInterfaces.HyperbolicFunctions,
    };

    /// <summary>The interfaces that constraints on real numbers name.</summary>
    public static IEnumerable<string> Names => s_interfaces.Keys;

    /// <summary>The type parameter as a scalar, if its constraints make it a number other than an integer.</summary>
    public static TypeParameter? Find(ITypeParameterSymbol parameter)
    {
        NumericInterfaces found = NumericInterfaces.None;
        bool isNumber = false;
        foreach (INamedTypeSymbol contract in parameter.ConstraintTypes.OfType<INamedTypeSymbol>().SelectMany(type => type.AllInterfaces.Prepend(type)))
        {
            if (!TypeLowering.IsNumerics(contract.ContainingNamespace) || !IsAbout(contract, parameter))
                continue;
            if (contract.Name == "IBinaryInteger")
                return null;
            isNumber |= contract.Name == "INumberBase";
            if (s_interfaces.TryGetValue(contract.Name, out NumericInterfaces flag))
                found |= flag;
        }
        return isNumber ? new TypeParameter(Literals.Identifier(parameter.Name), found) : null;
    }

    /// <summary>Is it a static member of a number's type: of a type parameter, through one of the interfaces, or of <c>Half</c>?</summary>
    public static bool IsOnNumber(ISymbol member, ITypeSymbol? constrainedTo) => member.IsStatic
        && TypeLowering.Lower(constrainedTo ?? member.ContainingType) is TypeParameter or { IsWithoutLiterals: true };

    private static bool IsAbout(INamedTypeSymbol contract, ITypeParameterSymbol parameter) =>
        contract.TypeArguments is [ITypeParameterSymbol self, ..] && SymbolEqualityComparer.Default.Equals(self, parameter);
}
