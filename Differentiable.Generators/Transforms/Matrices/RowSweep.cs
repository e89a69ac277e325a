using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Makes rows of a Jacobian, in reverse mode: unit cotangents of a block of outputs go in, the rows come out as adjoints of the inputs.</summary>
internal static class RowSweep
{
    /// <param name="context">The function, with as many cotangents as a sweep takes.</param>
    /// <param name="product">The member that gives its vector-Jacobian product.</param>
    /// <param name="shape">Rows and columns.</param>
    /// <param name="inputs">The arguments.</param>
    /// <param name="row">The first row of the block.</param>
    /// <param name="rows">Where the outputs are: the components of the result, then parameters.</param>
    /// <param name="write">Writes, given the adjoints of all inputs.</param>
    public static Sweep Of(
        AdjointContext context, Member product, MatrixShape shape, WorkingInputs inputs, Variable row, IReadOnlyList<Expr> rows,
        Func<IReadOnlyList<Variable>, IEnumerable<Statement>> write)
    {
        var sweep = new Sweep(context);
        Function function = context.Source;
        int results = function.Result.Components.Count(type => type.HoldsReal);
        Dictionary<Parameter, Expr> positions = shape.Outputs.Select((output, i) => (output, rows[results + i])).ToDictionary(pair => pair.output, pair => pair.Item2);
        List<Expr?> arguments = [.. function.Parameters.Where(parameter => parameter.IsInput).Select(inputs.Of)];
        var adjoints = new Dictionary<Parameter, Variable>();
        arguments.AddRange(function.Result.Components.Where(type => type.HoldsReal).Select((type, i) => sweep.Directions.Unit(sweep.Directions.TypeOf(type), rows[i], row)));
        arguments.AddRange(function.Parameters.Where(IsActiveReference(PassingMode.Out)).Select(parameter => Unit(parameter)));
        List<Parameter> references = [.. function.Parameters.Where(IsActiveReference(PassingMode.Ref))];
        arguments.AddRange(references.Select(parameter => Unit(parameter)));
        arguments.AddRange(Signature.ActiveStorage(function).Select(Destination));
        List<Variable?> scalars = [.. Signature.ActiveScalars(function).Where(parameter => parameter.Mode != PassingMode.Ref).Select(Number)];
        sweep.Round.Add(new Call(MatrixMember.CalleeOf(function, product), arguments, [.. scalars, .. references.Select(Number)]));
        sweep.Round.AddRange(write([.. shape.Inputs.Select(input => adjoints[input])]));
        return sweep;

        Variable Number(Parameter parameter) => adjoints[parameter] = sweep.Number("d" + parameter.Name, parameter.Type);

        Expr Unit(Parameter parameter) => sweep.Directions.Unit(sweep.Directions.TypeOf(parameter.Type), positions[parameter], row);

        Expr Destination(Parameter parameter)
        {
            Variable buffer = adjoints[parameter] = sweep.Buffer("d" + parameter.Name, parameter);
            sweep.Seed(buffer, positions.TryGetValue(parameter, out Expr? position) ? position : null, row);
            return new Use(buffer);
        }
    }

    private static Func<Parameter, bool> IsActiveReference(PassingMode mode) => parameter => parameter.IsActive && parameter.Mode == mode;
}
