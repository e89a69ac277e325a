using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// The derivatives of the logarithm of the gamma function, to nearly the accuracy of <see cref="double"/>: by their recurrence far enough to the right for their asymptotic series, and from the
/// left by reflection (Abramowitz and Stegun, "Handbook of mathematical functions", 1964, 6.3.18, 6.4.6, 6.4.7 and 6.4.11). Narrower types are rounded from it.
/// </summary>
internal static class PolygammaFunction
{
    /// <summary>From here on, and as much further as the order is, the series is used.</summary>
    private const double Far = 12;

    /// <summary>The zero of the digamma function, and what is lacking for it to be exact.</summary>
    private const double Root = 1.4616321449683622, RestOfRoot = 9.549995429965697e-17;

    /// <summary>How far from the zero its Taylor series is used.</summary>
    private const double AroundRoot = 0.25;

    /// <summary>Bernoulli's numbers of the orders 2, 4, ….</summary>
    private static ReadOnlySpan<double> Bernoulli =>
    [
        0.16666666666666666, -0.03333333333333333, 0.023809523809523808, -0.03333333333333333,
        0.07575757575757576, -0.2531135531135531, 1.1666666666666667, -7.092156862745098,
        54.971177944862156, -529.1242424242424, 6192.123188405797, -86580.25311355312,
    ];

    /// <summary>The digamma function's coefficients around its zero, that of the first power first: its derivatives, divided by factorials.</summary>
    private static ReadOnlySpan<double> AtRoot =>
    [
        0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.16394270544240652,
        0.10782405069126237, -0.07219956125645471, 0.04880428816414311, -0.03316112647484736,
        0.022597648232218104, -0.01542476590494896, 0.010538791616612175, -0.007204534386356869,
        0.004926781395729853, -0.003369801655439328, 0.002305126326734928, -0.0015769367714301972,
        0.0010788252019162967, -0.0007380709389960052, 0.000504953265834602, -0.0003454680251063077,
        0.00023635601564027053, -0.00016170622091974803, 0.0001106337276874741, -7.569179582195066e-05,
        5.178575795222081e-05,
    ];

    /// <summary>The derivative of this order of the digamma function.</summary>
    public static T Of<T>(int order, T x)
        where T : INumberBase<T> => T.CreateTruncating(order == 0 ? Digamma(double.CreateTruncating(x)) : Of(order, double.CreateTruncating(x)));

    private static double Digamma(double x)
    {
        if (x == 0)
            return double.CopySign(double.PositiveInfinity, -x);
        if (x < 0)
            return x == Math.Floor(x) ? double.NaN : Digamma(1 - x) - (Math.PI / double.TanPi(x));
        if (Math.Abs(x - Root) < AroundRoot)
            return (x - Root - RestOfRoot) * Polynomial.Of(AtRoot, x - Root - RestOfRoot);
        double sum = 0;
        for (; x < Far; x++)
            sum -= 1 / x;
        double power = 1, square = 1 / x / x, series = 0;
        for (int k = 1; k <= Bernoulli.Length; k++)
            series += Bernoulli[k - 1] / (2 * k) * (power *= square);
        return sum + Math.Log(x) - (0.5 / x) - series;
    }

    private static double Of(int order, double x)
    {
        if (x <= 0 && x == Math.Floor(x))
            return int.IsOddInteger(order) && double.IsFinite(x) ? double.PositiveInfinity : double.NaN;
        if (x < 0)
            return (int.IsOddInteger(order) ? -Of(order, 1 - x) : Of(order, 1 - x)) - (Math.PI * SlopeOfCotangent(order, x));
        if (x == double.PositiveInfinity)
            return 0;
        double sum = 0;
        for (; x < Far + order; x++)
            sum += FactorialOverPower(order, x);
        sum += FactorialOverPower(order, x) * Series(order, x);
        return int.IsOddInteger(order) ? sum : -sum;
    }

    /// <summary><c>order! / x^(order + 1)</c>, without an overflow on the way.</summary>
    private static double FactorialOverPower(int order, double x)
    {
        double product = 1 / x;
        for (int i = 1; i <= order; i++)
            product *= i / x;
        return product;
    }

    /// <summary>The sum <c>x / n + 1/2 + Σ B(2k) (n + 2k - 1)! / ((2k)! n! x^(2k - 1))</c> for the order n.</summary>
    private static double Series(int order, double x)
    {
        double sum = (x / order) + 0.5, factor = (order + 1) / 2.0 / x;
        for (int k = 1; k <= Bernoulli.Length; k++)
        {
            sum += Bernoulli[k - 1] * factor;
            factor *= (order + (2.0 * k)) * (order + (2.0 * k) + 1) / ((2.0 * k) + 1) / ((2.0 * k) + 2) / x / x;
        }
        return sum;
    }

    /// <summary>
    /// The derivative of this order of <c>cot(πx)</c>. Each is a polynomial of the cotangent c, since c has the derivative <c>-π (1 + c²)</c>.
    /// </summary>
    private static double SlopeOfCotangent(int order, double x)
    {
        double[] coefficients = new double[order + 2];
        coefficients[1] = 1;
        for (int degree = 1; degree <= order; degree++)
        {
            double[] slopes = new double[order + 2];
            for (int power = 1; power <= degree; power++)
            {
                slopes[power - 1] -= Math.PI * power * coefficients[power];
                slopes[power + 1] -= Math.PI * power * coefficients[power];
            }
            coefficients = slopes;
        }
        return Polynomial.Of(coefficients, 1 / double.TanPi(x));
    }
}
