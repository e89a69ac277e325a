using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Structs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Differentiable.Generators.Lowering.ArraysOfStructs;

/// <summary>
/// The last step of lowering: each variable that is an array of structs with arrays in them becomes one array for each leaf of an element, see <see cref="LeafArrays"/>; what code
/// elsewhere knows of as one, <see cref="LeafSignatures"/> splits. So do local arrays of structs whose fields are hidden, see <see cref="LoweringContext.SplitElements"/>.
/// </summary>
internal sealed class ArraysByLeaf
{
    private readonly LoweringContext _context;
    private readonly VariableSupply _supply;
    private readonly BoundedCounters _counters;
    private readonly LeafSignatures _signatures;
    private readonly Dictionary<Variable, Dictionary<EquatableArray<string>, Variable>> _parts = [];
    private readonly PassedSpans _passed;

    private ArraysByLeaf(LoweringContext context, Function function) =>
        (_context, _supply, _counters, _signatures, _passed) = (context, VariableSupply.For(function), new(function), new(context.SplitElements), new(function));

    public static Function Run(LoweringContext context, Function function)
    {
        foreach (Parameter parameter in function.Parameters)
            RequireSame(context, parameter.Type, context.Method.Locations[0]);
        return RunOn(context, function with { Lifted = function.Lifted.Map(lifted => RunOn(context, lifted)) });
    }

    private static Function RunOn(LoweringContext context, Function function) =>
        Needs(function, type => LeafArrays.Are(type, context.SplitElements)) ? new ArraysByLeaf(context, function).Split(function) : function;

    private static bool Needs(Function function, Func<IrType, bool> are) => function.Parameters.Any(parameter => are(parameter.Type)) || function.Result.Components.Any(are)
        || function.Body.DescendantStatements().Any(statement => statement is Declare { Variable.Type: var type } && are(type)
            || statement.Defines().Any(variable => are(variable.Type)) || statement.Expressions().Any(expression => expression.Has(part => are(part.Type))));

    private bool Are(IrType type) => _signatures.Are(type);

    private EquatableArray<Leaf> LeavesOf(IrType type) => LeafArrays.Of(type, _context.SplitElements);

    private Function Split(Function function)
    {
        var written = new LeafWrites(function.Body, _context.SplitElements);
        foreach (Parameter parameter in function.Parameters.Where(parameter => parameter.IsMutated && Are(parameter.Type)))
            RefuseReplaced(parameter, written);
        return function with
        {
            Parameters = function.Parameters.SelectMany(parameter => _signatures.Split(parameter, PassedPartsOf(parameter.Variable), written.Changes)).ToEquatableArray(),
            Result = _signatures.Split(function.Result),
            Body = _passed.Viewed(Split(function.Body)),
        };
    }

    /// <summary>Arrays that hold no elements themselves may not be replaced, nor what is in them: the derivative would go to an array that the caller does not know.</summary>
    private void RefuseReplaced(Parameter parameter, LeafWrites written)
    {
        if (LeavesOf(parameter.Type).Any(leaf => leaf.Type.Element?.Element is { IsStorage: true } && leaf.Type.HoldsReal && written.Replaces(leaf.Path)))
            StructChecks.RefuseElements(_context, (StructType)parameter.Type.Leaf, _context.Method.Locations[0], $"the parameter '{parameter.Name}', where the method puts other arrays in the places of those in it: write their elements, or return new arrays");
    }

    private Callee Split(Callee callee) => callee with
    {
        Result = _signatures.Split(callee.Result),
        Parameters = callee.Parameters.SelectMany(parameter => _signatures.Split(parameter, Are(parameter.Type) ? NewParts(parameter.Variable, LeafArrays.Passed) : null, leaf => IsReplaced(parameter, leaf))).ToEquatableArray(),
    };

    /// <summary>May another method change a leaf of the elements that it is given? Numbers wherever it writes, arrays where it puts others there.</summary>
    private bool IsReplaced(Parameter parameter, EquatableArray<string> leaf) =>
        parameter.MayReplaceRows || !LeavesOf(parameter.Type).First(one => one.Path == leaf).Type.Element!.IsStorage;

