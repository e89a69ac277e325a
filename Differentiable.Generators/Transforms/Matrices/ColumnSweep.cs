using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Tangent;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Makes columns of a Jacobian, in forward mode: unit tangents of a block of inputs go in, the columns come out as tangents of the outputs.</summary>
internal static class ColumnSweep
{
    /// <param name="context">The function.</param>
    /// <param name="tangent">Its tangent, along as many directions as a sweep takes.</param>
    /// <param name="member">The member that gives it.</param>
    /// <param name="shape">Rows and columns.</param>
    /// <param name="inputs">The arguments.</param>
    /// <param name="column">The first column of the block.</param>
    /// <param name="columns">Where the inputs are.</param>
    /// <param name="write">Writes, given the tangents of all outputs.</param>
    public static Sweep Of(
        AdjointContext context, TangentFunction tangent, Member member, MatrixShape shape, WorkingInputs inputs, Variable column, IReadOnlyList<Expr> columns,
        Func<IReadOnlyList<Variable>, IEnumerable<Statement>> write)
    {
        var sweep = new Sweep(context);
        Function primal = tangent.Primal;
        Dictionary<Variable, Expr> positions = shape.Inputs.Zip(columns, (input, offset) => (input, offset)).ToDictionary(pair => pair.input.Variable, pair => pair.offset);
        List<Expr?> arguments = [.. primal.Parameters.Select(parameter => parameter.IsInput ? inputs.Of(parameter) : null)];
        List<Variable?> references = [.. primal.Parameters.Where(IsReference).Select(_ => (Variable?)null)];
        var outputs = new Dictionary<Parameter, Variable>();
        for (int i = 0; i < primal.Parameters.Count; i++)
        {
            if (tangent.Signature.Tangents[i] is { } index)
                arguments.Add(Argument(primal.Parameters[i], tangent.Signature.Parameters[index], arguments.Count));
        }
        List<Variable> results = [.. primal.Result.Components.Where(type => type.HoldsReal).Select(type => sweep.Number("valueDot", type))];
        sweep.Round.InsertRange(0, inputs.InEachRun());
        sweep.Round.Add(new Call(CalleeOf(tangent, member), arguments, [.. primal.Result.Components.Select(_ => (Variable?)null), .. results, .. references]));
        sweep.Round.AddRange(write([.. results, .. shape.Outputs.Select(output => outputs[output])]));
        return sweep;

        Expr? Argument(Parameter parameter, Parameter tangentOf, int position)
        {
            Expr? at = positions.TryGetValue(parameter.Variable, out Expr? known) ? known : null;
            if (parameter.Type.IsStorage)
            {
                Variable buffer = outputs[parameter] = sweep.Buffer(tangentOf.Name, parameter);
                sweep.Seed(buffer, at, column);
                return new Use(buffer);
            }
            if (IsReference(parameter))
                references.Add(outputs[parameter] = sweep.Number(tangentOf.Name, parameter.Type));
            return parameter.IsInput ? sweep.Directions.Unit(tangentOf.Type, at!, column) : null;
        }
    }

    /// <summary>The member takes vectors as spans, whatever the function takes.</summary>
    private static Callee CalleeOf(TangentFunction tangent, Member member) => new(
        "", member.Name,
        tangent.Signature.Parameters.Zip(member.Parameters, (parameter, given) => parameter with { Variable = given.Variable }).ToEquatableArray(),
        tangent.Signature.Result)
    {
        IsCalledAsItIs = true,
        TypeArguments = tangent.Primal.TypeArguments,
    };

    private static bool IsReference(Parameter parameter) => parameter.Mode is PassingMode.Ref or PassingMode.Out;
}
