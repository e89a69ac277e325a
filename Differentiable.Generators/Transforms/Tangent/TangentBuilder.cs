using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Versioning;

namespace Differentiable.Generators.Transforms.Tangent;

/// <summary>
/// Forward mode: the function that computes beside each value its derivative along a direction. Statement by statement, with the tangent of a
/// variable, and of storage, in a variable of its own; what comes out is a function like the one that went in, so it can be
/// differentiated in turn.
/// </summary>
internal sealed class TangentBuilder
{
    private readonly VersionedFunction _function;
    private readonly VariableSupply _supply;
    private readonly Activity _activity;
    private readonly TangentSignature _signature;
    private readonly Differential _differential;
    private readonly Dictionary<Variable, Variable> _tangents = [];
    private readonly TangentCalls _calls;

    private TangentBuilder(VersionedFunction function, VariableSupply supply, bool isWide, bool isReversed)
    {
        _function = function;
        _supply = supply;
        var classes = new StorageClasses(function.Body);
        _activity = new(function.Source, function.Body, function.Outputs, classes);
        _signature = TangentSignature.Of(function.Source.Parameters, function.Source.Result, isWide, (name, type) => supply.New(name, type));
        _differential = new(_activity, TangentOf, supply, isWide, isReversed);
        _calls = new(_activity, _differential, supply, isReversed, new(_activity, _differential, supply, classes, isReversed));
        for (int i = 0; i < function.Source.Parameters.Count; i++)
        {
            if (_signature.Tangents[i] is { } tangent)
                _tangents[function.Source.Parameters[i].Variable] = _signature.Parameters[tangent].Variable;
        }
    }

    /// <param name="function">The function.</param>
    /// <param name="supply">Makes the variables.</param>
    /// <param name="isWide">Shall it take several directions at once?</param>
    /// <param name="isReversed">Will it be reversed in turn?</param>
    public static TangentFunction Run(VersionedFunction function, VariableSupply supply, bool isWide, bool isReversed) =>
        new TangentBuilder(function, supply, isWide, isReversed).Run();

    private TangentFunction Run()
    {
        Function source = _function.Source;
        List<Statement> body = [.. TangentsOfPassedStorage(), .. Visit(_function.Body).Statements];
        List<Variable> results = [.. _function.Results];
        foreach (Variable result in _function.Results.Where(result => result.Type.HoldsReal))
            results.Add(TangentAtEnd(result, body));
        List<Variable> finals = [.. _function.Finals];
        for (int i = 0; i < source.Parameters.Count; i++)
        {
            if (_signature.Tangents[i] is { } tangent)
                finals.Add(source.Parameters[i].Mode is PassingMode.Ref or PassingMode.Out ? TangentAtEnd(_function.Finals[i], body) : _signature.Parameters[tangent].Variable);
        }
        Function derived = source with
        {
            Name = source.Name + TangentSignature.Suffix,
            Parameters = _signature.Parameters,
            Result = _signature.Result,
            Body = new(body),
        };
        return new(source, _signature, new(derived, derived.Body, results, finals));
    }

    /// <summary>The tangent of what the function gives; zero where it depends on no active input.</summary>
    private Variable TangentAtEnd(Variable output, List<Statement> body)
    {
        if (_activity.IsActive(output))
            return TangentOf(output);
        Variable zero = _supply.New(output.Name + "Dot", _differential.TypeFor(output.Type), output.Role);
        body.Add(new Assign(zero, _differential.Zero(new Use(output))));
        return zero;
    }

    /// <summary>Storage parameters that have no tangent themselves, but through which the method passes values that do.</summary>
    private IEnumerable<Statement> TangentsOfPassedStorage() => _function.Source.Parameters
        .Where(parameter => parameter is { IsActive: false, Type.IsStorage: true } && _activity.IsActive(parameter.Variable))
        .Select(parameter => new Assign(TangentOf(parameter.Variable), _differential.Zero(new Use(parameter.Variable))));

    private Variable TangentOf(Variable variable)
    {
        if (!_tangents.TryGetValue(variable, out Variable? tangent))
            _tangents[variable] = tangent = _supply.New(variable.Name + "Dot", _differential.TypeFor(variable.Type), variable.Role);
        return tangent;
    }

    private Block Visit(Block block)
    {
        var code = new List<Statement>();
        foreach (Statement statement in block.Statements)
            Visit(statement, code);
        return new(code);
    }

    private void Visit(Statement statement, List<Statement> code)
    {
        switch (statement)
        {
            case Assign assign when _activity.IsActive(assign.Target):
                code.Add(assign);
                code.Add(new Assign(TangentOf(assign.Target), TangentOfValue(assign, code)) { Note = assign.Note });
                break;
            case Store { Value.Type.HoldsReal: true } store when _activity.IsActive(StorageClasses.BaseOf(store.Storage)):
                Visit(store, code);
                break;
            case Call call:
                code.AddRange(_calls.Of(call, TangentOf));
                break;
            default:
                code.Add(statement.MapBlocks(Visit));
                break;
        }
    }

    private Expr TangentOfValue(Assign assign, List<Statement> code) => assign.Target.Type.IsStorage
        ? TangentOfStorage(assign.Value, new Use(assign.Target))
        : _differential.Of(assign.Value, code, new Use(assign.Target));

    private Expr TangentOfStorage(Expr value, Expr primal) => value switch
    {
        NewStorage made => made with { Type = _differential.TypeFor(made.Type) },
        CopyOf copy when !_activity.IsActive(copy.Storage) => _differential.Zero(primal),
        Opaque { IsMissing: true } missing => missing with { Type = _differential.TypeFor(missing.Type) },
        Opaque => _differential.Zero(primal),
        _ => _differential.Mirrored(value),
    };

    /// <summary>The tangent of an element comes first: it may read the element that the store overwrites, and not the other way round.</summary>
    private void Visit(Store store, List<Statement> code)
    {
        Expr tangent = _differential.Mirrored(store.Storage);
        if (store.Value.Type.IsStorage)
        {
            code.Add(store);
            code.Add(new Store(tangent, store.Indices, TangentOfStorage(store.Value, store.Place), store.Path) { Note = store.Note });
            return;
        }
        code.Add(new Store(tangent, store.Indices, _differential.Of(store.Value, code), store.Path) { Note = store.Note });
        code.Add(store);
    }
}
