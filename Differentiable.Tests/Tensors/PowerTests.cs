using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Powers where the base or the exponent is zero.</summary>
public class PowerTests
{
    [Fact]
    public void The_slope_at_an_exponent_of_zero_depends_on_the_exponent()
    {
        Expect.Equal(0.5, Gradient.Of<double>(y => Gradient.Of<double>(x => Tensor.Pow(x, y))(2.0)!)(0.0));
        Expect.Equal(0.5, Gradient.Of<double>(x => Gradient.Of<double>(y => Tensor.Pow(x, y))(0.0)!)(2.0));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 0)]
    [InlineData(2, 0, 2)]
    [InlineData(3, 0, 0)]
    public void A_power_of_zero_has_derivatives(double exponent, double first, double second)
    {
        Func<Tensor<double>, Tensor<double>> slope = x => Gradient.Of<double>(z => Tensor.Pow(z, exponent))(x)!;
        Expect.Equal(first, slope(0));
        Expect.Equal(second, Gradient.Of(slope)(0));
    }
}
