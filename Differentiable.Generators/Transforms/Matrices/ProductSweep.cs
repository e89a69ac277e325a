using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Tangent;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Makes columns of a Hessian: unit directions of a block of inputs go into the Hessian-vector product.</summary>
internal static class ProductSweep
{
    /// <param name="context">The function.</param>
    /// <param name="tangent">Its tangent, along as many directions as a sweep takes.</param>
    /// <param name="product">Its Hessian-vector product, with as many vectors.</param>
    /// <param name="shape">The inputs.</param>
    /// <param name="inputs">The arguments.</param>
    /// <param name="column">The first column of the block.</param>
    /// <param name="columns">Where the inputs are.</param>
    /// <param name="write">Writes, given the products that belong to the inputs.</param>
    public static Sweep Of(
        AdjointContext context, TangentFunction tangent, Member product, MatrixShape shape, WorkingInputs inputs, Variable column, IReadOnlyList<Expr> columns,
        Func<IReadOnlyList<Variable>, IEnumerable<Statement>> write)
    {
        var sweep = new Sweep(context);
        Function function = tangent.Primal;
        Dictionary<Parameter, Expr> positions = shape.Inputs.Zip(columns, (input, offset) => (input, offset)).ToDictionary(pair => pair.input, pair => pair.offset);
        var products = new Dictionary<Parameter, Variable>();
        List<Expr?> arguments = [.. function.Parameters.Select(inputs.Of)];
        foreach (Parameter parameter in function.Parameters.Where(parameter => parameter.IsActive))
            arguments.Add(Direction(parameter));
        foreach (Parameter parameter in Signature.ActiveStorage(function))
            arguments.Add(new Use(products[parameter] = sweep.Buffer("d" + parameter.Name, parameter)));
        List<Variable?> scalars = [.. Signature.ActiveScalars(function).Select(parameter => products[parameter] = sweep.Number("d" + parameter.Name, parameter.Type))];
        sweep.Round.InsertRange(0, inputs.InEachRun());
        sweep.Round.Add(new Call(MatrixMember.CalleeOf(function, product), arguments, scalars));
        sweep.Round.AddRange(write([.. shape.Inputs.Select(input => products[input])]));
        return sweep;

        Expr Direction(Parameter parameter)
        {
            Expr? at = positions.TryGetValue(parameter, out Expr? known) ? known : null;
            if (!parameter.Type.IsStorage)
                return sweep.Directions.Unit(sweep.Directions.TypeOf(parameter.Type), at!, column);
            Variable buffer = sweep.Buffer(parameter.Name + "Dot", parameter);
            sweep.Seed(buffer, at, column);
            return new Use(buffer);
        }
    }
}
