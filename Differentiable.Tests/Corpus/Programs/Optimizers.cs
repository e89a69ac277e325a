using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Through what minimizers, solvers and samplers do: Broyden's updates, conjugate gradients, symplectic leaps, steps with moments, a barrier.</summary>
public static partial class Optimizers
{
    private static double Valley(ReadOnlySpan<double> x, double a, double b, Span<double> gradient)
    {
        double f = 0;
        gradient.Clear();
        for (int i = 0; i + 1 < x.Length; i++)
        {
            double u = a - x[i], v = x[i + 1] - x[i] * x[i];
            f += u * u + b * v * v;
            gradient[i] += -2 * u - 4 * b * v * x[i];
            gradient[i + 1] += 2 * b * v;
        }
        return f;
    }

    /// <summary>Arrays and numbers change places at the end of each round, behind a search along a line.</summary>
    [Differentiable, Allocates("local arrays")]
    public static double Broyden([Elements(-0.8, 0.9, 0.3)] double[] start, [Range(1, 1.2)] double a, [Range(2, 3)] double b, [Values(1, 2)] int rounds)
    {
        int n = start.Length;
        double[] x = [.. start], g = new double[n], nextX = new double[n], nextG = new double[n];
        var inverse = new double[n, n];
        for (int i = 0; i < n; i++)
            inverse[i, i] = 0.02;
        double f = Valley(x, a, b, g);
        for (int round = 0; round < rounds; round++)
        {
            double[] p = new double[n];
            double slope = 0, t = 1, nextF;
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                    p[i] -= inverse[i, j] * g[j];
                slope += p[i] * g[i];
            }
            while (true)
            {
                for (int i = 0; i < n; i++)
                    nextX[i] = x[i] + t * p[i];
                nextF = Valley(nextX, a, b, nextG);
                if (nextF <= f + 1e-4 * t * slope || t < 1e-6)
                    break;
                t *= 0.5;
            }
            double sy = 0;
            double[] s = new double[n], y = new double[n];
            for (int i = 0; i < n; i++)
            {
                s[i] = nextX[i] - x[i];
                y[i] = nextG[i] - g[i];
                sy += s[i] * y[i];
            }
            if (sy > 1e-10)
            {
                var hy = new double[n];
                double yhy = 0;
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < n; j++)
                        hy[i] += inverse[i, j] * y[j];
                    yhy += y[i] * hy[i];
                }
                for (int i = 0; i < n; i++)
                {
                    for (int j = 0; j < n; j++)
                        inverse[i, j] += (1 + yhy / sy) * s[i] * s[j] / sy - (hy[i] * s[j] + s[i] * hy[j]) / sy;
                }
            }
            (x, nextX, g, nextG, f) = (nextX, x, nextG, g, nextF);
        }
        return f + x[0];
    }

    /// <summary>Hestenes and Stiefel 1952, with local functions that return arrays and change them.</summary>
    [Differentiable, Allocates("the result")]
    public static double[] Conjugate([DiagonallyDominant] double[,] a, [Length(3)] double[] b, [Values(1, 2)] int rounds)
    {
        double[] x = new double[b.Length], r = [.. b], p = [.. r];
        double rr = Dot(r, r);
        for (int k = 0; k < rounds && rr > 1e-30; k++)
        {
            var ap = Times(a, p);
            double along = rr / Dot(p, ap);
            Add(along, p, x);
            Add(-along, ap, r);
            double next = Dot(r, r), ratio = next / rr;
            rr = next;
            p = p.Select((v, i) => r[i] + ratio * v).ToArray();
        }
        return x;

        static double Dot(double[] u, double[] v) => u.Zip(v, (p, q) => p * q).Sum();

        static void Add(double s, double[] u, double[] v)
        {
            for (int i = 0; i < v.Length; i++)
                v[i] += s * u[i];
        }

        static double[] Times(double[,] a, double[] v)
        {
            var product = new double[v.Length];
            for (int i = 0; i < v.Length; i++)
            {
                for (int j = 0; j < v.Length; j++)
                    product[i] += (a[i, j] + a[j, i]) * v[j];
            }
            return product;
        }
    }

    /// <summary>Leaps of a Hamiltonian sampler of fourth order (Yoshida 1990), taken or not.</summary>
    [Differentiable, Allocates("local arrays")]
    public static double Sampled([Length(2), Range(-1, 1)] double[] places, [Length(2), Range(-1, 1)] double[] momenta, [Range(0.1, 0.2)] double step,
        [NonDifferentiable] double? logarithm, double temperature)
    {
        double[] q = (double[])places.Clone(), p = momenta.ToArray();
        double before = Energy(q) + p.Sum(v => v * v / 2);
        double[] weights = [1 / (2 - Math.Cbrt(2)), -Math.Cbrt(2) / (2 - Math.Cbrt(2)), 1 / (2 - Math.Cbrt(2))];
        for (int leap = 0; leap < 3; leap++)
        {
            foreach (double w in weights)
            {
                Kick(step * w / 2);
                Drift(step * w);
                Kick(step * w / 2);
            }
        }
        double change = Energy(q) + p.Sum(v => v * v / 2) - before;
        bool accepted = logarithm is not { } least || least > change;
        return accepted ? q.Sum() * temperature + 10 * change : places.Sum();

        double Energy(double[] z)
        {
            double s = 0;
            foreach (var v in z)
                s += v * v * v * v / 4 - v * v / 2;
            return s / temperature;
        }

        void Kick(double h)
        {
            for (int i = 0; i < q.Length; i++)
                p[i] -= h * (q[i] * q[i] * q[i] - q[i]) / temperature;
        }

        void Drift(double h)
        {
            for (int i = 0; i < q.Length; i++)
                q[i] += h * p[i];
        }
    }

    public interface IVector<TSelf, T> where TSelf : struct, IVector<TSelf, T> where T : IFloatingPointIeee754<T>
    {
        static abstract TSelf operator +(TSelf a, TSelf b);
        static abstract TSelf operator *(T s, TSelf a);
        static abstract T Dot(TSelf a, TSelf b);
        static virtual TSelf Mean(TSelf a, TSelf b, T t) => (T.One - t) * a + t * b;
    }

    public readonly record struct Pair<T>(T X, T Y) : IVector<Pair<T>, T> where T : IFloatingPointIeee754<T>
    {
        public static Pair<T> operator +(Pair<T> a, Pair<T> b) => new(a.X + b.X, a.Y + b.Y);
        public static Pair<T> operator *(T s, Pair<T> a) => new(s * a.X, s * a.Y);
        public static T Dot(Pair<T> a, Pair<T> b) => a.X * b.X + a.Y * b.Y;
    }

    private static T Walked<TVector, T>(TVector x, TVector d, T h, int n) where TVector : struct, IVector<TVector, T> where T : IFloatingPointIeee754<T>
    {
        for (int i = 0; i < n; i++)
            x = x + h * TVector.Mean(x, d, h);
        return TVector.Dot(x, d);
    }

    /// <summary>Steps towards a point, of vectors that are a type parameter with members of its interface.</summary>
    [Differentiable, TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Towards<T>(Pair<T> x, Pair<T> d, T h, [Values(2, 4)] int n) where T : IFloatingPointIeee754<T> =>
        Walked<Pair<T>, T>(x, d, h, n) + T.Exp(-h);

    /// <summary>Kingma and Ba 2015, one step for each datum.</summary>
    [Differentiable, Allocates("local arrays")]
    public static double Moments([Length(2), Range(-0.3, 0.3)] double[] start, [NonDifferentiable, Length(3)] (double X, double Y)[] data,
        [Range(0.05, 0.1)] double rate, [Range(0.8, 0.9)] double first, [Range(0.9, 0.95)] double second)
    {
        var at = start.ToArray();
        var (mean, square) = (new double[at.Length], new double[at.Length]);
        Span<double> gradient = stackalloc double[2];
        double loss = 0, a = 1, b = 1;
        foreach (var (x, y) in data)
        {
            double guess = Math.Tanh(at[0] * x + at[1]), error = guess - 2 * y, slope = 2 * error * (1 - Math.Pow(guess, 2));
            loss += error * error;
            gradient[0] = slope * x;
            gradient[1] = slope;
            a *= first;
            b *= second;
            for (int i = 0; i < 2; i++)
            {
                mean[i] = first * mean[i] + (1 - first) * gradient[i];
                square[i] = second * square[i] + (1 - second) * gradient[i] * gradient[i];
                at[i] -= rate * (mean[i] / (1 - a)) / (Math.Sqrt(square[i] / (1 - b)) + 1e-3);
            }
        }
        return loss;
    }

    /// <summary>The least of a linear cost over shares, by Newton's steps inside a barrier that is halved until nothing is negative.</summary>
    [Differentiable, Allocates("the shares")]
    public static double Barrier([Elements(1, 0.6, 0.9)] double[] cost, double strength)
    {
        int n = cost.Length;
        var x = Enumerable.Repeat(1.0 / n, n).ToArray();
        Span<double> slope = stackalloc double[n], move = stackalloc double[n];
        double price = 0, mu = strength;
        for (int outer = 0; outer < 2; outer++, mu *= 0.3)
        {
            for (int round = 0; round < 3; round++)
            {
                double a = 0, b = 0, step = 1;
                for (int i = 0; i < n; i++)
                {
                    slope[i] = cost[i] - mu / x[i];
                    double inverse = x[i] * x[i] / mu;
                    a += inverse;
                    b += inverse * slope[i];
                }
                price = (x.Sum() - 1 - b) / a;
                for (int i = 0; i < n; i++)
                    move[i] = -(slope[i] + price) * x[i] * x[i] / mu;
                while (true)
                {
                    bool inside = true;
                    for (int i = 0; i < n; i++)
                        inside &= x[i] + step * move[i] > 0.1 * x[i];
                    if (inside)
                        break;
                    step /= 2;
                }
                for (int i = 0; i < n; i++)
                    x[i] += step * move[i];
            }
        }
        double least = 0;
        for (int i = 0; i < n; i++)
            least += cost[i] * x[i];
        return least + 0.1 * price;
    }
}
