namespace Differentiable.Benchmarks.Ratios.Programs;

internal static partial class Kepler
{
    /// <summary>The squared distance from the sun after so many steps of the velocity form of Verlet's integrator.</summary>
    [Differentiable(Derivatives.All)]
    public static double Verlet(double x, double y, double vx, double vy, double dt, int steps)
    {
        double r2 = x * x + y * y;
        double inverseCube = 1 / (r2 * Math.Sqrt(r2));
        double ax = -x * inverseCube;
        double ay = -y * inverseCube;
        for (int step = 0; step < steps; step++)
        {
            vx += 0.5 * dt * ax;
            vy += 0.5 * dt * ay;
            x += dt * vx;
            y += dt * vy;
            r2 = x * x + y * y;
            inverseCube = 1 / (r2 * Math.Sqrt(r2));
            ax = -x * inverseCube;
            ay = -y * inverseCube;
            vx += 0.5 * dt * ax;
            vy += 0.5 * dt * ay;
        }
        return x * x + y * y;
    }
}
