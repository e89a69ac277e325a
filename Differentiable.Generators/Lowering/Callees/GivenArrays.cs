using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Callees;

/// <summary>An array, or a struct with arrays, that a method is given.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Ordinal">Its ordinal; <see cref="StructParameters.OrdinalOfSelf"/> for the struct that the method is called on.</param>
/// <param name="IsArray">Is it an array?</param>
/// <param name="Variables">What the method's code calls it, or the fields of it.</param>
internal sealed record GivenArrays(string Name, int Ordinal, bool IsArray, IReadOnlyList<string> Variables)
{
    /// <summary>All that a method is given.</summary>
    public static IEnumerable<GivenArrays> Of(IMethodSymbol method)
    {
        if (StructParameters.IsOnStruct(method) && AreIn(method.ContainingType))
            yield return new(StructParameters.NameOfSelf(method), StructParameters.OrdinalOfSelf, IsArray: false, [.. StructTypes.NamesOfFields(method.ContainingType)]);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (MayBeIn(parameter.Type))
                yield return new(parameter.Name, parameter.Ordinal, parameter.Type is IArrayTypeSymbol, [parameter.Name]);
        }
    }

    /// <summary>Is it an array, or a struct with arrays in it?</summary>
    public static bool MayBeIn(ITypeSymbol type) => type is IArrayTypeSymbol || AreIn(type);

    /// <summary>Are there arrays in a struct?</summary>
    public static bool AreIn(ITypeSymbol type) => TypeLowering.Lower(type) is StructType whole && whole.Leaves().Any(leaf => leaf is { Type.IsStorage: true, IsInline: false });

    /// <summary>Those that a call gives for it.</summary>
    public IEnumerable<Expr> In(IMethodSymbol method, IReadOnlyList<Expr?> arguments) =>
        StructParameters.LeavesOf(method, Ordinal).Select(leaf => arguments[leaf]).OfType<Expr>().Where(argument => argument.Type.IsStorage);
}
