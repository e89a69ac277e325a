using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;
using Differentiable.Generators.Transforms.Runtime;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>One direction at a time, for which nothing but the types of the function is needed: arrays of structs, <c>Half</c>, type parameters.</summary>
internal sealed class OneDirection(VariableSupply supply) : Directions
{
    public override int Count => 1;

    public override IrType TypeOf(IrType type) => type;

    public override Expr Unit(IrType type, Expr position, Variable first) =>
        new Conditional(new Apply(Op.Equal, IrType.Boolean, [new Use(first), position]), Algebra.One(type), Algebra.Zero(type));

    public override IEnumerable<Statement> SetUnits(Variable buffer, Expr position, Variable first) => RuntimeCalls.IsJagged(buffer.Type)
        ? [RuntimeCalls.Clear(buffer), .. Each(buffer, position, (place, at) => Algebra.Add(place, Unit(place.Type, at, first)))] // a row may stand in several places
        : Each(buffer, position, (place, at) => Unit(place.Type, at, first));

    public override IEnumerable<Statement> WriteColumns(Variable value, Variable matrix, Expr row, Expr column) => value.Type.IsStorage
        ? new EachNumber(supply, row, (place, at) => Write(place, matrix, at, column)).In(new Use(value))
        : [Write(new Use(value), matrix, row, column)];

    public override IEnumerable<Statement> WriteRows(Variable value, Variable matrix, Expr row, Expr column) => value.Type.IsStorage
        ? new EachNumber(supply, column, (place, at) => Write(place, matrix, row, at)).In(new Use(value))
        : [Write(new Use(value), matrix, row, column)];

    protected override Expr PrefersRowsAtRunTime(Expr rows, Expr columns) =>
        new Apply(Op.Greater, IrType.Boolean, [columns, rows]);

    private IEnumerable<Statement> Each(Variable buffer, Expr position, Func<Element, Expr, Expr> value) =>
        new EachNumber(supply, position, (place, at) => new Store(place.Storage, place.Indices, value(place, at), place.Path)).In(new Use(buffer));

    private static Store Write(Expr value, Variable matrix, Expr row, Expr column) =>
        new(new Use(matrix), [row, column], Algebra.Convert(matrix.Type.Leaf, value));
}
