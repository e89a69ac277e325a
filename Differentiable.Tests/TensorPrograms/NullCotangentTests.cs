using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Whoever calls a generated member gives a cotangent for each result.</summary>
public partial class NullCotangentTests
{
    [Fact]
    public void A_cotangent_that_is_null_is_named()
    {
        Tensor<double> x = new double[] { 1, 2 };
        Assert.Contains("dresult[1] is null", Assert.Throws<ArgumentNullException>("dresult[1]", () => PartsVjp(x, [x, null!])).Message, StringComparison.Ordinal);
        Assert.Equal([4, 6], PartsVjp(x, [x + 1, x - x]).ToArray());
    }

    [Differentiable]
    private static Tensor<double>[] Parts(Tensor<double> x) => [x * 2, x * x];
}
