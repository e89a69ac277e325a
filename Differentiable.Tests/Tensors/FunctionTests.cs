using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Functions where they are close to their limits, at their corners and of unusual elements.</summary>
public class FunctionTests
{
    private const double Inf = double.PositiveInfinity;

    private const double NaN = double.NaN;

    /// <summary>The error function and its complement, of 50 digits rounded to double.</summary>
    [Theory]
    [InlineData(1e-300, 1.1283791670955126e-300, 1.0)]
    [InlineData(1e-08, 1.1283791670955126e-08, 0.9999999887162083)]
    [InlineData(0.1, 0.1124629160182849, 0.887537083981715)]
    [InlineData(0.46875, 0.49261347321793797, 0.507386526782062)]
    [InlineData(0.47, 0.4937450508860821, 0.5062549491139179)]
    [InlineData(0.8, 0.7421009647076605, 0.2578990352923395)]
    [InlineData(1.5, 0.9661051464753108, 0.033894853524689274)]
    [InlineData(3, 0.9999779095030014, 2.209049699858544e-05)]
    [InlineData(4, 0.9999999845827421, 1.541725790028002e-08)]
    [InlineData(5, 0.9999999999984626, 1.537459794428035e-12)]
    [InlineData(10, 1.0, 2.088487583762545e-45)]
    [InlineData(20, 1.0, 5.395865611607901e-176)]
    [InlineData(26, 1.0, 5.663192408856143e-296)]
    public void The_error_function_is_exact(double x, double erf, double erfc)
    {
        AssertRelative(erf, (double)Tensor.Erf<double>(x));
        AssertRelative(-erf, (double)Tensor.Erf<double>(-x));
        AssertRelative(erfc, (double)Tensor.Erfc<double>(x));
        AssertRelative(1 + erf, (double)Tensor.Erfc<double>(-x));
        Assert.Equal((float)Erf(x), (float)Tensor.Erf<float>((float)x), 1e-7f);
    }

    [Fact]
    public void The_error_function_at_its_ends()
    {
        Expect.Equal([-1, 0, 1, NaN], Tensor.Erf<double>([-Inf, 0, Inf, NaN]));
        Expect.Equal([2, 1, 0, NaN], Tensor.Erfc<double>([-Inf, 0, Inf, NaN]));
        Assert.True(double.IsNegative((double)Tensor.Erf<double>(-0.0)));
        Expect.Equal([0, 0], Gradients.Of(Tensor.Erf, new[] { -Inf, Inf }));
    }

    [Fact]
    public void Powers_and_logarithms_are_exact_where_they_are_whole()
    {
        Assert.Equal([0.125, 1, 8, 1024], Tensor.Exp2<double>([-3, 0, 3, 10]).ToArray());
        Assert.Equal([-3, 0, 3, 10], Tensor.Log2<double>([0.125, 1, 8, 1024]).ToArray());
        Assert.Equal([0, 3, 5], Tensor.Log10<double>([1, 1000, 1e5]).ToArray());
        Expect.Equal([-3, 0, 4], Tensor.Cbrt<double>([-27, 0, 64]));
        Expect.Equal([Inf], Tensor.ReciprocalSqrt<double>([0]));
    }

    [Fact]
    public void Rounding_is_to_even_and_has_no_derivative()
    {
        Assert.Equal([-2, 0, 2, 2], Tensor.Round<double>([-1.5, 0.5, 1.5, 2.5]).ToArray());
        Assert.Equal([-2, 1], Tensor.Floor<double>([-1.5, 1.5]).ToArray());
        Assert.Equal([-1, 2], Tensor.Ceiling<double>([-1.5, 1.5]).ToArray());
        Assert.Equal([-1, 1], Tensor.Truncate<double>([-1.5, 1.5]).ToArray());
        Assert.Null(Gradients.Of(Tensor.Floor, 1.5));
        Expect.Equal(1, Gradients.Of(x => x - Tensor.Floor(x), 1.5));
    }

