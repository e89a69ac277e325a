using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>Declarations, those of one type together.</summary>
internal sealed partial class StatementWriter
{
    private const int LongestDeclaration = 120;

    private void WriteBareDeclarations(List<BareDeclaration> declarations)
    {
        if (declarations.Count == 0)
            return;
        foreach (IGrouping<(bool IsScoped, IrType Type), BareDeclaration> group in declarations.GroupBy(d => (d.IsScoped, d.Variable.Type)))
        {
            string type = (group.Key.IsScoped ? "scoped " : "") + types.Of(group.Key.Type);
            foreach (IGrouping<bool, BareDeclaration> alike in group.GroupBy(declaration => declaration.NeedsValue))
                WriteDeclarators(type, alike.Select(Declarator), null);
        }
    }

    private string Declarator(BareDeclaration declaration)
    {
        string name = names.Of(declaration.Variable);
        return declaration switch
        {
            { NeedsValue: false } => name,
            { Variable.Type.IsWide: true } => name + " = default",
            { Variable.Type: { IsReal: true } type } => $"{name} = {_expressions.Loose(Constant.Real(type, 0))}",
            { Variable.Type.IsInteger: true } => name + " = 0",
            { Variable.Type: ScalarType } => name + " = false",
            { Variable.Type: SpanType } => name + " = default",
            _ => name + " = default!",
        };
    }

    /// <summary>How many lines from here on are declarations with constants that can share one.</summary>
    private static int ConstantsFrom(List<Line> lines, int start, int end)
    {
        int count = 0;
        while (start + count < end && IsConstant(lines[start + count]) && (count == 0 || BelongTogether(lines[start], lines[start + count])))
            count++;
        return count;
    }

    private static bool IsConstant(Line line) => line.Statement is Assign { Value: Constant } assign && line.DeclaredHere.Contains(assign.Target.Id);

    /// <summary>The adjoint's go together; the user's own only when one statement declared them.</summary>
    private static bool BelongTogether(Line first, Line next)
    {
        Variable one = ((Assign)first.Statement).Target, other = ((Assign)next.Statement).Target;
        return one.Type == other.Type
            && IsAdjoint(one) == IsAdjoint(other)
            && first.Statement.Note == next.Statement.Note
            && (IsAdjoint(one) || first.Statement.Note is not null)
            && next.DeclaredBefore.Count == 0;
    }

    private void WriteConstants(List<Line> lines)
    {
        List<Assign> assigns = [.. lines.Select(line => (Assign)line.Statement)];
        IEnumerable<string> declarators = assigns.Select(assign => $"{names.Of(assign.Target)} = {_expressions.Loose(assign.Value)}");
        WriteDeclarators(types.Of(assigns[0].Target.Type, assigns[0].Value), declarators, NoteOf(assigns[0]));
    }

    private void WriteDeclarators(string type, IEnumerable<string> declarators, string? note)
    {
        string? pending = null;
        foreach (string declarator in declarators)
        {
            if (pending is not null && code.Column + pending.Length + declarator.Length + 3 > LongestDeclaration)
            {
                code.Write(pending + ";", note);
                (pending, note) = (null, null);
            }
            pending = pending is null ? $"{type} {declarator}" : $"{pending}, {declarator}";
        }
        code.Write(pending + ";", note);
    }
}
