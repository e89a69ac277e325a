using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Differentiable.Generators.Lowering;

/// <summary>Names for variables that stand for something with a name of its own.</summary>
internal static class Names
{
    /// <summary>The name of a local for a method or a field: <c>s_weights</c> and <c>Weights</c> become <c>weights</c>.</summary>
    public static string ToCamelCase(this string name)
    {
        string bare = name.StartsWith("s_", StringComparison.Ordinal) ? name.Substring(2)
            : name.StartsWith("op_", StringComparison.Ordinal) ? name.Substring(3) : name.TrimStart('_');
        string camel = bare.Length == 0 ? "value" : char.ToLowerInvariant(bare[0]) + bare.Substring(1);
        return SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None ? camel : camel + "Value";
    }

    /// <summary>The name of a variable for a parameter; the compiler calls those of query expressions, which stand for several variables, by names that C# does not have.</summary>
    public static string VariableName(this IParameterSymbol parameter) => parameter.Name.StartsWith("<", StringComparison.Ordinal) ? "variables" : parameter.Name;
}
