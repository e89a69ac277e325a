namespace Differentiable.Tests.Tensors;

/// <summary>Derivatives by differences, with the step extrapolated to zero (Ridders, "Accurate computation of F'(x) and F'(x) F''(x)", 1982).</summary>
internal static class Differences
{
    public static double At0(Func<double, double> function)
    {
        const int Steps = 10;
        double best = double.NaN, error = double.PositiveInfinity, step = 0.05;
        double[,] table = new double[Steps, Steps];
        for (int i = 0; i < Steps; i++, step /= 1.6)
        {
            table[i, 0] = (function(step) - function(-step)) / (2 * step);
            double factor = 1.6 * 1.6;
            for (int j = 1; j <= i; j++, factor *= 1.6 * 1.6)
            {
                table[i, j] = ((table[i, j - 1] * factor) - table[i - 1, j - 1]) / (factor - 1);
                double change = Math.Max(Math.Abs(table[i, j] - table[i, j - 1]), Math.Abs(table[i, j] - table[i - 1, j - 1]));
                if (change <= error)
                    (error, best) = (change, table[i, j]);
            }
        }
        return best;
    }
}
