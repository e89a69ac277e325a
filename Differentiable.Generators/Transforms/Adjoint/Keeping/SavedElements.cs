using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint.Checkpoints;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Keeping;

/// <summary>
/// The stores that overwrite an element which the reverse sweep still needs (the to-be-recorded analysis of Hascoët, Naumann and Pascual
/// 2005, on storage classes): walks forward with the classes that the reverse of what already ran will read. Such an element is saved
/// before it is overwritten and restored as the reverse sweep passes. A row of a jagged array that another row takes the place of is saved
/// alike, as a reference, where something before went through it.
/// </summary>
internal sealed class SavedElements(AdjointContext context)
{
    private readonly FreshStorage _fresh = new(context);
    private readonly HashSet<object> _saved = new(ReferenceComparer.Instance);
    private Dictionary<Statement, HashSet<Need>> _needs = new(ReferenceComparer.Instance);
    private readonly Dictionary<Statement, HashSet<Variable>> _savedBefore = new(ReferenceComparer.Instance);
    private Func<For, IEnumerable<Variable>> _privateTo = _ => [];

    /// <summary>Must the elements that the statement overwrites be saved?</summary>
    public bool Contains(Statement statement) => _saved.Contains(statement);

    /// <summary>The loops whose reverse keeps snapshots.</summary>
    public CheckpointedLoops Checkpointed { get; private set; } = CheckpointedLoops.None(context);

    /// <summary>The classes whose elements are saved as a whole before a loop with snapshots, because something before it needs them.</summary>
    public IReadOnlyCollection<Variable> SavedBefore(Statement loop) => _savedBefore.TryGetValue(loop, out HashSet<Variable>? classes) ? classes : [];

    /// <summary>The classes of which some element is saved, or whose elements a snapshot brings back.</summary>
    public IEnumerable<Variable> Classes => context.Body.DescendantStatements().Where(Contains).SelectMany(Overwritten)
        .Concat(Checkpointed.All.SelectMany(loop => Checkpointed.WrittenBy(loop.Primal)))
        .Distinct();

    /// <summary>The classes whose elements are no longer those of the forward sweep once the reverse has run: restored, or anything behind a callee's reverse half.</summary>
    public HashSet<Variable> ChangedByReverse(ReverseBlock tree) =>
        [.. Classes, .. tree.Descendants().OfType<ReverseCall>().Where(call => call.Primal.Callee.Rule is null).SelectMany(call => Overwritten(call.Primal))];

