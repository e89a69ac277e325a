using Differentiable.Generators.Ir;
using Differentiable.Generators.Rules;

namespace Differentiable.Tests.Rules;

/// <summary>What the smart constructors drop, and what they keep.</summary>
public class AlgebraTests
{
    private static readonly Expr a = new Use(new Variable(0, "a", IrType.Double));
    private static readonly Expr b = new Use(new Variable(1, "b", IrType.Double));
    private static readonly Expr i = new Use(new Variable(2, "i", IrType.Int32));
    private static readonly Expr sum = new Apply(Op.Add, IrType.Double, [a, b]);

    [Fact]
    public void Zero_IsDropped()
    {
        Assert.Equal(a, Algebra.Add(a, Number(0)));
        Assert.Equal(a, Algebra.Add(Number(0), a));
        Assert.Equal(a, Algebra.Subtract(a, Number(0)));
        Assert.Equal(Algebra.Negate(a), Algebra.Subtract(Number(0), a));
        Assert.Equal(Number(0), Algebra.Multiply(a, Number(0)));
        Assert.Equal(Number(0), Algebra.Divide(Number(0), a));
    }

    [Fact]
    public void One_IsDropped()
    {
        Assert.Equal(a, Algebra.Multiply(a, Number(1)));
        Assert.Equal(a, Algebra.Multiply(Number(1), a));
        Assert.Equal(a, Algebra.Divide(a, Number(1)));
        Assert.Equal(Algebra.Negate(a), Algebra.Multiply(Number(-1), a));
        Assert.Equal(Algebra.Negate(a), Algebra.Divide(a, Number(-1)));
    }

    [Fact]
    public void Signs_MoveOutwards()
    {
        Expr minusA = Algebra.Negate(a), minusB = Algebra.Negate(b);
        Assert.Equal(a, Algebra.Negate(minusA));
        Assert.Equal("a - b", Text(Algebra.Add(a, minusB)));
        Assert.Equal("b - a", Text(Algebra.Add(minusA, b)));
        Assert.Equal("a + b", Text(Algebra.Subtract(a, minusB)));
        Assert.Equal("b - a", Text(Algebra.Negate(Algebra.Subtract(a, b))));
        Assert.Equal("-(a * b)", Text(Algebra.Multiply(minusA, b)));
        Assert.Equal("a * b", Text(Algebra.Multiply(minusA, minusB)));
        Assert.Equal("-(a / b)", Text(Algebra.Divide(a, minusB)));
        Assert.Equal("a - 2 * b", Text(Algebra.Add(a, Algebra.Multiply(Number(-2), b))));
        Assert.Equal("a - 3", Text(Algebra.Add(a, Number(-3))));
    }

    [Fact]
    public void Constants_AreComputed()
    {
        Assert.Equal(Number(5), Algebra.Add(Number(2), Number(3)));
        Assert.Equal(Number(-1), Algebra.Subtract(Number(2), Number(3)));
        Assert.Equal(Number(6), Algebra.Multiply(Number(2), Number(3)));
        Assert.Equal(Number(1.5), Algebra.Divide(Number(3), Number(2)));
        Assert.Equal("6 * a", Text(Algebra.Multiply(Number(2), Algebra.Multiply(Number(3), a))));
        Assert.Equal(a, Algebra.Multiply(Number(2), Algebra.Multiply(Number(0.5), a)));
        Assert.Equal("6 / a", Text(Algebra.Multiply(Number(2), Algebra.Divide(Number(3), a))));
        Assert.Equal("1E+200 * (1E+200 * a)", Text(Algebra.Multiply(Number(1e200), Algebra.Multiply(Number(1e200), a))));
    }

    [Fact]
    public void EqualTerms_AreCollected()
    {
        Assert.Equal("2 * a", Text(Algebra.Add(a, a)));
        Assert.Equal(a, Algebra.Add(Algebra.Multiply(a, Number(0.5)), Algebra.Multiply(Number(0.5), a)));
    }

