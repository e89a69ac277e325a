using Differentiable.Generators.Emit;
using Differentiable.Generators.Ir;
using Convert = Differentiable.Generators.Ir.Convert;

namespace Differentiable.Tests.Emit;

/// <summary>Constants of types that have no literals, and conversions to and from them.</summary>
public class NumbersWithoutLiteralsTests
{
    private static readonly TypeParameter Ieee754 = new("T", NumericInterfaces.FloatingPointIeee754 | NumericInterfaces.FloatingPointConstants | NumericInterfaces.Number);
    private static readonly TypeParameter Number = new("T", NumericInterfaces.Number);

    [Theory]
    [InlineData(0.0, "Half.Zero", "T.Zero", "T.Zero")]
    [InlineData(1.0, "Half.One", "T.One", "T.One")]
    [InlineData(-1.0, "-Half.One", "-T.One", "-T.One")]
    [InlineData(-0.0, "Half.NegativeZero", "T.NegativeZero", "-T.Zero")]
    [InlineData(2.0, "(Half)2", "T.CreateChecked(2)", "T.CreateChecked(2)")]
    [InlineData(-2.0, "(Half)(-2)", "T.CreateChecked(-2)", "T.CreateChecked(-2)")]
    [InlineData(0.1, "(Half)0.1", "T.CreateChecked(0.1)", "T.CreateChecked(0.1)")]
    [InlineData(Math.PI, "Half.Pi", "T.Pi", "T.CreateChecked(Math.PI)")]
    [InlineData(Math.E, "Half.E", "T.E", "T.CreateChecked(Math.E)")]
    [InlineData(double.NaN, "Half.NaN", "T.NaN", "T.CreateChecked(double.NaN)")]
    [InlineData(double.NegativeInfinity, "Half.NegativeInfinity", "T.NegativeInfinity", "T.CreateChecked(double.NegativeInfinity)")]
    public void Constants(double value, string half, string ieee754, string number)
    {
        Assert.Equal(half, Text(IrType.Half, value));
        Assert.Equal(ieee754, Text(Ieee754, value));
        Assert.Equal(number, Text(Number, value));
    }

    [Fact]
    public void Nothing_is_written_loosely()
    {
        Variable h = new(0, "h", IrType.Half), d = new(1, "d", IrType.Double), n = new(2, "n", IrType.Int32);
        Expr sum = Apply(Op.Add, Apply(Op.Multiply, new Constant(IrType.Half, 2.0), new Use(h)), new Convert(IrType.Half, new Use(n)));
        Assert.Equal("return (Half)2 * h + (Half)n;", Emitted.Body(new([new Return([sum])]), IrType.Half, h, n));
        Expr wide = Apply(Op.Multiply, new Use(d), new Convert(IrType.Double, Apply(Op.Negate, new Use(h))));
        Assert.Equal("return d * (double)-h;", Emitted.Body(new([new Return([wide])]), IrType.Double, d, h));
        Expr narrow = new Convert(IrType.Half, Apply(Op.Negate, new Use(d)));
        Assert.Equal("return (Half)(-d);", Emitted.Body(new([new Return([narrow])]), IrType.Half, d));
    }

    private static string Text(IrType type, double value) => new ExpressionWriter(NoNames, Types).Exact(new Constant(type, value));

    private static TypeNames Types => new(Emitted.File(Block.Empty, ReturnShape.Void));

    private static Names NoNames => Names.For(Declarations.Place(Block.Empty, []), [], []);

    private static Apply Apply(Op op, params Expr[] operands) => new(op, operands[0].Type, operands);
}
