using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>An expression with C#'s operators, so that the rows of the table read like mathematics.</summary>
internal readonly struct Term(Expr expression)
{
    public Expr Expression { get; } = expression;

    public static implicit operator Term(double value) => new(Constant.Real(IrType.Double, value));

    public static Term operator -(Term e) => new(Algebra.Negate(e.Expression));

    public static Term operator +(Term a, Term b) => new(Algebra.Add(a.Expression, b.Expression));

    public static Term operator -(Term a, Term b) => new(Algebra.Subtract(a.Expression, b.Expression));

    public static Term operator *(Term a, Term b) => new(Algebra.Multiply(a.Expression, b.Expression));

    public static Term operator /(Term a, Term b) => new(Algebra.Divide(a.Expression, b.Expression));

    public static Term operator <(Term a, Term b) => new(Algebra.Compare(Op.Less, a.Expression, b.Expression));

    public static Term operator >(Term a, Term b) => new(Algebra.Compare(Op.Greater, a.Expression, b.Expression));

    public static Term operator <=(Term a, Term b) => new(Algebra.Compare(Op.LessOrEqual, a.Expression, b.Expression));

    public static Term operator >=(Term a, Term b) => new(Algebra.Compare(Op.GreaterOrEqual, a.Expression, b.Expression));
}
