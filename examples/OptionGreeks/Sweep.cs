namespace OptionGreeks;

/// <summary>Delta and gamma of a basket in the direction in which all spots move by one per cent of themselves.</summary>
internal sealed record Sweep(double Factor, Measured Delta, Measured Gamma)
{
    private const double Percent = 0.01;

    /// <summary>A directional derivative of second order takes one product with the Hessian, however many assets there are.</summary>
    public static Sweep Measure(BasketPrice price, Market today, double factor, double[] weights, Simulation simulation)
    {
        Market market = today.WithSpotsTimes(factor);
        double[] direction = [.. market.Values.Select((value, i) => i < market.Assets ? Percent * value : 0)];
        double[] derivatives = new double[market.Count];
        Estimate estimate = simulation.Estimate(2, (normals, results) =>
        {
            price.ValueAndGradient(market.Values, weights, normals, derivatives);
            results[0] = Dot(direction, derivatives);
            price.HessianTimes(market.Values, weights, normals, direction, derivatives);
            results[1] = Dot(direction, derivatives);
        });
        return new Sweep(factor, estimate[0], estimate[1]);
    }

    public static Sweep ByFormula(Market today, double factor, double[] weights)
    {
        Market market = today.WithSpotsTimes(factor);
        GeometricFormula formula = new(market, weights);
        double[] gradient = formula.Gradient();
        double delta = 0, gamma = 0;
        for (int i = 0; i < market.Assets; i++)
        {
            delta += Percent * market[i] * gradient[i];
            for (int j = 0; j < market.Assets; j++)
                gamma += Percent * market[i] * Percent * market[j] * formula.Gamma(i, j);
        }
        return new Sweep(factor, new Measured(delta, 0), new Measured(gamma, 0));
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();
}
