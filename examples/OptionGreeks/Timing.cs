using System.Diagnostics;

namespace OptionGreeks;

/// <summary>What the Greeks cost: milliseconds for all paths at once, the best of a few runs.</summary>
internal sealed record Timing(double Price, double FirstOrder, double Gammas)
{
    private const int Runs = 5;

    public static Timing Of(BasketPrice price, Market market, double[] weights, Simulation simulation)
    {
        double[] result = new double[market.Count];
        double[][] directions = [.. Enumerable.Range(0, market.Assets).Select(i => market.Unit(market.Spot(i)))];
        return new Timing(
            Milliseconds(() => price.Value(market.Values, weights, simulation.AllNormals)),
            Milliseconds(() => price.ValueAndGradient(market.Values, weights, simulation.AllNormals, result)),
            Milliseconds(() =>
            {
                foreach (double[] direction in directions)
                    price.HessianTimes(market.Values, weights, simulation.AllNormals, direction, result);
            }));
    }

    private static double Milliseconds(Action action)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < Runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return best;
    }
}
