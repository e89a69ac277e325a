namespace Differentiable.Tests.Classes;

/// <summary>What the board below inherits.</summary>
public class Plank(double length)
{
    protected double Stretched => Squared(length);

    protected virtual double Softness => 1;

    protected virtual double Damped(double x, int times) => 0;

    protected static double Squared(double x) => x * x;
}

/// <summary>An object whose methods do the work without attribute: they read its inputs, its constants, and the parameter of its constructor.</summary>
public partial class Springboard(double length, double damping) : Plank(length)
{
    [Differentiable]
    public double Stiffness { get; set; } = 1.5;

    [Differentiable]
    private readonly double[] _weights = [0.5, -0.8];

    public IReadOnlyList<double> Weights => _weights;

    /// <summary>No derived class has another, so this one is looked into.</summary>
    protected sealed override double Softness => 1 / (1 + Stiffness * Stiffness);

    /// <summary>Only decides, so that nothing is differentiated here.</summary>
    private bool IsBent(double x) => x > -Stiffness - 100;

    [Differentiable]
    public double Force(double x) => IsBent(x) ? Weighed(x) * Softness - Damped(x, 2) + Stretched : x;

    [Differentiable]
    public double Work(double x, int steps)
    {
        double[] path = new double[3];
        Walk(path, x);
        return path[0] * path[1] + path[2] * Repeat(x, steps);
    }

    /// <summary>Calls of marked methods have those inputs that the methods find in their helpers.</summary>
    [Differentiable]
    public double Both(double x) => Force(x) * Work(x, 2);

    private double Weighed(double x) => x * _weights[0] + Squared(x) * _weights[1];

    protected sealed override double Damped(double x, int times) => times * damping * Math.Sin(x);

    private void Walk(Span<double> path, double x)
    {
        for (int i = 0; i < path.Length; i++)
            path[i] += Weighed(x + i) * Stiffness;
    }

    private double Repeat(double x, int n) => n == 0 ? Stiffness : Math.Sin(x) * Repeat(x * Softness, n - 1) + Weighed(x);
}
