using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Losses: values known from elsewhere, extreme logits, shapes that do not fit.</summary>
public class LossTests
{
    private const double Inf = double.PositiveInfinity;

    [Fact]
    public void Cross_entropy_of_equal_logits_is_the_logarithm_of_the_count()
    {
        Expect.Equal([Math.Log(3), Math.Log(3)], Tensor.SparseSoftMaxCrossEntropy(Tensor.Zeros<double>([2, 3]), [0, 2]));
        Expect.Equal(Math.Log(3), Tensor.SoftMaxCrossEntropy<double>([7, 7, 7], [0.5, 0.25, 0.25]));
    }

    [Fact]
    public void The_gradient_is_what_is_expected_minus_what_is() =>
        Expect.Equal([1.0 / 3, 1.0 / 3 - 1, 1.0 / 3], Gradients.Of(x => Tensor.SparseSoftMaxCrossEntropy(x, 1), new double[] { 5, 5, 5 }));

    [Fact]
    public void Both_cross_entropies_agree()
    {
        Tensor<double> logits = OperationCase.Draw(new Random(5), [2, 4, 3], -3, 3);
        Tensor<int> classes = new[,] { { 0, 1, 2, 0 }, { 2, 2, 1, 0 } };
        Expect.Equal(Tensor.SoftMaxCrossEntropy(logits, Tensor.OneHot<double>(classes, 3)), Tensor.SparseSoftMaxCrossEntropy(logits, classes));
    }

    [Fact]
    public void Extreme_logits_do_not_overflow()
    {
        Expect.Equal([2000, 0], Tensor.SparseSoftMaxCrossEntropy<double>([[1000, -1000], [1000, -1000]], [1, 0]));
        Expect.Equal([0, 1000, 1000, 0], Tensor.SigmoidCrossEntropy<double>([1000, 1000, -1000, -1000], [1, 0, 1, 0]));
        Expect.Equal([0, 1], Gradients.Of(x => Tensor.SigmoidCrossEntropy<double>(x, [0, 0]), new double[] { -1000, 1000 }));
    }

    [Fact]
    public void What_is_almost_certain_still_has_a_loss_and_a_gradient()
    {
        Assert.Equal(Math.Exp(-40), (double)Tensor.SigmoidCrossEntropy<double>(40, 1), 1e-30);
        Assert.Equal(-Math.Exp(-40), (double)Gradients.Of(x => Tensor.SigmoidCrossEntropy<double>(x, 1), 40)!, 1e-30);
    }

    [Fact]
    public void Classes_that_are_ruled_out_do_not_disturb_the_others()
    {
        Expect.Equal(0, Tensor.SparseSoftMaxCrossEntropy<double>([-Inf, 3], 1));
        Expect.Equal([0, 0], Gradients.Of(x => Tensor.SparseSoftMaxCrossEntropy(x, 1), new[] { -Inf, 3 }));
        Expect.Equal(0, Tensor.SoftMaxCrossEntropy<double>([-Inf, 3], [0, 1]));
        Expect.Equal([0, 0], Gradients.Of(x => Tensor.SoftMaxCrossEntropy<double>(x, [0, 1]), new[] { -Inf, 3 }));
    }

    [Fact]
    public void Huber_is_square_near_and_linear_far()
    {
        Expect.Equal((0.125 + 1.5) / 2, Tensor.HuberLoss<double>([0.5, 2], [0, 0]));
        Expect.Equal([0.25, 0.5], Gradients.Of(x => Tensor.HuberLoss<double>(x, [0, 0]), new[] { 0.5, 2 }));
        Expect.Equal(1, Gradients.Of(x => Gradients.Of(x => Tensor.HuberLoss<double>(x, 0), x)!, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.HuberLoss<double>(1, 0, 0));
    }

    [Fact]
    public void Averages_of_nothing_are_NaN() =>
        Expect.Equal(double.NaN, Tensor.MeanSquaredError(Tensor.Zeros<double>([0]), Tensor.Zeros<double>([0])));

    [Fact]
    public void Nothing_is_broadcast()
    {
        Tensor<double> column = Tensor.Zeros<double>([3, 1]), row = Tensor.Zeros<double>([3]);
        Assert.All(
            new Func<Tensor<double>>[]
            {
                () => Tensor.MeanSquaredError(column, row), () => Tensor.MeanAbsoluteError(column, row), () => Tensor.HuberLoss(column, row),
                () => Tensor.SoftMaxCrossEntropy(column, row), () => Tensor.SigmoidCrossEntropy(column, row), () => Tensor.SparseSoftMaxCrossEntropy(column, new[] { 0 }),
            },
            loss => Assert.Throws<ShapeMismatchException>(loss));
    }

    [Fact]
    public void A_class_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("classes", () => Tensor.SparseSoftMaxCrossEntropy(Tensor.Zeros<double>([2, 3]), [0, 3]));
}
