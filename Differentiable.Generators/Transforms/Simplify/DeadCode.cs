using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>
/// Removes what nothing observable depends on. Starts from effects, returned values and the elements of the caller's storage, and goes
/// from each needed statement to those that it depends on; what is never reached goes, loops that only feed themselves included.
/// </summary>
internal sealed class DeadCode
{
    private readonly List<Place> _places = [];
    private readonly Stack<Place> _pending = [];
    private readonly Dictionary<Variable, List<Place>> _assigning = [], _storing = [];
    private readonly StorageClasses _classes;
    private int _swept;

    private DeadCode(Block body)
    {
        _classes = new(body);
        Enter(body, owner: null);
        foreach (Place place in _places)
        {
            foreach (Variable received in Received(place.Statement))
                NeedContents(received);
        }
    }

    /// <summary>Storage that a statement gets from elsewhere: who else looks at its elements is not known.</summary>
    private static IEnumerable<Variable> Received(Statement statement) =>
        statement is Assign { Target.Type.IsStorage: true, Value: Opaque { IsPure: false } } ? statement.Defines() : [];

    /// <param name="body">The body.</param>
    /// <param name="parameters">Its parameters: what is stored into them is observable.</param>
    /// <param name="outputs">The variables whose final values are observable.</param>
    public static Block Remove(Block body, IEnumerable<Variable> parameters, IEnumerable<Variable> outputs)
    {
        var pass = new DeadCode(body);
        foreach (Variable variable in parameters)
            pass.NeedContents(variable);
        foreach (Variable variable in outputs)
        {
            pass.NeedContents(variable);
            pass.Need(pass._assigning, variable);
        }
        while (pass._pending.Count > 0)
            pass.NeedOperands(pass._pending.Pop());
        return pass.Sweep(body);
    }

    /// <summary>Notes which statements assign each variable, and which store into each storage.</summary>
    private void Enter(Block block, Place? owner)
    {
        foreach (Statement statement in block.Statements)
        {
            var place = new Place(statement, owner);
            _places.Add(place);
            foreach (Block inner in statement.Blocks())
                Enter(inner, place);
            if (statement is Store store)
                Add(_storing, _classes.Of(store.Storage), place);
            foreach (Variable variable in statement is For ? [] : statement.Defines())
                Add(_assigning, variable, place);
            if (IsObservable(statement))
                Need(place);
        }
    }

    private static void Add(Dictionary<Variable, List<Place>> places, Variable variable, Place place)
    {
        if (!places.TryGetValue(variable, out List<Place>? known))
            places[variable] = known = [];
        known.Add(place);
    }

    private static bool IsObservable(Statement statement) => statement switch
    {
        Assign { Value: var value } => value.HasEffects(),
        AssignTuple { Value: var value } => value.HasEffects(),
        Store { Value: var value } => value.HasEffects(),
        Call call => !IsFunction(call),
        Using or If or For or While or Comment => false,
        _ => true,
    };

    /// <summary>A method with a rule that writes nothing is a function of its inputs; where no one asks for its value, it need not run.</summary>
    private static bool IsFunction(Call call) => call.Callee.Rule is not null
        && call.Callee.Parameters.All(parameter => parameter is { IsMutated: false, Mode: PassingMode.Value or PassingMode.In });

    private void Need(Place place)
    {
        if (place.IsNeeded)
            return;
        place.IsNeeded = true;
        _pending.Push(place);
    }

    private void NeedOperands(Place place)
    {
        if (place.Owner is { } owner)
            Need(owner);
        foreach (Expr expression in place.Statement.Expressions())
        {
            foreach (Variable variable in expression.Variables())
                Need(_assigning, variable);
            foreach (Variable storage in _classes.ReadBy(expression).Concat(RowsIn(expression)))
                Need(_storing, storage);
            if (expression is Use use)
                NeedContents(use.Variable);
        }
    }

    private void NeedContents(Variable variable)
    {
        if (variable.Type.IsStorage)
            Need(_storing, _classes.Of(variable));
    }

    /// <summary>Each variable is asked about once.</summary>
    private void Need(Dictionary<Variable, List<Place>> places, Variable variable)
    {
        if (!places.TryGetValue(variable, out List<Place>? found))
            return;
        places.Remove(variable);
        foreach (Place place in found)
            Need(place);
    }

    /// <summary>The classes of which the expression mentions a row: which row that is, the stores of rows say.</summary>
    private IEnumerable<Variable> RowsIn(Expr expression) => expression.Has(part => part is Element { Type.IsStorage: true })
        ? expression.DescendantsAndSelf().Where(part => part is Element { Type.IsStorage: true }).Select(_classes.Of)
        : [];

    /// <summary>The block without what is not needed; comes by the places in the order in which they were entered.</summary>
    private Block Sweep(Block block)
    {
        var kept = new List<Statement>(block.Statements.Count);
        Func<Block, Block> sweep = Sweep;
        foreach (Statement statement in block.Statements)
        {
            bool isNeeded = _places[_swept++].IsNeeded;
            Statement swept = statement.MapBlocks(sweep);
            bool keep = swept switch
            {
                If branch => !branch.Then.IsEmpty || !branch.Else.IsEmpty || branch.Condition.HasEffects(),
                For loop => !loop.Body.IsEmpty,
                While loop => !loop.Body.IsEmpty || loop.Condition.HasEffects(),
                Comment => true,
                _ => isNeeded,
            };
            if (keep)
                kept.Add(swept);
        }
        return block.With(kept);
    }

    /// <summary>A statement in the body, and the statement whose block it is in.</summary>
    private sealed class Place(Statement statement, Place? owner)
    {
        public Statement Statement { get; } = statement;

        public Place? Owner { get; } = owner;

        public bool IsNeeded { get; set; }
    }
}
