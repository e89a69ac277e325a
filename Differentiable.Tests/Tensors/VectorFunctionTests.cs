using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Elementary functions that are computed on vectors: how exact they are, and what they are at the edges.</summary>
public class VectorFunctionTests
{
    public static TheoryData<string> Names => [.. s_functions.Keys];

    /// <summary>The functions, and what they are, to the accuracy of <see cref="double"/>.</summary>
    private static readonly Dictionary<string, Func<double, double>> s_functions = new()
    {
        ["Exp"] = Math.Exp,
        ["Sigmoid"] = static x => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x)),
        ["Tanh"] = Math.Tanh,
        ["Softplus"] = static x => Math.Max(x, 0) + NearZero.LogP1(Math.Exp(-Math.Abs(x))),
        ["ExpM1"] = NearZero.ExpM1,
        ["LogP1"] = NearZero.LogP1,
        ["Exp2"] = static x => Math.Pow(2, x),
        ["Log2"] = Math.Log2,
        ["Sinh"] = Math.Sinh,
        ["Cosh"] = Math.Cosh,
        ["Asinh"] = Math.Asinh,
        ["Acosh"] = Math.Acosh,
        ["Atanh"] = Math.Atanh,
        ["Asin"] = Math.Asin,
        ["Acos"] = Math.Acos,
        ["Atan"] = Math.Atan,
        ["Erf"] = ErrorFunction.Erf,
        ["Erfc"] = ErrorFunction.Erfc,
        ["Gelu"] = static x => x * ErrorFunction.ProbabilityBelow(x),
        ["Elu"] = static x => x > 0 ? x : NearZero.ExpM1(x),
        ["Selu"] = static x => x > 0 ? ScaledExponentialUnit.Scale * x : ScaledExponentialUnit.Depth * NearZero.ExpM1(x),
    };

    /// <summary>Arguments, and the error function and its complement there.</summary>
    private static readonly (double X, double Erf, double Erfc)[] s_errors =
    [
        (1e-300, 1.1283791670955126e-300, 1.0),
        (1e-9, 1.1283791670955127e-9, 0.9999999988716208),
        (0.1, 0.1124629160182849, 0.887537083981715),
        (0.3, 0.3286267594591274, 0.6713732405408726),
        (0.4999, 0.5204119951613866, 0.4795880048386134),
        (0.5, 0.5204998778130465, 0.4795001221869535),
        (0.51, 0.5292436198411704, 0.4707563801588296),
        (0.7, 0.6778011938374184, 0.32219880616258156),
        (1.0, 0.8427007929497149, 0.15729920705028513),
        (1.5, 0.9661051464753108, 0.033894853524689274),
        (2.25, 0.9985372834133188, 0.0014627165866811518),
        (3.3, 0.9999969422902035, 3.0577097964381654e-6),
        (4.7, 0.9999999999700474, 2.9952597863796555e-11),
        (5.9, 0.9999999999999999, 7.190409783550478e-17),
        (9.1, 1.0, 6.696900427988608e-38),
        (15.3, 1.0, 7.9765601254207e-104),
        (26.0, 1.0, 5.663192408856143e-296),
        (-0.2, -0.22270258921047847, 1.2227025892104784),
        (-0.5, -0.5204998778130465, 1.5204998778130465),
        (-1.3, -0.9340079449406524, 1.9340079449406524),
        (-3.0, -0.9999779095030014, 1.9999779095030015),
        (-5.5, -0.9999999999999927, 1.9999999999999927),
    ];

    private static float[] Edges => [0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, 1e-20f, 1f, -1f, 88.7f, 88.8f, -87.5f, -103.9f, -104.5f, 1e30f, -1e30f, float.MaxValue, float.MinValue];

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_are_within_four_units_in_the_last_place(string name)
    {
        float[] x = [.. Edges, .. Enumerable.Range(0, 1 << 18).Select(i => BitConverter.UInt32BitsToSingle((uint)i * 16381)).Where(float.IsFinite)];
        float[] y = Function<float>(name)(x).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            double exact = s_functions[name](x[i]);
            if (Math.Abs(exact) > float.MaxValue)
                Assert.Equal((float)exact, y[i]);
            else if (double.IsNaN(exact))
                Assert.True(float.IsNaN(y[i]), $"{name}({x[i]:R}) is no number, not {y[i]:R}");
            else
                Assert.True(Math.Abs(y[i] - exact) <= ((name == "Gelu" ? 5 : 4) * Unit((float)exact)) + 1e-37, $"{name}({x[i]:R}) is {exact:R}, not {y[i]:R}");
        }
    }

    /// <summary>What Gelu is compared with rounds <c>x / √2</c>, also by its factor, which its square makes that much greater.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_are_within_six_units_in_the_last_place(string name)
    {
        double[] x = [.. Edges, 709.7, -708.5, -744.5, -745.2, .. Enumerable.Range(0, 1 << 17).Select(i => 60.0 * i / (1 << 16) - 60), .. Enumerable.Range(-320, 320).Select(i => Math.Pow(10, i))];
        double[] y = Function<double>(name)(x).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            double exact = s_functions[name](x[i]);
            Assert.True(y[i].Equals(exact) || Math.Abs(y[i] - exact) <= ((name == "Gelu" ? 6 + (2 * x[i] * x[i]) : 6) * (Math.BitIncrement(Math.Abs(exact)) - Math.Abs(exact))) + 1e-307, $"{name}({x[i]:R}) is {exact:R}, not {y[i]:R}");
        }
    }

    [Theory]
    [InlineData("Exp", 0, double.PositiveInfinity)]
    [InlineData("Sigmoid", 0, 1)]
    [InlineData("Tanh", -1, 1)]
    [InlineData("Softplus", 0, double.PositiveInfinity)]
    [InlineData("ExpM1", -1, double.PositiveInfinity)]
    [InlineData("LogP1", double.NaN, double.PositiveInfinity)]
    [InlineData("Exp2", 0, double.PositiveInfinity)]
    [InlineData("Log2", double.NaN, double.PositiveInfinity)]
    [InlineData("Sinh", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("Cosh", double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData("Asinh", double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData("Acosh", double.NaN, double.PositiveInfinity)]
    [InlineData("Atanh", double.NaN, double.NaN)]
    [InlineData("Asin", double.NaN, double.NaN)]
    [InlineData("Acos", double.NaN, double.NaN)]
    [InlineData("Atan", -Math.PI / 2, Math.PI / 2)]
    [InlineData("Erf", -1, 1)]
    [InlineData("Erfc", 2, 0)]
    [InlineData("Gelu", double.NaN, double.PositiveInfinity)]
    [InlineData("Elu", -1, double.PositiveInfinity)]
    [InlineData("Selu", -ScaledExponentialUnit.Depth, double.PositiveInfinity)]
    public void Infinities_have_limits_and_NaN_stays(string name, double atMinusInfinity, double atInfinity)
    {
        Assert.Equal([atMinusInfinity, atInfinity, double.NaN], Function<double>(name)((double[])[double.NegativeInfinity, double.PositiveInfinity, double.NaN]).ToArray());
        Assert.Equal([(float)atMinusInfinity, (float)atInfinity, float.NaN], Function<float>(name)((float[])[float.NegativeInfinity, float.PositiveInfinity, float.NaN]).ToArray());
        Assert.Equal([(Half)atMinusInfinity, (Half)atInfinity, Half.NaN], Function<Half>(name)((Half[])[Half.NegativeInfinity, Half.PositiveInfinity, Half.NaN]).ToArray());
    }

    [Fact]
    public void LogP1_and_ExpM1_keep_their_digits_near_0()
    {
        double[] small = [1e-300, 1e-20, -1e-17, 1e-10, -1e-8, 0, double.PositiveInfinity, double.NaN];
        AssertClose([.. small.Select(x => Math.Abs(x) < 1e-3 ? x - (x * x / 2) : x)], Tensor.LogP1<double>(small).ToArray());
        AssertClose([.. small.Select(x => Math.Abs(x) < 1e-3 ? x + (x * x / 2) : x)], Tensor.ExpM1<double>(small).ToArray());
        Assert.Equal([double.NegativeInfinity, double.NaN], Tensor.LogP1<double>((double[])[-1, -2]).ToArray());
        Assert.Equal([-1, -1], Tensor.ExpM1<double>((double[])[-1000, double.NegativeInfinity]).ToArray());
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("ExpM1")]
    [InlineData("LogP1")]
    [InlineData("Sinh")]
    [InlineData("Asinh")]
    [InlineData("Atanh")]
    [InlineData("Asin")]
    [InlineData("Atan")]
    [InlineData("Erf")]
    [InlineData("Gelu")]
    [InlineData("Elu")]
    [InlineData("Selu")]
    public void Odd_functions_keep_the_sign_of_zero(string name)
    {
        Assert.Equal([true, false], Function<float>(name)((float[])[-0f, 0f]).ToArray().Select(float.IsNegative));
        Assert.Equal([true, false], Function<double>(name)((double[])[-0.0, 0]).ToArray().Select(double.IsNegative));
    }

    /// <summary>The places of inverse functions where something happens: their ends, where they overflow, where one formula takes the place of another.</summary>
    [Theory]
    [InlineData("Acosh", new double[] { 0.999, 1, 1 + 1e-15, 1.0001, 1.5, 1e9, 1e18, 1.2e18, 1e300, double.MaxValue })]
    [InlineData("Asinh", new double[] { 1e-300, 1e-20, 1e-8, 0.5, 1e9, 1e18, 1.2e18, 1e300, double.MaxValue })]
    [InlineData("Atanh", new double[] { 1e-300, 1e-9, 0.5, 0.999, 1 - 1e-15, 1, 1.001, -1 })]
    [InlineData("LogP1", new double[] { -1, -0.5, -1 + 1e-15, -1e-17, 1e-17, 1e16, 1e300, -1.001 })]
    [InlineData("Log2", new double[] { 0, -0.0, -1, 5e-324, 1e-310, 2.2250738585072014e-308, 0.7071067811865475, 0.7071067811865476, 1 - 1e-16, 1, 1 + 1e-15, 3, double.MaxValue })]
    [InlineData("Exp2", new double[] { -1074.6, -1074.4, -1050.3, -0.5, 0.5, 1e-300, 1023.99, 1024 })]
    [InlineData("Asin", new double[] { -1, -1 + 1e-15, 1e-300, 0.7, 1, 1.001 })]
    [InlineData("Acos", new double[] { -1, -1 + 1e-15, 0, 0.7, 1 - 1e-15, 1, 1.001 })]
    [InlineData("Sinh", new double[] { 700, 709.9, 710.4, 710.5, -710.4 })]
    [InlineData("Cosh", new double[] { 700, 709.9, 710.4, 710.5, -710.4 })]
    [InlineData("ExpM1", new double[] { -36, -38, -50, 700, 709.7, 709.8 })]
    [InlineData("Erfc", new double[] { -6, -0.5, 0.4999, 0.5, 5.9, 20, 26.4, 26.6, 27.3 })]
    public void Special_places_are_exact_to_six_units(string name, double[] x)
    {
        double[] y = Function<double>(name)(x).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            double exact = s_functions[name](x[i]);
            Assert.True(y[i].Equals(exact) || Math.Abs(y[i] - exact) <= 6 * (Math.BitIncrement(Math.Abs(exact)) - Math.Abs(exact)), $"{name}({x[i]:R}) is {exact:R}, not {y[i]:R}");
        }
    }

    [Fact]
    public void Logarithms_and_powers_of_2_are_exact()
    {
        double[] integers = [.. Enumerable.Range(-1074, 2098).Select(i => (double)i)], powers = [.. integers.Select(i => Math.ScaleB(1, (int)i))];
        Assert.Equal(powers, Tensor.Exp2<double>(integers).ToArray());
        Assert.Equal(integers, Tensor.Log2<double>(powers).ToArray());
        float[] singles = [.. Enumerable.Range(-149, 277).Select(i => (float)i)], powersOfSingle = [.. singles.Select(i => MathF.ScaleB(1, (int)i))];
        Assert.Equal(powersOfSingle, Tensor.Exp2<float>(singles).ToArray());
        Assert.Equal(singles, Tensor.Log2<float>(powersOfSingle).ToArray());
    }

    /// <summary>All pairs of coordinates of which some are zero with either sign, tiny, huge, infinite or no number.</summary>
    [Fact]
    public void Angles_and_distances_are_exact_to_six_units()
    {
        double[] coordinates =
        [
            0, -0.0, 5e-324, -1e-310, 1e-300, 1e-17, -1e-8, 0.1, 0.41421356, -0.5, 1, -1, 1.5, 2.41421356, -3, 1e8, -1e17, 1e300, double.MaxValue, -double.MaxValue,
            double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        ];
        double[] y = [.. coordinates.SelectMany(_ => coordinates)], x = [.. coordinates.SelectMany(one => Enumerable.Repeat(one, coordinates.Length))];
        double[] angles = Tensor.Atan2<double>(y, x).ToArray(), distances = Tensor.Hypot<double>(y, x).ToArray();
        float[] singleY = [.. y.Select(value => (float)value)], singleX = [.. x.Select(value => (float)value)], singleAngles = Tensor.Atan2<float>(singleY, singleX).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            AssertSame(Math.Atan2(y[i], x[i]), angles[i], 6 * double.Epsilon, $"Atan2({y[i]:R}, {x[i]:R})");
            AssertSame(double.Hypot(y[i], x[i]), distances[i], double.Epsilon, $"Hypot({y[i]:R}, {x[i]:R})");
            Assert.True(
                MathF.Atan2(singleY[i], singleX[i]) is var exact && (exact.Equals(singleAngles[i]) || MathF.Abs(exact - singleAngles[i]) <= 4 * Unit(exact)),
                $"Atan2({singleY[i]:R}, {singleX[i]:R}) is {exact:R}, not {singleAngles[i]:R}");
        }
    }

    /// <summary>Against numbers that were computed with 50 digits.</summary>
    [Fact]
    public void The_error_function_and_its_complement_are_exact_to_six_units()
    {
        foreach ((double x, double erf, double erfc) in s_errors)
        {
            AssertUnits(erf, Tensor.Erf<double>(x).ToScalar());
            AssertUnits(erfc, Tensor.Erfc<double>(x).ToScalar());
        }
    }

    [Fact]
    public void The_slope_of_Gelu_is_exact_in_both_types()
    {
        double[] x = [.. Enumerable.Range(-1000, 2001).Select(i => i * 0.0147), 0, -0.0, 1e30, -1e30];
        double[] exact = [.. x.Select(x => ErrorFunction.ProbabilityBelow(x) + (x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI)))];
        double[] ofDouble = TensorPullbacks.Gelu<double>(Tensor.Ones<double>(x.Length), x, false).ToArray();
        float[] ofSingle = TensorPullbacks.Gelu<float>(Tensor.Ones<float>(x.Length), x.Select(x => (float)x).ToArray(), false).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(exact[i], ofDouble[i], 1e-15);
            Assert.Equal(exact[i], ofSingle[i], 5e-7);
        }
    }

    /// <summary>The last elements of a tensor do not fill a vector.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_place_of_an_element_does_not_matter(string name)
    {
        float[] x = [.. Enumerable.Range(0, 600).Select(i => MathF.Sin(i) * 5)], all = Function<float>(name)(x).ToArray();
        Half[] halves = [.. x.Select(value => (Half)value)], allHalves = Function<Half>(name)(halves).ToArray();
        for (int length = 0; length < 40; length++)
        {
            Assert.Equal(all[..length], Function<float>(name)(x[..length]).ToArray());
            Assert.Equal(allHalves[3..(3 + length)], Function<Half>(name)(halves[3..(3 + length)]).ToArray());
        }
    }

    private static void AssertClose(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) <= 4e-16 * Math.Abs(pair.First), $"{pair}"));

    private static void AssertSame(double expected, double actual, double slack, string what) =>
        Assert.True(
            expected.Equals(actual) || Math.Abs(actual - expected) <= (6 * (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected))) + slack, $"{what} is {expected:R}, not {actual:R}");

    private static void AssertUnits(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 6 * (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected)), $"{expected:R} is {actual:R}");

    private static Func<Tensor<T>, Tensor<T>> Function<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "Exp" => Tensor.Exp,
            "Sigmoid" => Tensor.Sigmoid,
            "Tanh" => Tensor.Tanh,
            "Softplus" => Tensor.Softplus,
            "ExpM1" => Tensor.ExpM1,
            "LogP1" => Tensor.LogP1,
            "Exp2" => Tensor.Exp2,
            "Log2" => Tensor.Log2,
            "Sinh" => Tensor.Sinh,
            "Cosh" => Tensor.Cosh,
            "Asinh" => Tensor.Asinh,
            "Acosh" => Tensor.Acosh,
            "Atanh" => Tensor.Atanh,
            "Asin" => Tensor.Asin,
            "Acos" => Tensor.Acos,
            "Atan" => Tensor.Atan,
            "Erf" => Tensor.Erf,
            "Erfc" => Tensor.Erfc,
            "Gelu" => static x => Tensor.Gelu(x),
            "Elu" => static x => Tensor.Elu(x),
            _ => Tensor.Selu,
        };

    private static double Unit(float x) => MathF.Abs(x) < float.MaxValue ? (double)MathF.BitIncrement(MathF.Abs(x)) - MathF.Abs(x) : MathF.Abs(x) - (double)MathF.BitDecrement(MathF.Abs(x));
}
