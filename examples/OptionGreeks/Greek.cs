namespace OptionGreeks;

/// <summary>The name of a derivative and the unit in which traders quote it, a multiple of the derivative itself.</summary>
internal sealed record Greek(string Name, string Unit, double Scale)
{
    public static Greek Price { get; } = new("price", "", 1);

    public static Greek StrikeDelta { get; } = new("strike delta", "per 1 of strike", 1);

    public static Greek Rho { get; } = new("rho", "per 1 % of rate", 0.01);

    /// <summary>Time passes as the maturity comes nearer: of the derivative with the opposite sign.</summary>
    public static Greek Theta { get; } = new("theta", "per day", 1.0 / 365);

    public static Greek Vanna { get; } = new("vanna", "delta per 1 % of volatility", 0.01);

    public static Greek Volga { get; } = new("volga", "vega per 1 % of volatility", 1e-4);

    public static Greek Charm { get; } = new("charm", "delta per day", 1.0 / 365);

    public static Greek Delta(string asset = "") => new(Join("delta", asset), "per 1 of spot", 1);

    public static Greek Vega(string asset = "") => new(Join("vega", asset), "per 1 % of volatility", 0.01);

    public static Greek DividendRho(string asset = "") => new(Join("dividend rho", asset), "per 1 % of yield", 0.01);

    public static Greek Correlation(string pair) => new(Join("correlation", pair), "per 0.01", 0.01);

    public static Greek Gamma(string pair = "") => new(Join("gamma", pair), "delta per 1 of spot", 1);

    private static string Join(string name, string asset) => $"{name} {asset}".TrimEnd();
}
