using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>
/// The last step of lowering: each variable that is an array of structs with arrays in them becomes one array for each leaf of an element, see <see cref="LeafArrays"/>; what code
/// elsewhere knows of as one, <see cref="LeafSignatures"/> splits.
/// </summary>
internal sealed class ArraysByLeaf
{
    private readonly LoweringContext _context;
    private readonly VariableSupply _supply;
    private readonly Dictionary<Variable, Dictionary<EquatableArray<string>, Variable>> _parts = [];

    private ArraysByLeaf(LoweringContext context, Function function) => (_context, _supply) = (context, VariableSupply.For(function));

    public static Function Run(LoweringContext context, Function function)
    {
        Function whole = function with { Lifted = function.Lifted.Map(lifted => Run(context, lifted)) };
        return Needs(function) ? new ArraysByLeaf(context, function).Split(whole) : whole;
    }

    private static bool Needs(Function function) => function.Parameters.Any(parameter => LeafArrays.Are(parameter.Type)) || function.Result.Components.Any(LeafArrays.Are)
        || function.Body.DescendantStatements().Any(statement => statement is Declare { Variable.Type: var type } && LeafArrays.Are(type)
            || statement.Defines().Any(variable => LeafArrays.Are(variable.Type)) || statement.Expressions().Any(expression => expression.Has(part => LeafArrays.Are(part.Type))));

    private Function Split(Function function)
    {
        var written = new LeafWrites(function.Body);
        return function with
        {
            Parameters = function.Parameters.SelectMany(parameter => LeafSignatures.Split(parameter, PartsOf(parameter.Variable), written.Changes)).ToEquatableArray(),
            Result = LeafSignatures.Split(function.Result),
            Body = Split(function.Body),
        };
    }

    private Callee Split(Callee callee) => callee with
    {
        Result = LeafSignatures.Split(callee.Result),
        Parameters = callee.Parameters.SelectMany(parameter => LeafSignatures.Split(parameter, LeafArrays.Are(parameter.Type) ? NewParts(parameter.Variable) : null, leaf => IsReplaced(parameter, leaf))).ToEquatableArray(),
    };

    /// <summary>May another method change a leaf of the elements that it is given? Numbers wherever it writes, arrays where it puts others there.</summary>
    private static bool IsReplaced(Parameter parameter, EquatableArray<string> leaf) =>
        parameter.MayReplaceRows || !LeafArrays.Of(parameter.Type).First(one => one.Path == leaf).Type.Element!.IsStorage;

    private Dictionary<EquatableArray<string>, Variable>? PartsOf(Variable variable)
    {
        if (!LeafArrays.Are(variable.Type))
            return null;
        if (!_parts.TryGetValue(variable, out Dictionary<EquatableArray<string>, Variable>? parts))
            _parts.Add(variable, parts = NewParts(variable));
        return parts;
    }

    private Dictionary<EquatableArray<string>, Variable> NewParts(Variable variable) =>
        LeafArrays.Of(variable.Type).ToDictionary(leaf => leaf.Path, leaf => _supply.New(variable.Name + LeafSignatures.NameOf(leaf), leaf.Type, variable.Role));

    private Block Split(Block block) => block.With([.. block.Statements.SelectMany(Split)]);

    private IEnumerable<Statement> Split(Statement statement) => statement switch
    {
        Declare { Variable: var variable } when PartsOf(variable) is { } parts => parts.Values.Select(part => new Declare(part)),
        Assign { Value: Opaque { IsPure: false, Arguments: var arguments } value } assign when LeafArrays.Are(value.Type) && !arguments.Any(argument => LeafArrays.Are(argument.Type)) => SplitOnce(assign, value),
        Assign { Target: var target } assign when PartsOf(target) is { } parts => Noted(assign, parts.Select(part => new Assign(part.Value, At(assign.Value, part.Key, assign)))),
        Store { Value.Type: var type } store when LeafArrays.Are(type) => Noted(store, LeafArrays.Of(type).Select(leaf => Split(store, store.Path.Items.AddRange(leaf.Path), At(store.Value, leaf.Path, store)))),
        Store store when LeafArrays.Are(store.Storage.Type) => [Split(store, store.Path, Rewrite(store.Value, store)) with { Note = store.Note, Position = store.Position }],
        Call call => [Split(call)],
        AssignTuple { Targets: var targets } when targets.Any(target => target is not null && LeafArrays.Are(target.Type)) => Refuse(statement, targets.First(target => target is not null && LeafArrays.Are(target.Type))!.Type, "what other code returns"),
        Return result => [result with { Values = result.Values.SelectMany(value => Leaves(value, result)).ToEquatableArray() }],
        _ => [statement.MapExpressions(expression => Rewrite(expression, statement)).MapBlocks(Split)],
    };

    /// <summary>What other code has or gives is asked for once, and its leaves are read from that.</summary>
    private IEnumerable<Statement> SplitOnce(Assign assign, Opaque value)
    {
        var type = (StructType)LeafArrays.Unfolded(value.Type);
        Variable given = _supply.New("given", StructText.TypeOf(type), VariableRole.Temporary);
        IEnumerable<Assign> leaves = PartsOf(assign.Target)!.Select(part => new Assign(part.Value, StructText.Read(new Use(given), type, new(part.Key, part.Value.Type))));
        return Noted(assign, leaves.Prepend(new Assign(given, value with { Type = given.Type })));
    }

    private Store Split(Store store, EquatableArray<string> path, Expr value) =>
        new(At(store.Storage, path, store), store.Indices.Map(index => Rewrite(index, store)), value);

