namespace Differentiable.Tests.Classes;

/// <summary>Parameters of a primary constructor, other objects as constants, outputs in spans and references, names that collide.</summary>
public sealed partial class Spring(double stiffness)
{
    [Differentiable]
    public double Stiffness = 1;

    [Differentiable]
    private readonly float[] _bend = [0.5f, 0.25f];

    public double Damping { get; set; } = 0.3;

    /// <summary>The parameter has the name that the field would have.</summary>
    [Differentiable]
    public double Energy(double x, double stiffness) => 0.5 * Stiffness * x * x * stiffness + _bend[1] * x;

    /// <summary>The parameter of the constructor has it as well, and stays a constant.</summary>
    [Differentiable]
    public double Tuned(double x) => x * x * Stiffness * stiffness;

    /// <summary>What belongs to another object is a constant.</summary>
    [Differentiable]
    public double Coupled(double x, [NonDifferentiable] Spring other) =>
        Stiffness * x * other.Stiffness + other.Energy(x, 2) + Differentiate.StopGradient(other.Tuned(x));

    /// <summary>Reads what may change in each round, since other code runs in between; for a Jacobian, it would change in each sweep.</summary>
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public void Relax(Span<double> positions, ref double speed)
    {
        for (int i = 0; i < positions.Length; i++)
        {
            Settle();
            positions[i] -= Stiffness * positions[i] * speed * Damping;
            speed *= 1 + positions[i] * _bend[i % 2];
        }

        void Settle() => Softer();
    }

    private void Softer() => Damping *= 0.5;
}

public static partial class SpringTwin
{
    [Differentiable]
    public static double Energy(double x, double stiffness, double stiffness2, float[] bend) => 0.5 * stiffness2 * x * x * stiffness + bend[1] * x;

    [Differentiable]
    public static double Tuned(double x, double stiffness) => x * x * stiffness * 3;

    [Differentiable]
    public static double Coupled(double x, [NonDifferentiable] Spring other, double stiffness) =>
        stiffness * x * 1.75 + (0.5 * 1.75 * x * x * 2 + 0.25 * x) + Differentiate.StopGradient(x * x * 1.75 * 3);

    [Differentiable]
    public static void Relax(Span<double> positions, ref double speed, double stiffness, float[] bend)
    {
        double damping = 0.3;
        for (int i = 0; i < positions.Length; i++)
        {
            damping *= 0.5;
            positions[i] -= stiffness * positions[i] * speed * damping;
            speed *= 1 + positions[i] * bend[i % 2];
        }
    }
}
