using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Signatures;

/// <summary>
/// The parameter lists of the members that are generated for a method, see <c>docs/architecture.md</c>. Only to find collisions, so a
/// list is a string; by-reference or not makes a difference only for structs with arrays, whose destinations are references.
/// </summary>
internal static class GeneratedSignatures
{
    private static readonly (DerivativeKinds Kind, string[] Suffixes)[] s_suffixes =
    [
        (DerivativeKinds.Gradient, ["Gradient", "ValueAndGradient", "Vjp", "Forward", "Reverse"]),
        (DerivativeKinds.Jvp, ["Jvp"]),
        (DerivativeKinds.Jacobian, ["Jacobian"]),
        (DerivativeKinds.Hvp, ["Hvp"]),
        (DerivativeKinds.Hessian, ["Hessian"]),
        (DerivativeKinds.Operation, [""]),
        (DerivativeKinds.TensorOperation, [OperationForm.Suffix]),
    ];

    private static readonly ArrayType s_matrix = new(IrType.Double, 2);

    private static readonly OpaqueType s_stack = new("global::Differentiable.Runtime.ValueStack");

    /// <summary>What is put behind the method's name for what is asked for.</summary>
    public static IEnumerable<string> Suffixes(Request request) => s_suffixes.Where(pair => request.Has(pair.Kind)).SelectMany(pair => pair.Suffixes);

    /// <summary>The parameter list of a method that exists. Type parameters are part of it, by their number.</summary>
    public static string Key(IMethodSymbol method) => Arity(method) + Key(method.Parameters.Select(TypeOf));

    /// <summary>The parameter lists of the members with this suffix.</summary>
    public static IEnumerable<string> Of(LoweringContext context, IMethodSymbol method, string suffix) =>
        Lists(method, MarkedMembers.ReadBy(context, method), suffix).Select(list => Arity(method) + list);

    private static IrType TypeOf(IParameterSymbol parameter) => TypeLowering.Lower(parameter.Type) switch
    {
        StructType { HoldsArrays: true } whole when parameter.RefKind != RefKind.None => Destination(whole),
        var type => type,
    };

    private static string Key(IEnumerable<IrType> types) => string.Join(", ", types);

    private static string Arity(IMethodSymbol method) => method.Arity == 0 ? "" : $"`{method.Arity} ";

    /// <param name="method">The method.</param>
    /// <param name="read">The members of its object that are inputs of it.</param>
    /// <param name="suffix">What is put behind the method's name.</param>
    private static IEnumerable<string> Lists(IMethodSymbol method, IReadOnlyList<ISymbol> read, string suffix)
    {
        IrType[] self = !method.IsStatic && TypeLowering.Lower(method.ContainingType) is StructType type ? [type] : [];
        IrType[] inputs = [.. self, .. method.Parameters.Where(p => p.RefKind != RefKind.Out).Select(TypeOf)];
        IrType[] members = [.. read.Select(member => TypeLowering.Lower(MarkedMembers.TypeOf(member)))];
        IEnumerable<IrType> destined = method.Parameters.Where(IsDestination).OrderBy(p => p.RefKind != RefKind.Ref).Select(p => TypeLowering.Lower(p.Type));
        IrType[] destinations = [.. self.Where(type => type is StructType { HoldsArrays: true }).Select(Destination), .. destined.Concat(members.Where(member => member.IsStorage)).Select(Destination)];
        IrType[] tangents = [.. self, .. Tangents(method), .. members];
        IrType[] cotangents = [.. Cotangents(method)];
        return suffix switch
        {
            "Gradient" or "ValueAndGradient" => [Key(inputs), Key([.. inputs, .. destinations])],
            "Vjp" => [Key([.. inputs, .. cotangents, .. destinations])],
            "Forward" => [Key([.. Flat(inputs), s_stack])],
            "Jvp" => [Key([.. self, .. All(method).Select(Passed), .. tangents.Select(Passed)])],
            "Hvp" => [Key([.. inputs, .. tangents]), Key([.. inputs, .. tangents, .. destinations])],
            "Jacobian" or "Hessian" => [Key(inputs), Key([.. inputs, s_matrix])],
            "" => Tangents(method).Any(active => active.Leaf is ScalarType) ? [Key(method.Parameters.Select(OverTensors))] : [],
            OperationForm.Suffix => [Key(All(method))],
            _ => ReverseKeys([.. Flat(inputs), .. Flat(cotangents), .. Flat(destinations), s_stack]),
        };
    }

    /// <summary>The reverse half takes storage that is only read as a read-only span, whatever the method takes.</summary>
    private static IEnumerable<string> ReverseKeys(IrType[] types) =>
        [Key(types), Key(types.Select(t => IsSpannable(t) ? new SpanType(t.Element!, IsReadOnly: true) : t))];

    private static IEnumerable<IrType> All(IMethodSymbol method) => method.Parameters.Select(p => TypeLowering.Lower(p.Type));

    private static IEnumerable<IrType> Tangents(IMethodSymbol method) =>
        method.Parameters.Where(p => SignatureLowering.IsActive(p, TypeLowering.Lower(p.Type))).Select(p => TypeLowering.Lower(p.Type));

    /// <summary>Operations take tensors of what has a derivative.</summary>
    private static IrType OverTensors(IParameterSymbol parameter) => TypeLowering.Lower(parameter.Type) is { Leaf: ScalarType number } type
        && SignatureLowering.IsActive(parameter, type) ? new TensorType(number) : TypeLowering.Lower(parameter.Type);

    /// <summary>Forward mode takes arrays as spans.</summary>
    private static IrType Passed(IrType type) => IsSpannable(type) ? new SpanType(type.Element!, IsReadOnly: true) : type;

    /// <summary>The halves take structs leaf by leaf.</summary>
    private static IEnumerable<IrType> Flat(IEnumerable<IrType> types) => types.SelectMany(type => Leaf.Of(LeafArrays.Unfolded(type)).Select(leaf => LeafArrays.Passed(leaf.Type)));

    private static bool IsDestination(IParameterSymbol parameter)
    {
        IrType type = TypeLowering.Lower(parameter.Type);
        return SignatureLowering.IsActive(parameter, type) && (type is { IsStorage: true } or StructType { HoldsArrays: true } || parameter.RefKind == RefKind.Ref);
    }

    private static IrType Destination(IrType type) => type is StructType { HoldsArrays: true } whole ? new OpaqueType("ref " + StructText.NameOf(whole))
        : IsSpannable(type) ? new SpanType(type.Element!, IsReadOnly: false)
        : type;

    private static bool IsSpannable(IrType type) => type is SpanType or ArrayType { Rank: 1, Element: ScalarType or StructType } && !LeafArrays.Are(type);

    private static IEnumerable<IrType> Cotangents(IMethodSymbol method)
    {
        IrType result = method.ReturnsVoid ? new OpaqueType("void") : TypeLowering.Lower(method.ReturnType);
        if (result is ArrayType && !LeafArrays.Are(result))
            yield return new SpanType(result.Element!, IsReadOnly: true);
        else if (result is StructType { HoldsReal: true } or { HasAdjoint: true })
            yield return result;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            IrType type = TypeLowering.Lower(parameter.Type);
            if (parameter.RefKind == RefKind.Out && SignatureLowering.IsActive(parameter, type))
                yield return type;
        }
    }
}
