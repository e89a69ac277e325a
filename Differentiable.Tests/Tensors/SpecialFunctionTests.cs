using System.Globalization;
using Differentiable.Tensors;
using Differentiable.Tests.Conformance;

namespace Differentiable.Tests.Tensors;

/// <summary>Special functions: their accuracy, and their edges.</summary>
public class SpecialFunctionTests
{
    /// <summary>Arguments and values, which were computed with 50 digits.</summary>
    private static readonly Dictionary<string, (double X, double Y)[]> s_values = new()
    {
        ["LogGamma"] =
        [
            (1e-300, 690.7755278982137), (1e-10, 23.025850929882736), (0.1, 2.252712651734206), (0.4999, 0.5725613186041184),
            (0.7, 0.26086724653166654), (0.9999999, 5.772157468444193e-08), (1.0000001, -5.772155829918507e-08),
            (1.4616, -0.12148629003589732), (1.999999, -4.227840125965854e-07), (2.000001, 4.2278465762452923e-07),
            (2.5, 0.2846828704729192), (5.5, 3.9578139676187165), (11.99, 17.477885575426185), (100.25, 360.28455963776423),
            (1000000000000000.0, 3.3538776394910668e+16), (1e+300, 6.897755278982137e+302), (-1e-12, 27.631021115929126),
            (-0.5, 1.2655121234846454), (-3.6, -1.3989454782674617), (-50.3, -148.29858791330844),
        ],
        ["Digamma"] =
        [
            (1e-300, -9.999999999999999e+299), (0.1, -10.423754940411076), (1.2, -0.2890398965921884), (1.4616, -3.110625123034165e-05),
            (1.47, 0.008066489011364869), (1.75, 0.24747245354686118), (5.5, 1.6110931485817512), (12.0, 2.442661679975812),
            (1000000000000000.0, 34.538776394910684), (-1e-12, 999999999999.4229), (-0.3, 2.113309779635399),
            (-3.6, 0.39267528447471195), (-50.3, 6.210413167857633),
        ],
        ["Polygamma 1"] =
        [
            (0.001, 1000001.6425331958), (0.1, 101.43329915079275), (3.3, 0.3535015418410618), (15.5, 0.06664201358327597),
            (-0.3, 13.945160267805722), (-3.6, 10.668848856217378), (-10.1, 103.26156923946725),
        ],
        ["Polygamma 2"] =
        [
            (0.001, -2000000002.3976321), (0.1, -2001.8614573783436), (3.3, -0.12375118526494272), (15.5, -0.004439518913277244),
            (-0.3, 67.63908119988317), (-3.6, -22.334929639394158), (-10.1, 1998.650780070702),
        ],
        ["Polygamma 3"] =
        [
            (0.001, 6000000000006.469), (0.1, 60004.51287679026), (3.3, 0.08584966733688494), (15.5, 0.0005912808080750433),
            (-0.3, 766.6198904191685), (-3.6, 283.57410304858166), (-10.1, 60014.25021906147),
        ],
        ["Polygamma 5"] =
        [
            (0.001, 1.1999999999999998e+20), (0.1, 120000069.30751093), (3.3, 0.12084171431847723), (15.5, 3.143061664181488e-05),
            (-0.3, 165634.3818520859), (-3.6, 31893.155070171848), (-10.1, 120000297.90873627),
        ],
        ["Polygamma 12"] =
        [
            (0.001, -4.7900159999999986e+47), (0.1, -4.790016000000135e+21), (3.3, -90.02205050685372), (15.5, -2.9899939241961545e-07),
            (-0.3, 3004370619256656.0), (-3.6, -71010055016662.34), (-10.1, 4.790015999998475e+21),
        ],
        ["Polygamma 40"] =
        [
            (0.001, -8.15915283247897e+170), (0.1, -8.159152832478958e+88), (3.3, -4.493470986008627e+26), (15.5, -0.13911557303887528),
            (-0.3, 2.2370393559400477e+69), (-3.6, -1.6872731577421762e+64), (-10.1, 8.159152832480165e+88),
        ],
        ["ErfInverse"] =
        [
            (1e-300, 8.86226925452758e-301), (1e-09, 8.86226925452758e-10), (0.001, 0.0008862271574665521), (0.1, 0.08885599049425769),
            (0.3, 0.2724627147267543), (0.49, 0.46586860023505733), (0.5, 0.4769362762044699), (0.51, 0.4881220505159588),
            (0.7, 0.7328690779592167), (0.9, 1.1630871536766743), (0.99, 1.8213863677184494), (0.999999, 3.458910737275499),
            (0.9999999999, 4.572824958544925), (0.9999999999999999, 5.8635847487551676),
        ],
        ["BesselI0e"] =
        [
            (0.0, 1.0), (1e-10, 0.9999999999), (0.1, 0.9071009257823011), (1.0, 0.46575960759364043), (3.3, 0.23024798447142644),
            (7.9, 0.14436986414104191), (8.0, 0.14343178185685032), (8.1, 0.14251180948829528), (12.5, 0.1140219294622889),
            (50.0, 0.05656162664745419), (1000.0, 0.012617240455891257), (10000000000.0, 3.9894228040641945e-06),
            (-2.5, 0.27004644161220276), (-20.0, 0.08978031188482602),
        ],
        ["BesselI1e"] =
        [
            (0.0, 0.0), (1e-10, 4.9999999995e-11), (0.1, 0.045298446808809324), (1.0, 0.20791041534970844), (3.3, 0.19109017276102952),
            (7.9, 0.13489649943989376), (8.0, 0.13414249329269817), (8.1, 0.13340068832583662), (12.5, 0.10936143099065089),
            (50.0, 0.0559931238928954), (1000.0, 0.012610930256928629), (10000000000.0, 3.989422803864723e-06),
            (-2.5, -0.20658464953126657), (-20.0, -0.08750622218328867),
        ],
    };

