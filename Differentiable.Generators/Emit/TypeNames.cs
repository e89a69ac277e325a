using System.Text.RegularExpressions;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>
/// Names of types as C# writes them: short ones, or from <c>global::</c> on when the place that they are written to gives the short ones
/// another meaning.
/// </summary>
internal sealed class TypeNames(bool inFull)
{
    private static readonly Dictionary<string, string> s_namespaces = new()
    {
        ["Math"] = "System",
        ["MathF"] = "System",
        ["Span"] = "System",
        ["ReadOnlySpan"] = "System",
        ["Array"] = "System",
        ["ArgumentException"] = "System",
        ["GeneratedCode"] = "System.CodeDom.Compiler",
        ["EditorBrowsable"] = "System.ComponentModel",
        ["EditorBrowsableState"] = "System.ComponentModel",
        ["Differentiate"] = "Differentiable",
        ["Destination"] = "Differentiable.Runtime",
        ["Shadow"] = "Differentiable.Runtime",
        ["ValueStack"] = "Differentiable.Runtime",
        ["Workspace"] = "Differentiable.Runtime",
    };

    private static readonly Regex s_leadingName = new(@"^(new )?([A-Za-z_]\w*)(?=[.<(]|$)", RegexOptions.CultureInvariant);

    /// <summary>The short names that emitted code may use without saying where they come from.</summary>
    public static IEnumerable<string> Known => s_namespaces.Keys;

    /// <summary>The namespaces to import for the short names; none when names are written in full.</summary>
    public IEnumerable<string> Imports =>
        inFull ? [] : ["System", "System.CodeDom.Compiler", "System.ComponentModel", "Differentiable", "Differentiable.Runtime"];

    /// <summary>The text, with the known type that it starts with written in full where that is needed.</summary>
    public string Qualify(string text)
    {
        if (!inFull)
            return text;
        Match match = s_leadingName.Match(text);
        return match.Success && s_namespaces.TryGetValue(match.Groups[2].Value, out string space)
            ? $"{match.Groups[1].Value}global::{space}.{text.Substring(match.Groups[1].Length)}"
            : text;
    }

    public string Of(IrType type) => type switch
    {
        ScalarType scalar => Keyword(scalar.Kind),
        ArrayType array => Innermost(array) + Ranks(array),
        SpanType span => Qualify($"{(span.IsReadOnly ? "ReadOnlySpan" : "Span")}<{Of(span.ElementType)}>"),
        OpaqueType opaque => Qualify(opaque.Name),
        _ => throw new InvalidOperationException($"Unknown type {type}."),
    };

    /// <summary>Of the result: <c>void</c>, a type, or a tuple type.</summary>
    public string Of(ReturnShape result) => result switch
    {
        { IsVoid: true } => "void",
        { IsTuple: false } => Of(result.Components[0]),
        _ => $"({string.Join(", ", result.Components.Select((type, i) => Component(type, result.Names[i], i)))})",
    };

    /// <summary><c>double[3][]</c>: the creation of storage with the given lengths in its outermost dimensions.</summary>
    public string Sized(IrType type, string lengths)
    {
        ArrayType array = type as ArrayType ?? new(type.Element!, 1);
        return $"{Innermost(array)}[{lengths}]{(array.ElementType is ArrayType inner ? Ranks(inner) : "")}";
    }

    private string Component(IrType type, string name, int index) =>
        name.Length == 0 || name == $"Item{index + 1}" ? Of(type) : $"{Of(type)} {Names.Escape(name)}";

    private string Innermost(ArrayType array) => array.ElementType is ArrayType inner ? Innermost(inner) : Of(array.ElementType);

    private static string Ranks(ArrayType array) =>
        $"[{new string(',', array.Rank - 1)}]{(array.ElementType is ArrayType inner ? Ranks(inner) : "")}";

    private static string Keyword(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "bool",
        ScalarKind.SByte => "sbyte",
        ScalarKind.Byte => "byte",
        ScalarKind.Int16 => "short",
        ScalarKind.UInt16 => "ushort",
        ScalarKind.Int32 => "int",
        ScalarKind.UInt32 => "uint",
        ScalarKind.Int64 => "long",
        ScalarKind.UInt64 => "ulong",
        ScalarKind.Single => "float",
        ScalarKind.Double => "double",
        _ => throw new InvalidOperationException($"Unknown scalar {kind}."),
    };
}
