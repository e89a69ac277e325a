using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Arrays that are made in one round of a loop and live on in the next ones.</summary>
public static partial class Histories
{
    [Differentiable]
    public static double FreshArrayInEachStep([Length(4)] double[] start, double dt, [Values(4, 0, 1)] int steps)
    {
        double[] u = start;
        for (int k = 0; k < steps; k++)
        {
            double[] next = new double[u.Length];
            for (int i = 0; i < u.Length; i++)
                next[i] = u[i] + 0.1 * dt * u[i] * u[(i + 1) % u.Length];
            u = next;
        }
        double sum = 0;
        foreach (double v in u)
            sum += v * v;
        return sum;
    }

    [Differentiable, Allocates("an array that a called method returns")]
    public static double[] Step([Length(3)] ReadOnlySpan<double> u, double dt)
    {
        double[] next = new double[u.Length];
        for (int i = 0; i < u.Length; i++)
            next[i] = u[i] + dt * Math.Sin(u[i]) * u[0];
        return next;
    }

    [Differentiable, Allocates("an array that a called method returns")]
    public static double SteppedByACallee([Length(3)] double[] start, double dt, [Values(4, 0, 1)] int steps)
    {
        double[] u = start;
        for (int k = 0; k < steps; k++)
        {
            u = Step(u, 0.1 * dt);
            if (k == 1)
                u = Step(u, 0.2 * dt);
        }
        return u[0] * u[2];
    }

    [Differentiable]
    public static double SteppedInStages([Length(4)] ReadOnlySpan<double> start, double x, [Values(3, 0, 1)] int steps)
    {
        double[] u = start.ToArray();
        for (int k = 0; k < steps; k++)
        {
            double[] first = new double[4], second = new double[4];
            for (int i = 0; i < 4; i++)
                first[i] = Math.Sin(u[i]) * x;
            for (int i = 0; i < 4; i++)
                second[i] = Math.Cos(u[i] + 0.5 * first[i]);
            double[] w = new double[4];
            for (int i = 0; i < 4; i++)
                w[i] = u[i] + 0.1 * (first[i] + second[i]) * first[3 - i];
            u = w;
        }
        return u[0] * u[1] * u[2];
    }

    [Differentiable]
    public static double SteppedUntilSmall([Length(3)] double[] start, double x)
    {
        double[] u = start;
        int rounds = 0;
        do
        {
            double[] next = new double[3];
            for (int i = 0; i < 3; i++)
                next[i] = 0.3 * u[i] * u[(i + 1) % 3] * x;
            u = next;
        }
        while (u[0] > 0.01 && ++rounds < 20);
        return u[0] + u[1] * u[2];
    }

    [Differentiable]
    public static double InnerStepsOfOuterRounds([Length(3)] double[] a, double x, [Values(2, 0, 1)] int n)
    {
        double[] u = a;
        double s = 0;
        for (int k = 0; k < n; k++)
        {
            double[] v = u;
            for (int t = 0; t <= k; t++)
            {
                double[] w = new double[3];
                for (int i = 0; i < 3; i++)
                    w[i] = v[i] * v[(i + 1) % 3] + x;
                v = w;
            }
            s += v[0] * v[1];
            if (k % 2 == 0)
                u = v;
        }
        return s + u[2];
    }

    [Differentiable]
    public static double TwoStepsBack([Length(4)] double[] start, double x, [Values(3, 0, 1)] int steps)
    {
        double[] u = start, old = u;
        for (int k = 0; k < steps; k++)
        {
            double[] next = new double[4];
            for (int i = 0; i < 4; i++)
                next[i] = u[i] + 0.2 * x * old[i] * u[(i + 1) % 4];
            old = u;
            u = next;
        }
        return u[0] * old[1];
    }

    [Differentiable]
    public static double ThreeBuffersInTurn([Length(4)] double[] start, double x, [Values(4, 0, 1)] int steps)
    {
        double[] p0 = start, p1 = new double[4], p2 = new double[4];
        for (int k = 0; k < steps; k++)
        {
            for (int i = 0; i < 4; i++)
                p2[i] = p1[i] * x + p0[i] * p0[i];
            double[] t = p0;
            p0 = p1;
            p1 = p2;
            p2 = t;
        }
        return p0[0] + p1[1] * p2[2];
    }

    [Differentiable, Allocates("a local jagged array")]
    public static double AllStepsKept([Length(4)] double[] start, double x, [Values(3, 0, 1)] int steps)
    {
        double[][] history = new double[steps + 1][];
        double[] u = start;
        history[0] = u;
        for (int k = 0; k < steps; k++)
        {
            double[] next = new double[4];
            for (int i = 0; i < 4; i++)
                next[i] = u[i] * x + history[k / 2][i];
            u = next;
            history[k + 1] = u;
        }
        double sum = 0;
        for (int k = 0; k <= steps; k++)
            sum += history[k][k % 4] * u[0];
        return sum;
    }

    [Differentiable, Allocates("an array that is returned")]
    public static double[] LastOne([Length(3)] double[] start, [Values(2, 0)] int steps)
    {
        double[] u = start;
        for (int k = 0; k < steps; k++)
        {
            double[] next = new double[3];
            for (int i = 0; i < 3; i++)
                next[i] = u[i] * u[0];
            u = next;
        }
        return u;
    }

    [Differentiable, Allocates("arrays that a called method returns")]
    public static double LastOneOfTheLastOne([Length(3)] double[] start, [Values(2, 0)] int steps)
    {
        double[] r = LastOne(start, steps), q = LastOne(r, 2);
        return r[0] * q[1] + q[2];
    }
}
