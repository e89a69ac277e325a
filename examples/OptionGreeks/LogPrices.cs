using Differentiable;

namespace OptionGreeks;

/// <summary>The logarithms of the prices at maturity: median + loadings · z, with independent normals z.</summary>
internal static partial class LogPrices
{
    /// <summary>Computes the medians, and the rows of the loadings, from a vector like that of <see cref="Market"/>.</summary>
    [Differentiable]
    public static void Prepare(ReadOnlySpan<double> market, int assets, Span<double> medians, Span<double> loadings)
    {
        ReadOnlySpan<double> spots = market[..assets], volatilities = market.Slice(assets, assets);
        ReadOnlySpan<double> yields = market.Slice(2 * assets, assets), correlations = market[(3 * assets)..^3];
        double rate = market[^3], maturity = market[^2], root = Math.Sqrt(maturity);
        Correlation.Cholesky(correlations, assets, loadings);
        for (int i = 0; i < assets; i++)
        {
            medians[i] = Math.Log(spots[i]) + (rate - yields[i] - volatilities[i] * volatilities[i] / 2) * maturity;
            for (int k = 0; k <= i; k++)
                loadings[i * assets + k] *= volatilities[i] * root;
        }
    }

    [Differentiable]
    public static double Dot(ReadOnlySpan<double> loadings, [NonDifferentiable] ReadOnlySpan<double> z)
    {
        double sum = 0;
        for (int k = 0; k < z.Length; k++)
            sum += loadings[k] * z[k];
        return sum;
    }
}
