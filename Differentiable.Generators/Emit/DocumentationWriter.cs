using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>Writes a member's XML documentation.</summary>
internal sealed class DocumentationWriter(CodeWriter code, TypeNames types, Function source)
{
    private const string SourceMethod = "{F}";

    public void Write(Member member)
    {
        Write("summary", "", member.Summary);
        foreach (MemberParameter parameter in member.Parameters.Where(parameter => parameter.Documentation.Length > 0))
            Write("param", $" name=\"{parameter.Variable.Name}\"", parameter.Documentation);
        if (member.Returns.Length > 0)
            Write("returns", "", member.Returns);
    }

    private void Write(string tag, string attributes, string text) => code.Write($"/// <{tag}{attributes}>{Content(text)}</{tag}>");

    private string Content(string text) => Escape(CodeWriter.OnOneLine(text)).Replace(SourceMethod, $"<see cref=\"{Reference()}\"/>");

    /// <summary>The source method with its parameters, since it may have overloads; type arguments stand in braces.</summary>
    private string Reference()
    {
        IEnumerable<string> parameters = source.Parameters.Select(parameter => Modifier(parameter.Mode) + types.Of(parameter.Type));
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
