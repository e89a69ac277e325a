using Differentiable;

namespace OptionGreeks;

/// <summary>
/// Calls on a basket of lognormal assets, by Monte Carlo. Each function is the mean over the paths that it is given, so that one call
/// of its generated gradient gives all Greeks of first order, and one product with its Hessian a row of those of second order.
/// What a path adds is multiplied inside the loop: so each is reversed on the spot, and nothing is kept for the way back.
/// </summary>
/// <remarks>
/// The payoff max(B − K, 0) has a kink. Path by path its first derivative exists almost everywhere, and the mean of it is the
/// derivative of the price; but its second derivative is zero almost everywhere, and so would be the mean. Therefore the last asset's own
/// normal is not drawn: given the others, its price is lognormal, and Black's formula says what the option pays on average. That is
/// smooth, has the same expectation, and less noise (P. Glasserman, "Monte Carlo Methods in Financial Engineering", 2003, chapter 7, on
/// smoothing by conditional expectation). Rounding off the kink would be less work, but is biased, and the less so the noisier gamma is.
/// </remarks>
internal static partial class BasketOption
{
    /// <summary>How many normals a path takes: one an asset, but none for the last.</summary>
    public static int NormalsPerPath(int assets) => assets - 1;

    /// <summary>The call on the sum of weight × price.</summary>
    [Differentiable]
    public static double Arithmetic(ReadOnlySpan<double> market,
        [NonDifferentiable] ReadOnlySpan<double> weights, [NonDifferentiable] ReadOnlySpan<double> normals)
    {
        int assets = weights.Length, last = assets - 1, paths = normals.Length / last;
        double rate = market[^3], maturity = market[^2], strike = market[^1];
        double[] medians = new double[assets], loadings = new double[assets * assets];
        LogPrices.Prepare(market, assets, medians, loadings);
        double deviation = loadings[last * assets + last];

        double share = Math.Exp(-rate * maturity) / paths, sum = 0;
        for (int path = 0; path < paths; path++)
        {
            ReadOnlySpan<double> z = normals.Slice(path * last, last);
            double known = 0;
            for (int i = 0; i < last; i++)
                known += weights[i] * Math.Exp(medians[i] + LogPrices.Dot(loadings.AsSpan(i * assets, last), z));
            double mean = medians[last] + LogPrices.Dot(loadings.AsSpan(last * assets, last), z);
            double forward = weights[last] * Math.Exp(mean + deviation * deviation / 2);
            sum += share * CallOrForward(forward, strike - known, deviation);
        }
        return sum;
    }

    /// <summary>The call on the product of price ^ weight, which has a formula of its own to compare with.</summary>
    [Differentiable]
    public static double Geometric(ReadOnlySpan<double> market,
        [NonDifferentiable] ReadOnlySpan<double> weights, [NonDifferentiable] ReadOnlySpan<double> normals)
    {
        int assets = weights.Length, last = assets - 1, paths = normals.Length / last;
        double rate = market[^3], maturity = market[^2], strike = market[^1];
        double[] medians = new double[assets], loadings = new double[assets * assets];
        LogPrices.Prepare(market, assets, medians, loadings);
        double deviation = weights[last] * loadings[last * assets + last];

        double share = Math.Exp(-rate * maturity) / paths, sum = 0;
        for (int path = 0; path < paths; path++)
        {
            ReadOnlySpan<double> z = normals.Slice(path * last, last);
            double mean = 0;
            for (int i = 0; i < assets; i++)
                mean += weights[i] * (medians[i] + LogPrices.Dot(loadings.AsSpan(i * assets, last), z));
            sum += share * CallOrForward(Math.Exp(mean + deviation * deviation / 2), strike, deviation);
        }
        return sum;
    }

    /// <summary>Where the other assets pay for the strike already, the call is exercised for sure.</summary>
    [Differentiable]
    public static double CallOrForward(double forward, double strike, double deviation) =>
        strike > 0 ? BlackScholes.Expected(OptionKind.Call, forward, strike, deviation) : forward - strike;
}
