using System.Numerics;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Fourier transforms of all kinds of lengths, against the sums that they are.</summary>
public class FourierTests
{
    public static TheoryData<int> Lengths => [1, 2, 3, 4, 5, 6, 7, 8, 12, 13, 16, 30, 31, 64, 97, 100, 128, 243];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_transform_is_a_sum(int length)
    {
        Tensor<double> x = OperationCase.Draw(new Random(length), [2, length, 2], -1, 1), y = Tensor.Fft(x);
        for (int row = 0; row < 2; row++)
            Expect.Equal(SumsOf(x[row]), y[row], 1e-13 * Math.Sqrt(length));
        Expect.Equal(x, Tensor.InverseFft(y), 2e-15 * Math.Log2(length + 8));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Real_numbers_have_half_of_a_transform(int length)
    {
        Tensor<double> x = OperationCase.Draw(new Random(length), [3, length], -1, 1), y = Tensor.RealFft(x);
        Assert.Equal([3, (length / 2) + 1, 2], y.Shape);
        Expect.Equal(Tensor.Fft(Tensor.Stack<double>([x, Tensor.Zeros<double>(x.Shape)], -1))[.., ..((length / 2) + 1)], y, 1e-13);
        Expect.Equal(x, Tensor.InverseRealFft(y, length), 2e-15 * Math.Log2(length + 8));
    }

    /// <summary>The product of transforms is the transform of a convolution, also to its derivative.</summary>
    [Fact]
    public void Products_of_transforms_are_convolutions()
    {
        Tensor<double> x = OperationCase.Draw(new Random(1), [9], -1, 1), filter = OperationCase.Draw(new Random(2), [9], -1, 1);
        Func<Tensor<double>, Tensor<double>> convolved = x =>
        {
            Tensor<double> left = Tensor.RealFft(x), right = Tensor.RealFft(filter);
            Tensor<double> real = (left[.., 0] * right[.., 0]) - (left[.., 1] * right[.., 1]), imaginary = (left[.., 0] * right[.., 1]) + (left[.., 1] * right[.., 0]);
            return Tensor.InverseRealFft(Tensor.Stack([real, imaginary], -1), 9);
        };
        Tensor<double> rows = Tensor.Stack<double>([.. Enumerable.Range(0, 9).Select(shift => Tensor.Roll(filter, shift))]);
        Expect.Equal(Tensor.MatVec(Tensor.Transpose(rows), x), convolved(x), 1e-14);
        Expect.Equal(Tensor.Transpose(rows), Gradient.Jacobian(convolved)(x), 1e-14);
    }

    [Fact]
    public void Imaginary_parts_that_do_not_count_have_no_derivative()
    {
        Tensor<double> gradient = Gradient.Of<double>(x => Tensor.Sum(Tensor.Square(Tensor.InverseRealFft(x, 4))))([[1, 2], [3, 4], [5, 6]]);
        Expect.Equal([0.0, 4, 0], gradient[.., 1]);
    }

    [Fact]
    public void Narrower_types_are_computed_in_double_precision()
    {
        Tensor<float> x = Tensor.RandomUniform<float>([1001], new Random(1));
        Expect.Equal(Tensor.Cast<double, float>(Tensor.RealFft(Tensor.Cast<float, double>(x))), Tensor.RealFft(x), 1e-7);
        Assert.Equal([(Half)3, (Half)0, (Half)(-1), (Half)0], Tensor.RealFft(Tensor.From([(Half)1, (Half)2])).ToArray());
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Equal([2, 0, 2], Tensor.InverseFft(Tensor.Fft(Tensor.Zeros<double>(2, 0, 2))).Shape);
        Assert.Throws<ShapeMismatchException>(() => Tensor.Fft(Tensor.Zeros<double>(2, 3)));
        Assert.Throws<ArgumentException>(() => Tensor.InverseFft(Tensor.Zeros<double>(2)));
        Assert.Throws<ArgumentException>(() => Tensor.RealFft(Tensor.Zeros<double>([])));
        Assert.Throws<ArgumentException>(() => Tensor.RealFft(Tensor.Zeros<double>(2, 0)));
        Assert.Throws<ShapeMismatchException>(() => Tensor.InverseRealFft(Tensor.Zeros<double>(3, 2), 6));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => Tensor.InverseRealFft(Tensor.Zeros<double>(1, 2), 0));
    }

    private static Tensor<double> SumsOf(Tensor<double> x)
    {
        int length = x.Shape[0];
        double[] numbers = x.ToArray(), sums = new double[2 * length];
        for (int k = 0; k < length; k++)
        {
            Complex sum = 0;
            for (int j = 0; j < length; j++)
                sum += new Complex(numbers[2 * j], numbers[(2 * j) + 1]) * Complex.FromPolarCoordinates(1, -2 * Math.PI * (j * k % length) / length);
            (sums[2 * k], sums[(2 * k) + 1]) = (sum.Real, sum.Imaginary);
        }
        return Tensor.From(sums, [length, 2]);
    }
}
