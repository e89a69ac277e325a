using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Wholes;

/// <summary>
/// Gives structs whole to what takes them whole, and takes them apart that it returns: methods that have rules, and their rules, are called as the user
/// wrote them.
/// </summary>
internal sealed class WholeArguments
{
    private readonly KnownWholes _known;
    private readonly VariableSupply _supply;
    private readonly Call _call;
    private readonly List<Parameter> _parameters = [];
    private readonly List<Expr?> _arguments = [];
    private readonly List<Variable?> _results = [];
    private readonly List<Statement> _takenApart = [];

    private WholeArguments(KnownWholes known, VariableSupply supply, Call call)
    {
        _known = known;
        _supply = supply;
        _call = call;
    }

    public static Block Make(Block body, IReadOnlyList<Variable> parameters, VariableSupply supply) =>
        body.DescendantStatements().Any(statement => statement is Call { Callee.IsCalledItself: true })
            ? Make(body, new KnownWholes(body, parameters), supply)
            : body;

    private static Block Make(Block body, KnownWholes known, VariableSupply supply) => body.With([.. body.Statements.SelectMany(statement =>
        statement is Call { Callee.IsCalledItself: true } call ? new WholeArguments(known, supply, call).Run() : [statement.MapBlocks(block => Make(block, known, supply))])]);

    private IEnumerable<Statement> Run()
    {
        ReturnShape returned = Returned();
        int next = _call.Callee.Result.Components.Count;
        foreach (IGrouping<object, int> leaves in Enumerable.Range(0, _call.Arguments.Count).GroupBy(i => (object?)_call.Callee.Parameters[i].Part?.Whole ?? i))
        {
            Parameter first = _call.Callee.Parameters[leaves.First()];
            int outputs = leaves.Count(i => _call.Callee.Parameters[i].IsOutput);
            if (first.Part is { } part)
                Give(first, part, [.. leaves], [.. _call.Results.Skip(next).Take(outputs)]);
            else
                GiveAsItIs(leaves.First(), _call.Results.Skip(next).Take(outputs));
            next += outputs;
        }
        Callee callee = _call.Callee with { Parameters = _parameters.ToEquatableArray(), Result = returned, IsCalledItself = false };
        if (callee.IsStep)
            callee = callee with { Parameters = [_parameters[0] with { Mode = PassingMode.Ref }], Result = ReturnShape.Void };
        yield return _call with { Callee = callee, Arguments = _arguments.ToEquatableArray(), Results = _results.ToEquatableArray() };
        foreach (Statement statement in _takenApart)
            yield return statement;
    }

    private void GiveAsItIs(int index, IEnumerable<Variable?> outputs)
    {
        _parameters.Add(_call.Callee.Parameters[index]);
        _arguments.Add(_call.Arguments[index]);
        _results.AddRange(outputs);
    }

    /// <summary>The leaves in one piece. What of it no one has a value for is zero.</summary>
    private void Give(Parameter first, Part part, int[] leaves, Variable?[] outputs)
    {
        Variable variable = first.Variable with { Name = part.Whole, Type = new OpaqueType(part.TypeName) };
        bool isSelf = _call.Callee.IsOnStruct && _parameters.Count == 0;
        PassingMode mode = first.ArrayMode ?? first.Mode;
        _parameters.Add(first with { Variable = variable, Mode = mode, ArrayMode = null, Part = null, Origin = isSelf ? ParameterOrigin.Receiver : ParameterOrigin.Argument });
        Dictionary<EquatableArray<string>, Expr?> given = leaves.ToDictionary(i => _call.Callee.Parameters[i].Part!.Path, i => _call.Arguments[i]);
        _arguments.Add(mode == PassingMode.Out ? null : _known.Find(given, variable.Type) ?? StructText.Make(part.Type, path => given[path]) with { Type = variable.Type });
        if (mode is PassingMode.Ref or PassingMode.Out)
            _results.Add(TakeApart(part.Whole, part.Type, part.TypeName, [.. leaves.Select(i => _call.Callee.Parameters[i]).Where(leaf => leaf.IsOutput).Zip(outputs, (leaf, output) => (leaf.Part!.Path, output))]));
    }

    /// <summary>The result with the structs whole that are in it. A tuple comes in its elements.</summary>
    private ReturnShape Returned()
    {
        ReturnShape result = _call.Callee.Result;
        if (result.Parts.Count == 0 || result.Parts[0] is not { } part)
        {
            _results.AddRange(_call.Results.Take(result.Components.Count));
            return result;
        }
        List<(IrType Type, string Name)> wholes = [];
        int next = 0;
        foreach (Field element in part.Type.IsTuple ? part.Type.Fields : [new("", "value", part.Type, FieldWrite.None, IsHidden: false)])
        {
            EquatableArray<Leaf> leaves = Leaf.Of(element.Type);
            Variable?[] outputs = [.. _call.Results.Skip(next).Take(leaves.Count)];
            string typeName = element.Type is StructType whole ? part.Type.IsTuple ? StructText.NameOf(whole) : part.TypeName : "";
            wholes.Add((element.Type is StructType ? new OpaqueType(typeName) : element.Type, element.Name));
            _results.Add(element.Type is StructType type
                ? TakeApart("result", type, typeName, [.. leaves.Zip(outputs, (leaf, output) => (leaf.Path, output))])
                : outputs[0]);
            next += leaves.Count;
        }
        return ReturnShape.Of(wholes);
    }

    /// <summary>The variable that a struct comes in, whose leaves then go where they are wanted; null where none is.</summary>
    private Variable? TakeApart(string name, StructType type, string typeName, (EquatableArray<string> Path, Variable? Target)[] leaves)
    {
        if (leaves.All(leaf => leaf.Target is null))
            return null;
        Variable whole = _supply.New(name, new OpaqueType(typeName), VariableRole.Helper);
        foreach ((EquatableArray<string> path, Variable target) in leaves.Where(leaf => leaf.Target is not null).Select(leaf => (leaf.Path, leaf.Target!)))
        {
            Assign read = new(target, StructText.Read(new Use(whole), new(path, target.Type))) { Note = _call.Note };
            _known.Add(read);
            _takenApart.Add(read);
        }
        return whole;
    }
}
