using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Wholes;

/// <summary>
/// Puts the leaves of structs together where a public member takes and returns them whole: the one place behind lowering where structs occur in one
/// piece, whatever the member does.
/// </summary>
internal sealed class Gathering
{
    private readonly VariableSupply _supply;
    private readonly List<MemberParameter> _parameters = [];
    private readonly List<Assign> _taken = [];
    private readonly List<Assign> _elements = [];
    private readonly Dictionary<Variable, (Use Elements, int Length)> _inline = [];
    private readonly List<(Variable Whole, Part Part, Func<EquatableArray<string>, Expr?> Leaf)> _references = [];
    private readonly Dictionary<Variable, Expr> _read = [];
    private readonly List<PutBack> _putBack = [];
    private readonly GatheredArrays _arrays = new();

    /// <summary>Where it says of the method's values that may be missing whether they are there, and of arrays of several dimensions that are results how long they are.</summary>
    private readonly Dictionary<(string Primal, EquatableArray<string> Path), Expr> _presence = [];

    private Gathering(VariableSupply supply) => _supply = supply;

    /// <summary>The member with its structs whole.</summary>
    public static Member Run(Member member, VariableSupply supply)
    {
        var gathering = new Gathering(supply);
        gathering.Gather(member.Parameters);
        if (gathering._parameters.Count == member.Parameters.Count && member.Result.Parts.Count == 0 && gathering._taken.Count + gathering._elements.Count + gathering._read.Count == 0)
            return member;
        return member with
        {
            Parameters = gathering._parameters,
            Result = Shape(member.Result),
            Body = gathering.Body(member),
        };
    }

    /// <summary>Is it a name for the elements of an inline array, for the whole of the member?</summary>
    public static bool NamesElements(Statement statement) => statement switch
    {
        Assign { Target.Type: SpanType, Value: NewStorage } => true,
        Assign { Value: Opaque { NamesElements: true } } => true,
        _ => false,
    };

    /// <summary>Parameters with their structs whole, and what reads the leaves of these.</summary>
    public static (List<MemberParameter> Parameters, IReadOnlyList<Assign> Reads) Parameters(IEnumerable<MemberParameter> parameters, VariableSupply supply)
    {
        var gathering = new Gathering(supply);
        gathering.Gather(parameters);
        return (gathering._parameters, gathering._taken);
    }

    /// <summary>A result with its structs whole.</summary>
    public static ReturnShape Shape(ReturnShape shape)
    {
        if (shape.Parts.Count == 0)
            return shape;
        List<IrType> types = [];
        List<string> names = [];
        foreach (List<int> group in Groups(shape.Parts.Items))
        {
            Part? part = shape.Parts[group[0]];
            types.Add(part is null ? shape.Components[group[0]] : new OpaqueType(part.TypeName));
            names.Add(part is null ? shape.Names[group[0]] : part.Whole);
        }
        return new(types, names, types.Count > 1);
    }

    /// <summary>The indices of leaves that belong to one struct, and of those that stand alone; each where its first is.</summary>
    private static IEnumerable<List<int>> Groups(IReadOnlyList<Part?> parts) => Enumerable.Range(0, parts.Count)
        .GroupBy(i => parts[i] is { } part ? (part.Whole, -1) : ("", i))
        .Select(group => group.ToList());

    private void Gather(IEnumerable<MemberParameter> parameters)
    {
        List<MemberParameter> all = [.. parameters];
        foreach (List<int> group in Groups([.. all.Select(parameter => parameter.Part)]))
        {
            if (all[group[0]] is { Part: { } part } first)
                Gather(part, first, [.. group.Select(i => all[i])]);
            else
                _parameters.Add(all[group[0]]);
        }
    }

    private void Gather(Part part, MemberParameter first, List<MemberParameter> leaves)
    {
        foreach (MemberParameter own in leaves.Where(leaf => leaf.IsOwn))
            _elements.Add(new(Renamed(own), Zeros(own)));
        leaves.RemoveAll(leaf => leaf.IsOwn);
        if (leaves.Count == 0)
            return;
        if (part.Primal != part.Whole)
            part = part.AsDerivative(leaves.Any(leaf => leaf.IsDestination || leaf.IsPutBack));
        IrType type = part.Type.Each is null ? new OpaqueType(part.TypeName) : LeafArrays.Folded(part.Type);
        Variable whole = _supply.New(part.Whole, type, first.Variable.Role);
        _parameters.Add(first with { Variable = whole, Part = null, AnnotatedType = part.TypeName });
        _arrays.Add(whole, part, leaves);
        foreach (MemberParameter leaf in leaves)
        {
            if (leaf.Part!.IsPresence)
                _presence[(part.Primal, leaf.Part.Path)] = first.Modifier is "ref" or "out" ? new Use(leaf.Variable) : StructText.Read(new Use(whole), part.Type, new(leaf.Part.Path, leaf.Variable.Type));
            if (leaf.Part.InlineLength is not null)
                TakeElements(leaf, whole);
            else
                Take(leaf, StructText.Read(new Use(whole), part.Type, new(leaf.Part!.Path, leaf.Variable.Type)));
        }
        // What the elements of an array are is written where they lie.
        if (first.Modifier is "out" || (first.Modifier is "ref" && leaves.Any(leaf => !leaf.Variable.Type.IsStorage || !IsWrittenInPlace(leaf))))
            _references.Add((whole, part, LeavesOf(whole, part, leaves)));
        if (PutBack.Of(whole, part, leaves) is { } changed)
            _putBack.Add(changed);
    }

