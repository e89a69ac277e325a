namespace Differentiable.Tests.Runtime;

public class StopGradientTests
{
    [Theory]
    [InlineData(1.5)]
    [InlineData(-0.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void TheValueIsUnchanged(double value)
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(Differentiate.StopGradient(value)));
        Assert.Equal(BitConverter.SingleToInt32Bits((float)value), BitConverter.SingleToInt32Bits(Differentiate.StopGradient((float)value)));
    }
}
