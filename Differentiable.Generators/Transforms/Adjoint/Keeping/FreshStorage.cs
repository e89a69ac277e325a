using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint.Keeping;

/// <summary>
/// New storage that has no second name yet: until it gets one, nothing but its own variable reads what is stored through that variable, whatever
/// the variable is assigned to later.
/// </summary>
internal sealed class FreshStorage
{
    private readonly AdjointContext _context;
    private readonly Dictionary<Variable, List<Statement>> _named = [];

    public FreshStorage(AdjointContext context)
    {
        _context = context;
        List<Statement> statements = [.. context.Body.DescendantStatements()];
        foreach (Assign assign in statements.OfType<Assign>())
        {
            if (assign.Value is NewStorage { Type.Element.IsStorage: false } && context.Regions[assign.Target].Kind == DefinitionKind.Assigned)
                _named[assign.Target] = [];
        }
        foreach (Statement statement in statements)
        {
            foreach (Variable variable in NamedBy(statement).Where(_named.ContainsKey))
                _named[variable].Add(statement);
        }
    }

    /// <summary>Was the variable new storage when it was assigned?</summary>
    public bool IsMadeAs(Variable variable) => _named.ContainsKey(variable);

    /// <summary>The variable through which the statement stores into storage that has no other name then, or null.</summary>
    public Variable? StoredInto(Statement statement) =>
        statement is Store { Storage: Use { Variable: var made }, Value.Type.IsStorage: false }
        && _named.TryGetValue(made, out List<Statement>? names)
        && names.All(name => ComesBefore(statement, name, _context.Regions[made].Region))
            ? made
            : null;

    /// <summary>The variables whose storage gets another name by the statement.</summary>
    private static IEnumerable<Variable> NamedBy(Statement statement) => statement switch
    {
        Assign { Target.Type.IsStorage: true, Value: not (CopyOf or NewStorage) } alias => alias.Value.Variables(),
        Store { Value.Type.IsStorage: true } row => row.Value.Variables(),
        _ => [],
    };

    /// <summary>Is one statement over, in each run of the region, before the other starts?</summary>
    private bool ComesBefore(Statement first, Statement second, Region region) =>
        _context.Regions.OrderOf(first) < _context.Regions.OrderOf(second)
        && !_context.Regions.Of(first).SelfAndAncestors()
            .TakeWhile(inner => inner != region)
            .Any(inner => inner.Kind == RegionKind.LoopBody && _context.Regions.Of(second).IsInside(inner));
}
