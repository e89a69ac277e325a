using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Wholes;

/// <summary>Finds the variable that a struct lies in whole, all of whose leaves were read from there.</summary>
internal sealed class KnownWholes
{
    private readonly Dictionary<Variable, Expr> _reads = [];
    private readonly Dictionary<Variable, int> _definitions;

    /// <param name="body">The code.</param>
    /// <param name="parameters">What is defined before it.</param>
    public KnownWholes(Block body, IReadOnlyList<Variable> parameters)
    {
        List<Statement> statements = [.. body.DescendantStatements()];
        _definitions = parameters.Concat(statements.SelectMany(statement => statement.Defines())).GroupBy(variable => variable).ToDictionary(group => group.Key, group => group.Count());
        foreach (Assign assign in statements.OfType<Assign>())
            Add(assign);
    }

    /// <summary>Remembers what reads a leaf, or copies one that is known, if that is the only thing that the variable ever holds.</summary>
    public void Add(Assign read)
    {
        if (!HasOneValue(read.Target))
            return;
        if (read.Value is Opaque { IsPure: true, Arguments: [Use { Variable: var whole }] } && HasOneValue(whole))
            _reads[read.Target] = read.Value;
        else if (read.Value is Use { Variable: var copied } && _reads.TryGetValue(copied, out Expr? known))
            _reads[read.Target] = known;
    }

    /// <summary>The variable of the type that holds these leaves, or null.</summary>
    public Expr? Find(IReadOnlyDictionary<EquatableArray<string>, Expr?> leaves, IrType type)
    {
        Use? whole = leaves.Values.Select(leaf => leaf is Use use && _reads.TryGetValue(use.Variable, out Expr? read) ? (Use)((Opaque)read).Arguments[0] : null).First();
        return whole is not null && whole.Type == type && leaves.All(leaf => leaf.Value is Use use
            && _reads.TryGetValue(use.Variable, out Expr? read) && read == StructText.Read(whole, new(leaf.Key, use.Type))) ? whole : null;
    }

    private bool HasOneValue(Variable variable) => !_definitions.TryGetValue(variable, out int count) || count == 1;
}
