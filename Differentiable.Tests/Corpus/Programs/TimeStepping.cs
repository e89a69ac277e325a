using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Integrators of differential equations.</summary>
public static partial class TimeStepping
{
    [Differentiable]
    public static double Euler(double x, double rate, [Values(10, 0, 1)] int steps)
    {
        double dt = 1.0 / Math.Max(steps, 1);
        for (int i = 0; i < steps; i++)
            x += dt * rate * x * (1 - x);
        return x;
    }

    [Differentiable]
    public static double RungeKutta(double x, double rate, [Values(5, 0, 1)] int steps)
    {
        const double H = 0.1;
        for (int i = 0; i < steps; i++)
        {
            double k1 = Logistic(x, rate);
            double k2 = Logistic(x + 0.5 * H * k1, rate);
            double k3 = Logistic(x + 0.5 * H * k2, rate);
            double k4 = Logistic(x + H * k3, rate);
            x += H / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        return x;
    }

    [Differentiable]
    public static double Logistic(double x, double rate) => rate * x * (1 - x);

    [Differentiable]
    public static double Verlet(double x, double v, double stiffness, [Values(20, 0, 1)] int steps)
    {
        const double H = 0.05;
        double a = -stiffness * x * x * x;
        for (int i = 0; i < steps; i++)
        {
            x += H * v + 0.5 * H * H * a;
            double next = -stiffness * x * x * x;
            v += 0.5 * H * (a + next);
            a = next;
        }
        return x * x + v;
    }

    [Differentiable]
    public static double HeatEquation([Length(6, 3)] ReadOnlySpan<double> start, double conductivity, [Values(5, 0)] int steps)
    {
        double[] u = start.ToArray();
        double[] flux = new double[u.Length];
        for (int k = 0; k < steps; k++)
        {
            for (int i = 1; i < u.Length; i++)
                flux[i] = conductivity * (u[i] - u[i - 1]) * (1 + 0.1 * u[i]);
            for (int i = 1; i + 1 < u.Length; i++)
                u[i] += 0.1 * (flux[i + 1] - flux[i]);
        }
        double sum = 0;
        foreach (double v in u)
            sum += v * v;
        return sum;
    }

    [Differentiable]
    public static void LorenzInPlace([Length(3)] Span<double> state, double sigma, double rho, double beta, [Values(4, 0)] int steps)
    {
        const double H = 0.02;
        for (int i = 0; i < steps; i++)
        {
            double dx = sigma * (state[1] - state[0]);
            double dy = state[0] * (rho - state[2]) - state[1];
            double dz = state[0] * state[1] - beta * state[2];
            state[0] += H * dx;
            state[1] += H * dy;
            state[2] += H * dz;
        }
    }

    [Differentiable]
    public static double RungeKuttaOnSpans([Length(3)] ReadOnlySpan<double> start, double rate, [Values(3, 0)] int steps)
    {
        Span<double> y = stackalloc double[3];
        Span<double> k = stackalloc double[3];
        Span<double> t = stackalloc double[3];
        start.CopyTo(y);
        for (int step = 0; step < steps; step++)
        {
            Slope(y, rate, k);
            for (int i = 0; i < 3; i++)
                t[i] = y[i] + 0.05 * k[i];
            Slope(t, rate, k);
            for (int i = 0; i < 3; i++)
                y[i] += 0.1 * k[i];
        }
        return y[0] * y[1] + y[2];
    }

    [Differentiable]
    public static void Slope([Length(3)] ReadOnlySpan<double> y, double rate, [Length(3)] Span<double> slope)
    {
        for (int i = 0; i < y.Length; i++)
            slope[i] = rate * y[i] * y[(i + 1) % y.Length];
    }

    [Differentiable]
    public static double AdaptiveSteps(double x, double rate)
    {
        double t = 0, h = 0.1;
        int rejected = 0;
        while (t < 1)
        {
            double full = x + h * rate * x;
            double middle = x + 0.5 * h * rate * x;
            double halves = middle + 0.5 * h * rate * middle;
            if (Math.Abs(full - halves) > 0.5 && rejected < 5)
            {
                rejected++;
                h *= 0.5;
                continue;
            }
            x = 2 * halves - full;
            t += h;
        }
        return x;
    }
}
