using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Members;

/// <summary>
/// Puts the leaves of structs together where a public member takes and returns them whole: the one place behind lowering where structs occur in one
/// piece, whatever the member does.
/// </summary>
internal sealed class Gathering
{
    private readonly VariableSupply _supply;
    private readonly List<MemberParameter> _parameters = [];
    private readonly List<Assign> _taken = [];
    private readonly List<(Variable Whole, StructType Type, Dictionary<EquatableArray<string>, Expr> Leaves)> _references = [];
    private readonly Dictionary<Variable, Expr> _read = [];

    private Gathering(VariableSupply supply) => _supply = supply;

    /// <summary>The member with its structs whole.</summary>
    public static Member Run(Member member, VariableSupply supply)
    {
        var gathering = new Gathering(supply);
        gathering.Gather(member.Parameters);
        if (gathering._parameters.Count == member.Parameters.Count && member.Result.Parts.Count == 0 && gathering._taken.Count + gathering._read.Count == 0)
            return member;
        return member with
        {
            Parameters = gathering._parameters,
            Result = Shape(member.Result),
            Body = gathering.Body(member),
        };
    }

    /// <summary>Parameters with their structs whole.</summary>
    public static List<MemberParameter> Parameters(IEnumerable<MemberParameter> parameters, VariableSupply supply)
    {
        var gathering = new Gathering(supply);
        gathering.Gather(parameters);
        return gathering._parameters;
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

    /// <summary>The indices of leaves that belong to one struct, and of those that stand alone.</summary>
    private static IEnumerable<List<int>> Groups(IReadOnlyList<Part?> parts)
    {
        List<int> group = [];
        for (int i = 0; i < parts.Count; i++)
        {
            if (group.Count > 0 && (parts[i] is not { } part || parts[group[0]]?.Whole != part.Whole))
            {
                yield return group;
                group = [];
            }
            group.Add(i);
        }
        if (group.Count > 0)
            yield return group;
    }

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
        Variable whole = _supply.New(part.Whole, new OpaqueType(part.TypeName), first.Variable.Role);
        _parameters.Add(first with { Variable = whole, Part = null, AnnotatedType = part.TypeName });
        foreach (MemberParameter leaf in leaves)
            Take(leaf, StructText.Read(new Use(whole), new(leaf.Part!.Path, leaf.Variable.Type)));
        if (first.Modifier is "ref" or "out")
            _references.Add((whole, part.Type, leaves.ToDictionary(leaf => leaf.Part!.Path, leaf => (Expr)new Use(leaf.Variable))));
    }

    /// <summary>Inputs are read once and kept in variables of their own; a cotangent is mostly read once anyway.</summary>
    private void Take(MemberParameter leaf, Expr read)
    {
        if (leaf.Variable.Role == VariableRole.Shadow && leaf.Modifier.Length == 0)
            _read[leaf.Variable] = read;
        else if (leaf.Modifier != "out")
            _taken.Add(new(leaf.Variable, read));
    }

    private Block Body(Member member)
    {
        HashSet<Variable> leaves = [.. _taken.Select(assign => assign.Target)];
        Block body = member.Body.RewriteExpressions(part => part is Use use && _read.TryGetValue(use.Variable, out Expr? read) ? read : part);
        List<Statement> code = [.. body.Statements];
        int first = code.FindIndex(statement => leaves.Any(statement.Mentions));
        code.InsertRange(first < 0 ? 0 : first, first < 0 ? [] : _taken);
        return new([.. code.SelectMany(statement => statement is Return result ? [.. HandBack(), Returned(result, member.Result)] : new[] { statement })]);
    }

    private IEnumerable<Statement> HandBack() => _references.Select(reference =>
        new Assign(reference.Whole, StructText.Make(reference.Type, path => reference.Leaves.TryGetValue(path, out Expr? leaf) ? leaf : null)));

    private static Return Returned(Return result, ReturnShape shape)
    {
        if (shape.Parts.Count == 0)
            return result;
        List<Expr> values = [];
        foreach (List<int> group in Groups(shape.Parts.Items))
        {
            if (shape.Parts[group[0]] is not { } part)
            {
                values.Add(result.Values[group[0]]);
                continue;
            }
            Dictionary<EquatableArray<string>, Expr> leaves = group.ToDictionary(i => shape.Parts[i]!.Path, i => result.Values[i]);
            values.Add(StructText.Make(part.Type, path => leaves.TryGetValue(path, out Expr? leaf) ? leaf : null));
        }
        return result with { Values = values };
    }
}
