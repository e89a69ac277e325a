using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Makes rows of a Jacobian, in reverse mode: unit cotangents of a block of outputs go in, the rows come out as adjoints of the inputs.</summary>
internal sealed class RowSweep
{
    private readonly AdjointContext _context;
    private readonly Function _function;
    private readonly RowMembers _members;
    private readonly WorkingInputs _inputs;
    private readonly Variable _row;
    private readonly Sweep _sweep;
    private readonly IReadOnlyList<Expr> _ofResults;
    private readonly Dictionary<Parameter, Expr> _ofOutputs;
    private readonly Dictionary<Parameter, Variable> _adjoints = [];

    /// <param name="context">The function.</param>
    /// <param name="members">The members that make rows, as many at once as a sweep takes.</param>
    /// <param name="shape">Rows and columns.</param>
    /// <param name="inputs">The arguments.</param>
    /// <param name="row">The first row of the block.</param>
    /// <param name="rows">Where the outputs are: the components of the result, then parameters.</param>
    private RowSweep(AdjointContext context, RowMembers members, MatrixShape shape, WorkingInputs inputs, Variable row, IReadOnlyList<Expr> rows)
    {
        _context = context;
        _function = context.Source;
        (_members, _inputs, _row) = (members, inputs, row);
        _sweep = new(context);
        _ofResults = rows;
        int results = rows.Count - shape.Outputs.Count;
        _ofOutputs = shape.Outputs.Select((output, i) => (output, i)).ToDictionary(pair => pair.output, pair => rows[results + pair.i]);
    }

    /// <inheritdoc cref="RowSweep(AdjointContext, RowMembers, MatrixShape, WorkingInputs, Variable, IReadOnlyList{Expr})"/>
    /// <param name="write">Writes, given the adjoints of all inputs.</param>
    public static Sweep Of(
        AdjointContext context, RowMembers members, MatrixShape shape, WorkingInputs inputs, Variable row, IReadOnlyList<Expr> rows,
        Func<IReadOnlyList<Variable>, IEnumerable<Statement>> write)
    {
        var rowSweep = new RowSweep(context, members, shape, inputs, row, rows);
        rowSweep.Run();
        rowSweep._sweep.Round.AddRange(write([.. shape.Inputs.Select(input => rowSweep._adjoints[input])]));
        return rowSweep._sweep;
    }

    private void Run()
    {
        List<Expr?> arguments = [.. Inputs().Select(_inputs.Of), .. Cotangents(), .. Signature.ActiveStorage(_function).Select(Destination)];
        if (_members.Forward is { } forward)
        {
            arguments.Add(new Use(_context.Stack));
            _sweep.Before.Add(Run(forward));
            _sweep.Round.Add(_context.Runtime.RepeatStack());
        }
        _sweep.Round.InsertRange(0, _inputs.InEachRun());
        _sweep.Round.Add(new Call(MatrixMember.CalleeOf(_function, _members.Back), arguments, [.. Ordered(_function.Parameters.Where(IsReturned)).Select(Adjoint)]));
    }

    /// <summary>Runs the forward half on what the caller gives, which ends as the method leaves it.</summary>
    private Call Run(Member forward)
    {
        IEnumerable<Expr> inputs = Inputs().Select(parameter => new Use(parameter.Variable));
        return new(MatrixMember.CalleeOf(_function, forward), [.. inputs, new Use(_context.Stack)], [.. forward.Result.Components.Select(_ => (Variable?)null)]);
    }

    private IEnumerable<Parameter> Inputs() => _function.Parameters.Where(parameter => parameter.IsInput);

    /// <summary>The pullback takes the cotangents of <c>ref</c> parameters by reference, behind the others, and gives the adjoints back there.</summary>
    private IEnumerable<Parameter> Ordered(IEnumerable<Parameter> parameters) =>
        _members.Forward is null ? parameters.OrderBy(parameter => parameter.Mode == PassingMode.Ref) : parameters;

    private IEnumerable<Expr> Cotangents() =>
    [
        .. _function.Result.Components.Where(type => type.HoldsReal).Select((type, i) => _sweep.Directions.Unit(_sweep.Directions.TypeOf(type), _ofResults[i], _row)),
        .. Ordered(_function.Parameters.Where(parameter => parameter is { Type.HasAdjoint: true, Mode: PassingMode.Ref or PassingMode.Out })).Select(Cotangent),
    ];

    private Expr Cotangent(Parameter reference)
    {
        IrType type = _sweep.Directions.TypeOf(reference.Type);
        return reference.IsActive ? _sweep.Directions.Unit(type, _ofOutputs[reference], _row) : Algebra.Zero(type);
    }

    private Expr Destination(Parameter parameter)
    {
        Variable buffer = _adjoints[parameter] = _sweep.Buffer("d" + parameter.Name, parameter);
        _sweep.Seed(buffer, _ofOutputs.TryGetValue(parameter, out Expr? position) ? position : null, _row);
        return new Use(buffer);
    }

    private bool IsReturned(Parameter parameter) => parameter is { IsInput: true, Type: { IsStorage: false, HasAdjoint: true } }
        && (parameter.IsActive || _members.Forward is null && parameter.Mode == PassingMode.Ref);

    private Variable? Adjoint(Parameter parameter) => parameter.IsActive ? _adjoints[parameter] = _sweep.Number("d" + parameter.Name, parameter.Type) : null;
}
