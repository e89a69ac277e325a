using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Energies and forces.</summary>
public static partial class Physics
{
    [Differentiable]
    public static double LennardJones([Elements(0, 0, 0, 1.1, 0.1, 0, 0.2, 1.2, 0.3)] ReadOnlySpan<double> positions, double epsilon, double sigma)
    {
        double energy = 0;
        int atoms = positions.Length / 3;
        for (int i = 0; i < atoms; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double r2 = 0;
                for (int k = 0; k < 3; k++)
                {
                    double d = positions[3 * i + k] - positions[3 * j + k];
                    r2 += d * d;
                }
                double s = sigma * sigma / r2;
                double s3 = s * s * s;
                energy += 4 * epsilon * (s3 * s3 - s3);
            }
        }
        return energy;
    }

    [Differentiable]
    public static double Pendulum(double angle, double velocity, double length)
    {
        const double Gravity = 9.81;
        double kinetic = 0.5 * length * length * velocity * velocity;
        double potential = Gravity * length * (1 - Math.Cos(angle));
        return kinetic + potential;
    }

    [Differentiable]
    public static double SpringChain([Length(5, 2)] ReadOnlySpan<double> x, double stiffness, [NonDifferentiable] double rest)
    {
        double energy = 0;
        for (int i = 1; i < x.Length; i++)
        {
            double stretch = x[i] - x[i - 1] - rest;
            energy += 0.5 * stiffness * stretch * stretch;
        }
        return energy;
    }

    [Differentiable]
    public static double Kepler([Range(0.1, 0.5)] double eccentricity, [Range(1, 2)] double meanAnomaly)
    {
        double e = meanAnomaly;
        for (int i = 0; i < 8; i++)
            e -= (e - eccentricity * Math.Sin(e) - meanAnomaly) / (1 - eccentricity * Math.Cos(e));
        return e;
    }

    [Differentiable]
    public static (double X, double Y, double Z) Rotate(double x, double y, double z, double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return (cos * x - sin * y, sin * x + cos * y, z);
    }

    [Differentiable]
    public static double Projectile(double speed, [Range(0.5, 0.8)] double angle, [Range(0.01, 0.05)] double drag)
    {
        double x = 0, y = 0, vx = 5 * speed * Math.Cos(angle), vy = 5 * speed * Math.Sin(angle);
        for (int i = 0; i < 20; i++)
        {
            double v = Math.Sqrt(vx * vx + vy * vy);
            vx -= 0.01 * drag * v * vx;
            vy -= 0.01 * (9.81 + drag * v * vy);
            x += 0.01 * vx;
            y += 0.01 * vy;
        }
        return x * y;
    }
}
