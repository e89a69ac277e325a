namespace Differentiable;

/// <summary>
/// Derivatives from central differences: the steps sweep over powers of two, the differences are extrapolated to step zero, and of all
/// extrapolations the one whose neighbours agree best is taken (Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", Advances in
/// Engineering Software 4, 1982).
/// </summary>
internal static class DifferenceSweep
{
    private const int Orders = 6;

    /// <summary>How many times its error an estimate may be off.</summary>
    private const double Trust = 10;

    /// <summary>The derivative of a function of one number, and by how much it may be off.</summary>
    /// <param name="function">The function.</param>
    /// <param name="at">Where.</param>
    /// <param name="nearest">The nearest number that the function can be given.</param>
    /// <param name="precision">How precisely it computes.</param>
    public static (double Value, double Error) Derivative(Func<double, double> function, double at, Func<double, double> nearest, CheckPrecision precision)
    {
        double unit = Math.ScaleB(1, Math.ILogB(Math.Max(1, Math.Abs(at))));
        var estimates = new (double Value, double Error)[precision.Steps][];
        double[] previous = [];
        for (int k = 0; k < precision.Steps; k++)
        {
            double step = Math.ScaleB(unit, -(precision.LargestStep + k));
            (double difference, double rounding) = Central(function, nearest(at - step), nearest(at + step), precision.UnitRoundoff);
            double[] row = Row(difference, previous);
            estimates[k] = Estimates(row, previous, rounding);
            previous = row;
        }
        return Best(estimates);
    }

    /// <summary>
    /// The surest estimate of those that the smallest steps allow. Larger ones may cross jumps, and agree with each other all the same: those of a whole number cross as many
    /// of those of <c>Math.Floor</c> on both sides.
    /// </summary>
    private static (double Value, double Error) Best((double Value, double Error)[][] estimates)
    {
        (double Value, double Error)[] near = [.. estimates[^Math.Max(2, estimates.Length / 4)..].Select(row => row[0]).Where(IsKnown)];
        double low = near.Select(one => one.Value - Trust * one.Error).Append(double.PositiveInfinity).Min();
        double high = near.Select(one => one.Value + Trust * one.Error).Append(double.NegativeInfinity).Max();
        return estimates.SelectMany(row => row)
            .Where(one => IsKnown(one) && (near.Length == 0 || (low <= one.Value && one.Value <= high)))
            .Append((Value: double.NaN, Error: double.PositiveInfinity))
            .MinBy(one => one.Error);
    }

    private static bool IsKnown((double Value, double Error) estimate) => double.IsFinite(estimate.Error);

    /// <summary>The extrapolations of a row, and by how much their neighbours differ; they may happen to be equal, but are no better than the values of the function for that.</summary>
    private static (double Value, double Error)[] Estimates(double[] row, double[] previous, double rounding) => [.. Enumerable.Range(1, row.Length - 1).Select(order =>
        (row[order], Math.Max(rounding, Math.Max(Math.Abs(row[order] - row[order - 1]), Math.Abs(row[order] - previous[order - 1])))))];

    /// <summary>A difference, and what the rounding of the two values makes of it, once more of the extrapolations.</summary>
    private static (double Difference, double Rounding) Central(Func<double, double> function, double below, double above, double unitRoundoff)
    {
        double last = function(above), first = function(below), distance = above - below;
        return ((last - first) / distance, 4 * unitRoundoff * Math.Max(Math.Abs(last), Math.Abs(first)) / distance);
    }

    /// <summary>A row of Neville's scheme: the difference, extrapolated with those of the larger steps.</summary>
    private static double[] Row(double difference, double[] previous)
    {
        double[] row = new double[Math.Min(previous.Length + 1, Orders)];
        row[0] = difference;
        double factor = 1;
        for (int order = 1; order < row.Length; order++)
        {
            factor *= 4;
            row[order] = row[order - 1] + ((row[order - 1] - previous[order - 1]) / (factor - 1));
        }
        return row;
    }
}