    private Dictionary<EquatableArray<string>, Variable>? PartsOf(Variable variable)
    {
        if (!Are(variable.Type))
            return null;
        if (!_parts.TryGetValue(variable, out Dictionary<EquatableArray<string>, Variable>? parts))
            _parts.Add(variable, parts = NewParts(variable, leaf => leaf));
        return parts;
    }

    private Dictionary<EquatableArray<string>, Variable>? PassedPartsOf(Variable parameter) =>
        PartsOf(parameter)?.ToDictionary(part => part.Key, part => _passed.Of(parameter, part.Value, _supply));

    private Dictionary<EquatableArray<string>, Variable> NewParts(Variable variable, Func<IrType, IrType> type) =>
        LeavesOf(variable.Type).ToDictionary(leaf => leaf.Path, leaf => _supply.New(variable.Name + LeafSignatures.NameOf(leaf), type(leaf.Type), variable.Role));

    private Block Split(Block block) => block.With([.. block.Statements.SelectMany(Split)]);

    private IEnumerable<Statement> Split(Statement statement) => statement switch
    {
        Declare { Variable: var variable } when PartsOf(variable) is { } parts => parts.Values.Select(part => new Declare(part)),
        Assign { Value: Opaque { IsPure: false, Arguments: var arguments } value } assign when Are(value.Type) && !arguments.Any(argument => Are(argument.Type)) => SplitOnce(assign, value),
        Assign { Target: var target } assign when PartsOf(target) is { } parts => Noted(assign, parts.Select(part => new Assign(part.Value, At(assign.Value, part.Key, assign)))),
        Assign { Value: View or Slice or CopyOf } assign when RowOf(assign.Value.Children()[0], assign) is { } row => Noted(assign, OfRow(assign, row)),
        Store { Value.Type: var type } store when Are(type) => Noted(store, LeavesOf(type).Select(leaf => Split(store, store.Path.Items.AddRange(leaf.Path), At(store.Value, leaf.Path, store)))),
        Store store when RowOf(store.Storage, store) is { } row => [store with { Storage = row.Leaf, Indices = In(row, store.Indices[0], store), Value = Rewrite(store.Value, store) }],
        Store store when Are(store.Storage.Type) => [Split(store, store.Path, Rewrite(store.Value, store)) with { Note = store.Note, Position = store.Position }],
        Call call => Split(call),
        Loop loop => [loop.MapExpressions(expression => Rewrite(expression, loop)).MapBlocks(block => ReferenceEquals(block, loop.Body) ? _counters.Within(loop, Split) : Split(block))],
        AssignTuple { Targets: var targets } when targets.Any(target => target is not null && Are(target.Type)) => Refuse(statement, targets.First(target => target is not null && Are(target.Type))!.Type, "what other code returns beside other values: return the array alone"),
        Return result => [result with { Values = result.Values.SelectMany(value => Leaves(value, result)).ToEquatableArray() }],
        _ => [statement.MapExpressions(expression => Rewrite(expression, statement)).MapBlocks(Split)],
    };

    /// <summary>What other code has or gives is asked for once, and its leaves are read from that.</summary>
    private IEnumerable<Statement> SplitOnce(Assign assign, Opaque value)
    {
        RequireOpen(value.Type, assign);
        var type = (StructType)LeafArrays.Unfolded(value.Type, _context.SplitElements);
        Variable given = _supply.New("given", StructText.TypeOf(type), VariableRole.Temporary);
        IEnumerable<Assign> leaves = PartsOf(assign.Target)!.Select(part => new Assign(part.Value, StructText.Read(new Use(given), type, new(part.Key, part.Value.Type))));
        return Noted(assign, leaves.Prepend(new Assign(given, value with { Type = given.Type })));
    }

