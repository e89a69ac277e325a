using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// What a method of another assembly, whose text is not there, says of itself: the attribute on its forward half. Without one there is
/// nothing to say.
/// </summary>
internal static class GeneratedAttribute
{
    public const string Members = nameof(Members), Returned = nameof(Returned), ReturnsAlways = nameof(ReturnsAlways);

    /// <summary>The members of its object that the method reads as inputs, by name; null where it has no forward half.</summary>
    public static IReadOnlyList<string>? MembersOf(IMethodSymbol method) => Find(method) is var (_, attribute) ? Names(attribute, Members) : null;

    /// <summary>The names of the parameters that the method may return the arrays of, and whether it always returns one of them.</summary>
    public static (IReadOnlyList<string> Names, bool Always) ReturnedBy(IMethodSymbol method) => Find(method) is var (_, attribute)
        ? (Names(attribute, Returned), attribute?.NamedArguments.Any(argument => argument.Key == ReturnsAlways && argument.Value.Value is true) == true)
        : ([], false);

    private static (IMethodSymbol Half, AttributeData? Attribute)? Find(IMethodSymbol method)
    {
        IMethodSymbol? half = method.ContainingType.GetMembers(method.Name + "Forward").OfType<IMethodSymbol>().FirstOrDefault(candidate => IsHalfOf(candidate, method));
        return half is null
            ? null
            : (half, half.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "GeneratedDerivativeAttribute"));
    }

    /// <summary>The halves keep the names of the inputs, and the types of all but references and arrays.</summary>
    private static bool IsHalfOf(IMethodSymbol half, IMethodSymbol method)
    {
        IParameterSymbol[] inputs = [.. method.Parameters.Where(parameter => parameter.RefKind != RefKind.Out)];
        return half.Parameters.Length == inputs.Length + 1 && inputs.Zip(half.Parameters, IsSame).All(same => same);
    }

    private static bool IsSame(IParameterSymbol input, IParameterSymbol given) => input.Name == given.Name
        && TypeLowering.Lower(input.Type).Leaf == TypeLowering.Lower(given.Type).Leaf;

    private static IReadOnlyList<string> Names(AttributeData? attribute, string property) => attribute is null
        ? []
        : [.. attribute.NamedArguments.Where(argument => argument.Key == property && !argument.Value.IsNull)
            .SelectMany(argument => argument.Value.Values)
            .Select(value => value.Value)
            .OfType<string>()];
}
