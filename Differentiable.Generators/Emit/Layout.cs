using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Emit;

/// <summary>A block on its way to text: its statements at their places, and what is declared among them.</summary>
internal sealed class Scope
{
    private readonly Dictionary<int, List<Line>> _mentions = [];

    public Scope(Block block)
    {
        foreach (Statement statement in block.Statements.Where(statement => statement is not Declare))
            Add(new(statement));
    }

    public List<Line> Lines { get; } = [];

    /// <summary>The variables whose scope this is, in the order of their declarations.</summary>
    public List<Variable> Declared { get; } = [];

    /// <summary>Is its end never reached?</summary>
    public bool EndsAbruptly => Lines.Count > 0 && Lines[Lines.Count - 1].Statement is Throw or Return;

    public Dictionary<int, List<Line>>.KeyCollection Mentioned => _mentions.Keys;

    /// <summary>The lines that mention the variable, themselves or deeper, in the order of the text.</summary>
    public IReadOnlyList<Line> Mentions(int variable) => _mentions.TryGetValue(variable, out List<Line> lines) ? lines : [];

    private void Add(Line line)
    {
        Lines.Add(line);
        foreach (Expr expression in line.Statement.Expressions())
            Mention(expression.Variables(), line);
        Mention(line.Statement.Defines(), line);
        foreach (Scope inner in line.Scopes)
        {
            foreach (int variable in inner.Mentioned)
                Mention(variable, line);
        }
    }

    private void Mention(EquatableArray<Variable> variables, Line line)
    {
        foreach (Variable variable in variables)
            Mention(variable.Id, line);
    }

    private void Mention(int variable, Line line)
    {
        if (!_mentions.TryGetValue(variable, out List<Line> lines))
            _mentions.Add(variable, lines = []);
        if (lines.Count == 0 || lines[lines.Count - 1] != line)
            lines.Add(line);
    }
}

/// <summary>A statement at its place in a <see cref="Scope"/>.</summary>
internal sealed class Line(Statement statement)
{
    public Statement Statement { get; } = statement;

    /// <summary>One for each of the statement's blocks.</summary>
    public IReadOnlyList<Scope> Scopes { get; } = [.. statement.Blocks().Select(block => new Scope(block))];

    /// <summary>Declared on a line of their own just before.</summary>
    public List<BareDeclaration> DeclaredBefore { get; } = [];

    /// <summary>Declared by the statement: where it assigns them.</summary>
    public List<int> DeclaredHere { get; } = [];

    /// <summary>Spans that may later be assigned what lives on the stack.</summary>
    public List<int> Scoped { get; } = [];

    /// <summary>Does the statement itself read the variable?</summary>
    public bool Reads(int variable) => Statement.Expressions().Any(expression => expression.Variables().Any(read => read.Id == variable));

    /// <summary>Does the statement itself assign the variable?</summary>
    public bool Writes(int variable) => Statement.Defines().Any(assigned => assigned.Id == variable);
}

/// <summary>A declaration apart from the first assignment, with a value where C# could not see that it is assigned before it is read.</summary>
internal sealed record BareDeclaration(Variable Variable, bool NeedsValue, bool IsScoped);
