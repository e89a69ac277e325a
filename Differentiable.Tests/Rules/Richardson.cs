namespace Differentiable.Tests.Rules;

/// <summary>Extrapolation to step zero (Richardson, 1911). The steps are fixed, so that a caller knows which points are visited.</summary>
internal static class Richardson
{
    private const int Levels = 5;

    /// <summary>The largest step at a point.</summary>
    public static double Step(double x) => 0.02 * Math.Max(1, Math.Abs(x));

    public static double Derivative(Func<double, double> function, double x) =>
        Limit(h => (function(x + h) - function(x - h)) / (x + h - (x - h)), Step(x));

    /// <summary>The limit at 0 of a quantity whose error is a series in the step's square.</summary>
    public static double Limit(Func<double, double> quantity, double step)
    {
        double[] row = [.. Enumerable.Range(0, Levels).Select(k => quantity(Math.ScaleB(step, -k)))];
        for (double factor = 4; row.Length > 1; factor *= 4)
            row = [.. row.Skip(1).Zip(row, (finer, coarser) => finer + ((finer - coarser) / (factor - 1)))];
        return row[0];
    }
}
