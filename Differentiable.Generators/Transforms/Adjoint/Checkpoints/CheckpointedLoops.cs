using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Checkpoints;

/// <summary>
/// The loops whose reverse keeps snapshots and runs rounds again, and what their rounds read and write. Loops through which no derivative
/// passes need no snapshots.
/// </summary>
internal sealed class CheckpointedLoops
{
    private readonly AdjointContext _context;
    private readonly Dictionary<Statement, ReverseLoop> _loops = new(ReferenceComparer.Instance);

    private CheckpointedLoops(AdjointContext context) => _context = context;

    public static CheckpointedLoops None(AdjointContext context) => new(context);

    public static CheckpointedLoops Find(AdjointContext context, ReverseBlock tree)
    {
        var found = new CheckpointedLoops(context);
        foreach (ReverseLoop loop in tree.Descendants().OfType<ReverseLoop>())
        {
            if (loop.Primal.CheckpointingOf() is not null && loop.Body.Descendants().Any(IsOfUse))
                found._loops.Add(loop.Primal, loop);
        }
        return found;
    }

    public IEnumerable<ReverseLoop> All => _loops.Values;

    public bool Contains(Statement loop) => _loops.ContainsKey(loop);

    /// <summary>The storage classes that live longer than a round and that rounds write.</summary>
    public List<Variable> WrittenBy(Statement loop) => [.. StatementsOf(loop)
        .SelectMany(Written)
        .Distinct()
        .Where(storage => NamesOf(storage).Any(name => !_context.Regions[name].Region.IsInside(BodyOf(loop))))];

    /// <summary>Those of them whose elements rounds read as well: they carry values from round to round.</summary>
    public List<Variable> CarriedBy(Statement loop)
    {
        HashSet<Variable> read = [.. ReadBy(loop)];
        return [.. WrittenBy(loop).Where(read.Contains)];
    }

    /// <summary>The storage classes whose elements rounds read.</summary>
    public IEnumerable<Variable> ReadBy(Statement loop) => ReadsOf(loop).Concat(_loops[loop].Body.Descendants().SelectMany(node => node.Reads))
        .SelectMany(_context.Classes.ReadBy)
        .Where(storage => storage.Role != VariableRole.Shadow)
        .Distinct();

    /// <summary>The scalars, or the storage variables, that the loop carries from round to round.</summary>
    public List<Variable> VariablesOf(Statement loop, bool areStorage) => [.. _context.Regions.Variables
        .Where(variable => variable.Type.IsStorage == areStorage
            && _context.Regions[variable] is { Kind: DefinitionKind.Carried } definition && definition.Region == BodyOf(loop))
        .OrderBy(variable => variable.Id)];

    /// <summary>
    /// The variables that together name all storage of the classes before the loop that may be written: those that it was made or given as; where
    /// one of these is out of sight, those that stand for one storage or another as well.
    /// </summary>
    public List<Variable> StorageOf(IReadOnlyCollection<Variable> classes, Statement loop)
    {
        List<Variable> names = [.. classes.SelectMany(NamesOf).Where(name => MayBeWritten(name) && !_context.Regions[name].Region.IsInside(BodyOf(loop)))];
        HashSet<Variable> hidden = [.. names.Where(name => IsOwner(name) && !IsInSight(name, loop)).Select(_context.Classes.Of)];
        return [.. names
            .Where(name => IsInSight(name, loop) && (IsOwner(name) || hidden.Contains(_context.Classes.Of(name)) && IsChoice(name)))
            .OrderBy(name => name.Id)];
    }

    /// <summary>What the reverse sweep reads to run rounds again and to restore snapshots.</summary>
    public IEnumerable<Expr> ReadsOf(Statement loop) =>
    [
        .. loop.DescendantsAndSelf().SelectMany(statement => statement.Expressions()),
        .. StatementsOf(loop).OfType<Assign>().SelectMany(ShadowsBehind),
        .. StatementsOf(loop).OfType<Call>().SelectMany(ElementsReadBy),
        .. StorageOf(WrittenBy(loop), loop).Select(name => new Use(name)),
    ];

    /// <summary>The variables of the function that stand for storage of the class.</summary>
    public IEnumerable<Variable> NamesOf(Variable storage) =>
        _context.Regions.Variables.Where(variable => variable.Type.IsStorage && _context.Classes.Of(variable) == storage);

    /// <summary>Is it storage that is made, given or received, and no other name for some?</summary>
    public bool IsOwner(Variable name) => _context.Regions[name] switch
    {
        { Kind: DefinitionKind.Parameter } or { Statement: Call } => true,
        { Kind: DefinitionKind.Assigned, Statement: Assign { Value: NewStorage or CopyOf or Opaque } } => true,
        _ => false,
    };

    public Region BodyOf(Statement loop) => _context.Regions.Of(loop.Blocks()[0]);

    /// <summary>Is it one storage or another: behind branches, in the rounds of a loop, or behind them?</summary>
    private bool IsChoice(Variable name) => _context.Regions[name].Kind is DefinitionKind.Merge or DefinitionKind.Carried
        || _context.Regions.ValueOf(name) is Use last && _context.Regions.IsFinalOfInnerLoop(last.Variable, name);

    /// <summary>Has it a value before the loop? A merge has none inside of its branches.</summary>
    private bool IsInSight(Variable name, Statement loop)
    {
        Definition definition = _context.Regions[name];
        Region around = _context.Regions.Of(loop);
        bool isInBranch = definition.Kind == DefinitionKind.Merge && around.SelfAndAncestors().Any(region => ReferenceEquals(region.Owner, definition.Statement));
        return around.IsInside(definition.Region) && definition.Order < _context.Regions.OrderOf(loop) && !isInBranch;
    }

    /// <summary>May the storage be written that the variable was made or given as? What is only read may share a class with what is written, where a variable stands for one after the other.</summary>
    private bool MayBeWritten(Variable name) => name.Type is not SpanType { IsReadOnly: true }
        && !_context.Source.Parameters.Any(parameter => parameter.Variable == name && !parameter.IsMutated);

    private static IReadOnlyList<Statement> StatementsOf(Statement loop) => loop.Blocks()[0].DescendantStatements();

    private IEnumerable<Variable> Written(Statement statement) => statement switch
    {
        Store store => [_context.Classes.Of(store.Storage)],
        Call call => call.Mutated().Select(_context.Classes.Of),
        _ => [],
    };

    /// <summary>A callee reads the elements of what it is given.</summary>
    private static IEnumerable<Expr> ElementsReadBy(Call call) => call.Arguments.OfType<Expr>()
        .Where(argument => argument.Type.IsStorage)
        .Select(argument => new Opaque(new OpaqueType("void"), ["", ""], [new Use(StorageClasses.BaseOf(argument))], IsPure: true));

    private IEnumerable<Expr> ShadowsBehind(Assign assign) => assign.Target.Type.IsStorage && _context.Activity.IsActive(assign.Target)
        ? assign.Value.Variables().Where(variable => variable.Type.IsStorage && _context.Activity.IsActive(variable)).Select(variable => new Use(_context.ShadowOf(variable)))
        : [];

    private static bool IsOfUse(ReverseNode node) => node switch
    {
        ReverseCode code => code.Code.Count > 0,
        ReverseStore store => store.Take.Count + store.Pass.Count > 0,
        ReverseCall call => call.Code.Count > 0,
        _ => false,
    };
}
