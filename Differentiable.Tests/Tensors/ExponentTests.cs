using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Sums of exponentials whose exponents are great or infinite.</summary>
public class ExponentTests
{
    private const double Inf = double.PositiveInfinity;

    [Fact]
    public void Great_exponents_do_not_overflow()
    {
        Expect.Equal(1000 + Math.Log(2), Tensor.LogSumExp<double>([1000, 1000]));
        Expect.Equal(-1000 + Math.Log(2), Tensor.LogSumExp<double>([-1000, -1000]));
        Expect.Equal([0.5, 0.5], Tensor.SoftMax<double>([1000, 1000]));
        Expect.Equal([0, -2000], Tensor.LogSoftMax<double>([1000, -1000]));
    }

    [Fact]
    public void Long_rows_of_exponents_are_added_up_in_parts()
    {
        Tensor<double> x = OperationCase.Draw(new Random(3), [1000], -1, 1);
        Expect.Equal(Tensor.Log(Tensor.Sum(Tensor.Exp(x))), Tensor.LogSumExp(x));
    }

    [Fact]
    public void Exponents_of_minus_infinity_do_not_count()
    {
        Expect.Equal(3, Tensor.LogSumExp<double>([-Inf, 3]));
        Expect.Equal([0, 1], Gradients.Of(Tensor.LogSumExp, new[] { -Inf, 3 }));
        Expect.Equal([0, 1], Tensor.SoftMax<double>([-Inf, 3]));
        Expect.Equal([0, 0], Gradients.Of(x => Tensor.SoftMax(x), new[] { -Inf, 3 }));
        Expect.Equal(-Inf, Tensor.LogSumExp<double>([-Inf, -Inf]));
        Expect.Equal([0, 0], Gradients.Of(Tensor.LogSumExp, new[] { -Inf, -Inf }));
    }

    [Fact]
    public void An_infinite_exponent_is_all_that_counts()
    {
        Expect.Equal(Inf, Tensor.LogSumExp<double>([Inf, 3]));
        Expect.Equal([double.NaN, 0], Gradients.Of(Tensor.LogSumExp, new[] { Inf, 3 }));
    }
}
