using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>
/// Writes a member's XML documentation. In its texts, <c>{F}</c> refers to the source method and <c>{x}</c> to the parameter <c>x</c>.
/// </summary>
/// <param name="code">Where it is written.</param>
/// <param name="types">The names of types there.</param>
/// <param name="local">The function in the source method that the member was derived from, if it is not that itself.</param>
/// <param name="source">The source method.</param>
internal sealed class DocumentationWriter(CodeWriter code, TypeNames types, string? local, Function source)
{
    private const string SourceMethod = "{F}";

    private readonly string _reference = $"{(local is null ? "" : $"<c>{local}</c> in ")}<see cref=\"{Reference(types, source)}\"/>";

    public void Write(Member member)
    {
        Write(member, "summary", "", member.Summary);
        foreach (MemberParameter parameter in member.Parameters.Where(parameter => parameter.Source is null && parameter.Documentation.Length > 0))
            Write(member, "param", $" name=\"{parameter.Variable.Name}\"", parameter.Documentation);
        if (member.Returns.Length > 0)
            Write(member, "returns", "", member.Returns);
        if (member.Remarks.Length > 0)
            Write(member, "remarks", "", member.Remarks);
    }

    private void Write(Member member, string tag, string attributes, string text) =>
        code.Write($"/// <{tag}{attributes}>{Content(member, text)}</{tag}>");

    private string Content(Member member, string text)
    {
        string content = Escape(CodeWriter.OnOneLine(text));
        foreach (MemberParameter parameter in content.Contains('{') ? member.Parameters : [])
            content = content.Replace($"{{{parameter.Variable.Name}}}", $"<paramref name=\"{parameter.Variable.Name}\"/>");
        return content.Replace(SourceMethod, _reference);
    }

    /// <summary>The source method with its parameters, since it may have overloads; type arguments stand in braces.</summary>
    private static string Reference(TypeNames types, Function source)
    {
        HashSet<string> wholes = [];
        IEnumerable<string> parameters = source.Parameters
            .Where(parameter => parameter.IsPassed && (parameter.Part is null || wholes.Add(parameter.Part.Whole)))
            .Select(parameter => Modifier(parameter.Mode) + (OfVariable(types, parameter) ?? Named(types, parameter.Part?.Type ?? parameter.Type)));
        return $"{source.Name}{source.TypeArguments}({string.Join(", ", parameters)})".Replace('<', '{').Replace('>', '}');
    }

    /// <summary>A variable has the same type as a tensor here, but not where it is declared.</summary>
    private static string? OfVariable(TypeNames types, Parameter parameter) =>
        parameter is { Part: null, Type.Leaf: TensorType, AnnotatedType: { } declared } ? types.Adapt(declared.Replace("?", "")) : null;

    /// <summary>References have no syntax for tuples.</summary>
    private static string Named(TypeNames types, IrType type) => type switch
    {
        StructType { IsTuple: true } tuple => $"global::System.ValueTuple<{string.Join(", ", tuple.Fields.Select(element => Named(types, element.Type)))}>",
        ArrayType { Leaf: StructType } array => $"{Named(types, array.ElementType)}[{new string(',', array.Rank - 1)}]",
        SpanType { Leaf: StructType } span => types.Of(span with { ElementType = new OpaqueType(Named(types, span.ElementType)) }),
        _ => types.Of(type),
    };

    private static string Modifier(PassingMode mode) => mode switch
    {
        PassingMode.In => "in ",
        PassingMode.Ref => "ref ",
        PassingMode.Out => "out ",
        _ => "",
    };

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
