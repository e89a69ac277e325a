using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Adjoint;

/// <summary>
/// The stores that overwrite an element which the reverse sweep still needs (the to-be-recorded analysis of Hascoët, Naumann and Pascual
/// 2005, on storage classes): walks forward with the classes that the reverse of what already ran will read. Such an element is saved
/// before it is overwritten and restored as the reverse sweep passes.
/// </summary>
internal sealed class SavedElements(AdjointContext context)
{
    private readonly HashSet<object> _saved = new(ReferenceComparer.Instance);
    private Dictionary<Statement, HashSet<Variable>> _needs = new(ReferenceComparer.Instance);
    private Func<For, IEnumerable<Variable>> _privateTo = _ => [];

    /// <summary>Must the elements that the statement overwrites be saved?</summary>
    public bool Contains(Statement statement) => _saved.Contains(statement);

    public bool Any => _saved.Count > 0;

    /// <summary>The classes of which some element is saved.</summary>
    public IEnumerable<Variable> Classes => context.Body.DescendantStatements().Where(Contains).SelectMany(Overwritten).Distinct();

    public void Find(ReverseBlock tree)
    {
        foreach (ReverseNode node in tree.Descendants())
        {
            (Statement? primal, IEnumerable<Expr> reads) = node switch
            {
                ReverseCode code => (code.Primal, code.Reads),
                ReverseStore store => (store.Primal, store.Reads),
                ReverseCall call => (call.Primal, call.Reads),
                _ => ((Statement?)null, node.Reads),
            };
            if (primal is not null)
                _needs[primal] = [.. reads.SelectMany(PrimalClasses)];
        }
        foreach (Statement statement in context.Body.DescendantStatements())
            NeedOperands(statement);
        Walk(context.Body, []);
    }

    /// <summary>The same where some loops are reversed round by round, given the classes that those use anew in each round: their elements need not last.</summary>
    public SavedElements With(Func<For, IEnumerable<Variable>> privateTo)
    {
        var other = new SavedElements(context) { _needs = _needs, _privateTo = privateTo };
        other.Walk(context.Body, []);
        return other;
    }

    /// <summary>The classes whose elements the statement overwrites.</summary>
    public IEnumerable<Variable> Overwritten(Statement statement) => statement switch
    {
        Store { Value.Type.IsStorage: true } => [],
        Store store => [context.Classes.Of(store.Storage)],
        Call call => call.Mutated().Select(context.Classes.Of),
        _ => [],
    };

    private IEnumerable<Variable> PrimalClasses(Expr expression) =>
        context.Classes.ReadBy(expression).Where(storage => storage.Role != VariableRole.Shadow && storage.Type.Leaf is ScalarType);

    /// <summary>
    /// A scalar that is computed from elements may be computed again in the reverse sweep, so its elements may be read again there.
    /// </summary>
    private void NeedOperands(Statement statement)
    {
        IEnumerable<Expr> again = statement switch
        {
            Assign { Target.Type.IsStorage: false } assign => [assign.Value],
            For counted => [counted.Start, counted.Bound],
            _ => [],
        };
        if (InnermostLoop(statement) is not { } loop)
            return;
        HashSet<Variable> classes = [.. again.SelectMany(PrimalClasses).Where(storage => !IsWrittenIn(loop.Block, storage))];
        if (classes.Count == 0)
            return;
        if (_needs.TryGetValue(statement, out HashSet<Variable>? needs))
            needs.UnionWith(classes);
        else
            _needs[statement] = classes;
    }

    private Region? InnermostLoop(Statement statement) =>
        context.Regions.Of(statement).SelfAndAncestors().FirstOrDefault(region => region.Kind == RegionKind.LoopBody);

    public bool IsWrittenIn(Block block, Variable storage) =>
        block.DescendantStatements().SelectMany(Overwritten).Contains(storage);

    private HashSet<Variable> Walk(Block block, HashSet<Variable> needed)
    {
        foreach (Statement statement in block.Statements)
            needed = Walk(statement, needed);
        return needed;
    }

    private HashSet<Variable> Walk(Statement statement, HashSet<Variable> needed)
    {
        switch (statement)
        {
            case If branch:
                return [.. Walk(branch.Then, needed), .. Walk(branch.Else, needed)];
            case For or While:
                Block body = statement.Blocks()[0];
                HashSet<Variable> anew = statement is For loop ? [.. _privateTo(loop)] : [];
                HashSet<Variable> once = [.. needed, .. Needs(statement), .. Walk(body, [.. needed.Except(anew)])];
                return [.. once.Concat(Walk(body, [.. once.Except(anew)])).Except(anew)];
            default:
                HashSet<Variable> after = [.. needed, .. Needs(statement)];
                if (Overwritten(statement).Any(statement is Call ? needed.Contains : after.Contains))
                    _saved.Add(statement);
                return after;
        }
    }

    private HashSet<Variable> Needs(Statement statement) => _needs.TryGetValue(statement, out HashSet<Variable>? needs) ? needs : [];
}