    public static TheoryData<string> Names => [.. s_values.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_have_13_digits(string name)
    {
        foreach ((double x, double y) in s_values[name])
        {
            double actual = Of(name, x).ToScalar();
            Assert.True(Math.Abs(actual - y) <= 1e-14 * Math.Abs(y), $"{name} at {x:R} is {y:R}, not {actual:R}.");
        }
    }

    [Fact]
    public void The_gamma_function_at_its_poles_and_infinities()
    {
        Tensor<double> x = new[] { 0, -0.0, -1, -2, double.PositiveInfinity, double.NegativeInfinity, double.NaN };
        const double Infinity = double.PositiveInfinity, NaN = double.NaN;
        Expect.Equal([Infinity, Infinity, Infinity, Infinity, Infinity, Infinity, NaN], Tensor.LogGamma(x));
        Expect.Equal([-Infinity, Infinity, NaN, NaN, Infinity, NaN, NaN], Tensor.Digamma(x));
        Expect.Equal([Infinity, Infinity, Infinity, Infinity, 0, NaN, NaN], Tensor.Polygamma(1, x));
        Expect.Equal([NaN, NaN, NaN, NaN, 0, NaN, NaN], Tensor.Polygamma(2, x));
        Assert.Equal([0, 0], Tensor.LogGamma<double>(new double[] { 1, 2 }).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>("order", () => Tensor.Polygamma(-1, x));
    }

    /// <summary>Computed with 40 digits, as are those of the other functions of several arguments.</summary>
    [Theory]
    [InlineData(0.01, 1e-05, 0.8963367982671973, -9.816725261192564)]
    [InlineData(0.5, 0.2, 0.4729107431344619, -0.8201614064863388)]
    [InlineData(1, 2.5, 0.9179150013761012, -0.14750938839438613)]
    [InlineData(2.5, 0.001, 9.50853459860795e-09, -7.61728094459622e-08)]
    [InlineData(3, 3.9, 0.7468748973702161, -0.1850191899314658)]
    [InlineData(3, 4.1, 0.7761860186992143, -0.17144845454157664)]
    [InlineData(12.5, 12.5, 0.5376263370733864, -0.11359423051433079)]
    [InlineData(50, 30, 0.0005188914625480343, -0.0002830094447125904)]
    [InlineData(50, 80, 0.9998692160234086, -6.656624190876828e-05)]
    [InlineData(100, 100, 0.5132987982791487, -0.03992749785778605)]
    [InlineData(1000, 1030, 0.828911903882394, -0.007996539402089308)]
    public void The_lower_incomplete_gamma_function_and_its_derivative_by_the_order(double a, double x, double value, double slope)
    {
        Assert.Equal(1, Tensor.IncompleteGamma<double>(a, x).ToScalar() / value, 1e-13);
        Assert.Equal(1, Gradients.Of(a => Tensor.IncompleteGamma(a, x), a)!.ToScalar() / slope, 1e-12);
        Assert.Equal(1, Tensor.IncompleteGamma<double>(a, x).ToScalar() + Tensor.IncompleteGammaComplement<double>(a, x).ToScalar(), 1e-15);
    }

    [Theory]
    [InlineData(0.5, 20, 2.539628589470865e-10)]
    [InlineData(1, 40, 4.248354255291589e-18)]
    [InlineData(2.5, 100, 2.8406228986415315e-41)]
    [InlineData(12.5, 60, 2.214306062966714e-14)]
    [InlineData(100, 150, 5.924540335483916e-06)]
    [InlineData(10000, 10500, 4.2758724550596475e-07)]
    public void The_upper_incomplete_gamma_function_keeps_its_digits_where_it_is_small(double a, double x, double value) =>
        Assert.Equal(1, Tensor.IncompleteGammaComplement<double>(a, x).ToScalar() / value, 1e-12);

    [Theory]
    [InlineData(0.5, 0.5, 0.3, 0.36901011956554536, -0.6428114811572838, 0.46874458391550544)]
    [InlineData(2, 3, 0.4, 0.5248, -0.24086937608755657, 0.15634433641359877)]
    [InlineData(2, 3, 0.9, 0.9963, -0.0037206817498923414, 0.007619564844077965)]
    [InlineData(0.1, 5, 0.0001, 0.4870017223509281, -3.535099951244189, 0.01065694719170676)]
    [InlineData(40, 60, 0.4, 0.5054370011155949, -0.04909856942805236, 0.032686938373989206)]
    [InlineData(500, 700, 0.43, 0.8256849209944329, -0.00867341122345392, 0.006366313038048467)]
    public void The_incomplete_beta_function_and_its_derivatives_by_the_parameters(double a, double b, double x, double value, double slopeA, double slopeB)
    {
        Assert.Equal(1, Tensor.IncompleteBeta<double>(a, b, x).ToScalar() / value, 1e-13);
        Assert.Equal(1, Gradients.Of(a => Tensor.IncompleteBeta(a, b, x), a)!.ToScalar() / slopeA, 1e-11);
        Assert.Equal(1, Gradients.Of(b => Tensor.IncompleteBeta(a, b, x), b)!.ToScalar() / slopeB, 1e-11);
    }

    [Fact]
    public void Incomplete_functions_at_their_ends()
    {
        const double Infinity = double.PositiveInfinity, NaN = double.NaN;
        Expect.Equal([0, 1, NaN, NaN, NaN, NaN, 0, NaN], Tensor.IncompleteGamma<double>(new[] { 2, 2, 2, 0, -1, NaN, Infinity, Infinity }, new[] { 0, Infinity, -1, 1, 1, 1, 5, Infinity }));
        Expect.Equal([1, 0, NaN, 1], Tensor.IncompleteGammaComplement<double>(new[] { 2, 2, 2, Infinity }, new[] { 0, Infinity, -1, 5 }));
        Expect.Equal([0, 1, NaN, NaN, NaN, NaN], Tensor.IncompleteBeta<double>(new[] { 2, 2, 2, 0, 2, NaN }, 3, new[] { 0, 1, 1.5, 0.5, NaN, 0.5 }));
        Expect.Equal([0, 1, Infinity], Gradients.Of(x => Tensor.IncompleteGamma(new double[] { 2, 1, 0.5 }, x), new double[3]));
        Assert.Contains("third", Assert.Throws<GradientNotRegisteredException>(() => Gradient.Of(Gradient.Of(Gradient.Of<double>(a => Tensor.IncompleteGamma(a, 1))))(2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_inverse_error_function_at_its_ends()
    {
        Tensor<double> x = new[] { -1, -0.0, 0, 1, 1.5, double.NaN };
        Expect.Equal([double.NegativeInfinity, -0.0, 0, double.PositiveInfinity, double.NaN, double.NaN], Tensor.ErfInverse(x));
        Assert.True(double.IsNegative(Tensor.ErfInverse(x).ToArray()[1]));
        Expect.Equal(double.PositiveInfinity, Gradients.Of(Tensor.ErfInverse, 1));
    }

    [Fact]
    public void Bessel_functions_at_0_and_the_infinities()
    {
        Tensor<double> x = new[] { 0, double.PositiveInfinity, double.NegativeInfinity, double.NaN };
        Expect.Equal([1, 0, 0, double.NaN], Tensor.BesselI0e(x));
        Expect.Equal([0, 0, 0, double.NaN], Tensor.BesselI1e(x));
        Expect.Equal(0, Gradients.Of(Tensor.BesselI0e, 0));
        Expect.Equal(0.5, Gradients.Of(Tensor.BesselI1e, 0));
        Expect.Equal(0, Gradients.Of(x => Gradient.Of<double>(Tensor.BesselI1e)(x), 0));
    }

    [Fact]
    public void Narrower_types_are_rounded_from_double()
    {
        Assert.Equal((float)Tensor.LogGamma<double>(0.3f).ToScalar(), Tensor.LogGamma<float>(0.3f).ToScalar());
        Assert.Equal((Half)Tensor.ErfInverse<double>(0.5).ToScalar(), Tensor.ErfInverse<Half>((Half)0.5).ToScalar());
    }

    private static Tensor<double> Of(string name, Tensor<double> x) => name.Split(' ') switch
    {
        ["LogGamma"] => Tensor.LogGamma(x),
        ["Digamma"] => Tensor.Digamma(x),
        ["ErfInverse"] => Tensor.ErfInverse(x),
        ["BesselI0e"] => Tensor.BesselI0e(x),
        ["BesselI1e"] => Tensor.BesselI1e(x),
        [_, var order] => Tensor.Polygamma(int.Parse(order, CultureInfo.InvariantCulture), x),
        _ => throw new ArgumentException(name, nameof(name)),
    };
}
