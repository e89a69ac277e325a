using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Rules;

/// <summary>
/// What the rows of the table are written with: the placeholders and the functions on them. A template is an ordinary expression over
/// <c>double</c> whose variables are placeholders; see <see cref="Instantiation"/> for what becomes of it.
/// </summary>
internal static class Template
{
    private const int ResultId = -1;
    private const int CotangentId = -2;
    private const int FirstOperandId = -3;

    /// <summary>The operand of a function of one.</summary>
    public static readonly Term x = Operand(0, "x");

    /// <summary>The first operand.</summary>
    public static readonly Term a = Operand(0, "a");

    /// <summary>The second operand.</summary>
    public static readonly Term b = Operand(1, "b");

    /// <summary>The second operand where it is an integer.</summary>
    public static readonly Term n = Operand(1, "n", IrType.Int32);

    /// <summary>The result.</summary>
    public static readonly Term y = new(new Use(new Variable(ResultId, "y", IrType.Double)));

    /// <summary>The cotangent: the adjoint of the result.</summary>
    public static readonly Term dy = new(new Use(new Variable(CotangentId, "dy", IrType.Double)));

    public static readonly Term Pi = Math.PI;
    public static readonly Term Ln2 = 0.693147180559945309417;
    public static readonly Term Ln10 = 2.30258509299404568402;

    /// <summary>The placeholder for the operand with the given index; its name is only for the reader.</summary>
    public static Term Operand(int index, string name, IrType? type = null) =>
        new(new Use(new Variable(FirstOperandId - index, name, type ?? IrType.Double)));

    /// <summary>The value, as a constant where the derivative is differentiated in turn.</summary>
    public static Term Held(Term e) => Call(Op.StopGradient, e);

    public static Term Sqrt(Term e) => Call(Op.Sqrt, e);

    public static Term Pow(Term e, Term p) => new(Algebra.Power(e.Expression, p.Expression));

    public static Term Exp(Term e) => Call(Op.Exp, e);

    public static Term Exp2(Term e) => Call(Op.Exp2, e);

    public static Term Exp10(Term e) => Call(Op.Exp10, e);

    public static Term Log(Term e) => Call(Op.Log, e);

    public static Term Sin(Term e) => Call(Op.Sin, e);

    public static Term Cos(Term e) => Call(Op.Cos, e);

    public static Term SinPi(Term e) => Call(Op.SinPi, e);

    public static Term CosPi(Term e) => Call(Op.CosPi, e);

    public static Term Sinh(Term e) => Call(Op.Sinh, e);

    public static Term Cosh(Term e) => Call(Op.Cosh, e);

    public static Term Round(Term e) => Call(Op.Round, e);

    public static Term Hypot(Term left, Term right) => Call(Op.Hypot, left, right);

    public static Term Abs(Term e) => Call(Op.Abs, e);

    public static Term ScaleB(Term e, Term exponent) => Call(Op.ScaleB, e, exponent);

    /// <summary>An integer operand as a real number.</summary>
    public static Term Real(Term integer) => new(Algebra.Convert(IrType.Double, integer.Expression));

    public static Term Equal(Term left, Term right) => new(Algebra.Compare(Op.Equal, left.Expression, right.Expression));

    public static Term Either(Term left, Term right) => new(Algebra.OrElse(left.Expression, right.Expression));

    public static Term If(Term condition, Term then, Term otherwise) =>
        new(Algebra.Choose(condition.Expression, then.Expression, otherwise.Expression));

    public static bool IsResult(Variable variable) => variable.Id == ResultId;

    public static bool IsCotangent(Variable variable) => variable.Id == CotangentId;

    /// <summary>The index of the operand that the placeholder stands for; negative for the result and the cotangent.</summary>
    public static int IndexOf(Variable variable) => FirstOperandId - variable.Id;

    private static Term Call(Op op, params Term[] arguments) =>
        new(new Apply(op, IrType.Double, arguments.Select(argument => argument.Expression).ToEquatableArray()));
}
