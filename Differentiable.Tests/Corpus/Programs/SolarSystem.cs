using static System.Math;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>What acts on bodies: small methods, none of which is marked.</summary>
internal static class Forces
{
    private const double Softening = 1e-2;

    public static void Gravity(ReadOnlySpan<double> positions, ReadOnlySpan<double> masses, Span<double> accelerations)
    {
        accelerations.Clear();
        for (int i = 0; i < masses.Length; i++)
        {
            for (int j = 0; j < masses.Length; j++)
            {
                if (i != j)
                    Attract(positions, accelerations, i, j, masses[j]);
            }
        }
    }

    public static double Drag(double velocity, double density) => -density * velocity * Abs(velocity);

    private static void Attract(ReadOnlySpan<double> positions, Span<double> accelerations, int i, int j, double mass)
    {
        double dx = positions[2 * j] - positions[2 * i], dy = positions[2 * j + 1] - positions[2 * i + 1];
        double strength = mass * InverseCube(dx * dx + dy * dy);
        accelerations[2 * i] += strength * dx;
        accelerations[2 * i + 1] += strength * dy;
    }

    private static double InverseCube(double squared)
    {
        double softened = squared + Softening;
        return 1 / (softened * Sqrt(softened));
    }
}

/// <summary>Two bodies around each other through thin air, by velocity Verlet's method: one method is marked, ten do the work.</summary>
public static partial class SolarSystem
{
    [Differentiable]
    public static double EnergyAfter(double separation, double speed, double density, [NonDifferentiable] int steps)
    {
        Span<double> x = stackalloc double[4], v = stackalloc double[4], a = stackalloc double[4];
        Span<double> masses = stackalloc double[2];
        Place(x, v, separation, speed);
        masses[0] = 1;
        masses[1] = 0.5;
        Accelerate(x, v, masses, density, a);
        for (int i = 0; i < Abs(steps) % 4 + 1; i++)
            Step(x, v, a, masses, density, 0.05);
        return Kinetic(v, masses) + Potential(x, masses);
    }

    private static void Place(Span<double> x, Span<double> v, double separation, double speed)
    {
        x.Clear();
        v.Clear();
        x[2] = 1 + separation * separation;
        v[3] = speed;
        v[1] = -0.5 * speed;
    }

    private static void Step(Span<double> x, Span<double> v, Span<double> a, ReadOnlySpan<double> masses, double density, double dt)
    {
        Kick(v, a, dt / 2);
        Kick(x, v, dt);
        Accelerate(x, v, masses, density, a);
        Kick(v, a, dt / 2);
    }

    private static void Accelerate(ReadOnlySpan<double> x, ReadOnlySpan<double> v, ReadOnlySpan<double> masses, double density, Span<double> a)
    {
        Forces.Gravity(x, masses, a);
        for (int i = 0; i < a.Length; i++)
            a[i] += Forces.Drag(v[i], density);
    }

    private static void Kick(Span<double> of, ReadOnlySpan<double> rates, double dt)
    {
        for (int i = 0; i < of.Length; i++)
            of[i] += dt * rates[i];
    }

    private static double Kinetic(ReadOnlySpan<double> v, ReadOnlySpan<double> masses)
    {
        double energy = 0;
        for (int i = 0; i < masses.Length; i++)
            energy += 0.5 * masses[i] * SquaredLength(v.Slice(2 * i, 2));
        return energy;
    }

    private static double Potential(ReadOnlySpan<double> x, ReadOnlySpan<double> masses)
    {
        Span<double> between = stackalloc double[2];
        between[0] = x[2] - x[0];
        between[1] = x[3] - x[1];
        return -masses[0] * masses[1] / Sqrt(SquaredLength(between));
    }

    private static double SquaredLength(ReadOnlySpan<double> v) => v[0] * v[0] + v[1] * v[1];
}
