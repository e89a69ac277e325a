using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.OtherCode;

/// <summary>
/// Calls without a value that change what they are passed, as an expression with one: <c>((Func&lt;Rng, int, Rng&gt;)(static (received, given1) => { received.Skip(given1); return received; }))(state, k)</c>. The lambda
/// is static, so that it is made once, and what goes in are its parameters, whose names may be those of variables around.
/// </summary>
internal static class VoidCalls
{
    /// <summary>How many parameters <c>Func</c> has room for.</summary>
    private const int Most = 16;

    /// <param name="context">The method.</param>
    /// <param name="call">The call, with the names of what goes in.</param>
    /// <param name="parameters">What goes in.</param>
    /// <param name="returned">What comes out, by the same names.</param>
    /// <param name="type">The type of that.</param>
    public static Opaque AsValue(LoweringContext context, Opaque call, IReadOnlyList<(string Name, ITypeSymbol Type, Expr Value)> parameters, string returned, IrType type)
    {
        if (parameters.Count > Most)
            context.Report(Descriptors.UnsupportedConstruct, context.Source.GetLocation(), context.Source.ToString(), "a call that changes a struct, has no value and is given very much");
        string types = string.Concat(parameters.Select(parameter => TypeLowering.FullName(parameter.Type) + ", "));
        string names = string.Join(", ", parameters.Select(parameter => parameter.Name));
        string result = type is OpaqueType other ? other.Name : ScalarNames.Of((ScalarType)type);
        return new OpaqueBuilder()
            .Text($"((global::System.Func<{types}{result}>)(static ({names}) => {{ {call.Text[0]}; return {returned}; }}))(").Holes(parameters.Select(parameter => parameter.Value)).Text(")")
            .Build(type, isPure: false);
    }

    /// <summary>One value, or a tuple of several.</summary>
    public static string Tuple(IEnumerable<string> names) => names.ToArray() is [var one] ? one : $"({string.Join(", ", names)})";
}
