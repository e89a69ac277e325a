using Differentiable.Generators.Ir;
using Differentiable.Tests.Ir;
using static Differentiable.Tests.Ir.Build;
using Cast = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Tests.Emit;

public class ExpressionTests
{
    private static readonly Variable s_x = Double("x"), s_y = Double("y"), s_z = Double("z"), s_n = Int("n"), s_m = Int("m"), s_b = Bool("b");
    private static readonly Variable s_f = Of(IrType.Single, "f"), s_l = Of(IrType.Int64, "l"), s_a = Of(Build.Array, "a");
    private static readonly Variable s_rows = Of(new ArrayType(Build.Array, 1), "rows"), s_grid = Of(new ArrayType(IrType.Double, 2), "grid");

    private static Expr X => s_x.Use();

    private static Expr Y => s_y.Use();

    private static Expr Z => s_z.Use();

    private static Expr N => s_n.Use();

    private static Expr M => s_m.Use();

    private static Expr B => s_b.Use();

    private static string Written(Expr expression)
    {
        Variable[] parameters = [s_x, s_y, s_z, s_n, s_m, s_b, s_f, s_l, s_a, s_rows, s_grid];
        string text = Emitted.Body(Block(Build.Return(expression)), expression.Type, parameters);
        return text["return ".Length..^1];
    }

    [Fact]
    public void Parentheses_keep_the_order_of_evaluation()
    {
        Assert.Equal("x + y + z", Written(X.Plus(Y).Plus(Z)));
        Assert.Equal("x + (y + z)", Written(X.Plus(Y.Plus(Z))));
        Assert.Equal("x * (y * z)", Written(X.Times(Y.Times(Z))));
        Assert.Equal("x - (y - z)", Written(X.Minus(Y.Minus(Z))));
        Assert.Equal("x / y / z", Written(X.Over(Y).Over(Z)));
        Assert.Equal("x / (y * z)", Written(X.Over(Y.Times(Z))));
    }

    [Fact]
    public void Parentheses_stand_only_where_precedence_needs_them()
    {
        Assert.Equal("x * y + z", Written(X.Times(Y).Plus(Z)));
        Assert.Equal("x * (y + z)", Written(X.Times(Y.Plus(Z))));
        Assert.Equal("x + y > z && b", Written(Apply(Op.AndAlso, X.Plus(Y).Exceeds(Z), B)));
        Assert.Equal("(b || b) && b", Written(Apply(Op.AndAlso, Apply(Op.OrElse, B, B), B)));
        Assert.Equal("Math.Sin(x + y) * z", Written(Apply(Op.Sin, X.Plus(Y)).Times(Z)));
        Assert.Equal("n << (n & m)", Written(Apply(Op.ShiftLeft, N, Apply(Op.And, N, M))));
    }

    [Fact]
    public void A_minus_never_meets_another()
    {
        Assert.Equal("-x", Written(Apply(Op.Negate, X)));
        Assert.Equal("-(-x)", Written(Apply(Op.Negate, Apply(Op.Negate, X))));
        Assert.Equal("x - (-y)", Written(X.Minus(Apply(Op.Negate, Y))));
        Assert.Equal("x - (-1)", Written(X.Minus(Real(-1))));
        Assert.Equal("x * -1", Written(X.Times(Real(-1))));
        Assert.Equal("-(x + y)", Written(Apply(Op.Negate, X.Plus(Y))));
        Assert.Equal("(-1.5).ToString()", Written(Text(new OpaqueType("string"), ["", ".ToString()"], Real(-1.5))));
    }

    [Fact]
    public void Literals_are_as_short_as_the_other_operand_allows()
    {
        Assert.Equal("1 / x", Written(Real(1).Over(X)));
        Assert.Equal("1.0 / 2", Written(Real(1).Over(Real(2))));
        Assert.Equal("Math.Pow(x, 2)", Written(Apply(Op.Pow, X, Real(2))));
        Assert.Equal("Math.Sqrt(2.0)", Written(Apply(Op.Sqrt, Real(2))));
        Assert.Equal("Math.Max(n, 0)", Written(Apply(Op.Max, N, Number(0))));
        Assert.Equal("l + 1", Written(s_l.Use().Plus(new Constant(IrType.Int64, 1L))));
        Assert.Equal("f * 2", Written(s_f.Use().Times(Constant.Real(IrType.Single, 2))));
        Assert.Equal("f * 0.1f", Written(s_f.Use().Times(Constant.Real(IrType.Single, 0.1f))));
        Assert.Equal("x > 0", Written(X.Exceeds(Real(0))));
    }