    private Store Split(Store store, EquatableArray<string> path, Expr value) =>
        new(At(store.Storage, path, store), PlaceOf(store.Storage, store.Indices, store), value);

    /// <summary>Where in the arrays of the leaves an element is. Of several dimensions the last index comes first, and each behind the first is checked, since the next row is no error there.</summary>
    private EquatableArray<Expr> PlaceOf(Expr storage, EquatableArray<Expr> indices, Statement around)
    {
        Expr place = Rewrite(indices[0], around);
        for (int i = 1; i < indices.Count; i++)
        {
            Expr length = LengthOf(storage, i, around), index = Rewrite(indices[i], around);
            place = Fold.Add(Fold.Multiply(place, length), _counters.IsLess(indices[i], new Length(storage, i)) ? index : InlineRow.Checked(index, length));
        }
        return [place];
    }

    /// <summary>A name for the elements of an inline array that lies in an element, or for some of them, or a copy.</summary>
    private IEnumerable<Statement> OfRow(Assign assign, InlineRow row)
    {
        if (assign.Value is View view)
            return [assign with { Value = row.As(view.SpanType) }];
        Variable all = _supply.New("row", assign.Value.Type as SpanType ?? new SpanType(row.Leaf.Type.Element!, IsReadOnly: true), VariableRole.Temporary);
        Expr part = assign.Value is Slice slice
            ? slice with { Storage = new Use(all), Start = Rewrite(slice.Start, assign), Count = slice.Count is null ? null : Rewrite(slice.Count, assign) }
            : new CopyOf(assign.Value.Type, new Use(all));
        return [new Declare(all), new Assign(all, row.As((SpanType)all.Type)), assign with { Value = part }];
    }

    /// <summary>What the user wrote stands above the first of the statements that it has become.</summary>
    private static IEnumerable<Statement> Noted(Statement statement, IEnumerable<Statement> parts) =>
        parts.Select((part, i) => part with { Note = i == 0 ? statement.Note : null, Position = statement.Position });

    private IEnumerable<Statement> Split(Call call)
    {
        List<Statement> rows = [];
        IEnumerable<Expr?> arguments = call.Arguments.SelectMany((argument, i) => argument is null ? [null] : RowOf(argument, call) is { } row ? [Named(row, call.Callee.Parameters[i].Type, rows)] : (IEnumerable<Expr?>)Passed(argument, call.Callee.Parameters[i], call, rows));
        IEnumerable<Variable?> results = call.Results.SelectMany((result, i) => i < call.Callee.Result.Components.Count && Are(call.Callee.Result.Components[i])
            ? LeavesOf(call.Callee.Result.Components[i]).Select(leaf => result is null ? null : PartsOf(result)![leaf.Path])
            : [result]);
        bool isCalledItself = call.Callee is { IsCalledItself: true } or { Rule: not null };
        IEnumerable<IrType> types = call.Callee.Parameters.Select(parameter => parameter.Type).Concat(call.Callee.Result.Components);
        if (isCalledItself && types.FirstOrDefault(Are) is { } whole)
            Refuse(call, whole, "what a method with a rule of its own takes or returns: give it the arrays in the elements");
        if (!_context.Lifted.Any(lifted => lifted.IsCalledBy(call)))
            types.ToList().ForEach(type => RequireSame(_context, type, LocationOf(call)));
        Call split = call with { Callee = Split(call.Callee), Arguments = arguments.ToEquatableArray(), Results = results.ToEquatableArray() };
        return Noted(call, [.. rows, split]);
    }

    /// <summary>What a method is given for a parameter: of a span of arrays an array of these.</summary>
    private IEnumerable<Expr> Passed(Expr argument, Parameter parameter, Call call, List<Statement> statements)
    {
        if (parameter.MayReplaceRows && argument.Type is SpanType && Are(argument.Type) && Leaves(argument, call).Any(leaf => leaf.Type is SpanType { ElementType: ArrayType } && !_passed.Has(leaf)))
            Refuse(call, argument.Type, "a part of a span that is given to a method which puts other arrays into the elements: give it an array, or the whole span");
        return Leaves(argument, call).Select(leaf => _passed.AsArray(leaf, _supply, statements));
    }

