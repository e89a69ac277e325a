using System.Numerics.Tensors;

namespace Differentiable.Tests.Numerics;

/// <summary>A derivative that is small against the value keeps its digits.</summary>
public sealed partial class SmallDerivativeTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(-20)]
    [InlineData(-40)]
    [InlineData(-700)]
    public void Of_exponentials_minus_1(double x)
    {
        Assert.Equal(Math.Exp(x), MinusOneGradient(x));
        Assert.Equal(2 * Math.Exp(x), MinusOneHvp(x, 2), Math.Exp(x) * 1e-14);
        AssertClose(Math.Log(2) * Math.Pow(2, x), BinaryMinusOneGradient(x));
        AssertClose(Math.Log(10) * Math.Pow(10, x / 4), DecimalMinusOneGradient(x / 4));
        AssertClose(Math.Exp(x), AllMinusOneGradient([x])[0]);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Hvp)]
    private static double MinusOne(double x) => double.ExpM1(x);

    [Differentiable]
    private static double BinaryMinusOne(double x) => double.Exp2M1(x);

    [Differentiable]
    private static double DecimalMinusOne(double x) => double.Exp10M1(x);

    [Differentiable]
    private static double AllMinusOne(ReadOnlySpan<double> x)
    {
        double[] y = new double[x.Length];
        TensorPrimitives.ExpM1(x, y);
        return TensorPrimitives.Sum(y);
    }

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, Math.Abs(expected) * 1e-13);
}