    /// <summary>Is it storage that lies where the caller has it, in the whole of it or beside?</summary>
    private static bool IsWrittenInPlace(MemberParameter leaf) => leaf.Part!.InlineLength is null || StructText.IsAssignable(leaf.Part.Type, leaf.Part.Path);

    /// <summary>What the leaves of a struct are that is handed back. Its arrays stay the same, and in a destination all that has no derivative.</summary>
    private Func<EquatableArray<string>, Expr?> LeavesOf(Variable whole, Part part, List<MemberParameter> leaves)
    {
        Dictionary<EquatableArray<string>, Expr> known = leaves.Where(leaf => leaf.Part!.InlineLength is not null || !leaf.Variable.Type.IsStorage)
            .ToDictionary(leaf => leaf.Part!.Path, leaf => (Expr)(_inline.TryGetValue(leaf.Variable, out var inline) ? inline.Elements : new Use(leaf.Variable)));
        bool staysElse = leaves[0].IsDestination;
        return path => known.TryGetValue(path, out Expr? leaf) ? leaf
            : StructType.At(part.Type, path) is StructType { Each: not null } array ? StructText.Read(new Use(whole), new(path, StructText.TypeOf(array)))
            : Presence(part, path) ?? (staysElse || StructType.At(part.Type, path).IsStorage ? StructText.Read(new Use(whole), part.Type, new(path, StructType.At(part.Type, path))) : null);
    }

    /// <summary>A span over the elements of an inline array: where it lies, or of a property, of a copy.</summary>
    private void TakeElements(MemberParameter leaf, Variable whole)
    {
        Part part = leaf.Part!;
        Variable elements = Renamed(leaf);
        if (leaf.Modifier == "out")
        {
            _elements.Add(new(elements, Zeros(leaf)));
            return;
        }
        Opaque read = StructText.Read(new Use(whole), part.Type, new(part.Path, elements.Type));
        if (!StructText.IsAssignable(part.Type, part.Path))
        {
            var inline = (StructType)StructType.At(part.Type, part.Path.Items.RemoveAt(part.Path.Count - 1));
            Variable copy = _supply.New(leaf.Variable.Name, StructText.TypeOf(inline), VariableRole.Helper);
            _elements.Add(new(copy, read with { Type = copy.Type, IsPure = false, NamesElements = true }));
            read = StructText.Read(new Use(copy), new([], elements.Type));
        }
        _elements.Add(new(elements, read with { IsPure = false, NamesElements = true }));
    }

    private static NewStorage Zeros(MemberParameter leaf) =>
        new(leaf.Variable.Type, [Constant.Of(leaf.Part!.InlineLength!.Value)], [], OnStack: leaf.Variable.Type.Leaf is not (TypeParameter or StructType { IsUnmanaged: false }));

    /// <summary>The variable for the elements, with a name that the parameter itself does not have.</summary>
    private Variable Renamed(MemberParameter leaf)
    {
        bool isParameter = !leaf.IsOwn && leaf.Part!.Path.Count == 1;
        Variable elements = isParameter ? _supply.New(leaf.Part!.Whole + "Elements", leaf.Variable.Type, leaf.Variable.Role) : leaf.Variable;
        _inline[leaf.Variable] = (new(elements), leaf.Part!.InlineLength!.Value);
        return elements;
    }

    /// <summary>Inputs are read once and kept in variables of their own; a cotangent is mostly read once anyway.</summary>
    private void Take(MemberParameter leaf, Expr read)
    {
        bool isReadOnce = !leaf.Variable.Type.IsStorage && (leaf.Modifier.Length == 0 || leaf.IsDestination);
        if (leaf.Variable.Role == VariableRole.Shadow && isReadOnce)
            _read[leaf.Variable] = read;
        else if (leaf.Modifier != "out")
            _taken.Add(new(leaf.Variable, read));
    }

