using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>What emitted code calls in <c>Differentiable.Runtime.Lanes</c>, as expressions and statements.</summary>
internal static class LaneCalls
{
    public const int Count = 4;

    private static readonly OpaqueType s_void = new("void");

    /// <summary>One in the lane of a position, if the block that begins at <paramref name="first"/> has it.</summary>
    public static Expr Unit(IrType type, Expr position, Variable first) => new Opaque(
        type, [type is ScalarType { Kind: ScalarKind.Single } ? "Lanes.UnitSingle(" : "Lanes.Unit(", ")"], [Behind(position, first)], IsPure: true);

    public static Statement SetUnits(Expr elements, Expr position, Variable first) =>
        new Evaluate(new Opaque(s_void, ["Lanes.SetUnits(", ", ", ")"], [elements, Behind(position, first)], IsPure: false));

    /// <summary>Writes what belongs to an output, or all outputs of storage, into the columns of the block.</summary>
    public static Statement WriteColumns(Expr lanes, Variable matrix, Expr row, Expr column) => Write("Columns", lanes, matrix, row, column);

    /// <summary>Writes what belongs to an input, or all inputs of storage, into the rows of the block.</summary>
    public static Statement WriteRows(Expr lanes, Variable matrix, Expr row, Expr column) => Write("Rows", lanes, matrix, row, column);

    /// <summary>Is it cheaper to make the matrix by rows?</summary>
    public static Expr PrefersRows(Expr rows, Expr columns) => (rows, columns) switch
    {
        (Constant { Value: int m }, Constant { Value: int n }) => Constant.Of(Sweeps(n) >= 2 * Sweeps(m)),
        _ => new Opaque(IrType.Boolean, ["Lanes.PrefersRows(", ", ", ")"], [rows, columns], IsPure: true),
    };

    public static Statement RequireShape(Variable matrix, Expr rows, Expr columns) => new Evaluate(new Opaque(
        s_void,
        [$"Destination.RequireShape<{RuntimeCalls.TypeText(matrix.Type.Leaf)}>(", ", ", ", ", ", nameof(", "))"],
        [new Use(matrix), rows, columns, new Use(matrix)],
        IsPure: false));

    private static Expr Behind(Expr position, Variable first) => position is Constant { Value: 0 }
        ? new Apply(Op.Negate, IrType.Int32, [new Use(first)])
        : new Apply(Op.Subtract, IrType.Int32, [position, new Use(first)]);

    private static Statement Write(string what, Expr lanes, Variable matrix, Expr row, Expr column) => new Evaluate(new Opaque(
        s_void, [$"Lanes.Write{what}(", ", ", ", ", ", ", ")"], [lanes, new Use(matrix), row, column], IsPure: false));

    private static int Sweeps(int directions) => (directions + Count - 1) / Count;
}
