using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>
/// The last step of lowering: each variable that is an array of structs with arrays in them becomes one array for each leaf of an element, see <see cref="LeafArrays"/>.
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
            Parameters = function.Parameters.SelectMany(parameter => Split(parameter, PartsOf(parameter.Variable), written.Changes)).ToEquatableArray(),
            Result = Split(function.Result),
            Body = Split(function.Body),
        };
    }

    /// <summary>A result as one for each leaf.</summary>
    private static ReturnShape Split(ReturnShape shape)
    {
        if (!shape.Components.Any(LeafArrays.Are))
            return shape;
        if (shape is { IsTuple: true, Parts.Count: 0 })
            shape = shape with { Parts = PartsOfTuple(shape) };
        (IrType Type, string Name, Part? Part)[] components = [.. Enumerable.Range(0, shape.Components.Count).SelectMany(i => Split(shape, i))];
        return new(components.Select(component => component.Type).ToEquatableArray(), components.Select(component => component.Name).ToEquatableArray(), components.Length > 1)
        {
            Parts = components.Select(component => component.Part).ToEquatableArray(),
        };
    }

    private static EquatableArray<Part?> PartsOfTuple(ReturnShape shape)
    {
        StructType tuple = StructType.Tuple(shape.Components);
        string name = $"({string.Join(", ", shape.Components.Zip(shape.Names, (type, name) => $"{StructText.NameOf(LeafArrays.Unfolded(type))} {name}"))})";
        return tuple.Fields.Select(field => (Part?)new Part("", tuple, name, [field.Name])).ToEquatableArray();
    }

    private static IEnumerable<(IrType Type, string Name, Part? Part)> Split(ReturnShape shape, int index)
    {
        (IrType type, string name) = (shape.Components[index], shape.Names[index]);
        Part? part = shape.Parts.Count == 0 || shape.Parts[index] is not { } known ? null : known with { Type = (StructType)LeafArrays.Unfolded(known.Type) };
        if (!LeafArrays.Are(type))
            return [(type, name, part)];
        if (part is null)
        {
            var whole = (StructType)LeafArrays.Unfolded(type);
            part = new Part("", whole, StructText.NameOf(whole), []);
        }
        return LeafArrays.Of(type).Select(leaf => (leaf.Type, name + NameOf(leaf), (Part?)(part with { Path = part.Path.Items.AddRange(leaf.Path), Declared = [] })));
    }

    /// <summary>A parameter as one for each leaf.</summary>
    private static IEnumerable<Parameter> Split(Parameter parameter, Dictionary<EquatableArray<string>, Variable>? variables, Func<EquatableArray<string>, bool> changes)
    {
        Part? part = parameter.Part is { } outer ? outer with { Type = (StructType)LeafArrays.Unfolded(outer.Type) } : null;
        if (variables is null)
            return [parameter with { Part = part }];
        part ??= new Part(parameter.Name, (StructType)LeafArrays.Unfolded(parameter.Type), parameter.AnnotatedType ?? StructText.NameOf((StructType)LeafArrays.Unfolded(parameter.Type)), []);
        return variables.Select(leaf =>
        {
            bool isChanged = parameter.IsMutated && changes(leaf.Key);
            bool hasRows = leaf.Value.Type.Element!.IsStorage;
            return parameter with
            {
                Variable = leaf.Value,
                IsActive = parameter.IsActive && leaf.Value.Type.HoldsReal,
                IsMutated = isChanged || parameter.IsMutated && hasRows,
                MayReplaceRows = isChanged && hasRows,
                IsPutBack = isChanged,
                AnnotatedType = null,
                Part = part with { Path = part.Path.Items.AddRange(leaf.Key), Declared = part.Declared.Count == 0 ? [] : part.Declared.Items.AddRange(leaf.Key) },
            };
        });
    }

    private Callee Split(Callee callee) => callee with
    {
        Result = Split(callee.Result),
        Parameters = callee.Parameters.SelectMany(parameter => Split(parameter, LeafArrays.Are(parameter.Type) ? NewParts(parameter.Variable) : null, leaf => IsReplaced(parameter, leaf))).ToEquatableArray(),
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
        LeafArrays.Of(variable.Type).ToDictionary(leaf => leaf.Path, leaf => _supply.New(variable.Name + NameOf(leaf), leaf.Type, variable.Role));

    /// <summary>A leaf as a part of a name: <c>Weights</c>.</summary>
    private static string NameOf(Leaf leaf) => string.Concat(leaf.Names.Select(name => name.TrimStart('@', '_')).Select(name => char.ToUpperInvariant(name[0]) + name.Substring(1)));

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
        if (call.Callee is { IsCalledItself: true, Parameters: var parameters } && parameters.FirstOrDefault(parameter => LeafArrays.Are(parameter.Type)) is { } given)
            Refuse(call, given.Type, "methods with rules of their own");
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

    /// <summary>Text that only asks whether an array is there, or which one it is, may ask that of the array of any leaf.</summary>
    private Expr Rewrite(Opaque opaque, Statement around)
    {
        bool asksWhich = (opaque.Type == IrType.Boolean || opaque.Text[0].EndsWith(".ThrowIfNull(", StringComparison.Ordinal)) && opaque.Arguments.All(argument => LeafArrays.Are(argument.Type) || argument is Opaque { IsMissing: true });
        if (!asksWhich)
            Refuse(around, opaque.Arguments.First(argument => LeafArrays.Are(argument.Type)).Type, "other code that takes the array");
        return opaque with { Arguments = opaque.Arguments.Map(argument => LeafArrays.Are(argument.Type) ? First(argument, around) : argument) };
    }

    private IEnumerable<Statement> Refuse(Statement statement, IrType storage, string where)
    {
        Location location = statement.Position is { } span ? Location.Create(_context.Source.SyntaxTree, new TextSpan(span.Start, span.Length)) : _context.Method.Locations[0];
        _context.Report(Descriptors.ArrayInElement, location, StructChecks.Display((StructType)storage.Leaf), where);
        return [];
    }
}