    [Fact]
    public void The_sign_does_not_depend_on_its_operand_but_is_connected_to_it()
    {
        Expect.Equal([0, 0, 0], Gradients.Of(Tensor.Sign, new double[] { -1.5, 0, 1.5 }));
        Expect.Equal(0, Gradients.Of(x => Gradients.Of(Tensor.Abs, x)!, 1.5));
        Assert.Equal([-1, 0, 1], Tensor.Sign<int>([-7, 0, 7]).ToArray());
    }

    [Fact]
    public void At_the_origin_distance_and_direction_have_no_derivative()
    {
        Expect.Equal([0, 0], Gradients.Of(x => Tensor.Hypot(x, x), new double[] { 0, 0 }));
        Expect.Equal([0, 0], Gradients.Of(x => Tensor.Atan2(x, x), new double[] { 0, 0 }));
        Expect.Equal([5e200], Tensor.Hypot<double>([3e200], [4e200]));
    }

    /// <summary>An angle does not change at an infinite distance.</summary>
    [Theory]
    [InlineData(Inf, 1)]
    [InlineData(1, Inf)]
    [InlineData(-Inf, 0)]
    [InlineData(0, -Inf)]
    [InlineData(-Inf, Inf)]
    public void Directions_of_points_that_are_infinitely_far_have_derivatives_of_0(double y, double x)
    {
        Func<Tensor<double>, Tensor<double>> angle = point => Tensor.Atan2(point[0], point[1]);
        Assert.Equal([0, 0], Gradient.Of(angle)([y, x]).ToArray());
        Assert.Equal([0, 0, 0, 0], Gradient.Hessian(angle)([y, x]).ToArray());
        Assert.Equal(new float[8], Gradient.Of<float>(y => Tensor.Atan2(y, (float)x))(Tensor.Fill((float)y, [8])).ToArray());
        Assert.Equal([Half.Zero], Gradient.Of<Half>(y => Tensor.Atan2(y, (Half)x))([(Half)y]).ToArray());
        Assert.Equal([NaN], Gradient.Of<double>(y => Tensor.Atan2(y, NaN))([Inf]).ToArray());
    }