    [Fact]
    public void Constants_that_leave_their_range_do_it_unchecked()
    {
        var u = new ScalarType(ScalarKind.Byte);
        Expr sum = Number(int.MaxValue).Plus(Number(1));
        Assert.Equal("unchecked(2147483647 + 1)", Written(sum));
        Assert.Equal("unchecked(2147483647 + 1) + 1", Written(sum.Plus(Number(1))));
        Assert.Equal("unchecked((byte)260)", Written(new Generators.Ir.Convert(u, Number(260))));
        Assert.Equal("(byte)250", Written(new Generators.Ir.Convert(u, Number(250))));
        Assert.Equal("unchecked((int)3e20)", Written(new Generators.Ir.Convert(IrType.Int32, Real(3e20))));
        Assert.Equal("n + 2147483647", Written(N.Plus(Number(int.MaxValue))));
    }

    [Fact]
    public void Casts_are_left_to_the_other_operand()
    {
        Assert.Equal("n * x", Written(N.ToDouble().Times(X)));
        Assert.Equal("2.0 * n", Written(Real(2).Times(N.ToDouble())));
        Assert.Equal("(double)n / m", Written(N.ToDouble().Over(M.ToDouble())));
        Assert.Equal("Math.Abs((double)n)", Written(Apply(Op.Abs, N.ToDouble())));
        Assert.Equal("-(double)n", Written(Apply(Op.Negate, N.ToDouble())));
        Assert.Equal("(int)(x + y)", Written(new Cast(IrType.Int32, X.Plus(Y))));
        Assert.Equal("(float)x * f", Written(new Cast(IrType.Single, X).Times(s_f.Use())));
        Assert.Equal("n", Written(N.ToDouble()));
    }

    [Fact]
    public void Conditionals_keep_their_type()
    {
        Assert.Equal("b ? x : 0", Written(new Conditional(B, X, Real(0))));
        Assert.Equal("b ? 1.0 : 0", Written(new Conditional(B, Real(1), Real(0))));
        Assert.Equal("(b ? x : y) * z", Written(new Conditional(B, X, Y).Times(Z)));
        Assert.Equal("b ? x : b ? y : z", Written(new Conditional(B, X, new Conditional(B, Y, Z))));
    }

    [Fact]
    public void Storage()
    {
        Assert.Equal("a[n + 1]", Written(s_a.At(N.Plus(Number(1)))));
        Assert.Equal("rows[n][m]", Written(new Element(s_rows.At(N), [M])));
        Assert.Equal("grid[n, m]", Written(s_grid.At(N, M)));
        Assert.Equal("a.Length", Written(s_a.Count()));
        Assert.Equal("rows[n].Length", Written(new Length(s_rows.At(N))));
        Assert.Equal("grid.GetLength(1)", Written(new Length(s_grid.Use(), 1)));
    }

    [Fact]
    public void Opaque_text_binds_as_it_reads()
    {
        Expr sum = Text(IrType.Int32, ["", " + ", ""], N, M);
        Assert.Equal("n + m", Written(sum));
        Assert.Equal("(n + m) * n", Written(sum.Times(N)));
        Assert.Equal("int.Clamp(n + m, 0, m) * n", Written(Text(IrType.Int32, ["int.Clamp(", ", 0, ", ")"], N.Plus(M), M).Times(N)));
        Assert.Equal("(n + m).GetHashCode()", Written(Text(IrType.Int32, ["", ".GetHashCode()"], N.Plus(M))));
        Assert.Equal("System.Math.PI * x", Written(Text(IrType.Double, ["System.Math.PI"]).Times(X)));
        Assert.Equal("System.Array.Empty<int>().Length + n", Written(Text(IrType.Int32, ["System.Array.Empty<int>().Length"]).Plus(N)));
        Assert.Equal("(n > 3 ? 1 : 2) + n", Written(Text(IrType.Int32, ["", " > 3 ? 1 : 2"], N).Plus(N)));
        Assert.Equal("(int)(System.DayOfWeek)n", Written(new Cast(IrType.Int32, Text(new OpaqueType("System.DayOfWeek"), ["(System.DayOfWeek)", ""], N))));
    }

    [Fact]
    public void A_stopped_gradient_is_just_the_operand() =>
        Assert.Equal("x * (y + z)", Written(X.Times(Apply(Op.StopGradient, Y.Plus(Z)))));
}