    private Block Body(Member member)
    {
        HashSet<Variable> leaves = [.. _taken.Select(assign => assign.Target)];
        Block body = member.Body.RewriteExpressions(InBody);
        List<Statement> code = [.. body.Statements];
        int first = code.FindIndex(statement => leaves.Any(statement.Mentions) || HandsBack(statement));
        code.InsertRange(first < 0 ? 0 : first, first < 0 ? [] : _taken);
        code.InsertRange(0, _arrays.Checks());
        code.InsertRange(code.TakeWhile(statement => statement is Evaluate && !_inline.Values.Any(inline => statement.Mentions(inline.Elements.Variable))).Count(), _elements);
        List<Statement> whole = [.. code.SelectMany(statement => statement is Return result ? [.. HandBack(), .. Returned(result, member.Result)] : new[] { statement })];
        return new([.. whole, .. code.LastOrDefault() is Return ? [] : HandBack()]);
    }

    /// <summary>An expression with cotangents read where they are, and inline arrays' elements by their names.</summary>
    private Expr InBody(Expr part) => part switch
    {
        Use use when _read.TryGetValue(use.Variable, out Expr? read) => read,
        Use use when _inline.TryGetValue(use.Variable, out (Use Elements, int) inline) => inline.Elements,
        Length { Storage: Use of } when _inline.Values.FirstOrDefault(inline => inline.Elements == of) is { Elements: not null } inline => Constant.Of(inline.Length),
        _ => part,
    };

    /// <summary>Do structs go back to the caller in front of it, which nothing else may mention?</summary>
    private bool HandsBack(Statement statement) => statement is Return && _references.Count + _putBack.Count > 0;

    private IEnumerable<Statement> HandBack() =>
    [
        .. _putBack.SelectMany(changed => changed.Statements(_supply)),
        .. _references.Select(reference => new Assign(reference.Whole, StructText.Make(reference.Part.Type, reference.Leaf) with { Type = reference.Whole.Type })),
    ];

    /// <summary>How long an array of several dimensions is where this is the tangent or the adjoint of it.</summary>
    private Expr? LengthAt(Part part, EquatableArray<string> path) => StructType.IsLength(path) ? Presence(part, path) : null;

    /// <summary>Is there a value where this is the tangent or the adjoint of it?</summary>
    private Expr? Presence(Part part, EquatableArray<string> path) => _presence.TryGetValue((part.Primal, path), out Expr? known) ? known : null;

    private List<Statement> Returned(Return result, ReturnShape shape)
    {
        if (shape.Parts.Count == 0)
            return [result];
        List<Statement> code = [];
        List<Expr> values = [];
        for (int i = 0; i < shape.Parts.Count; i++)
        {
            if (shape.Parts[i] is { } of && (of.IsPresence || StructType.IsLength(of.Path)))
                _presence[(of.Primal, of.Path)] = result.Values[i];
        }
        foreach (List<int> group in Groups(shape.Parts.Items))
        {
            if (shape.Parts[group[0]] is not { } part)
            {
                values.Add(result.Values[group[0]]);
                continue;
            }
            Dictionary<EquatableArray<string>, Expr> leaves = group.ToDictionary(i => shape.Parts[i]!.Path, i => result.Values[i]);
            values.Add(part.Type.Each is not null ? MakeArray(part, [], leaves, code) : StructText.Make(part.Type, path => leaves.TryGetValue(path, out Expr? leaf) ? leaf
                : StructType.At(part.Type, path) is StructType { Each: not null } ? MakeArray(part, path, leaves, code)
                : Presence(part, path)));
        }
        return [.. code, result with { Values = values }];
    }

    /// <summary>An array of structs made of the arrays of its leaves.</summary>
    private Use MakeArray(Part part, EquatableArray<string> path, Dictionary<EquatableArray<string>, Expr> leaves, List<Statement> code)
    {
        var type = (StructType)StructType.At(part.Type, path);
        var array = new Use(_supply.New("made", LeafArrays.Folded(type), VariableRole.Helper));
        List<(EquatableArray<string> Path, Expr Values)> own = [];
        foreach (Leaf leaf in type.Leaves())
        {
            EquatableArray<string> at = path.Items.AddRange(leaf.Path);
            if ((leaves.TryGetValue(at, out Expr? known) ? known : LengthAt(part, at)) is { } values)
                own.Add((leaf.Path, values));
        }
        PutBack elements = new(array, array.Type, own) { IsMade = true };
        code.Add(new Assign(array.Variable, new NewStorage(array.Type, elements.Lengths, [], OnStack: false)));
        code.AddRange(elements.Statements(_supply));
        return array;
    }
}
