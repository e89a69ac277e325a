namespace Differentiable.Benchmarks.Checkpoints;

/// <summary>Heat in a rod: a state of as many numbers as it has cells. The same loop with each marker.</summary>
internal static partial class Rod
{
    [Differentiable]
    public static double Plain(ReadOnlySpan<double> start, double conductivity, int steps)
    {
        double[] u = start.ToArray(), next = start.ToArray();
        for (int k = 0; k < steps; k++)
        {
            Step(u, next, conductivity);
            (u, next) = (next, u);
        }
        return Square(u);
    }

    [Differentiable]
    public static double Every(ReadOnlySpan<double> start, double conductivity, int steps)
    {
        double[] u = start.ToArray(), next = start.ToArray();
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Every(1000);
            Step(u, next, conductivity);
            (u, next) = (next, u);
        }
        return Square(u);
    }

    [Differentiable]
    public static double SquareRoot(ReadOnlySpan<double> start, double conductivity, int steps)
    {
        double[] u = start.ToArray(), next = start.ToArray();
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.SquareRoot();
            Step(u, next, conductivity);
            (u, next) = (next, u);
        }
        return Square(u);
    }

    [Differentiable]
    public static double Binomial(ReadOnlySpan<double> start, double conductivity, int steps)
    {
        double[] u = start.ToArray(), next = start.ToArray();
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Binomial(20);
            Step(u, next, conductivity);
            (u, next) = (next, u);
        }
        return Square(u);
    }

    [Differentiable]
    public static double Logarithmic(ReadOnlySpan<double> start, double conductivity, int steps)
    {
        double[] u = start.ToArray(), next = start.ToArray();
        for (int k = 0; k < steps; k++)
        {
            Checkpoint.Logarithmic();
            Step(u, next, conductivity);
            (u, next) = (next, u);
        }
        return Square(u);
    }

    [Differentiable]
    public static void Step(ReadOnlySpan<double> u, Span<double> next, double conductivity)
    {
        for (int i = 1; i < u.Length - 1; i++)
            next[i] = u[i] + conductivity * (1 + 0.1 * u[i] * u[i]) * (u[i - 1] - 2 * u[i] + u[i + 1]);
    }

    [Differentiable]
    public static double Square(ReadOnlySpan<double> u)
    {
        double sum = 0;
        foreach (double v in u)
            sum += v * v;
        return sum;
    }
}
