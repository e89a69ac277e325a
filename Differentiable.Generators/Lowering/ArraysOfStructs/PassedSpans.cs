using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.ArraysOfStructs;

/// <summary>Spans of arrays, which methods take as arrays: such are the leaves of parameters that are spans of structs with arrays in them. Inside, spans over these stand for them.</summary>
internal sealed class PassedSpans(Function function)
{
    private readonly HashSet<Variable> _assigned = [.. function.Body.DescendantStatements().SelectMany(statement => statement.Defines())];
    private readonly Dictionary<Variable, Variable> _arrays = [];
    private readonly List<Statement> _views = [];

    /// <summary>What comes in for a leaf of a parameter.</summary>
    public Variable Of(Variable parameter, Variable leaf, VariableSupply supply)
    {
        if (LeafArrays.Passed(leaf.Type) is not ArrayType type || leaf.Type is not SpanType span)
            return leaf;
        Variable passed = supply.New(leaf.Name, type, leaf.Role);
        if (!_assigned.Contains(parameter))
            _arrays.Add(leaf, passed);
        _views.Add(new Declare(leaf));
        _views.Add(new Assign(leaf, new View(span, new Use(passed))));
        return passed;
    }

    /// <summary>The body, in which the spans have their names.</summary>
    public Block Viewed(Block body) => _views.Count == 0 ? body : body.With([.. _views, .. body.Statements]);

    /// <summary>Is it a whole array that came in?</summary>
    public bool Has(Expr leaf) => leaf is Use use && _arrays.ContainsKey(use.Variable);

    /// <summary>What is given for a leaf: the array that came in, or one with the same arrays in it.</summary>
    public Expr AsArray(Expr leaf, VariableSupply supply, List<Statement> statements)
    {
        if (leaf.Type is not SpanType span || LeafArrays.Passed(span) is not ArrayType type)
            return leaf;
        if (leaf is Use use && _arrays.TryGetValue(use.Variable, out Variable? passed))
            return new Use(passed);
        if (leaf is View { Storage.Type: ArrayType } view)
            return view.Storage;
        Variable named = supply.New("part", span, VariableRole.Temporary), rows = supply.New("rows", type, VariableRole.Temporary);
        statements.AddRange([new Declare(named), new Assign(named, leaf), new Declare(rows), new Assign(rows, new CopyOf(type, new Use(named)))]);
        return new Use(rows);
    }
}
