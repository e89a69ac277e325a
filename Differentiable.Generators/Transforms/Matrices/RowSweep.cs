using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Makes rows of a Jacobian, in reverse mode: unit cotangents of a block of outputs go in, the rows come out as adjoints of the inputs.</summary>
internal static class RowSweep
{
    /// <param name="context">The function.</param>
    /// <param name="members">The members that make rows, as many at once as a sweep takes.</param>
    /// <param name="shape">Rows and columns.</param>
    /// <param name="inputs">The arguments.</param>
    /// <param name="row">The first row of the block.</param>
    /// <param name="rows">Where the outputs are: the components of the result, then parameters.</param>
    /// <param name="write">Writes, given the adjoints of all inputs.</param>
    public static Sweep Of(
        AdjointContext context, RowMembers members, MatrixShape shape, WorkingInputs inputs, Variable row, IReadOnlyList<Expr> rows,
        Func<IReadOnlyList<Variable>, IEnumerable<Statement>> write)
    {
        var sweep = new Sweep(context);
        Function function = context.Source;
        int results = function.Result.Components.Count(type => type.HoldsReal);
        Dictionary<Parameter, Expr> positions = shape.Outputs.Select((output, i) => (output, rows[results + i])).ToDictionary(pair => pair.output, pair => pair.Item2);
        var adjoints = new Dictionary<Parameter, Variable>();
        List<Expr?> arguments =
        [
            .. function.Parameters.Where(parameter => parameter.IsInput).Select(inputs.Of),
            .. function.Result.Components.Where(type => type.HoldsReal).Select((type, i) => sweep.Directions.Unit(sweep.Directions.TypeOf(type), rows[i], row)),
            .. Ordered(function.Parameters.Where(parameter => parameter is { Type.HasAdjoint: true, Mode: PassingMode.Ref or PassingMode.Out })).Select(Unit),
            .. Signature.ActiveStorage(function).Select(Destination),
        ];
        if (members.Forward is not null)
        {
            arguments.Add(new Use(context.Stack));
            sweep.Before.Add(Forward(context, members.Forward));
            sweep.Round.Add(context.Runtime.RepeatStack());
        }
        sweep.Round.InsertRange(0, inputs.InEachRun());
        sweep.Round.Add(new Call(MatrixMember.CalleeOf(function, members.Back), arguments, [.. Ordered(function.Parameters.Where(HasAdjoint)).Select(Number)]));
        sweep.Round.AddRange(write([.. shape.Inputs.Select(input => adjoints[input])]));
        return sweep;

        // The pullback takes the cotangents of 'ref' parameters by reference, behind the others, and gives the adjoints back there.
        IEnumerable<Parameter> Ordered(IEnumerable<Parameter> parameters) =>
            members.Forward is not null ? parameters : parameters.OrderBy(parameter => parameter.Mode == PassingMode.Ref);

        bool HasAdjoint(Parameter parameter) => parameter is { IsInput: true, Type: { IsStorage: false, HasAdjoint: true } }
            && (parameter.IsActive || members.Forward is null && parameter.Mode == PassingMode.Ref);

        Variable? Number(Parameter parameter) => parameter.IsActive ? adjoints[parameter] = sweep.Number("d" + parameter.Name, parameter.Type) : null;

        Expr Unit(Parameter parameter)
        {
            IrType type = sweep.Directions.TypeOf(parameter.Type);
            return parameter.IsActive ? sweep.Directions.Unit(type, positions[parameter], row) : Algebra.Zero(type);
        }

        Expr Destination(Parameter parameter)
        {
            Variable buffer = adjoints[parameter] = sweep.Buffer("d" + parameter.Name, parameter);
            sweep.Seed(buffer, positions.TryGetValue(parameter, out Expr? position) ? position : null, row);
            return new Use(buffer);
        }
    }

    /// <summary>Runs the forward half on what the caller gives, which ends as the method leaves it.</summary>
    private static Call Forward(AdjointContext context, Member forward)
    {
        IEnumerable<Expr> inputs = context.Source.Parameters.Where(parameter => parameter.IsInput).Select(parameter => new Use(parameter.Variable));
        return new(MatrixMember.CalleeOf(context.Source, forward), [.. inputs, new Use(context.Stack)], [.. forward.Result.Components.Select(_ => (Variable?)null)]);
    }
}
