using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Runtime;
using Differentiable.Generators.Transforms.Wholes;

namespace Differentiable.Generators.Transforms.Tuning;

/// <summary>
/// Puts the loops of a member into a function of their own, behind the checks, the renting and the taking of buffers. A scalar that lives across
/// a call is kept in memory, by the JIT of .NET 10 in each round of a loop anew; what the caller of the loops does before and behind them then
/// no longer matters to them (measured: twice as fast for short loops over a few scalars).
/// </summary>
internal sealed class Outlining
{
    private readonly Member _member;
    private readonly Integers _integers;
    private readonly List<Statement> _rest;
    private readonly List<Statement> _taken = [];

    private Outlining(Member member, List<Statement> rest, AdjointContext context)
    {
        _member = member;
        _integers = context.IntegersOf(member.Body, member.Parameters.Select(parameter => parameter.Variable));
        _rest = rest;
    }

    /// <summary>The body with the statements that rent what it uses.</summary>
    public static Block Run(Member member, IReadOnlyList<Using> rented, AdjointContext context)
    {
        rented = [.. rented, .. member.Body.Statements.OfType<Using>()];
        HashSet<Variable> resources = [.. rented.Select(rent => rent.Resource)];
        List<Statement> checks = [.. ChecksOf(member.Body, resources)];
        List<Statement> rest = [.. member.Body.Statements.Skip(checks.Count).Where(statement => statement is not Using)];
        bool disturbs = rented.Count > 0 || checks.Count > 0 && ReadsScalars(member, rest);
        if (!disturbs || context.Source.HasTensors || !rest.SelectMany(statement => statement.DescendantsAndSelf()).Any(statement => statement is For or While))
            return new([.. checks, .. rented, .. rest]);
        var outlining = new Outlining(member, rest, context);
        outlining.TakeElements();
        outlining.TakeBuffers();
        return new([.. checks, .. rented, .. outlining._taken, outlining.Outline()]);
    }

    /// <summary>What comes first: checks and guards, with the integers that those look at and that nothing behind them changes.</summary>
    private static IEnumerable<Statement> ChecksOf(Block body, HashSet<Variable> resources)
    {
        HashSet<Variable> again = [.. body.DescendantStatements().SelectMany(statement => statement.Defines()).GroupBy(variable => variable)
            .Where(assigned => assigned.Count() > 1)
            .Select(assigned => assigned.Key)];
        List<Statement> first = [.. body.Statements.TakeWhile(statement =>
            IsCheck(statement, resources) || IsInteger(statement) && !statement.Defines().Any(again.Contains))];
        return first.Take(first.FindLastIndex(statement => IsCheck(statement, resources)) + 1);
    }

    private static bool IsCheck(Statement statement, HashSet<Variable> resources) => statement switch
    {
        Evaluate { Value: Opaque call } => !call.Variables().Any(resources.Contains),
        If guard => guard.Then.Statements.Concat(guard.Else.Statements).All(inner => inner is Throw || IsCheck(inner, resources)),
        _ => false,
    };

    private static bool IsInteger(Statement statement) =>
        statement is Assign { Target.Type: ScalarType { IsReal: false }, Value: var value } && !value.HasEffects();

    private static bool ReadsScalars(Member member, List<Statement> statements)
    {
        HashSet<Variable> scalars = [.. member.Parameters.Select(parameter => parameter.Variable).Where(variable => variable.Type.IsReal)];
        return statements.SelectMany(statement => statement.DescendantsAndSelf())
            .SelectMany(statement => statement.Expressions())
            .Any(expression => expression.Variables().Any(scalars.Contains));
    }

    /// <summary>Takes out the names of inline arrays' elements: a function of its own would be given copies of them.</summary>
    private void TakeElements()
    {
        _taken.AddRange(_rest.Where(Gathering.NamesElements));
        _rest.RemoveAll(Gathering.NamesElements);
    }

    /// <summary>Takes out the buffers whose lengths are known on entry, with the integers that they are computed from.</summary>
    private void TakeBuffers()
    {
        foreach (Assign buffer in _rest.TakeWhile(statement => !statement.Has(Guards.MayThrow)).OfType<Assign>().Where(IsBuffer).ToList())
        {
            var needed = new HashSet<Statement>(ReferenceComparer.Instance) { buffer };
            if (!buffer.Value.Children().Skip(1).All(length => IsKnownOnEntry(length, needed)))
                continue;
            foreach (Statement statement in _rest.Where(needed.Contains).ToList())
            {
                _taken.Add(statement);
                _rest.Remove(statement);
            }
        }
    }

    private bool IsBuffer(Assign assign) => _integers.IsStable(assign.Target) && RuntimeCalls.IsBuffer(assign.Value);

    private bool IsKnownOnEntry(Expr length, HashSet<Statement> needed) => length.DescendantsAndSelf().All(part => part switch
    {
        Constant or Apply or Conditional or Length => true,
        Use use => IsKnownOnEntry(use.Variable, needed),
        _ => false,
    });

    private bool IsKnownOnEntry(Variable variable, HashSet<Statement> needed)
    {
        if (!_integers.IsStable(variable))
            return false;
        if (_member.Parameters.Any(parameter => parameter.Variable == variable) || _taken.Any(statement => statement.Defines().Contains(variable)))
            return true;
        if (!variable.Type.IsInteger || _rest.OfType<Assign>().FirstOrDefault(assign => assign.Target == variable) is not { } assign)
            return false;
        needed.Add(assign);
        return IsKnownOnEntry(assign.Value, needed);
    }

    private Outlined Outline()
    {
        List<Variable> used = [.. _rest.SelectMany(statement => statement.DescendantsAndSelf())
            .SelectMany(statement => statement.Expressions().SelectMany(expression => expression.Variables()).Concat(statement.Defines()))
            .Distinct()];
        HashSet<Variable> defined = [.. _rest.SelectMany(statement => statement.DescendantsAndSelf()).SelectMany(statement => statement.Defines())];
        List<Variable> parameters = [.. _member.Parameters.Select(parameter => parameter.Variable)];
        List<Variable> taken = [.. _taken.SelectMany(statement => statement.Defines())];
        IEnumerable<Variable> given = used.Where(variable => !parameters.Contains(variable) && !taken.Contains(variable) && !defined.Contains(variable));
        EquatableArray<Variable> Assigned(Func<MemberParameter, bool> isAsked) =>
            _member.Parameters.Where(isAsked).Select(parameter => parameter.Variable).Where(defined.Contains).ToEquatableArray();
        if (_rest[_rest.Count - 1] is Return { Values.Count: 0 })
            _rest.RemoveAt(_rest.Count - 1);
        IEnumerable<Variable> captured = parameters.Concat(taken).Where(used.Contains).Concat(given);
        return new(captured.ToEquatableArray(), Assigned(parameter => parameter.Modifier is "ref" or "out"), _member.Result, new(_rest))
        {
            Outs = Assigned(parameter => parameter.Modifier is "out"),
        };
    }
}
