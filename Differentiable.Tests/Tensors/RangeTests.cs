using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Where a result and its derivative are numbers that the type has, nothing in between overflows or vanishes on the way.</summary>
public class RangeTests
{
    private const float Inf = float.PositiveInfinity;

    [Fact]
    public void Averages_of_windows_of_halves_are_halves()
    {
        Assert.Equal([(Half)2000f], Tensor.AveragePool2D(Tensor.Fill((Half)2000f, [1, 7, 7, 1]), [7, 7]).ToArray());
        Assert.Equal([(Half)30000f], Tensor.AveragePool3D(Tensor.Fill((Half)30000f, [1, 2, 2, 2, 1]), [2]).ToArray());
        Tensor<Half> line = Tensor.Fill((Half)30000f, [1, 4, 1]);
        Assert.Equal(line.ToArray(), Tensor.AveragePool1D(line, [3], [1], Padding.Same).ToArray());
        Assert.Equal([(Half)30000f, (Half)0f], Gradient.Of<Half>(x => Tensor.Sum(Tensor.AveragePool1D(x, [1], [2]) * (Half)30000f))(Tensor.Zeros<Half>([1, 2, 1])).ToArray());
    }

    [Fact]
    public void Averages_and_products_of_halves_are_halves()
    {
        Tensor<Half> errors = Tensor.Pad(Tensor.Fill((Half)300f, [1]), [(0, 99)]), zeros = Tensor.Zeros<Half>(100);
        Assert.Equal((Half)900f, (Half)Tensor.MeanSquaredError(errors, zeros));
        Assert.Equal((Half)6f, (Half)Gradient.Of<Half>(x => Tensor.MeanSquaredError(x, zeros))(errors)[0]);
        Assert.Equal((Half)(-6f), (Half)Gradient.Of<Half>(x => Tensor.MeanSquaredError(errors, x))(zeros)[0]);
        Tensor<Half> factors = Tensor.From([(Half)300f, (Half)300f, (Half)0.5f, (Half)0.25f, (Half)0.125f]);
        Assert.Equal((Half)1406.25f, (Half)Tensor.Product(factors));
        Assert.Equal((Half)1406.25f, (Half)Tensor.CumulativeProduct(factors)[^1]);
        Assert.Equal((Half)4.6875f, (Half)Gradient.Of<Half>(Tensor.Product)(factors)[0]);
        Assert.Equal((Half)11250f, (Half)Gradient.Of<Half>(x => Tensor.CumulativeProduct(x)[^1])(factors)[^1]);
    }

    [Fact]
    public void Numbers_at_equal_distances_may_be_far_apart()
    {
        Assert.Equal([(Half)(-60000f), (Half)0f, (Half)60000f], Tensor.LinSpace((Half)(-60000f), (Half)60000f, 3).ToArray());
        Assert.Equal([-3e38f, 0, 3e38f], Tensor.LinSpace(-3e38f, 3e38f, 3).ToArray());
        Assert.Equal(Half.One, Tensor.LinSpace(Half.Zero, Half.One, 70_000).ToArray()[^1]);
    }

    /// <summary>The arguments, the slopes and, in single precision, the second derivatives.</summary>
    [Theory]
    [InlineData("Asinh", 1e20f, 1e-20f, -1e-40f)]
    [InlineData("Asinh", -1e38f, 1e-38f, 0)]
    [InlineData("Asinh", 0, 1, 0)]
    [InlineData("Acosh", 1e20f, 1e-20f, -1e-40f)]
    [InlineData("Acosh", 1, Inf, -Inf)]
    [InlineData("Acosh", Inf, 0, 0)]
    [InlineData("Atan", 1e18f, 1e-36f, 0)]
    [InlineData("Atan", -Inf, 0, 0)]
    [InlineData("Atan", Inf, 0, 0)]
    [InlineData("Asinh", -Inf, 0, 0)]
    [InlineData("Asinh", Inf, 0, 0)]
    [InlineData("Gelu", 1e30f, 1, 0)]
    [InlineData("Gelu", -1e30f, 0, 0)]
    [InlineData("GeluByTanh", 1e30f, 1, 0)]
    [InlineData("GeluByTanh", -1e30f, 0, 0)]
    [InlineData("GeluByTanh", float.NaN, float.NaN, float.NaN)]
    [InlineData("Erf", 1e30f, 0, 0)]
    [InlineData("Log2", 3e38f, 4.80898e-39f, 0)]
    [InlineData("Log10", 3e38f, 1.447648e-39f, 0)]
    [InlineData("Selu", -20, 3.6237129e-9f, 3.6237129e-9f)]
    public void Slopes_far_out_are_numbers_of_single_precision(string name, float x, float slope, float curvature)
    {
        AssertClose(slope, Slope<float>(name, x), 1e-6f);
        AssertClose(curvature, Curvature<float>(name, x), 1e-6f);
    }

    [Theory]
    [InlineData("Asinh", 300, 0.003333315f)]
    [InlineData("Asinh", 60000, 1.6667e-5f)]
    [InlineData("Acosh", 300, 0.003333352f)]
    [InlineData("Acosh", 60000, 1.6667e-5f)]
    [InlineData("Atan", 300, 1.111e-5f)]
    [InlineData("Gelu", 300, 1)]
    [InlineData("GeluByTanh", 300, 1)]
    [InlineData("GeluByTanh", -60000, 0)]
    [InlineData("Erf", 60000, 0)]
    [InlineData("Log2", 60000, 2.4045e-5f)]
    [InlineData("Log10", 60000, 7.238e-6f)]
    [InlineData("Selu", -8, 5.898e-4f)]
    public void Slopes_far_out_are_halves(string name, float x, float slope)
    {
        AssertClose(slope, (float)Slope(name, (Half)x), 2e-3f);
        Assert.True(Half.IsFinite(Curvature(name, (Half)x)));
    }

    private static T Slope<T>(string name, T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Gradient.Of<T>(Function<T>(name))(x).ToScalar();

    private static T Curvature<T>(string name, T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Gradient.Of<T>(x => Gradient.Of<T>(Function<T>(name))(x))(x).ToScalar();

    private static Func<Tensor<T>, Tensor<T>> Function<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "Asinh" => Tensor.Asinh,
            "Acosh" => Tensor.Acosh,
            "Atan" => Tensor.Atan,
            "Gelu" => static x => Tensor.Gelu(x),
            "GeluByTanh" => static x => Tensor.Gelu(x, approximate: true),
            "Erf" => Tensor.Erf,
            "Log2" => Tensor.Log2,
            "Log10" => Tensor.Log10,
            _ => Tensor.Selu,
        };

    /// <summary>Relatively, but for the distance between the smallest numbers.</summary>
    private static void AssertClose(float expected, float actual, float tolerance) => Assert.True(
        actual.Equals(expected) || MathF.Abs(actual - expected) <= (tolerance * MathF.Abs(expected)) + (tolerance > 1e-3f ? 6e-8f : 1e-43f), $"{actual:R} is not {expected:R}");
}
