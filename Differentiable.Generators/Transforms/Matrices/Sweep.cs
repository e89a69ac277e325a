using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;
using Differentiable.Generators.Transforms.Members;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>One run that makes a block of a matrix: what is made before all of them, and in each.</summary>
internal sealed class Sweep(AdjointContext context)
{
    public Directions Directions { get; } = Directions.Of(context);

    public List<Statement> Before { get; } = [];

    public List<Statement> Round { get; } = [];

    /// <summary>A buffer with a derivative for each element of storage and each direction.</summary>
    public Variable Buffer(string name, Parameter parameter)
    {
        IrType type = parameter.Type;
        var like = new Use(parameter.Variable);
        IrType carried = Directions.TypeOf(type.IsVector ? new SpanType(type.Element!, IsReadOnly: false) : type);
        Variable buffer = context.Supply.New(name, carried, VariableRole.Helper);
        Before.Add(new Assign(buffer, carried switch
        {
            SpanType span => context.Runtime.Allocated(span, Signature.LengthOf(parameter)),
            ArrayType { Rank: > 1 } array => new NewStorage(array, LengthsOf(parameter, array), [], OnStack: false),
            _ => RuntimeCalls.Like(carried, like, parameter.IsMutated),
        }));
        return buffer;
    }

    private static EquatableArray<Expr> LengthsOf(Parameter parameter, ArrayType array) => parameter.MayBeNull
        ? Enumerable.Range(0, array.Rank).Select(dimension => (Expr)new Opaque(IrType.Int32, ["", $"?.GetLength({dimension}) ?? 0"], [new Use(parameter.Variable)], IsPure: true)).ToEquatableArray()
        : array.LengthsOf(new Use(parameter.Variable));

    /// <summary>A derivative for each direction.</summary>
    public Variable Number(string name, IrType type) => context.Supply.New(name, Directions.TypeOf(type), VariableRole.Helper);

    /// <summary>Sets a buffer to unit vectors, or to zero where it has no place in the block's directions.</summary>
    public void Seed(Variable buffer, Expr? position, Variable first) =>
        Round.AddRange(position is null ? [RuntimeCalls.Clear(buffer)] : Directions.SetUnits(buffer, position, first));
}