    /// <summary>What the user wrote stands above the first of the statements that it has become.</summary>
    private static IEnumerable<Statement> Noted(Statement statement, IEnumerable<Statement> parts) =>
        parts.Select((part, i) => part with { Note = i == 0 ? statement.Note : null, Position = statement.Position });

    private Call Split(Call call)
    {
        IEnumerable<Expr?> arguments = call.Arguments.SelectMany(argument => argument is null ? [null] : (IEnumerable<Expr?>)Leaves(argument, call));
        IEnumerable<Variable?> results = call.Results.SelectMany((result, i) => i < call.Callee.Result.Components.Count && LeafArrays.Are(call.Callee.Result.Components[i])
            ? LeafArrays.Of(call.Callee.Result.Components[i]).Select(leaf => result is null ? null : PartsOf(result)![leaf.Path])
            : [result]);
        bool isCalledItself = call.Callee is { IsCalledItself: true } or { Rule: not null };
        if (isCalledItself && call.Callee.Parameters.Select(parameter => parameter.Type).Concat(call.Callee.Result.Components).FirstOrDefault(LeafArrays.Are) is { } whole)
            Refuse(call, whole, "methods with rules of their own");
        return call with { Callee = Split(call.Callee), Arguments = arguments.ToEquatableArray(), Results = results.ToEquatableArray() };
    }

    /// <summary>An array of structs as the arrays of its leaves; anything else as it is.</summary>
    private IEnumerable<Expr> Leaves(Expr value, Statement around) =>
        LeafArrays.Are(value.Type) ? LeafArrays.Of(value.Type).Select(leaf => At(value, leaf.Path, around)) : [Rewrite(value, around)];

    private Expr Rewrite(Expr expression, Statement around) => expression switch
    {
        Element element when LeafArrays.Are(element.Storage.Type) => new Element(At(element.Storage, element.Path, around), element.Indices.Map(index => Rewrite(index, around))),
        Length length when LeafArrays.Are(length.Storage.Type) => length with { Storage = First(length.Storage, around) },
        Opaque opaque when opaque.Arguments.Any(argument => LeafArrays.Are(argument.Type)) => Rewrite(opaque, around),
        _ => expression.MapChildren(child => Rewrite(child, around)),
    };

    /// <summary>The array of a leaf.</summary>
    private Expr At(Expr storage, EquatableArray<string> path, Statement around)
    {
        IrType type = LeafArrays.Of(storage.Type).First(leaf => leaf.Path == path).Type;
        switch (storage)
        {
            case Use use:
                return new Use(PartsOf(use.Variable)![path]);
            case Element element:
                return new Element(At(element.Storage, element.Path.Items.AddRange(path), around), element.Indices.Map(index => Rewrite(index, around)));
            case NewStorage { Elements.Count: 0 } made:
                return made with { Type = type, Lengths = made.Lengths.Map(length => Rewrite(length, around)) };
            case CopyOf copy:
                return new CopyOf(type, At(copy.Storage, path, around));
            case View view:
                return new View((SpanType)type, At(view.Storage, path, around));
            case Slice slice:
                return new Slice((SpanType)type, At(slice.Storage, path, around), Rewrite(slice.Start, around), slice.Count is null ? null : Rewrite(slice.Count, around));
            case Conditional choice:
                return new Conditional(Rewrite(choice.Condition, around), At(choice.WhenTrue, path, around), At(choice.WhenFalse, path, around));
            case Opaque { IsMissing: true }:
                return Opaque.DefaultLiteral(type);
            case Opaque { IsPure: true } given when !given.Arguments.Any(argument => LeafArrays.Are(argument.Type)):
                return StructText.Read(given, (StructType)LeafArrays.Unfolded(given.Type), new(path, type));
            default:
                Refuse(around, storage.Type, "what other code returns");
                return Opaque.DefaultLiteral(type);
        }
    }

    /// <summary>The array of the first leaf, which is there, and as long, where the array of structs is.</summary>
    private Expr First(Expr storage, Statement around) => At(storage, LeafArrays.Of(storage.Type)[0].Path, around);

    /// <summary>
    /// Text that only asks whether an array is there may ask that of the array of any leaf. Whether two are one is asked of spans over them, see <see cref="Arrays.ArrayIdentity"/>, and has no answer: each parameter has arrays of its own.
    /// </summary>
    private Expr Rewrite(Opaque opaque, Statement around)
    {
        string text = string.Concat(opaque.Text).Trim();
        bool isComparison = text is "== null" or "==" && opaque.Arguments.All(argument => argument is Opaque { IsMissing: true } or { Type: ArrayType });
        bool asksForNull = isComparison || opaque.Text[0].EndsWith("ArgumentNullException.ThrowIfNull(", StringComparison.Ordinal);
        if (!asksForNull)
            Refuse(around, opaque.Arguments.First(argument => LeafArrays.Are(argument.Type)).Type, "other code that takes the array");
        return opaque with { Arguments = opaque.Arguments.Map(argument => LeafArrays.Are(argument.Type) ? First(argument, around) : argument) };
    }

    private IEnumerable<Statement> Refuse(Statement statement, IrType storage, string where)
    {
        Location method = _context.Method.Locations[0];
        Location location = statement.Position is { } span && method.SourceTree is { } tree ? Location.Create(tree, new TextSpan(span.Start, span.Length)) : method;
        _context.Report(Descriptors.ArrayInElement, location, StructChecks.Display((StructType)storage.Leaf), where);
        return [];
    }
}