    public void Find(ReverseBlock tree)
    {
        Checkpointed = CheckpointedLoops.Find(context, tree);
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
                _needs[primal] = [.. reads.SelectMany(expression => NeedsOf(expression, _ => true))];
        }
        foreach (Statement statement in context.Body.DescendantStatements())
            NeedOperands(statement);
        foreach (Statement statement in context.Body.DescendantStatements())
            NeedRows(statement);
        Walk(context.Body, [.. RowsOfCaller()]);
    }

    /// <summary>The same where some loops are reversed round by round, given the classes that those use anew in each round: their elements need not last.</summary>
    public SavedElements With(Func<For, IEnumerable<Variable>> privateTo)
    {
        var other = new SavedElements(context) { _needs = _needs, _privateTo = privateTo, Checkpointed = Checkpointed };
        other.Walk(context.Body, [.. RowsOfCaller()]);
        return other;
    }

    /// <summary>The caller finds the adjoints of the rows where he put them.</summary>
    private IEnumerable<Need> RowsOfCaller() => context.Source.Parameters
        .Where(parameter => parameter.Type.Element is { IsStorage: true })
        .Select(parameter => Need.Rows(context.Classes.Of(parameter.Variable)));

    /// <summary>The classes whose elements, or rows, the statement overwrites.</summary>
    public IEnumerable<Variable> Overwritten(Statement statement) => statement switch
    {
        Store store => [context.Classes.Of(store.Storage)],
        Call call => call.Mutated().Select(context.Classes.Of),
        _ => [],
    };

    /// <summary>Does the block put rows into jagged arrays of the class?</summary>
    public bool ReplacesRowsIn(Block block, Variable storage) =>
        block.DescendantStatements().Where(PutsRow).SelectMany(Overwritten).Contains(storage);

    private static bool PutsRow(Statement statement) => statement is Store { Value.Type.IsStorage: true };

    /// <summary>The elements of the primal that the expression reads: by their class, and by a variable that may still be their only name.</summary>
    private IEnumerable<Need> NeedsOf(Expr expression, Func<Variable, bool> isAsked)
    {
        foreach ((Variable variable, EquatableArray<string> path) in StorageClasses.ElementsReadBy(expression))
        {
            Variable storage = context.Classes.Of(variable);
            if (storage.Role == VariableRole.Shadow || StructType.At(storage.Type.Leaf, path) is not (ScalarType or TensorType or OpaqueType) || !isAsked(storage))
                continue;
            yield return new(storage, NeedKind.Elements, path);
            if (_fresh.IsMadeAs(variable))
                yield return new(variable, NeedKind.Fresh, path);
        }
    }

    /// <summary>
    /// A scalar that is computed from elements may be computed again in the reverse sweep, so its elements may be read again there.
    /// </summary>
    private void NeedOperands(Statement statement)
    {
        IEnumerable<Expr> again = statement switch
        {
            Assign { Target.Type.IsStorage: false } assign when !assign.Value.Has(StoragePlan.IsOnlyOnce) => [assign.Value],
            For counted => [counted.Start, counted.Bound],
            _ => [],
        };
        if (InnermostLoop(statement) is not { } loop)
            return;
        Add(statement, again.SelectMany(expression => NeedsOf(expression, storage => !IsWrittenIn(loop.Block, storage))));
    }

    /// <summary>The reverse of a statement goes through the same rows.</summary>
    private void NeedRows(Statement statement)
    {
        IEnumerable<Expr> parts = statement.Expressions().SelectMany(expression => expression.DescendantsAndSelf());
        IEnumerable<Variable> classes = parts
            .Where(part => part is Element { Type.IsStorage: true } || statement is Call && part.Type.Element is { IsStorage: true })
            .Select(context.Classes.Of);
        Add(statement, classes.Where(MattersOnTheWayBack).Select(Need.Rows));
    }

    private bool MattersOnTheWayBack(Variable storage) =>
        context.Activity.IsActive(storage) || _needs.Values.Any(needs => needs.Any(need => need.Kind == NeedKind.Elements && need.Storage == storage));

    private void Add(Statement statement, IEnumerable<Need> more)
    {
        if (!_needs.TryGetValue(statement, out HashSet<Need>? needs))
            _needs[statement] = needs = [];
        needs.UnionWith(more);
    }

    private Region? InnermostLoop(Statement statement) =>
        context.Regions.Of(statement).SelfAndAncestors().FirstOrDefault(region => region.Kind == RegionKind.LoopBody);

    public bool IsWrittenIn(Block block, Variable storage) =>
        block.DescendantStatements().SelectMany(Overwritten).Contains(storage);

    private HashSet<Need> Walk(Block block, HashSet<Need> needed)
    {
        foreach (Statement statement in block.Statements)
            needed = Walk(statement, needed);
        return needed;
    }

    private HashSet<Need> Walk(Statement statement, HashSet<Need> needed)
    {
        switch (statement)
        {
            case If branch:
                return [.. Walk(branch.Then, needed), .. Walk(branch.Else, needed)];
            case For or While when Checkpointed.Contains(statement):
                return WalkRounds(statement, needed);
            case For or While:
                Block body = statement.Blocks()[0];
                HashSet<Need> anew = statement is For loop ? [.. _privateTo(loop).SelectMany(Need.AnyElements)] : [];
                HashSet<Need> once = [.. needed, .. Needs(statement), .. Walk(body, [.. needed.Except(anew)])];
                return [.. once.Concat(Walk(body, [.. once.Except(anew)])).Except(anew)];
            default:
                HashSet<Need> after = [.. needed, .. Needs(statement)];
                if (statement is Assign made)
                    after.RemoveWhere(need => need.Kind == NeedKind.Fresh && need.Storage == made.Target);
                bool isDoneBefore = statement is Call || PutsRow(statement);
                if (Overwrites(statement).Any(isDoneBefore ? needed.Contains : after.Contains))
                    _saved.Add(statement);
                return after;
        }
    }

    /// <summary>
    /// Each round of a loop with snapshots starts from the elements that it had, whatever other rounds did since; what nothing but rounds writes must
    /// last until they are run again.
    /// </summary>
    private HashSet<Need> WalkRounds(Statement loop, HashSet<Need> needed)
    {
        HashSet<Variable> written = [.. Checkpointed.WrittenBy(loop)];
        HashSet<Variable> savedBefore = [.. written.Where(storage => Need.Of(storage, NeedKind.Elements).Any(needed.Contains))];
        if (savedBefore.Count > 0)
            _savedBefore[loop] = savedBefore;
        IEnumerable<Need> read = Checkpointed.ReadBy(loop)
            .Where(storage => storage.Type.Leaf is ScalarType or StructType || storage.Type.Leaf.IsKeptByReference)
            .SelectMany(storage => Checkpointed.NamesOf(storage).SelectMany(Need.AnyElements).Concat(Need.Of(storage, NeedKind.Elements)));
        IEnumerable<Need> inRound = Walk(loop.Blocks()[0], []).Concat(read);
        return [.. needed, .. inRound.Where(need => need.Kind == NeedKind.Rows || !written.Contains(context.Classes.Of(need.Storage)))];
    }

    private IEnumerable<Need> Overwrites(Statement statement) => statement switch
    {
        Store { Value.Type.IsStorage: true } => Overwritten(statement).Select(Need.Rows),
        Store store when _fresh.StoredInto(store) is { } made => [new(made, NeedKind.Fresh, store.Path)],
        Store store => [new(context.Classes.Of(store.Storage), NeedKind.Elements, store.Path)],
        _ => Overwritten(statement).SelectMany(storage => Need.Of(storage, NeedKind.Elements)),
    };

    private IEnumerable<Need> Needs(Statement statement) => _needs.TryGetValue(statement, out HashSet<Need>? needs) ? needs : [];

    private enum NeedKind
    {
        /// <summary>The elements of a class.</summary>
        Elements,

        /// <summary>Which rows the jagged arrays of a class have.</summary>
        Rows,

        /// <summary>The elements that a variable was made with or that were stored through it.</summary>
        Fresh,
    }

    /// <param name="Storage">The class, or the variable.</param>
    /// <param name="Kind">What of it is needed.</param>
    /// <param name="Path">Of structs, the leaf that is needed.</param>
    private readonly record struct Need(Variable Storage, NeedKind Kind, EquatableArray<string> Path)
    {
        /// <summary>All leaves of the elements.</summary>
        public static IEnumerable<Need> Of(Variable storage, NeedKind kind) => Leaf.Of(storage.Type.Leaf).Select(leaf => new Need(storage, kind, leaf.Path));

        /// <summary>The elements of a vector with one name, whichever way they are needed.</summary>
        public static IEnumerable<Need> AnyElements(Variable vector) => [.. Of(vector, NeedKind.Elements), .. Of(vector, NeedKind.Fresh)];

        public static Need Rows(Variable storage) => new(storage, NeedKind.Rows, []);
    }
}
