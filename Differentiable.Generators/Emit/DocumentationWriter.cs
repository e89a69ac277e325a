using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>
/// Writes a member's XML documentation. In its texts, <c>{F}</c> refers to the source method and <c>{x}</c> to the parameter <c>x</c>.
/// </summary>
internal sealed class DocumentationWriter(CodeWriter code, TypeNames types, Function source)
{
    private const string SourceMethod = "{F}";

    private readonly string _reference = Reference(types, source);

    public void Write(Member member)
    {
        Write(member, "summary", "", member.Summary);
        foreach (MemberParameter parameter in member.Parameters.Where(parameter => parameter.Source is null && parameter.Documentation.Length > 0))
            Write(member, "param", $" name=\"{parameter.Variable.Name}\"", parameter.Documentation);
        if (member.Returns.Length > 0)
            Write(member, "returns", "", member.Returns);
    }

    private void Write(Member member, string tag, string attributes, string text) =>
        code.Write($"/// <{tag}{attributes}>{Content(member, text)}</{tag}>");

    private string Content(Member member, string text)
    {
        string content = Escape(CodeWriter.OnOneLine(text));
        foreach (MemberParameter parameter in content.Contains('{') ? member.Parameters : [])
            content = content.Replace($"{{{parameter.Variable.Name}}}", $"<paramref name=\"{parameter.Variable.Name}\"/>");
        return content.Replace(SourceMethod, $"<see cref=\"{_reference}\"/>");
    }

    /// <summary>The source method with its parameters, since it may have overloads; type arguments stand in braces.</summary>
    private static string Reference(TypeNames types, Function source)
    {
        IEnumerable<string> parameters = source.Declared.Select(parameter => Modifier(parameter.Mode) + types.Of(parameter.Type));
        return $"{source.Name}({string.Join(", ", parameters)})".Replace('<', '{').Replace('>', '}');
    }

    private static string Modifier(PassingMode mode) => mode switch
    {
        PassingMode.In => "in ",
        PassingMode.Ref => "ref ",
        PassingMode.Out => "out ",
        _ => "",
    };

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
