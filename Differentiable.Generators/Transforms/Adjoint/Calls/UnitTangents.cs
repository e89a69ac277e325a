using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Calls;

/// <summary>
/// The reverse of a call of a method on scalars by its tangent rule: the tangent for a tangent of one in one input is that input's partial
/// derivative, so the rule runs once for each.
/// </summary>
internal sealed class UnitTangents
{
    private readonly AdjointContext _context;
    private readonly Call _call;
    private readonly RuleMethod _tangent;

    private UnitTangents(AdjointContext context, Call call, RuleMethod tangent)
    {
        _context = context;
        _call = call;
        _tangent = tangent;
    }

    public static List<Statement> Reverse(AdjointContext context, Call call, RuleMethod tangent) => new UnitTangents(context, call, tangent).Reverse();

    private List<Statement> Reverse()
    {
        List<int> active = [.. Enumerable.Range(0, _call.Arguments.Count).Where(i =>
            _call.Callee.Parameters[i] is { IsActive: true, IsInput: true } && _context.Activity.IsActive(_call.Arguments[i]!))];
        var partials = new List<(int Input, Variable Partial)>();
        var code = new List<Statement>();
        foreach (int input in active)
        {
            Variable adjoint = _context.Supply.New("d" + _call.Callee.Parameters[input].Name, _call.Callee.Parameters[input].Type, VariableRole.Helper);
            code.AddRange(Partial(input, adjoint));
            partials.Add((input, adjoint));
        }
        return [.. code, .. partials.SelectMany(pair => Propagation.Through(_context, _call.Arguments[pair.Input]!, new Use(pair.Partial), null, _call.Note))];
    }

    /// <summary>One run of the rule, and the products of the tangents of the outputs with their cotangents.</summary>
    private IEnumerable<Statement> Partial(int input, Variable adjoint)
    {
        List<(Variable Output, Variable Dot)> outputs = [];
        List<Variable?> results = [.. ReturnedTangents(outputs), .. ReferencedTangents(outputs)];
        yield return new Call(_tangent.Callee, _tangent.Operands.Select(operand => Argument(operand, input)).ToEquatableArray(), results.ToEquatableArray()) { Note = _call.Note };
        Expr sum = outputs
            .Select(pair => Algebra.Multiply(new Use(_context.ShadowOf(pair.Output)), new Use(pair.Dot)))
            .Aggregate(Algebra.Zero(adjoint.Type), Algebra.Add);
        yield return new Assign(adjoint, sum) { Note = _call.Note };
    }

    /// <summary>The values are discarded; behind them stand the tangents of the real ones.</summary>
    private IEnumerable<Variable?> ReturnedTangents(List<(Variable, Variable)> outputs)
    {
        EquatableArray<IrType> types = _call.Callee.Result.Components;
        return [.. types.Select(_ => (Variable?)null), .. types.Select((type, i) => (type, i)).Where(pair => _call.Callee.Result.IsOfReal(pair.i)).Select(pair => TangentOf(_call.Results[pair.i], pair.type, outputs))];
    }

    private IEnumerable<Variable?> ReferencedTangents(List<(Variable, Variable)> outputs)
    {
        foreach (RuleOperand operand in _tangent.Operands)
        {
            Parameter parameter = _call.Callee.Parameters[operand.Parameter];
            if (parameter.Mode is not (PassingMode.Ref or PassingMode.Out))
                continue;
            int earlier = _call.Callee.Parameters.Take(operand.Parameter).Count(other => other.Mode is PassingMode.Ref or PassingMode.Out);
            yield return operand.Kind == RuleOperandKind.Tangent
                ? TangentOf(_call.Results[_call.Callee.Result.Components.Count + earlier], parameter.Type, outputs)
                : null;
        }
    }

    private Variable? TangentOf(Variable? output, IrType type, List<(Variable, Variable)> outputs)
    {
        if (output is null || !_context.Activity.IsActive(output))
            return null;
        Variable dot = _context.Supply.New(output.Name + "Dot", type, VariableRole.Helper);
        outputs.Add((output, dot));
        return dot;
    }

    private Expr? Argument(RuleOperand operand, int input)
    {
        Parameter parameter = _call.Callee.Parameters[operand.Parameter];
        if (parameter.Mode == PassingMode.Out)
            return null;
        if (operand.Kind == RuleOperandKind.Input)
            return _call.Arguments[operand.Parameter];
        if (!parameter.Type.IsReal)
            return Opaque.DefaultLiteral(parameter.Type);
        return operand.Parameter == input ? Algebra.One(parameter.Type) : Algebra.Zero(parameter.Type);
    }
}
