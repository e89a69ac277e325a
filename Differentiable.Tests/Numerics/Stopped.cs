namespace Differentiable.Tests.Numerics;

/// <summary>Functions whose derivative is not that of what they compute, on purpose: not for the corpus.</summary>
public static partial class Stopped
{
    [Differentiable]
    public static double Factor(double x, double y) => Differentiate.StopGradient(x * y) * y;

    [Differentiable]
    public static double WholeLoop(double x, int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
            y = Differentiate.StopGradient(y) * x;
        return y;
    }

    [Differentiable]
    public static float Single(float x) => x * Differentiate.StopGradient(x);

    [Differentiable]
    public static double PassedOn([NonDifferentiable] double constant, double x)
    {
        double t = constant * x;
        constant = t * x;
        return constant;
    }
}