    /// <summary>Also where the vectors that it is computed with are not full.</summary>
    [Fact]
    public void Slopes_of_angles_are_those_of_quotients()
    {
        (Tensor<double> y, Tensor<double> x) = (OperationCase.Draw(new Random(1), [37], -3, 3), OperationCase.Draw(new Random(2), [37], -3, 3));
        Expect.Equal(x / (Tensor.Square(x) + Tensor.Square(y)), Gradient.Of<double>(y => Tensor.Atan2(y, x))(y), 2e-15);
        Expect.Equal(1 / (1 + Tensor.Square(x)), Gradient.Of<double>(Tensor.Atan)(x), 2e-15);
        Expect.Equal(1 / Tensor.Sqrt(1 + Tensor.Square(x)), Gradient.Of<double>(Tensor.Asinh)(x), 2e-15);
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    public void Squares_of_numbers_far_from_one_neither_overflow_nor_vanish(double scale)
    {
        Tensor<double> x = [3, 4], scaled = x * scale, row = Tensor.Unsqueeze(scaled, 0);
        Expect.Equal(5, Tensor.Norm(scaled) / scale);
        Expect.Equal([5], Tensor.Norm(row, [1]) / scale);
        Expect.Equal(0.5, Tensor.StdDev(scaled) / scale);
        Expect.Equal([0.12, 0.12], Tensor.Stack<double>([Slope(y => Tensor.Atan2(y, 4 * scale), 3 * scale) * scale * 0.75, -Slope(z => Tensor.Atan2(3 * scale, z), 4 * scale) * scale]));
        Expect.Equal(-3.0 / 16, Slope(z => 3 * scale / z, 4 * scale) * scale);
    }

    [Fact]
    public void A_norm_is_infinite_or_NaN_where_an_element_is()
    {
        Expect.Equal(Inf, Tensor.Norm<double>([1, -Inf]));
        Expect.Equal(NaN, Tensor.Norm<double>([1, NaN]));
        Expect.Equal(NaN, Tensor.Norm<double>([Inf, NaN]));
        Expect.Equal(0, Tensor.Norm<double>([0, 0]));
        Expect.Equal(0, Tensor.Norm(Tensor.Zeros<double>(0)));
        Expect.Equal([0.6f, 0.8f], Gradient.Of<float>(Tensor.Norm)([3e-30f, 4e-30f]));
        Expect.Equal(5e30f, Tensor.Norm<float>([3e30f, -4e30f]));
    }

    [Fact]
    public void A_factor_of_zero_hides_the_logarithm()
    {
        Tensor<double> x = [0.1, 0, 0.1, 0], y = [3.1, 3.1, 0, 0];
        Expect.Equal([0.1 * Math.Log(3.1), 0, -Inf, 0], Tensor.XLogY(x, y));
        (Tensor<double> dx, Tensor<double> dy) = Gradient.Of<double>(Tensor.XLogY)(x, y);
        Expect.Equal([Math.Log(3.1), 0, -Inf, 0], dx);
        Expect.Equal([0.1 / 3.1, 0, Inf, 0], dy);
        Expect.Equal([0, 0], Gradients.Of(p => Gradient.Of<double>(q => Tensor.XLogY(q, q))(p), new double[] { 0, 0 }));
    }

    [Fact]
    public void A_right_factor_of_zero_gives_zero()
    {
        Tensor<double> x = [-3, Inf, NaN, 2], y = [0, 0, 0, NaN];
        Expect.Equal([0, 0, 0, NaN], Tensor.MultiplyNoNaN(x, y));
        Expect.Equal([NaN, NaN], Tensor.MultiplyNoNaN<double>([0, 1], NaN));
        (Tensor<double> dx, Tensor<double> dy) = Gradient.Of<double>(Tensor.MultiplyNoNaN)(x, y);
        Expect.Equal(y, dx);
        Expect.Equal(x, dy);
        Expect.Equal([0, 0, 0, 0], Gradients.Of(q => 0.0 * Tensor.MultiplyNoNaN(x, q), Tensor.Zeros<double>(4)));
        Expect.Equal([6, 0], Tensor.MultiplyNoNaN<double>(3, [2, -0.0]));
    }

    [Fact]
    public void A_divisor_of_zero_gives_zero()
    {
        Tensor<double> x = [-3, 0, 2, NaN], zero = [0, 0, 0, 0];
        Expect.Equal(zero, Tensor.DivideNoNaN(x, zero));
        (Tensor<double> dx, Tensor<double> dy) = Gradient.Of<double>(Tensor.DivideNoNaN)(x, zero);
        Expect.Equal(zero, dx);
        Expect.Equal(zero, dy);
        Expect.Equal([2, Inf], Tensor.DivideNoNaN<double>([6, Inf], [3, 3]));
        Expect.Equal([0, 2.0 / 8], Gradients.Of(p => Gradient.Of<double>(q => Tensor.DivideNoNaN(1, q))(p), new double[] { 0, 2 }));
    }

    [Fact]
    public void A_cast_is_one_of_CSharp()
    {
        Assert.Equal([-1, 0, 2], Tensor.Cast<double, int>(new[] { -1.9, 0.9, 2 }).ToArray());
        Assert.Equal([(byte)44], Tensor.Cast<int, byte>(300).ToArray());
        Assert.Equal([0.1f], Tensor.Cast<double, float>(0.1).ToArray());
        Assert.Equal([1f, 0f], Tensor.Cast<float>(new[] { true, false }).ToArray());
    }

    [Fact]
    public void The_gradient_goes_back_through_a_cast() => Expect.Equal(
        [2, 4], Gradients.Of(x => Tensor.Cast<float, double>(Tensor.Square(Tensor.Cast<double, float>(x))), new double[] { 1, 2 }));

    [Fact]
    public void A_cast_through_integers_cuts_the_gradient() => Assert.Null(Gradients.Of(x => Tensor.Cast<int, double>(Tensor.Cast<double, int>(x)), 3));

    [Fact]
    public void Conditions_are_combined()
    {
        Tensor<bool> x = new[] { true, true, false, false }, y = new[] { true, false, true, false };
        Assert.Equal([true, false, false, false], Tensor.And(x, y).ToArray());
        Assert.Equal([true, true, true, false], Tensor.Or(x, y).ToArray());
        Assert.Equal([false, true, true, false], Tensor.Xor(x, y).ToArray());
        Assert.Equal([false, true, true, false], (x ^ y).ToArray());
        Assert.Equal([false, false, true, true], Tensor.Not(x).ToArray());
        Assert.Equal([false, true, true], Tensor.NotEqual<double>([1, 2, NaN], [1, 1, NaN]).ToArray());
        Assert.Contains("And", Assert.Throws<ShapeMismatchException>(() => Tensor.And(x, new[] { true, false })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Activations_at_their_corner()
    {
        Expect.Equal([0.2, 0.2, 1], Gradients.Of(x => Tensor.LeakyRelu(x), new double[] { -1, 0, 1 }));
        Expect.Equal([Math.Exp(-1), 1, 1], Gradients.Of(x => Tensor.Elu(x), new double[] { -1, 0, 1 }));
        Expect.Equal([-1, Inf, NaN], Tensor.Elu<double>([-Inf, Inf, NaN]));
        Expect.Equal([Inf, NaN], Tensor.Gelu<double>([Inf, NaN]));
        Expect.Equal([0.5], Gradients.Of(x => Tensor.Gelu(x), new double[] { 0 }));
    }

    /// <summary>Numbers by PyTorch, of 17 digits; what HardSwish has at -3 as TensorFlow has it.</summary>
    [Fact]
    public void Activations_have_the_values_and_slopes_that_others_have()
    {
        Tensor<double> x = [-4, -3, -1, -0.5, 0, 0.5, 3, 7];
        Expect.Equal([0, 0, 0, 0, 0, 0.5, 3, 6], Tensor.Relu6(x));
        Expect.Equal([0, 0, 0, 0, 0, 1, 1, 0], Gradients.Of(Tensor.Relu6, x));
        Expect.Equal([0, 0, 2 / 6.0, 2.5 / 6, 0.5, 3.5 / 6, 1, 1], Tensor.HardSigmoid(x));
        Expect.Equal([0, 0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 0, 0], Gradients.Of(Tensor.HardSigmoid, x));
        Expect.Equal([0, 0, -2 / 6.0, -1.25 / 6, 0, 1.75 / 6, 3, 7], Tensor.HardSwish(x));
        Expect.Equal([0, 0, 1 / 6.0, 2 / 6.0, 0.5, 4 / 6.0, 1, 1], Gradients.Of(Tensor.HardSwish, x));
        Expect.Equal([-1.7258986281898945, -1.6705687287671118, -1.1113307378125625, -0.6917581878028713, 0, 0.5253504936777402, 3.1521029620664414, 7.354906911488364], Tensor.Selu(x));
        Expect.Equal([0.0322007126574821, 0.0875306120802649, 0.646768603034814, 1.0663411530445053, 1.0507009873554805, 1.0507009873554805, 1.0507009873554805, 1.0507009873554805], Gradients.Of(Tensor.Selu, x));
        Expect.Equal([-0.07259174079202535, -0.1456474612756246, -0.30340146137410895, -0.22074377465173, 0, 0.37524521130489513, 2.9865350049679575, 6.999988379809741], Tensor.Mish(x));
        Expect.Equal([-0.05377320979348033, -0.09339311453232084, 0.059216755877395014, 0.28951067791351226, 0.6, 0.8864243753577273, 1.0211069109294435, 1.000021559160889], Gradients.Of(Tensor.Mish, x));
        Expect.Equal([-0.8, -0.75, -0.5, -1 / 3.0, 0, 1 / 3.0, 0.75, 0.875], Tensor.SoftSign(x));
        Expect.Equal([0.04, 0.0625, 0.25, 4 / 9.0, 1, 4 / 9.0, 0.0625, 0.015625], Gradients.Of(Tensor.SoftSign, x));
    }

    [Fact]
    public void Activations_at_their_ends()
    {
        Tensor<double> x = [-Inf, Inf, NaN];
        Expect.Equal([0, 6, NaN], Tensor.Relu6(x));
        Expect.Equal([0, 1, NaN], Tensor.HardSigmoid(x));
        Expect.Equal([NaN, Inf, NaN], Tensor.HardSwish(x));
        Expect.Equal([-1.0507009873554805 * 1.6732632423543772, Inf, NaN], Tensor.Selu(x));
        Expect.Equal([NaN, Inf, NaN], Tensor.Mish(x));
        Expect.Equal([-1, 1, NaN], Tensor.SoftSign(x));
        Expect.Equal([0, 0, 0], Gradients.Of(Tensor.Relu6, x));
        Expect.Equal([0, 0, 0], Gradients.Of(Tensor.HardSigmoid, x));
        Expect.Equal([0, 0, NaN], Gradients.Of(Tensor.SoftSign, x));
        Expect.Equal([0, 0], Gradients.Of(x => Gradients.Of(Tensor.SoftSign, x)!, new[] { -Inf, Inf }));
        AssertRelative(-40 * Math.Exp(-40), (double)Tensor.Mish<double>(-40));
    }

    /// <summary>Φ(-10) is 7.6e-24: far less than what 1 + Erf would leave of it.</summary>
    [Fact]
    public void Gelu_is_exact_where_it_is_small() => Assert.Equal(-10 * 7.619853024160526e-24, (double)Tensor.Gelu<double>(-10), 1e-36);

    [Fact]
    public void Nothing_is_lost_close_to_zero()
    {
        AssertRelative(1.00000000005e-10, (double)Tensor.ExpM1<double>(1e-10));
        AssertRelative(-0.0951625819640404268, (double)Tensor.ExpM1<double>(-0.1));
        AssertRelative(9.9999999995e-11, (double)Tensor.LogP1<double>(1e-10));
        AssertRelative(-0.105360515657826301, (double)Tensor.LogP1<double>(-0.1));
        AssertRelative(Math.Exp(-40), (double)Tensor.Softplus<double>(-40));
        AssertRelative(-1e-20, (double)Tensor.Elu<double>(-1e-20));
        Expect.Equal([-1, 0, Inf, NaN], Tensor.ExpM1<double>([-Inf, 0, Inf, NaN]));
        Expect.Equal([-Inf, 0, Inf, NaN], Tensor.LogP1<double>([-1, 0, Inf, NaN]));
    }

    /// <summary>The derivatives are those of an exponential, also where the values have long been -1.</summary>
    [Theory]
    [InlineData(-5)]
    [InlineData(-40)]
    [InlineData(-80)]
    public void Derivatives_are_exact_where_they_are_small(double x)
    {
        Func<Tensor<double>, Tensor<double>>[] functions = [Tensor.ExpM1, x => Tensor.Elu(x), Tensor.Exp];
        foreach (Func<Tensor<double>, Tensor<double>> function in functions)
        {
            AssertClose(Math.Exp(x), Gradient.Of(function)(x).ToScalar(), 1e-14);
            AssertClose(Math.Exp(x), Gradient.Of(Gradient.Of(function))(x).ToScalar(), 1e-14);
        }
        AssertClose(Math.Exp(x), Gradient.Of<float>(Tensor.ExpM1)((float)x).ToScalar(), 1e-6);
        AssertClose(Math.Exp(x), Gradient.Of<float>(x => Tensor.Elu(x))((float)x).ToScalar(), 1e-6);
        AssertClose(Math.Exp(x) / (1 + Math.Exp(x)), Gradient.Of<double>(Tensor.Softplus)(x).ToScalar(), 1e-14);
        AssertClose(Math.Exp(x) / Math.Pow(1 + Math.Exp(x), 2), Gradient.Of<double>(Tensor.Sigmoid)(x).ToScalar(), 1e-14);
        Expect.Equal([1, 1], Slope(x => Tensor.Elu(x), [1, 1000]), 0);
        Expect.Equal([0, 0], Slope(Gradient.Of<double>(x => Tensor.Elu(x)), [1, 1000]), 0);

        static void AssertClose(double expected, double actual, double tolerance) =>
            Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
    }

    [Fact]
    public void Gelu_by_Tanh_is_close() => Expect.Equal(Tensor.Gelu<double>([-2, -0.5, 1, 3]), Tensor.Gelu<double>([-2, -0.5, 1, 3], approximate: true), 1e-3);

    private static double Erf(double x) => (double)Tensor.Erf<double>(x);

    private static void AssertRelative(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 4e-16 * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");

    private static Tensor<double> Slope(Func<Tensor<double>, Tensor<double>> function, Tensor<double> x) => Gradient.Of(function)(x);
}
