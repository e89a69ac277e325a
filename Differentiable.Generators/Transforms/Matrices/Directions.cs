using Differentiable.Generators.Ir;
using Differentiable.Generators.Transforms.Adjoint;

namespace Differentiable.Generators.Transforms.Matrices;

/// <summary>
/// How many directions a sweep takes at once, how unit vectors go in, and how what belongs to them comes out: several where each derivative can be
/// several numbers side by side, else one.
/// </summary>
internal abstract class Directions
{
    public static Directions Of(AdjointContext context) => context.Source.CarriesSeveral ? new SeveralDirections() : new OneDirection(context.Supply);

    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    /// <summary>The type of the derivatives of what is of a type.</summary>
    public abstract IrType TypeOf(IrType type);

    /// <summary>One in the direction of a position, if it is among those that begin at <paramref name="first"/>.</summary>
    public abstract Expr Unit(IrType type, Expr position, Variable first);

    /// <summary>Sets storage, which begins at a position, to unit vectors.</summary>
    public abstract IEnumerable<Statement> SetUnits(Variable buffer, Expr position, Variable first);

    /// <summary>Writes what belongs to an output, or to all of storage, into the columns that begin at <paramref name="column"/>.</summary>
    public abstract IEnumerable<Statement> WriteColumns(Variable value, Variable matrix, Expr row, Expr column);

    /// <summary>Writes what belongs to an input, or to all of storage, into the rows that begin at <paramref name="row"/>.</summary>
    public abstract IEnumerable<Statement> WriteRows(Variable value, Variable matrix, Expr row, Expr column);

    /// <summary>
    /// Is it cheaper to make the matrix by rows? The forward sweep that all of them share counts as one sweep, and each in reverse as one (measured: between 0.6 and 1.7 of one in forward
    /// mode, which carries the tangents along).
    /// </summary>
    public Expr PrefersRows(Expr rows, Expr columns) => (rows, columns) switch
    {
        (Constant { Value: int m }, Constant { Value: int n }) => Constant.Of(Sweeps(n) > Sweeps(m)),
        _ => PrefersRowsAtRunTime(rows, columns),
    };

    protected abstract Expr PrefersRowsAtRunTime(Expr rows, Expr columns);

    private int Sweeps(int directions) => (directions + Count - 1) / Count;
}
