using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering;

/// <summary>
/// The parameter lists of the members that are generated for a method, see <c>docs/architecture.md</c>. Only to find collisions, so a
/// list is a string; by-reference or not makes no difference to it.
/// </summary>
internal static class GeneratedSignatures
{
    public static readonly string[] Suffixes = ["Gradient", "ValueAndGradient", "Vjp", "Forward", "Reverse"];

    private static readonly OpaqueType s_stack = new("global::Differentiable.Runtime.ValueStack");

    public static string Key(IEnumerable<IrType> types) => string.Join(", ", types);

    /// <summary>The parameter lists of the members with this suffix.</summary>
    public static IEnumerable<string> Of(LoweringContext context, IMethodSymbol method, string suffix)
    {
        IrType[] inputs = [.. method.Parameters.Where(p => p.RefKind != RefKind.Out).Select(p => TypeLowering.Lower(p.Type))];
        IrType[] destinations = [.. method.Parameters.Where(IsDestination).Select(p => Destination(TypeLowering.Lower(p.Type))),
            .. MarkedMembers.ReadBy(context, method).Select(m => TypeLowering.Lower(MarkedMembers.TypeOf(m))).Where(type => type.IsStorage).Select(Destination)];
        IrType[] cotangents = [.. Cotangents(method)];
        return suffix switch
        {
            "Gradient" or "ValueAndGradient" => [Key(inputs), Key([.. inputs, .. destinations])],
            "Vjp" => [Key([.. inputs, .. cotangents, .. destinations])],
            "Forward" => [Key([.. inputs, s_stack])],
            _ => ReverseKeys([.. inputs, .. cotangents, .. destinations, s_stack]),
        };
    }

    /// <summary>The reverse half takes storage that is only read as a read-only span, whatever the method takes.</summary>
    private static IEnumerable<string> ReverseKeys(IrType[] types) =>
        [Key(types), Key(types.Select(t => IsSpannable(t) ? new SpanType(t.Element!, IsReadOnly: true) : t))];

    private static bool IsDestination(IParameterSymbol parameter)
    {
        IrType type = TypeLowering.Lower(parameter.Type);
        return SignatureLowering.IsActive(parameter, type) && (type.IsStorage || parameter.RefKind == RefKind.Ref);
    }

    private static IrType Destination(IrType type) => IsSpannable(type) ? new SpanType(type.Element!, IsReadOnly: false) : type;

    private static bool IsSpannable(IrType type) => type is SpanType or ArrayType { Rank: 1, Element: ScalarType };

    private static IEnumerable<IrType> Cotangents(IMethodSymbol method)
    {
        IrType result = method.ReturnsVoid ? new OpaqueType("void") : TypeLowering.Lower(method.ReturnType);
        if (result is ArrayType)
            yield return new SpanType(result.Element!, IsReadOnly: true);
        else if (result is TupleType || result.IsReal)
            yield return result;
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            IrType type = TypeLowering.Lower(parameter.Type);
            if (parameter.RefKind == RefKind.Out && SignatureLowering.IsActive(parameter, type))
                yield return type;
        }
    }
}
