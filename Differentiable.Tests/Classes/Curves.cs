namespace Differentiable.Tests.Classes;

public sealed record Conventions(double DayCount, int[] Pillars)
{
    public double Shift { get; set; } = 0.02;
}

/// <summary>A record whose positional property is an input, an abstract base, and constants behind several objects.</summary>
public abstract partial record Curve([property: Differentiable] double Rate)
{
    [NonDifferentiable]
    public Conventions Conventions { get; init; } = new(1.25, [1, 2, 4, 7]);

    public abstract double Spread(int pillar);

    [Differentiable]
    public double Discount(double t) => Math.Exp(-Rate * t * Conventions.DayCount);

    [Differentiable]
    public double Annuity(double maturity)
    {
        double sum = 0;
        for (int i = 0; i < Conventions.Pillars.Length; i++)
            sum += Differentiate.StopGradient(Spread(i)) * Discount(maturity * Conventions.Pillars[i] + Conventions.Shift);
        return sum;
    }
}

public sealed partial record SpreadCurve(double Rate) : Curve(Rate)
{
    [Differentiable]
    private readonly double[,] _surface = new double[2, 2];

    public override double Spread(int pillar) => 0.01 * (pillar + 1);

    /// <summary>Calls what it inherits, by its name and by <c>base</c>, and works in a local array.</summary>
    [Differentiable]
    public (double Value, double Weight) Swap(double maturity, int steps)
    {
        double[] values = new double[steps];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = Discount(maturity + k) * _surface[k % 2, 1] + base.Annuity(maturity);
            if (k > 0)
                values[k] *= values[k - 1] * Rate;
        }
        return (values[^1], _surface[0, 0] * maturity);
    }
}

public static partial class SpreadCurveTwin
{
    private static readonly int[] s_pillars = [1, 2, 4, 7];

    [Differentiable]
    public static double Discount(double t, double rate) => Math.Exp(-rate * t * 1.25);

    [Differentiable]
    public static double Annuity(double maturity, double rate)
    {
        double sum = 0;
        for (int i = 0; i < s_pillars.Length; i++)
            sum += 0.01 * (i + 1) * Discount(maturity * s_pillars[i] + 0.02, rate);
        return sum;
    }

    [Differentiable]
    public static (double Value, double Weight) Swap(double maturity, int steps, double rate, double[,] surface)
    {
        double[] values = new double[steps];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = Discount(maturity + k, rate) * surface[k % 2, 1] + Annuity(maturity, rate);
            if (k > 0)
                values[k] *= values[k - 1] * rate;
        }
        return (values[^1], surface[0, 0] * maturity);
    }
}
