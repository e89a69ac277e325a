using System.Text;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>The tables of <c>docs/rules.md</c>, written from the rows.</summary>
internal static class RuleDocument
{
    private static readonly string[] Titles =
    [
        "Arithmetic",
        "Bits, logic, comparisons and questions",
        "Powers and roots",
        "Exponentials and logarithms",
        "Trigonometric functions",
        "Hyperbolic functions",
        "Functions with kinks",
        "Several operands, and parts of numbers",
        "Constant in pieces: the derivative is zero",
    ];

    public static string Text()
    {
        StringBuilder text = new();
        for (int i = 0; i < RuleTable.Groups.Count; i++)
        {
            text.Append($"## {Titles[i]}\n\n");
            AppendGroup(text, [.. RuleTable.Groups[i].OrderBy(row => row.Key)]);
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendGroup(StringBuilder text, KeyValuePair<Op, Rule>[] rows)
    {
        if (rows.All(row => !row.Value.HasDerivative))
        {
            text.Append(string.Join(", ", rows.Select(row => $"`{Plain(row.Key)}`").Distinct())).Append('\n');
            return;
        }
        text.Append("| function | adds to the operand's adjoint | at the edge |\n|---|---|---|\n");
        foreach (string line in rows.Select(row => $"| {Code(Function(row.Key, row.Value))} | {Contributions(row.Value)} | {Edges(row.Value)} |\n").Distinct())
            text.Append(line);
    }

    private static string Plain(Op op) => op == Op.StopGradient ? "Differentiate.StopGradient" : TemplateText.Name(op);

    private static string Function(Op op, Rule rule)
    {
        IEnumerable<Expr> operands = Enumerable.Range(0, rule.Domain.Box.Count).Select(i => Operand(rule, i));
        return TemplateText.Of(new Apply(op, IrType.Double, operands.ToEquatableArray()));
    }

    private static string Contributions(Rule rule)
    {
        NamedParts parts = new(rule.Templates.OfType<Expr>());
        Queue<Expr> formulas = new(parts.Formulas);
        string[] contributions = [.. rule.Templates.Select(template => template is null ? "none" : Code(TemplateText.Of(formulas.Dequeue())))];
        IEnumerable<string> lines = contributions.Length == 1 ? contributions : contributions.Select((contribution, i) => $"{TemplateText.Of(Operand(rule, i))}: {contribution}");
        return string.Join("<br>", [.. lines, .. parts.Definitions.Select(definition => $"with {Code(definition)}")]);
    }

    private static string Edges(Rule rule) => string.Join("; ", rule.Domain.Edges.Select(edge => edge.Convention).Distinct());

    /// <summary>The operand under the name that the row's formulas give it.</summary>
    private static Expr Operand(Rule rule, int index)
    {
        IEnumerable<Variable> mentioned = rule.Templates.OfType<Expr>().SelectMany(template => template.Variables());
        string name = mentioned.FirstOrDefault(variable => Template.IndexOf(variable) == index)?.Name ?? DefaultName(rule, index);
        return Template.Operand(index, name).Expression;
    }

    private static string DefaultName(Rule rule, int index)
    {
        bool isOneNumber = rule.Domain.Box.Count(interval => !interval.IsWhole) == 1;
        return isOneNumber ? "x" : ((char)('a' + index)).ToString();
    }

    private static string Code(string text) => $"`{text.Replace("|", "\\|")}`";
}
