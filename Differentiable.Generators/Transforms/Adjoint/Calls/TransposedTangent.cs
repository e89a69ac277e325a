using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint.Reversal;

namespace Differentiable.Generators.Transforms.Adjoint.Calls;

/// <summary>
/// The reverse of a call by its tangent rule, which is a differentiable method itself. The rule is linear in its tangents; so its own reverse mode
/// with respect to them, at any tangents, is the reverse mode of the method (JAX calls it the transpose: Radul et al. 2023). The halves of the rule
/// run one behind the other, with tangents of zero.
/// </summary>
internal sealed class TransposedTangent
{
    private readonly AdjointContext _context;
    private readonly Call _call;
    private readonly RuleMethod _tangent;
    private readonly RuleDestinations _destinations;
    private readonly List<Statement> _making = [];

    private TransposedTangent(AdjointContext context, Call call, RuleMethod tangent)
    {
        _context = context;
        _call = call;
        _tangent = tangent;
        _destinations = new(context, call);
    }

    public static List<Statement> Reverse(AdjointContext context, Call call, RuleMethod tangent) => new TransposedTangent(context, call, tangent).Reverse();

    private List<Statement> Reverse()
    {
        List<(Parameter Parameter, RuleOperand Operand)> inputs = [.. _tangent.Callee.Parameters
            .Zip(_tangent.Operands, (parameter, operand) => (parameter, operand))
            .Where(pair => pair.parameter.IsInput)];
        List<Expr> arguments = [.. inputs.Select(pair => Input(pair.Parameter, pair.Operand))];
        List<Expr> destinations = [.. inputs
            .Where(pair => pair.Parameter is { IsActive: true, Type.IsStorage: true })
            .Select(pair => Destination(pair.Parameter, pair.Operand))];
        List<(Parameter Parameter, RuleOperand Operand)> scalars = [.. inputs.Where(pair => pair.Parameter is { IsActive: true, Type.IsStorage: false })];
        List<Variable?> adjoints = [.. scalars.Select(pair => AdjointOf(pair.Operand))];
        Statement forward = new Evaluate(CallHalves.Invoke(_context, _tangent.Callee, CallHalves.Forward, arguments)) { Note = _call.Note };
        Opaque reverse = CallHalves.Invoke(_context, _tangent.Callee, CallHalves.Backward, [.. arguments, .. Cotangents(), .. destinations]);
        return
        [
            .. _making,
            forward,
            .. _destinations.Before,
            CallHalves.Receive(adjoints.ToEquatableArray(), reverse) with { Note = _call.Note },
            .. _destinations.After,
            .. scalars.Zip(adjoints, Pass).SelectMany(code => code),
        ];
    }

    /// <summary>Tangents are zero. What the rule writes is storage to throw away: the method has written its own.</summary>
    private Expr Input(Parameter parameter, RuleOperand operand)
    {
        Expr argument = _call.Arguments[operand.Parameter]!;
        if (operand.Kind == RuleOperandKind.Tangent && !parameter.Type.HoldsReal)
            return Opaque.DefaultLiteral(parameter.Type);
        if (!parameter.Type.IsStorage)
            return operand.Kind == RuleOperandKind.Tangent ? Algebra.Zero(parameter.Type) : argument;
        if (operand.Kind == RuleOperandKind.Input && !parameter.IsMutated)
            return argument;
        return Made(parameter, operand.Kind == RuleOperandKind.Tangent
            ? _context.Runtime.ZeroedLike(_context.ShadowType(parameter.Type), argument)
            : _context.Runtime.Copied(new(parameter.Type.Element!, IsReadOnly: false), argument));
    }

    private Use Made(Parameter parameter, Expr value)
    {
        Variable made = _context.Supply.New(parameter.Name, value.Type, VariableRole.Helper);
        _making.Add(new Assign(made, value) { Note = _call.Note });
        return new(made);
    }

    /// <summary>The adjoint of an input is thrown away, that of its tangent is the input's adjoint.</summary>
    private Expr Destination(Parameter parameter, RuleOperand operand) => operand.Kind == RuleOperandKind.Tangent
        ? _destinations.Of(operand.Parameter, mayBeEmpty: false)
        : _context.Runtime.ZeroedLike(_context.ShadowType(parameter.Type), _call.Arguments[operand.Parameter]!);

    private Variable? AdjointOf(RuleOperand operand)
    {
        Parameter input = _call.Callee.Parameters[operand.Parameter];
        return operand.Kind == RuleOperandKind.Tangent && _context.Activity.IsActive(_call.Arguments[operand.Parameter]!)
            ? _context.Supply.New("d" + input.Name, input.Type, VariableRole.Helper)
            : null;
    }

    private List<Statement> Pass((Parameter Parameter, RuleOperand Operand) scalar, Variable? adjoint) => adjoint is null
        ? []
        : Propagation.Through(_context, _call.Arguments[scalar.Operand.Parameter]!, new Use(adjoint), null, _call.Note);

    /// <summary>Those of the values are zero, those of the tangents are the cotangents of the method's outputs.</summary>
    private IEnumerable<Expr> Cotangents()
    {
        List<(IrType Type, Variable? Result)> returned = [.. _call.Callee.Result.Components.Zip(_call.Results, (type, result) => (type, result)).Where(pair => pair.type.HoldsReal)];
        foreach ((IrType type, _) in returned)
            yield return CallHalves.Cotangent(_context, null, type);
        foreach ((IrType type, Variable? result) in returned)
            yield return CallHalves.Cotangent(_context, result, type);
        foreach (RuleOperand operand in _tangent.Operands)
        {
            Parameter parameter = _call.Callee.Parameters[operand.Parameter];
            if (parameter.Mode is not (PassingMode.Ref or PassingMode.Out) || !parameter.Type.IsReal)
                continue;
            int earlier = _call.Callee.Parameters.Take(operand.Parameter).Count(other => other.Mode is PassingMode.Ref or PassingMode.Out);
            yield return operand.Kind == RuleOperandKind.Tangent
                ? CallHalves.Cotangent(_context, _call.Results[_call.Callee.Result.Components.Count + earlier], parameter.Type)
                : Algebra.Zero(parameter.Type);
        }
    }
}
