using OptionGreeks;

namespace Differentiable.Tests.Examples;

/// <summary>The Monte Carlo prices: their derivatives on given paths, and what they converge to.</summary>
public class BasketOptionTests
{
    private const double Step = 1e-5;

    private static readonly Market s_market = Market.Example;
    private static readonly double[] s_weights = [0.2, 0.3, 0.1, 0.4];
    private static readonly Simulation s_simulation = new(paths: 20_000, seed: 5, BasketOption.NormalsPerPath(s_market.Assets));

    public static TheoryData<string> Prices => ["arithmetic", "geometric"];

    [Theory]
    [MemberData(nameof(Prices))]
    public void Gradient_IsThatOfDifferencesOnTheSamePaths(string name)
    {
        BasketPrice price = PriceOf(name);

        double[] gradient = Gradient(price, s_market.Values);
        for (int i = 0; i < s_market.Count; i++)
        {
            double slope = Slope(i, values => price.Value(values, s_weights, s_simulation.Batch(0)));
            Assert.Equal(slope, gradient[i], 1e-6 * (1 + Math.Abs(slope)));
        }
    }

    [Theory]
    [MemberData(nameof(Prices))]
    public void HessianProduct_IsThatOfDifferencesOfGradients(string name)
    {
        BasketPrice price = PriceOf(name);

        for (int i = 0; i < s_market.Count; i++)
        {
            double[] product = HessianTimes(price, s_market.Unit(i));
            for (int k = 0; k < s_market.Count; k++)
                Assert.Equal(Slope(i, values => Gradient(price, values)[k]), product[k], 1e-5 * (1 + Math.Abs(product[k])));
        }
    }

    /// <summary>Euler's theorem: twice the spots and twice the strike make twice the price, and the same deltas, path by path.</summary>
    [Fact]
    public void ArithmeticBasket_IsHomogeneousInSpotsAndStrike()
    {
        double[] direction = [.. s_market.Values.Select((value, i) => i < s_market.Assets || i == s_market.Strike ? value : 0)];
        double[] gradient = Gradient(BasketPrice.Arithmetic, s_market.Values), product = HessianTimes(BasketPrice.Arithmetic, direction);

        double price = BasketOption.Arithmetic(s_market.Values, s_weights, s_simulation.Batch(0));
        Assert.Equal(price, direction.Zip(gradient, (v, derivative) => v * derivative).Sum(), 1e-11);
        Assert.All(Enumerable.Range(0, s_market.Assets).Append(s_market.Strike), i => Assert.Equal(0, product[i], 1e-12));
    }

    [Fact]
    public void OneAsset_IsWithinTheErrorsOfBlackScholes() => AssertWithinErrors(Comparison.OfOneAsset(s_market, s_simulation));

    [Fact]
    public void GeometricBasket_IsWithinTheErrorsOfItsFormula() =>
        AssertWithinErrors(Comparison.OfGeometricBasket(s_market, s_weights, s_simulation));

    [Fact]
    public void FormulaOfTheGeometricBasket_HasTheGradientAndGammaOfDifferences()
    {
        GeometricFormula formula = new(s_market, s_weights);
        double[] gradient = formula.Gradient();
        for (int i = 0; i < s_market.Count; i++)
            Assert.Equal(Slope(i, values => Formula(values).Price), gradient[i], 1e-6 * (1 + Math.Abs(gradient[i])));
        for (int i = 0; i < s_market.Assets; i++)
            for (int j = 0; j < s_market.Assets; j++)
                Assert.Equal(Slope(i, values => Formula(values).Gradient()[j]), formula.Gamma(i, j), 1e-8);
    }

    [Fact]
    public void Cholesky_IsARootOfTheCorrelations()
    {
        int assets = s_market.Assets;
        double[] factor = new double[assets * assets];
        Correlation.Cholesky(s_market.Values.AsSpan(3 * assets, Correlation.CountFor(assets)), assets, factor);

        for (int i = 0; i < assets; i++)
            for (int j = 0; j < assets; j++)
                Assert.Equal(s_market.CorrelationOf(i, j), Product(i, j), 1e-15);

        double Product(int i, int j) => Enumerable.Range(0, assets).Sum(k => factor[i * assets + k] * factor[j * assets + k]);
    }

    /// <summary>The seed is fixed, so this either always holds or never.</summary>
    private static void AssertWithinErrors(IReadOnlyList<Comparison> comparisons) =>
        Assert.All(comparisons, comparison => Assert.InRange(comparison.Off, -3.5, 3.5));

    private static BasketPrice PriceOf(string name) => name == "arithmetic" ? BasketPrice.Arithmetic : BasketPrice.Geometric;

    private static GeometricFormula Formula(double[] values) => new(s_market with { Values = values }, s_weights);

    private static double[] Gradient(BasketPrice price, double[] values)
    {
        double[] gradient = new double[values.Length];
        price.ValueAndGradient(values, s_weights, s_simulation.Batch(0), gradient);
        return gradient;
    }

    private static double[] HessianTimes(BasketPrice price, double[] direction)
    {
        double[] product = new double[direction.Length];
        price.HessianTimes(s_market.Values, s_weights, s_simulation.Batch(0), direction, product);
        return product;
    }

    /// <summary>By central differences, with a step in proportion to the number that changes.</summary>
    private static double Slope(int position, Func<double[], double> function)
    {
        double step = Step * (Math.Abs(s_market[position]) + 0.1);
        double above = function(s_market.With(position, s_market[position] + step).Values);
        double below = function(s_market.With(position, s_market[position] - step).Values);
        return (above - below) / (2 * step);
    }
}