    /// <summary>A span over a row, for a method that takes one.</summary>
    private Use Named(InlineRow row, IrType parameter, List<Statement> statements)
    {
        Variable named = _supply.New("row", parameter as SpanType ?? new SpanType(parameter.Element!, IsReadOnly: false), VariableRole.Temporary);
        statements.Add(new Declare(named));
        statements.Add(new Assign(named, row.As((SpanType)named.Type)));
        return new(named);
    }

    /// <summary>An array of structs as the arrays of its leaves; anything else as it is.</summary>
    private IEnumerable<Expr> Leaves(Expr value, Statement around) =>
        Are(value.Type) ? LeavesOf(value.Type).Select(leaf => At(value, leaf.Path, around)) : [Rewrite(value, around)];

    private Expr Rewrite(Expr expression, Statement around) => expression switch
    {
        Element element when RowOf(element.Storage, around) is { } row => new Element(row.Leaf, In(row, element.Indices[0], around), element.Path),
        Length length when RowOf(length.Storage, around) is { } row => Constant.Of(row.Length),
        _ when RowOf(expression, around) is { } row => row.AsText(),
        Element element when Are(element.Storage.Type) => new Element(At(element.Storage, element.Path, around), PlaceOf(element.Storage, element.Indices, around)),
        Length { Dimension: { } dimension } length when Are(length.Storage.Type) => LengthOf(length.Storage, dimension, around),
        Length length when Are(length.Storage.Type) => LengthOf(length.Storage, around),
        Opaque opaque when opaque.Arguments.Any(argument => Are(argument.Type)) => Rewrite(opaque, around),
        _ => expression.MapChildren(child => Rewrite(child, around)),
    };

    /// <summary>The elements of an inline array in an element; null for anything else.</summary>
    private InlineRow? RowOf(Expr storage, Statement around) => storage is Element { Storage: var array, Path: var path } element && Are(array.Type) && LeafArrays.InlineAt(array.Type, path) is { } inline
        ? new(At(array, path, around), PlaceOf(array, element.Indices, around)[0], inline.InlineLength)
        : null;

    private EquatableArray<Expr> In(InlineRow row, Expr index, Statement around) => row.At(Rewrite(index, around), _counters.IsLess(index, row.Length));

    /// <summary>The array of a leaf.</summary>
    private Expr At(Expr storage, EquatableArray<string> path, Statement around)
    {
        if (!Are(storage.Type))
            return Refused(around, storage.Type, "this expression: give the array a name first");
        IrType type = LeavesOf(storage.Type).First(leaf => leaf.Path == path).Type;
        int width = LeafArrays.WidthOf(storage.Type, path);
        switch (storage)
        {
            case Use use:
                return new Use(PartsOf(use.Variable)![path]);
            case Element element:
                return new Element(At(element.Storage, element.Path.Items.AddRange(path), around), PlaceOf(element.Storage, element.Indices, around));
            case NewStorage { Elements.Count: 0 } made when !type.IsStorage:
                return Rewrite(made.Lengths[StructType.DimensionOf(path)], around);
            case NewStorage { Elements.Count: 0 } made:
                return made with { Type = type, Lengths = [Fold.Multiply(made.Lengths.Select(length => Rewrite(length, around)).Aggregate(Fold.Multiply), width)] };
            case CopyOf copy when !type.IsStorage:
                return At(copy.Storage, path, around);
            case CopyOf copy:
                return new CopyOf(type, At(copy.Storage, path, around));
            case View view:
                return new View((SpanType)type, At(view.Storage, path, around));
            case Slice slice:
                return new Slice((SpanType)type, At(slice.Storage, path, around), Fold.Multiply(Rewrite(slice.Start, around), width), slice.Count is null ? null : Fold.Multiply(Rewrite(slice.Count, around), width));
            case Conditional choice:
                return new Conditional(Rewrite(choice.Condition, around), At(choice.WhenTrue, path, around), At(choice.WhenFalse, path, around));
            case Opaque { IsMissing: true }:
                return Opaque.DefaultLiteral(type);
            case Opaque { IsPure: true } given when !given.Arguments.Any(argument => Are(argument.Type)):
                RequireOpen(given.Type, around);
                return StructText.Read(given, (StructType)LeafArrays.Unfolded(given.Type, _context.SplitElements), new(path, type));
            default:
                return Refused(around, storage.Type, "what other code returns here: give it a name first");
        }
    }

