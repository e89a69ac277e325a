using Differentiable.Generators.Lowering.Places;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>Code that is being lowered in the place of a call, in which the same code may be called again.</summary>
internal static class OpenCode
{
    /// <summary>How often the same code may be open, each time for other types or functions: these may become others without end.</summary>
    private const int DeepestNesting = 16;

    public static bool Has(LoweringContext context, IMethodSymbol method) => Of(context, method).Any();

    /// <summary>Is the member open already? For other types it is other code: <c>Then&lt;A, B&gt;.Apply</c> in <c>Then&lt;Then&lt;A, B&gt;, C&gt;.Apply</c>.</summary>
    public static bool HasRecursion(LoweringContext context, InlinedCode code)
    {
        // The parameters of a constructor are bound outside of WithOwnVariables: the code around would go on with those of the inner call.
        bool mayNest = code.Method.MethodKind != MethodKind.Constructor;
        return mayNest ? HasRecursion(context, code.Method, code.Types, code.Functions) : Has(context, code.Method);
    }

    /// <summary>Is the function open already, with the same functions given to it and the same types for its type parameters?</summary>
    public static bool HasRecursion(LoweringContext context, IMethodSymbol symbol, Substitution? types, IReadOnlyList<IMethodSymbol> functions)
    {
        InlinedFunction[] open = [.. Of(context, symbol)];
        if (open.Length == 0)
            return false;
        string meaning = types?.Meaning ?? "";
        return open.Length == DeepestNesting || open.Any(other => (other.Types?.Meaning ?? "") == meaning && other.Functions.SequenceEqual(functions, SymbolEqualityComparer.Default));
    }

    /// <summary>Lowers code in the place of a call. Where the same code is open around it, for other functions or types (an integral of an integral), the variables of that are again what they were.</summary>
    public static T WithOwnVariables<T>(LoweringContext context, IMethodSymbol method, Func<T> lower)
    {
        // Both have the same symbols for their variables, and a place is found by its symbol.
        KeyValuePair<ISymbol, Place>[] places = Has(context, method) ? [.. context.Places] : [];
        T result = lower();
        foreach (KeyValuePair<ISymbol, Place> place in places)
            context.Places[place.Key] = place.Value;
        return result;
    }

    private static IEnumerable<InlinedFunction> Of(LoweringContext context, IMethodSymbol method) =>
        context.Inlined.Where(open => SymbolEqualityComparer.Default.Equals(open.Symbol, method));
}