    [Fact]
    public void SinglePrecision_IsComputedInSinglePrecision()
    {
        Expr third = Algebra.Divide(Constant.Real(IrType.Single, 1), Constant.Real(IrType.Single, 3));
        Assert.Equal(new Constant(IrType.Single, 1f / 3f), third);
    }

    [Fact]
    public void Conversions_OfConstantsAreComputed()
    {
        Assert.Equal(new Constant(IrType.Single, 0.1f), Algebra.Convert(IrType.Single, Number(0.1)));
        Assert.Equal(Number(3), Algebra.Convert(IrType.Double, Constant.Of(3)));
        Assert.Equal(a, Algebra.Convert(IrType.Double, a));
        Assert.Equal(new Generators.Ir.Convert(IrType.Single, a), Algebra.Convert(IrType.Single, a));
    }

    [Theory]
    [InlineData(0, "1")]
    [InlineData(1, "a")]
    [InlineData(2, "a * a")]
    [InlineData(3, "a * a * a")]
    [InlineData(-1, "1 / a")]
    [InlineData(-2, "1 / (a * a)")]
    [InlineData(0.5, "Sqrt(a)")]
    [InlineData(-0.5, "1 / Sqrt(a)")]
    [InlineData(1.5, "a * Sqrt(a)")]
    [InlineData(2.5, "Pow(a, 2.5)")]
    public void Power_OfAVariable_NeedsNoCall(double exponent, string expected) =>
        Assert.Equal(expected, Text(Algebra.Power(a, Number(exponent))));

    [Fact]
    public void Power_OfASum_IsNotWrittenTwice() => Assert.Equal("Pow(a + b, 2)", Text(Algebra.Power(sum, Number(2))));

    [Fact]
    public void ConstantCondition_IsDecided()
    {
        Assert.Equal(a, Algebra.Choose(Algebra.Compare(Op.Less, Number(1), Number(2)), a, b));
        Assert.Equal(b, Algebra.Choose(Algebra.Compare(Op.Equal, Number(1), Number(2)), a, b));
        Assert.Equal(a, Algebra.Choose(Algebra.Compare(Op.Equal, a, b), a, a));
        Expr open = Algebra.Compare(Op.Equal, a, b);
        Assert.Equal(open, Algebra.AndAlso(Constant.Of(true), open));
        Assert.Equal(Constant.Of(false), Algebra.AndAlso(Constant.Of(false), open));
        Assert.Equal(open, Algebra.OrElse(open, Constant.Of(false)));
        Assert.Equal(Constant.Of(true), Algebra.OrElse(Constant.Of(true), open));
    }

    [Fact]
    public void Integers_KeepTheirArithmetic()
    {
        Assert.Equal(i, Algebra.Add(i, Constant.Of(0)));
        Assert.Equal(i, Algebra.Multiply(Constant.Of(1), i));
        Assert.Equal(new Apply(Op.Add, IrType.Int32, [i, Constant.Of(2)]), Algebra.Add(i, Constant.Of(2)));
        Assert.Equal(new Apply(Op.Divide, IrType.Int32, [Constant.Of(0), i]), Algebra.Divide(Constant.Of(0), i));
    }

    [Fact]
    public void UnitCotangent_LeavesTheDerivative()
    {
        Assert.Equal("Cos(a)", Text(Rule.For(Op.Sin).Contribution(0, IrType.Double, [a], b, Number(1))!));
        Assert.Equal("0.5 / b", Text(Rule.For(Op.Sqrt).Contribution(0, IrType.Double, [a], b, Number(1))!));
        Assert.Equal("2 * a", Text(Rule.For(Op.Pow).Contribution(0, IrType.Double, [a, Number(2)], b, Number(1))!));
        Assert.Equal("b / (3 * (a * a))", Text(Rule.For(Op.RootN).Contribution(0, IrType.Double, [b, Constant.Of(3)], a, b)!));
    }

    private static Constant Number(double value) => Constant.Real(IrType.Double, value);

    private static string Text(Expr e) => TemplateText.Of(e);
}
