using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Programs whose inner solvers have derivatives by rules of their own: fixed points, implied volatilities, linear systems, contacts.</summary>
public static partial class Ruled
{
    /// <summary>Where two curves meet.</summary>
    public record struct Meeting(double At, double Value);

    [CustomGradient(nameof(MeetTangent)), CustomGradient(nameof(MeetPullback))]
    private static Meeting Meet(double a, double b)
    {
        double x = 1;
        for (int i = 0; i < 60; i++)
            x -= (Math.Exp(-a * x) - b * x) / (-a * Math.Exp(-a * x) - b);
        return new(x, b * x);
    }

    [Differentiable]
    private static (Meeting value, Meeting valueDot) MeetTangent(double a, double b, double aDot, double bDot)
    {
        Meeting m = Meet(a, b);
        double e = Math.Exp(-a * m.At), dot = -(m.At * e * aDot + m.At * bDot) / (a * e + b);
        return (m, new(dot, bDot * m.At + b * dot));
    }

    private static (double a, double b) MeetPullback(double a, double b, Meeting result, Meeting dresult)
    {
        double e = Math.Exp(-a * result.At), t = -(dresult.At + dresult.Value * b) * result.At / (a * e + b);
        return (t * e, t + dresult.Value * result.At);
    }

    [Differentiable]
    public static double Market([Length(3)] ReadOnlySpan<double> supplies, double demand)
    {
        double welfare = 0;
        Meeting last = new(0, 1);
        foreach (double supply in supplies)
        {
            Meeting m = Meet(supply + 0.1 * last.At, demand * last.Value);
            welfare += m.Value * m.At;
            last = m with { Value = 0.5 + m.Value };
        }
        return welfare * last.At;
    }

    /// <summary>Relaxes in place until nothing moves; the rule goes by the equation that then holds.</summary>
    [CustomGradient(nameof(RelaxTangent))]
    private static void Relax(ReadOnlySpan<double> loads, double stiffness, Span<double> u)
    {
        u.Clear();
        for (int sweep = 0; sweep < 400; sweep++)
            for (int i = 0; i < u.Length; i++)
                u[i] = (loads[i] + (i > 0 ? u[i - 1] : 0) + (i + 1 < u.Length ? u[i + 1] : 0)) / (2 + stiffness);
    }

    [Differentiable]
    private static void RelaxTangent(ReadOnlySpan<double> loads, double stiffness, Span<double> u, ReadOnlySpan<double> loadsDot, double stiffnessDot, Span<double> uDot)
    {
        Sweep(loads, stiffness, u);
        Span<double> right = new double[u.Length];
        for (int i = 0; i < u.Length; i++)
            right[i] = loadsDot[i] - stiffnessDot * u[i];
        Sweep(right, stiffness, uDot);
    }

    /// <summary>The same by elimination.</summary>
    [Differentiable]
    private static void Sweep(ReadOnlySpan<double> loads, double stiffness, Span<double> u)
    {
        Span<double> factor = new double[u.Length];
        for (int i = 0; i < u.Length; i++)
        {
            double pivot = 2 + stiffness - (i > 0 ? factor[i - 1] : 0);
            factor[i] = 1 / pivot;
            u[i] = (loads[i] + (i > 0 ? u[i - 1] : 0)) / pivot;
        }
        for (int i = u.Length - 2; i >= 0; i--)
            u[i] += factor[i] * u[i + 1];
    }

    [Differentiable]
    public static double Beam([Length(4)] ReadOnlySpan<double> loads, double stiffness)
    {
        Span<double> u = stackalloc double[loads.Length], v = stackalloc double[loads.Length];
        Relax(loads, stiffness, u);
        Relax(u, stiffness * stiffness, v);
        double energy = 0;
        for (int i = 0; i < loads.Length; i++)
            energy += u[i] * loads[i] * v[i];
        return energy;
    }
}
