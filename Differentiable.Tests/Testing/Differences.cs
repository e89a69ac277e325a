namespace Differentiable.Tests.Testing;

/// <summary>
/// Derivatives from central differences, extrapolated to step zero (Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", 1982). The
/// steps sweep over powers of two; of all extrapolations the one whose neighbours agree best is taken.
/// </summary>
internal static class Differences
{
    private const int Orders = 6;

    /// <param name="function">The function of all inputs.</param>
    /// <param name="point">Where; its elements are multiples of the smallest step, so that moving by a step is exact.</param>
    /// <param name="precision">How precisely the function is computed.</param>
    public static Estimate[] Gradient(Func<double[], double> function, double[] point, Precision precision = Precision.Double) =>
        [.. Enumerable.Range(0, point.Length).Select(i => Partial(function, point, i, precision))];

    /// <summary>The derivatives of several functions of one variable at zero, which are evaluated together.</summary>
    public static Estimate[] AlongLine(Func<double, double[]> functions, int count, Precision precision = Precision.Double)
    {
        double[] steps = Steps(1, precision);
        double[][] differences = [.. steps.Select(h => functions(h).Zip(functions(-h), (ahead, behind) => (ahead - behind) / (2 * h)).ToArray())];
        return [.. Enumerable.Range(0, count).Select(i => Extrapolate([.. differences.Select(d => d[i])]))];
    }

    private static Estimate Partial(Func<double[], double> function, double[] point, int index, Precision precision)
    {
        double unit = Math.ScaleB(1, Math.ILogB(Math.Max(1, Math.Abs(point[index]))));
        return Extrapolate([.. Steps(unit, precision).Select(h => Central(function, point, index, h))]);
    }

    private static double[] Steps(double unit, Precision precision) => [.. precision.Steps().Select(k => Math.ScaleB(unit, -k))];

    private static double Central(Func<double[], double> function, double[] point, int index, double step) =>
        (At(function, point, index, step) - At(function, point, index, -step)) / (2 * step);

    private static double At(Func<double[], double> function, double[] point, int index, double step)
    {
        double[] moved = [.. point];
        moved[index] += step;
        try
        {
            return function(moved);
        }
        catch (ArgumentException)
        {
            return double.NaN; // a guard of the function: the step left its domain
        }
    }

    /// <summary>Neville's scheme over differences whose step halves from one to the next.</summary>
    private static Estimate Extrapolate(double[] differences)
    {
        Estimate best = new(double.NaN, double.PositiveInfinity);
        double[] previous = [];
        foreach (double difference in differences)
        {
            double[] row = Row(difference, previous);
            for (int order = 1; order < row.Length; order++)
            {
                double error = Math.Max(Math.Abs(row[order] - row[order - 1]), Math.Abs(row[order] - previous[order - 1]));
                if (error < best.Error)
                    best = new(row[order], error);
            }
            previous = row;
        }
        return best;
    }

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
