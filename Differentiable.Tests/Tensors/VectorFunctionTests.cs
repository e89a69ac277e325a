using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Elementary functions that are computed on vectors: how exact they are, and what they are at the edges.</summary>
public class VectorFunctionTests
{
    public static TheoryData<string> Names => ["Exp", "Sigmoid", "Tanh", "Softplus"];

    private static float[] Edges => [0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, 1e-20f, 1f, -1f, 88.7f, 88.8f, -87.5f, -103.9f, -104.5f, 1e30f, -1e30f, float.MaxValue, float.MinValue];

    [Theory]
    [MemberData(nameof(Names))]
    public void Floats_are_within_three_units_in_the_last_place(string name)
    {
        float[] x = [.. Edges, .. Enumerable.Range(0, 1 << 18).Select(i => BitConverter.UInt32BitsToSingle((uint)i * 16381)).Where(float.IsFinite)];
        float[] y = Function<float>(name)(x).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            double exact = Exact(name, x[i]);
            if (Math.Abs(exact) > float.MaxValue)
                Assert.Equal(float.PositiveInfinity, y[i]);
            else
                Assert.True(Math.Abs(y[i] - exact) <= 3 * Unit((float)exact), $"{name}({x[i]:R}) is {exact:R}, not {y[i]:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Doubles_are_within_four_units_in_the_last_place(string name)
    {
        double[] x = [.. Edges, 709.7, -708.5, -744.5, -745.2, .. Enumerable.Range(0, 1 << 17).Select(i => 60.0 * i / (1 << 16) - 60), .. Enumerable.Range(-320, 320).Select(i => Math.Pow(10, i))];
        double[] y = Function<double>(name)(x).ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            double exact = Exact(name, x[i]);
            Assert.True(Math.Abs(y[i] - exact) <= 4 * (Math.BitIncrement(Math.Abs(exact)) - Math.Abs(exact)) || y[i] == exact, $"{name}({x[i]:R}) is {exact:R}, not {y[i]:R}");
        }
    }

    [Theory]
    [InlineData("Exp", 0, double.PositiveInfinity)]
    [InlineData("Sigmoid", 0, 1)]
    [InlineData("Tanh", -1, 1)]
    [InlineData("Softplus", 0, double.PositiveInfinity)]
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

    [Fact]
    public void Tanh_keeps_the_sign_of_zero() => Assert.Equal([true, false], Tensor.Tanh<float>((float[])[-0f, 0f]).ToArray().Select(float.IsNegative));

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

    private static Func<Tensor<T>, Tensor<T>> Function<T>(string name)
        where T : unmanaged, IFloatingPointIeee754<T> => name switch
        {
            "Exp" => Tensor.Exp,
            "Sigmoid" => Tensor.Sigmoid,
            "Tanh" => Tensor.Tanh,
            _ => Tensor.Softplus,
        };

    private static double Exact(string name, double x) => name switch
    {
        "Exp" => Math.Exp(x),
        "Sigmoid" => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x)),
        "Tanh" => Math.Tanh(x),
        _ => Math.Max(x, 0) + LogP1(Math.Exp(-Math.Abs(x))),
    };

    /// <summary>The rounding of <c>1 + x</c> is taken back (W. Kahan).</summary>
    private static double LogP1(double x) => 1 + x is var sum && sum == 1 ? x : Math.Log(sum) * x / (sum - 1);

    private static double Unit(float x) => MathF.Abs(x) < float.MaxValue ? (double)MathF.BitIncrement(MathF.Abs(x)) - MathF.Abs(x) : MathF.Abs(x) - (double)MathF.BitDecrement(MathF.Abs(x));
}
