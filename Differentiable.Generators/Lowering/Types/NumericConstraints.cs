using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Types;

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
        string[] contracts = [.. Contracts(parameter)];
        if (!contracts.Contains("INumberBase") || contracts.Contains("IBinaryInteger"))
            return null;
        NumericInterfaces found = NumericInterfaces.None;
        foreach (string contract in contracts)
            found |= s_interfaces.TryGetValue(contract, out NumericInterfaces one) ? one : NumericInterfaces.None;
        return new TypeParameter(Literals.Identifier(parameter.Name), found);
    }

    public static bool IsInteger(ITypeParameterSymbol parameter) => Contracts(parameter).Contains("IBinaryInteger");

    /// <summary>Is it a static member of a number's type: of a type parameter, through one of the interfaces, or of <c>Half</c>?</summary>
    public static bool IsOnNumber(ISymbol member, ITypeSymbol? constrainedTo) => member.IsStatic
        && TypeLowering.Lower(constrainedTo ?? member.ContainingType) is var type
        && (type is TypeParameter or { IsWithoutLiterals: true } || (constrainedTo is not null && type.IsReal));

    /// <summary>The names of the interfaces of <c>System.Numerics</c> that it has.</summary>
    private static IEnumerable<string> Contracts(ITypeParameterSymbol parameter) => parameter.ConstraintTypes
        .OfType<INamedTypeSymbol>()
        .SelectMany(type => type.AllInterfaces.Prepend(type))
        .Where(type => TypeLowering.IsNumerics(type.ContainingNamespace) && IsAbout(type, parameter))
        .Select(type => type.Name);

    private static bool IsAbout(INamedTypeSymbol contract, ITypeParameterSymbol parameter) =>
        contract.TypeArguments is [ITypeParameterSymbol self, ..] && SymbolEqualityComparer.Default.Equals(self, parameter);
}
