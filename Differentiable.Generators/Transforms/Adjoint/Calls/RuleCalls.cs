using Differentiable.Generators.Analysis;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint.Reversal;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Adjoint.Calls;

/// <summary>A call of a method that has a rule: the forward sweep calls the method itself, the reverse sweep its rule.</summary>
internal sealed class RuleCalls
{
    private readonly AdjointContext _context;
    private readonly Call _call;
    private readonly List<Variable?> _adjoints = [];
    private readonly RuleDestinations _destinations;
    private readonly List<Statement> _making = [], _passing = [];

    private RuleCalls(AdjointContext context, Call call)
    {
        _context = context;
        _call = call;
        _destinations = new(context, call);
    }

    /// <summary>The reverse of the call: by its pullback, else by what its tangent rule gives.</summary>
    public static List<Statement> Reverse(AdjointContext context, Call call, CustomRule rule) => rule switch
    {
        { Pullback: { } pullback } => new RuleCalls(context, call).Reverse(pullback),
        { Tangent: { IsDifferentiable: true } tangent } => TransposedTangent.Reverse(context, call, tangent),
        _ => UnitTangents.Reverse(context, call, rule.Tangent!),
    };

    private List<Statement> Reverse(RuleMethod pullback)
    {
        foreach ((Parameter parameter, Expr? argument) in _call.Bindings())
        {
            if (parameter is { Mode: PassingMode.Value or PassingMode.In, Type.IsStorage: false } && HasAdjoint(parameter))
                Receive(parameter, argument!);
        }
        Expr?[] arguments = [.. pullback.Operands.Select(operand => Argument(pullback, operand))];
        return TensorAdjoints.IfAnyThere(
            [.. CotangentsAmong(pullback, arguments)],
            [
                .. _making,
                .. _destinations.Before,
                new Call(pullback.Callee, arguments.ToEquatableArray(), _adjoints.ToEquatableArray()) { Note = _call.Note },
                .. _destinations.After,
                .. _passing,
            ]);
    }

    /// <summary>The cotangents of what the method gives; none where it also gives storage, whose cotangents are always there.</summary>
    private IEnumerable<Expr> CotangentsAmong(RuleMethod pullback, Expr?[] arguments) => _call.Callee.Parameters.Any(parameter => parameter is { IsMutated: true, IsActive: true })
        ? []
        : pullback.Operands.Zip(arguments, (operand, argument) => (operand, argument))
            .Where(pair => pair.operand.Kind is RuleOperandKind.ResultCotangent or RuleOperandKind.OutputCotangent && pair.argument!.Type is not OpaqueType)
            .Select(pair => pair.argument!);

    /// <summary>Does the rule return its adjoint: alone, or as a leaf of the struct that it belongs to?</summary>
    private bool HasAdjoint(Parameter parameter) => parameter.IsActive
        || parameter.Part is { } part && _call.Callee.Parameters.Any(other => other.IsActive && other.Part?.Whole == part.Whole);

    /// <summary>The adjoint of a scalar argument, as the rule hands it out, goes on to what the argument reads.</summary>
    private void Receive(Parameter parameter, Expr argument)
    {
        if (!parameter.IsActive || !_context.Activity.IsActive(argument))
        {
            _adjoints.Add(null);
            return;
        }
        Variable adjoint = _context.Supply.New("d" + parameter.Name, parameter.Type, VariableRole.Helper);
        _adjoints.Add(adjoint);
        _passing.AddRange(Propagation.Through(_context, argument, new Use(adjoint), null, _call.Note));
    }

    private Expr Argument(RuleMethod pullback, RuleOperand operand)
    {
        switch (operand.Kind)
        {
            case RuleOperandKind.Input:
                return _call.Arguments[operand.Parameter]!;
            case RuleOperandKind.Length:
                return new Length(_call.Arguments[operand.Parameter]!);
            case RuleOperandKind.Value:
                return new Use(_call.Results[operand.Parameter]!);
            case RuleOperandKind.ResultCotangent:
                return ResultCotangent(operand.Parameter);
            case RuleOperandKind.OutputCotangent:
                return OutputCotangent(operand.Parameter);
            case RuleOperandKind.Destination:
                return _destinations.Of(operand.Parameter, pullback.AllowsEmptyDestinations);
            default:
                throw new InvalidOperationException($"A pullback has no {operand.Kind}.");
        }
    }

    /// <summary>The cotangent of a result. Storage is passed by name.</summary>
    private Expr ResultCotangent(int result)
    {
        Expr cotangent = CallHalves.Cotangent(_context, _call.Results[result], _call.Callee.Result.Components[result]);
        if (cotangent is not Opaque { Arguments.Count: > 0, Type.IsStorage: true })
            return cotangent;
        Variable named = _context.Supply.New("d" + _call.Results[result]!.Name, cotangent.Type, VariableRole.Helper);
        _making.Add(new Assign(named, cotangent) { Note = _call.Note });
        return new Use(named);
    }

    /// <summary>The cotangent of a final value. That of a <c>ref</c> parameter comes back as the adjoint of the initial value.</summary>
    private Expr OutputCotangent(int parameter)
    {
        Parameter output = _call.Callee.Parameters[parameter];
        int earlier = _call.Callee.Parameters.Take(parameter).Count(other => other.Mode is PassingMode.Ref or PassingMode.Out);
        Expr cotangent = CallHalves.Cotangent(_context, _call.Results[_call.Callee.Result.Components.Count + earlier], output.Type);
        if (output.Mode == PassingMode.Ref && !output.IsActive)
            _adjoints.Add(null);
        else if (output.Mode == PassingMode.Ref)
        {
            Variable adjoint = _context.Supply.New("d" + output.Name, output.Type, VariableRole.Helper);
            _adjoints.Add(adjoint);
            _passing.AddRange(Propagation.Through(_context, _call.Arguments[parameter]!, new Use(adjoint), null, _call.Note));
        }
        return cotangent;
    }
}
