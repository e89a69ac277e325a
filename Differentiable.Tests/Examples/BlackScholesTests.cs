using OptionGreeks;

namespace Differentiable.Tests.Examples;

/// <summary>The generated Greeks of one option against the formulas that are known for them.</summary>
public class BlackScholesTests
{
    private static readonly OptionKind[] s_kinds = [OptionKind.Call, OptionKind.Put];

    private static readonly OptionTerms[] s_terms =
    [
        new(Spot: 100, Strike: 105, Rate: 0.03, DividendYield: 0.01, Volatility: 0.25, Maturity: 0.75),
        new(Spot: 42, Strike: 40, Rate: 0.1, DividendYield: 0, Volatility: 0.2, Maturity: 0.5),
        new(Spot: 80, Strike: 160, Rate: -0.01, DividendYield: 0.05, Volatility: 0.6, Maturity: 3),
        new(Spot: 1, Strike: 0.8, Rate: 0, DividendYield: 0, Volatility: 0.05, Maturity: 0.1),
    ];

    public static TheoryData<int> Options => [.. Enumerable.Range(0, s_terms.Length)];

    /// <summary>J. C. Hull, "Options, Futures, and Other Derivatives", example 15.6: 4.76 and 0.81.</summary>
    [Fact]
    public void Price_IsThatOfTheTextbook()
    {
        Assert.Equal(4.759422, BlackScholes.Price(OptionKind.Call, 42, 40, 0.1, 0, 0.2, 0.5), 6);
        Assert.Equal(0.808599, BlackScholes.Price(OptionKind.Put, 42, 40, 0.1, 0, 0.2, 0.5), 6);
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void GeneratedGreeks_AreThoseOfTheFormulas(int option) => Assert.All(s_kinds, kind =>
    {
        double[] formulas = All(BlackScholesGreeks.Formulas(kind, s_terms[option]));
        double[] generated = All(BlackScholesGreeks.Generated(kind, s_terms[option]));

        foreach ((double expected, double actual) in formulas.Zip(generated))
            Assert.Equal(expected, actual, 1e-11 * (1 + Math.Abs(expected)));
    });

    /// <summary>At the kink of <c>Math.Abs</c>, at the seams of the approximation, and far out.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(-0.3)]
    [InlineData(2.5)]
    [InlineData(-7)]
    [InlineData(7.1)]
    [InlineData(-8.2)]
    [InlineData(36.9)]
    [InlineData(-40)]
    public void DerivativesOfTheCumulativeNormal_AreItsDensityAndTheSlopeOfThat(double x)
    {
        double density = Normal.Density(x);

        Assert.Equal(density, Normal.CdfGradient(x), 1e-13);
        Assert.Equal(-x * density, Normal.CdfHvp(x, 1), 1e-12);
    }

    /// <summary>Black and Scholes (1973), equation 7: what every price must satisfy.</summary>
    [Theory]
    [MemberData(nameof(Options))]
    public void GeneratedGreeks_SatisfyThePartialDifferentialEquation(int option) => Assert.All(s_kinds, kind =>
    {
        (double spot, _, double rate, double dividendYield, double volatility, _) = s_terms[option];
        BlackScholesGreeks greeks = BlackScholesGreeks.Generated(kind, s_terms[option]);

        double drift = (rate - dividendYield) * spot * greeks.Delta, spread = volatility * volatility * spot * spot * greeks.Gamma / 2;
        Assert.Equal(rate * greeks.Price, greeks.Theta + drift + spread, 1e-11 * (1 + Math.Abs(greeks.Theta)));
    });

    private static double[] All(BlackScholesGreeks greeks) =>
    [
        greeks.Price, greeks.Delta, greeks.StrikeDelta, greeks.Rho, greeks.DividendRho, greeks.Vega, greeks.Theta,
        greeks.Gamma, greeks.Vanna, greeks.Volga, greeks.Charm,
    ];
}
