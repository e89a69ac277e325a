using Differentiable;

namespace OptionGreeks;

/// <summary>The standard normal distribution.</summary>
internal static partial class Normal
{
    private const double LastOfTheQuotient = 7.07106781186547, LastAboveZero = 37;

    /// <summary>The probability of less than x, to about fifteen digits.</summary>
    /// <remarks>With <c>Math.Abs(x)</c> for the branch, the density at zero would come out as 0, the derivative at a kink.</remarks>
    [Differentiable]
    public static double Cdf(double x) => x > 0 ? 1 - Tail(x) : Tail(-x);

    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>
    /// The probability of more than x, for x that is not negative (G. West, "Better approximations to cumulative normal functions",
    /// 2005, after J. F. Hart, "Computer Approximations", 1968, algorithm 5666).
    /// </summary>
    [Differentiable]
    public static double Tail(double x)
    {
        if (x > LastAboveZero)
            return 0;
        double exponential = Math.Exp(-x * x / 2);
        if (x > LastOfTheQuotient)
            return exponential / (Math.Sqrt(2 * Math.PI) * (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))));

        double numerator = (((((3.52624965998911e-02 * x + 0.700383064443688) * x + 6.37396220353165) * x + 33.912866078383) * x
            + 112.079291497871) * x + 221.213596169931) * x + 220.206867912376;
        double denominator = ((((((8.83883476483184e-02 * x + 1.75566716318264) * x + 16.064177579207) * x + 86.7807322029461) * x
            + 296.564248779674) * x + 637.333633378831) * x + 793.826512519948) * x + 440.413735824752;
        return exponential * numerator / denominator;
    }
}
