using Examples;

namespace OptionGreeks;

/// <summary>What the Greeks cost: milliseconds for all paths, as many times those for the first batch as there are batches.</summary>
internal sealed record Timing(double Price, double FirstOrder, double Gammas)
{
    public static Timing Of(BasketPrice price, Market market, double[] weights, Simulation simulation)
    {
        double[] derivatives = new double[market.Count];
        double[][] directions = [.. Enumerable.Range(0, market.Assets).Select(i => market.Unit(market.Spot(i)))];
        return new Timing(
            OnAllBatches(normals => price.Value(market.Values, weights, normals)),
            OnAllBatches(normals => price.ValueAndGradient(market.Values, weights, normals, derivatives)),
            OnAllBatches(normals =>
            {
                foreach (double[] direction in directions)
                    price.HessianTimes(market.Values, weights, normals, direction, derivatives);
            }));

        double OnAllBatches(Action<ReadOnlySpan<double>> work) =>
            Simulation.Batches * BestTime.Milliseconds(() => work(simulation.Batch(0)));
    }
}
