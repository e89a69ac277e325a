using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>Writes one method: documentation, attributes, signature and body.</summary>
/// <param name="code">Where it is written.</param>
/// <param name="types">The names of types there.</param>
/// <param name="source">What it was derived from.</param>
/// <param name="method">The method that this is, or that it was lifted out of.</param>
internal sealed class MemberWriter(CodeWriter code, TypeNames types, Function source, Function method)
{
    private static readonly string s_version = typeof(MemberWriter).Assembly.GetName().Version.ToString(3);

    private string Refusal => $"\"'{source.Name}' has no derivatives: the error there says why.\"";

    public void Write(Member member)
    {
        new DocumentationWriter(code, types, source.LocalName, method).Write(member);
        code.Write($"[global::System.CodeDom.Compiler.GeneratedCode(\"Differentiable\", \"{s_version}\")]");
        if (member.IsHidden)
            code.Write("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        if (member.Attribute is { } attribute)
            code.Write($"[{attribute}]");
        if (source.IsRefused)
            code.Write($"[global::System.Obsolete({Refusal})]");
        WriteSignature(member);
        if (source.IsAbstract)
            return;
        code.OpenBrace();
        if (source.IsRefused)
            code.Write($"throw new global::System.NotSupportedException({Refusal});");
        else
            WriteBody(member);
        code.CloseBrace();
    }

    private void WriteSignature(Member member)
    {
        string modifier = source.IsAbstract ? "static abstract " : source.IsInstance ? "" : "static ";
        string start = $"{member.Accessibility} {modifier}{types.Of(member.Result)} {Names.Escape(member.Name)}{source.TypeArguments}(".TrimStart();
        List<string> parameters = [.. member.Parameters.Where(parameter => parameter.IsPassed).Select(Declaration)];
        string[] constraints = [.. source.TypeParameters.Where(parameter => parameter.Constraints.Count > 0).Select(Constraints)];
        string end = source.IsAbstract ? ";" : "";
        Signatures.Write(code, start, parameters, constraints.Length == 0 ? ")" + end : ")");
        code.Indent();
        for (int i = 0; i < constraints.Length; i++)
            code.Write(constraints[i] + (i == constraints.Length - 1 ? end : ""));
        code.Unindent();
    }

    private string Constraints(GenericParameter parameter) =>
        $"where {parameter.Name} : {string.Join(", ", parameter.Constraints.Select(types.Adapt))}";

    private string Declaration(MemberParameter parameter)
    {
        string modifier = parameter.Modifier.Length > 0 ? parameter.Modifier + " " : "";
        string value = parameter.Default is null ? "" : $" = {parameter.Default}";
        return $"{modifier}{TypeOf(parameter)} {Names.Escape(parameter.Variable.Name)}{value}";
    }

    private string TypeOf(MemberParameter parameter) =>
        parameter.AnnotatedType is { } annotated ? types.Adapt(annotated) : types.Of(parameter.Variable.Type);

    private void WriteBody(Member member)
    {
        List<Variable> parameters = [.. member.Parameters.Select(parameter => parameter.Variable)];
        Block body = RefArguments.Expand(WithoutLastReturn(member.Body), parameters);
        Scope scope = Declarations.Place(body, parameters);
        Names names = Names.For(scope, member.Parameters.Items, Reserved(body));
        int start = code.Position;
        WriteSources(member, body, names);
        new StatementWriter(code, names, types, source.IsInstance).WriteLines(scope);
        code.AlignNotes(start);
    }

    /// <summary>The fields and properties of the object that are inputs, read once.</summary>
    private void WriteSources(Member member, Block body, Names names)
    {
        HashSet<Variable> used = [.. body.DescendantStatements()
            .SelectMany(statement => statement.Expressions())
            .SelectMany(expression => expression.Variables())];
        foreach (MemberParameter parameter in member.Parameters.Where(parameter => !parameter.IsPassed && used.Contains(parameter.Variable)))
            code.Write($"{TypeOf(parameter)} {names.Of(parameter.Variable)} = {parameter.Source};");
    }

    private static Block WithoutLastReturn(Block body) => body.Statements.LastOrDefault() is Return { Values.Count: 0 }
        ? new(body.Statements.Items.RemoveAt(body.Statements.Count - 1))
        : body;

    /// <summary>What the body mentions by simple names, and so no local may be called.</summary>
    private IEnumerable<string> Reserved(Block body)
    {
        IReadOnlyList<Statement> statements = body.DescendantStatements();
        IEnumerable<string> called = statements.OfType<Call>().Select(call => call.Callee.Name);
        IEnumerable<string> inText = statements
            .SelectMany(statement => statement.Expressions())
            .Where(expression => expression.Has(part => part is Opaque))
            .SelectMany(expression => expression.DescendantsAndSelf())
            .OfType<Opaque>()
            .Select(opaque => string.Join(" ", opaque.Text))
            .Distinct()
            .SelectMany(text => OpaqueText.SimpleNames(types.Adapt(text)));
        return [.. TypeNames.Known, .. called, .. inText];
    }
}