    private Opaque Refused(Statement around, IrType storage, string where)
    {
        Refuse(around, storage, where);
        return Opaque.DefaultLiteral(storage);
    }

    /// <summary>The array of the first leaf, which is there, and as long, where the array of structs is.</summary>
    private Expr First(Expr storage, Statement around) => At(storage, LeavesOf(storage.Type)[0].Path, around);

    private Expr LengthOf(Expr storage, int dimension, Statement around) =>
        storage.Type is ArrayType { Rank: > 1 } ? At(storage, [StructType.LengthOf(dimension)], around) : LengthOf(storage, around);

    private Expr LengthOf(Expr storage, Statement around)
    {
        Leaf leaf = LeavesOf(storage.Type).Where(one => one.Type.IsStorage).OrderBy(one => LeafArrays.WidthOf(storage.Type, one.Path)).First();
        int width = LeafArrays.WidthOf(storage.Type, leaf.Path);
        var length = new Length(At(storage, leaf.Path, around));
        return width == 1 ? length : new Apply(Op.Divide, IrType.Int32, [length, Constant.Of(width)]);
    }

    /// <summary>
    /// Text that only asks whether an array is there may ask that of the array of any leaf. Whether two are one is asked of spans over them, see <see cref="Arrays.ArrayIdentity"/>, and has no answer: each parameter has arrays of its own.
    /// </summary>
    private Expr Rewrite(Opaque opaque, Statement around)
    {
        string text = string.Concat(opaque.Text).Trim();
        bool isComparison = text is "== null" or "==" && opaque.Arguments.All(argument => argument is Opaque { IsMissing: true } or { Type: ArrayType });
        bool asksForNull = isComparison || opaque.Text[0].EndsWith("ArgumentNullException.ThrowIfNull(", StringComparison.Ordinal);
        if (!asksForNull)
            Refuse(around, opaque.Arguments.First(argument => Are(argument.Type)).Type, text == "==" ? "a comparison of two arrays: compare what is in them" : "other code that takes the array: mark that code [Differentiable], or give it the arrays in the elements");
        return opaque with { Arguments = opaque.Arguments.Map(argument => Are(argument.Type) ? First(argument, around) : argument) };
    }

    /// <summary>An array of other code is taken apart by code that sees the fields of its elements.</summary>
    private void RequireOpen(IrType storage, Statement around) => StructChecks.RequireOpen(_context, (StructType)storage.Leaf, LocationOf(around));

    /// <summary>What goes in and out is not split for the sake of this method alone.</summary>
    private static void RequireSame(LoweringContext context, IrType storage, Location location)
    {
        if (LeafArrays.Are(storage, context.SplitElements) && !LeafArrays.Are(storage))
            StructChecks.RequireMade(context, (StructType)storage.Leaf, location);
    }

    private IEnumerable<Statement> Refuse(Statement statement, IrType storage, string where)
    {
        RequireSame(_context, storage, LocationOf(statement));
        if (LeafArrays.Are(storage))
            StructChecks.RefuseElements(_context, (StructType)storage.Leaf, LocationOf(statement), where);
        return [];
    }

    private Location LocationOf(Statement statement)
    {
        Location method = _context.Method.Locations[0];
        return statement.Position is { } span && method.SourceTree is { } tree ? Location.Create(tree, new TextSpan(span.Start, span.Length)) : method;
    }
}
