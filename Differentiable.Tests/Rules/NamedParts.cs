using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>The choices that formulas make more than once, under names of their own, so that what is left can be read.</summary>
internal sealed class NamedParts
{
    private static readonly string[] Names = ["r", "s", "t"];

    private readonly List<string> _definitions = [];
    private Expr[] _formulas;

    public NamedParts(IEnumerable<Expr> formulas)
    {
        _formulas = [.. formulas];
        while (Repeated() is { } part)
            Name(part);
    }

    /// <summary>The formulas, with names for the parts.</summary>
    public IReadOnlyList<Expr> Formulas => _formulas;

    /// <summary>What the names stand for.</summary>
    public IReadOnlyList<string> Definitions => _definitions;

    /// <summary>The shortest choice that is a part of several: longer ones are made of it.</summary>
    private Expr? Repeated() => _formulas.SelectMany(formula => formula.DescendantsAndSelf()).Distinct()
        .SelectMany(whole => whole.Children()).Where(part => part is Conditional)
        .GroupBy(part => part).Where(group => group.Count() > 1).Select(group => group.Key).MinBy(part => TemplateText.Of(part).Length);

    private void Name(Expr part)
    {
        string name = Names[_definitions.Count];
        Expr named = Template.Operand(Names.Length + _definitions.Count, name).Expression;
        _definitions.Add($"{name} = {TemplateText.Of(part)}");
        _formulas = [.. _formulas.Select(formula => formula.Rewrite(e => e.Equals(part) ? named : e))];
    }
}
