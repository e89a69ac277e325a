using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Simplify;

/// <summary>
/// Finds out which adjoints of tensors are there and which are null, so that only the others are asked at run time, and are added by a method that takes null.
/// </summary>
internal sealed class TensorZeros
{
    /// <summary>Of each variable of which it is known, whether it is there.</summary>
    private Dictionary<Variable, bool> _isThere;

    private TensorZeros(IEnumerable<Variable> there) => _isThere = there.ToDictionary(variable => variable, _ => true);

    /// <param name="body">The body of a member.</param>
    /// <param name="there">The parameters that are never null.</param>
    public static Block Run(Block body, IEnumerable<Variable> there) =>
        body.DescendantStatements().SelectMany(statement => statement.Expressions()).Any(expression => expression.Has(part => part.Type is TensorType))
            ? new TensorZeros(there.Where(variable => variable.Type is TensorType)).Visit(body)
            : body;

    private Block Visit(Block block)
    {
        List<Statement> code = [];
        foreach (Statement statement in block.Statements)
            Visit(statement, code);
        code.RemoveAll(statement => IsOverwritten(statement, code));
        return block.With(code);
    }

    /// <summary>Is it a zero that nothing reads?</summary>
    private static bool IsOverwritten(Statement statement, List<Statement> code) => statement is Assign { Target: { Type: TensorType } target, Value: Constant }
        && code.Skip(code.FindIndex(other => ReferenceEquals(other, statement)) + 1).FirstOrDefault(next => next.Mentions(target)) is Assign next
        && next.Target == target && !next.Value.Variables().Contains(target);

    private void Visit(Statement statement, List<Statement> code)
    {
        switch (statement)
        {
            case Assign { Target.Type: TensorType } assign:
                Expr value = Settled(assign.Value);
                Remember(assign.Target, IsThere(value));
                code.Add(assign with { Value = value });
                break;
            case If branch:
                Visit(branch, code);
                break;
            case For or While:
                code.Add(Repeated(statement));
                break;
            default:
                code.Add(statement.MapExpressions(Settled).MapBlocks(Visit));
                Forget(statement.Defines());
                break;
        }
    }

    private void Visit(If branch, List<Statement> code)
    {
        Expr condition = Settled(branch.Condition);
        if (condition is Constant { Value: bool known })
        {
            code.AddRange(Visit(known ? branch.Then : branch.Else).Statements);
            return;
        }
        Expr? tested = TensorAdjoints.TestedBy(condition);
        Dictionary<Variable, bool> before = new(_isThere);
        if (tested is Use then)
            Remember(then.Variable, true);
        Block whenTrue = Visit(branch.Then);
        Dictionary<Variable, bool> afterThen = _isThere;
        _isThere = before;
        if (tested is Use otherwise)
            Remember(otherwise.Variable, false);
        Block whenFalse = Visit(branch.Else);
        Join(afterThen);
        code.Add(branch with { Condition = condition, Then = whenTrue, Else = whenFalse });
    }

    /// <summary>What holds before each round is what holds before the first and behind any.</summary>
    private Statement Repeated(Statement loop)
    {
        while (true)
        {
            Dictionary<Variable, bool> before = new(_isThere);
            Statement visited = loop.MapExpressions(Settled).MapBlocks(Visit);
            Join(before);
            if (_isThere.Count == before.Count)
                return visited;
        }
    }

    private void Join(Dictionary<Variable, bool> other)
    {
        foreach (Variable variable in _isThere.Keys.ToList())
        {
            if (!other.TryGetValue(variable, out bool isThere) || isThere != _isThere[variable])
                _isThere.Remove(variable);
        }
    }

    private void Remember(Variable variable, bool? isThere)
    {
        if (isThere is { } known)
            _isThere[variable] = known;
        else
            _isThere.Remove(variable);
    }

    private void Forget(IEnumerable<Variable> variables)
    {
        foreach (Variable variable in variables)
            _isThere.Remove(variable);
    }

    private bool? IsThere(Expr tensor) => tensor switch
    {
        Constant => false,
        Opaque { IsMissing: true } => false,
        Opaque { IsPure: true } => true,
        Use use => _isThere.TryGetValue(use.Variable, out bool known) ? known : null,
        Apply sum => sum.Arguments.Any(part => IsThere(part) == true) ? true : null,
        _ => null,
    };

    private Expr Settled(Expr expression) => expression.Rewrite(part => part switch
    {
        Apply { Op: Op.Add, Type: TensorType, Arguments: [var left, var right] } => Sum(left, right),
        Opaque test when TensorAdjoints.TestedBy(test) is { } tested && IsThere(tested) is { } known => Constant.Of(known),
        Apply { Op: Op.OrElse, Arguments: [Constant { Value: bool left }, var right] } => left ? Constant.Of(true) : right,
        Apply { Op: Op.OrElse, Arguments: [var left, Constant { Value: bool right }] } => right ? Constant.Of(true) : left,
        Opaque opaque when TensorAdjoints.ReturnedBy(opaque) is { } adjoint && IsThere(adjoint) == true => adjoint,
        _ => part,
    });

    private Expr Sum(Expr left, Expr right) => (IsThere(left), IsThere(right)) switch
    {
        (false, _) => right,
        (_, false) => left,
        (true, true) when !TensorAdjoints.IsInPlace(left) && !TensorAdjoints.IsInPlace(right) => Algebra.Add(left, right),
        _ => TensorAdjoints.Plus(left, right),
    };
}
