using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>
/// What a method of another assembly, whose text is not there, says of itself: the attribute on its generated members. Without one there is
/// nothing to say.
/// </summary>
internal static class GeneratedAttribute
{
    private const string Members = nameof(Members), Returned = nameof(Returned), ReturnsAlways = nameof(ReturnsAlways), ChangesStruct = nameof(ChangesStruct), MayDiffer = nameof(MayDiffer);

    private static readonly string[] s_suffixes = ["Forward", "Tangent", "Jvp", "JvpForward"];

    /// <summary>The members of its object that the method reads as inputs, by name; null where nothing was generated for it.</summary>
    public static IReadOnlyList<string>? MembersOf(IMethodSymbol method) => Find(method) is var (_, attribute) ? Names(attribute, Members) : null;

    /// <summary>The names of the parameters that the method may return the arrays of, and whether it always returns one of them.</summary>
    public static (IReadOnlyList<string> Names, bool Always) ReturnedBy(IMethodSymbol method) => Find(method) is var (_, attribute)
        ? (Names(attribute, Returned), Says(attribute, ReturnsAlways))
        : ([], false);

    /// <summary>Does the method change the struct with arrays that it is called on?</summary>
    public static bool SaysItChangesStruct(IMethodSymbol method) => Says(Find(method)?.Attribute, ChangesStruct);

    /// <summary>May the method give something else when it runs a second time?</summary>
    public static bool SaysItMayDiffer(IMethodSymbol method) => Says(Find(method)?.Attribute, MayDiffer);

    /// <summary>The member that tells: a forward half, or where no gradient is asked for, what forward mode has in its place.</summary>
    private static (IMethodSymbol Member, AttributeData? Attribute)? Find(IMethodSymbol method)
    {
        IMethodSymbol? member = s_suffixes
            .SelectMany(suffix => method.ContainingType.GetMembers(method.Name + suffix).OfType<IMethodSymbol>())
            .FirstOrDefault(candidate => IsOf(candidate, method));
        return member is null
            ? null
            : (member, member.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "GeneratedDerivativeAttribute"));
    }

    /// <summary>The member begins with the inputs of the method, or all its parameters; it keeps the types of all but references and arrays.</summary>
    private static bool IsOf(IMethodSymbol member, IMethodSymbol method)
    {
        (string? Name, IrType Type)[] self = !method.IsStatic && TypeLowering.Lower(method.ContainingType) is StructType type ? Leaves(type) : [];
        return StartsWith(method.Parameters) || StartsWith(method.Parameters.Where(parameter => parameter.RefKind != RefKind.Out));

        bool StartsWith(IEnumerable<IParameterSymbol> parameters)
        {
            (string? Name, IrType Type)[] keys = [.. self, .. parameters.SelectMany(LeavesOf)];
            return member.Parameters.Length > keys.Length && keys.Zip(member.Parameters, IsSame).All(same => same);
        }
    }

    private static (string? Name, IrType Type)[] LeavesOf(IParameterSymbol parameter) =>
        TypeLowering.Lower(parameter.Type) is StructType type ? Leaves(type) : [(parameter.Name, TypeLowering.Lower(parameter.Type).Leaf)];

    private static (string? Name, IrType Type)[] Leaves(StructType type) => [.. type.Leaves().Select(leaf => ((string?)null, leaf.Type.Leaf))];

    private static bool IsSame((string? Name, IrType Type) key, IParameterSymbol given) =>
        (key.Name ?? given.Name) == given.Name && key.Type == TypeLowering.Lower(given.Type).Leaf;

    private static bool Says(AttributeData? attribute, string property) => attribute?.NamedArguments.Any(argument => argument.Key == property && argument.Value.Value is true) == true;

    private static IReadOnlyList<string> Names(AttributeData? attribute, string property) => attribute is null
        ? []
        : [.. attribute.NamedArguments.Where(argument => argument.Key == property && !argument.Value.IsNull)
            .SelectMany(argument => argument.Value.Values)
            .Select(value => value.Value)
            .OfType<string>()];
}
