using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// The logarithm of the gamma function's absolute value, to the accuracy of <see cref="double"/>: near its zeros at 1 and 2 from its Taylor series around 2, whose coefficients are
/// <c>(-1)^k (ζ(k) - 1) / k</c>, beyond from Stirling's (Abramowitz and Stegun, "Handbook of mathematical functions", 1964, 6.1.33 and 6.1.41). Narrower types are rounded from it.
/// </summary>
internal static class LogGammaFunction
{
    /// <summary>From here on Stirling's series is used.</summary>
    private const double Far = 12;

    /// <summary>Those of <c>z</c>, <c>z²</c>, … at <c>2 + z</c>.</summary>
    private static ReadOnlySpan<double> NearTwo =>
    [
        0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546,
        -0.007385551028673986, 0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425,
        -0.00022315475845357939, 9.945751278180853e-05, -4.492623673813314e-05, 2.050721277567069e-05,
        -9.439488275268397e-06, 4.374866789907488e-06, -2.039215753801366e-06, 9.55141213040742e-07,
        -4.492469198764566e-07, 2.1207184805554665e-07, -1.0043224823968099e-07, 4.7698101693639804e-08,
        -2.2711094608943164e-08, 1.0838659214896955e-08, -5.183475041970047e-09, 2.4836745438024785e-09,
        -1.1921401405860912e-09, 5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10,
        -6.4229645638381e-11,
    ];

    /// <summary>Those of <c>1 / x</c>, <c>1 / x³</c>, …: <c>B(2k) / (2k (2k - 1))</c> with Bernoulli's numbers.</summary>
    private static ReadOnlySpan<double> Stirling =>
    [
        0.08333333333333333, -0.002777777777777778, 0.0007936507936507937, -0.0005952380952380953,
        0.0008417508417508417, -0.0019175269175269176, 0.00641025641025641, -0.029550653594771242,
        0.17964437236883057, -1.3924322169059011,
    ];

    public static T Of<T>(T x)
        where T : INumberBase<T> => T.CreateTruncating(Of(double.CreateTruncating(x)));

    /// <summary>What Stirling's formula <c>(x - 1/2) Log(x) - x + Log(2π) / 2</c> lacks, of numbers from 12 on.</summary>
    public static double BehindStirling(double x) => Polynomial.Of(Stirling, 1 / x / x) / x;

    /// <summary><c>Log(r) - (r - 1)</c>, which is left where a large power is divided by a gamma function, and small near 1.</summary>
    public static double LogExcess(double ratio) => Math.Abs(ratio - 1) > 0.5 ? Math.Log(ratio) - (ratio - 1) : NearZero.LogP1(ratio - 1) - (ratio - 1);

    private static double Of(double x) => x switch
    {
        <= 0 when x == Math.Floor(x) => double.PositiveInfinity,
        < 0 => Math.Log(Math.PI) - Math.Log(-x) - Math.Log(Math.Abs(double.SinPi(x))) - Of(-x),
        < 0.5 => AtTwoPlus(x) - Math.Log(x * (1 + x)),
        < 1.5 => AtTwoPlus(x - 1) - NearZero.LogP1(x - 1),
        < 2.5 => AtTwoPlus(x - 2),
        < Far => Middle(x),
        double.PositiveInfinity => x,
        _ => ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + BehindStirling(x),
    };

    /// <summary>At <c>2 + z</c>, for z from -1/2 to 1/2.</summary>
    private static double AtTwoPlus(double z) => z * Polynomial.Of(NearTwo, z);

    /// <summary>By <c>Γ(x) = (x - 1) Γ(x - 1)</c>.</summary>
    private static double Middle(double x)
    {
        double product = 1;
        while (x >= 2.5)
            product *= --x;
        return AtTwoPlus(x - 2) + Math.Log(product);
    }
}
