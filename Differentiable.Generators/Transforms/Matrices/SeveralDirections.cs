using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>Four directions side by side, by calls of <c>Differentiable.Runtime.Lanes</c>.</summary>
internal sealed class SeveralDirections : Directions
{
    private static readonly OpaqueType s_void = new("void");

    public override int Count => Several.Count;

    public override IrType TypeOf(IrType type) => type.WithWidth(true);

    public override Expr Unit(IrType type, Expr position, Variable first) => new Opaque(
        type, [type is ScalarType { Kind: ScalarKind.Single } ? "Lanes.UnitSingle(" : "Lanes.Unit(", ")"], [Behind(position, first)], IsPure: true);

    public override IEnumerable<Statement> SetUnits(Variable buffer, Expr position, Variable first) =>
        [new Evaluate(new Opaque(s_void, ["Lanes.SetUnits(", ", ", ")"], [new Use(buffer), Behind(position, first)], IsPure: false))];

    public override IEnumerable<Statement> WriteColumns(Variable value, Variable matrix, Expr row, Expr column) => [Write("Columns", value, matrix, row, column)];

    public override IEnumerable<Statement> WriteRows(Variable value, Variable matrix, Expr row, Expr column) => [Write("Rows", value, matrix, row, column)];

    protected override Expr PrefersRowsAtRunTime(Expr rows, Expr columns) => new Opaque(IrType.Boolean, ["Lanes.PrefersRows(", ", ", ")"], [rows, columns], IsPure: true);

    private static Expr Behind(Expr position, Variable first) => position is Constant { Value: 0 }
        ? new Apply(Op.Negate, IrType.Int32, [new Use(first)])
        : new Apply(Op.Subtract, IrType.Int32, [position, new Use(first)]);

    private static Statement Write(string what, Variable value, Variable matrix, Expr row, Expr column) => new Evaluate(new Opaque(
        s_void, [$"Lanes.Write{what}(", ", ", ", ", ", ", ")"], [new Use(value), new Use(matrix), row, column], IsPure: false));
}
