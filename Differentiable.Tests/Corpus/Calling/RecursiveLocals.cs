using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Local functions that call themselves or each other, on numbers.</summary>
public static partial class RecursiveLocals
{
    [Differentiable]
    public static double Power(double x, [Values(5, 0, 1)] int n)
    {
        return PowerOf(x, n);

        static double PowerOf(double b, int k)
        {
            if (k == 0)
                return 1;
            double half = PowerOf(b, k / 2);
            return k % 2 == 0 ? half * half : half * half * b;
        }
    }

    /// <summary>The discounted area under a damped oscillation, by halving until Simpson's rule agrees with itself.</summary>
    [Differentiable]
    public static double AdaptiveSimpson(double rate, [Range(2, 3)] double end, [NonDifferentiable, Range(1e-7, 1e-5)] double tolerance)
    {
        double Value(double t) => Math.Exp(-rate * t) * Math.Cos(3 * t);
        double Simpson(double from, double to) => (to - from) / 6 * (Value(from) + 4 * Value((from + to) / 2) + Value(to));
        double Area(double from, double to, double whole, double allowed)
        {
            double middle = (from + to) / 2;
            double left = Simpson(from, middle), right = Simpson(middle, to);
            if (Math.Abs(left + right - whole) < 15 * allowed)
                return left + right + (left + right - whole) / 15;
            return Area(from, middle, left, allowed / 2) + Area(middle, to, right, allowed / 2);
        }
        return Area(0, end, Simpson(0, end), tolerance);
    }

    /// <summary>The same for any function that is known: a method of its own that takes a delegate, and calls itself with it.</summary>
    private static double Integrate(Func<double, double> f, double from, double to, int depth) => depth == 0
        ? (to - from) * f((from + to) / 2)
        : Integrate(f, from, (from + to) / 2, depth - 1) + Integrate(f, (from + to) / 2, to, depth - 1);

    [Differentiable]
    public static double OfDelegates(double x, double y)
    {
        double k = x * y;
        return Integrate(t => Math.Exp(-k * t), 0, 1, 3) * Integrate(t => t / (y + t), x, 2, 2);
    }

    [Differentiable]
    public static double DoubleIntegral(double x, double y) => Integrate(t => Integrate(s => Math.Sin(s * t * x), 0, t * y, 2), 0, 1, 2);

    [Differentiable]
    public static double ContinuedFraction(double x, [Values(6, 0)] int terms)
    {
        double Tail(int k) => k > terms ? 2 * k - 1 : 2 * k - 1 - x * x / Tail(k + 1);
        return x / Tail(1);
    }

    /// <summary>Legendre's polynomials by their recurrence, which forks.</summary>
    [Differentiable]
    public static double Legendre([Range(-0.9, 0.9)] double x, [Values(5, 0, 1)] int degree)
    {
        double P(int n) => n switch
        {
            0 => 1,
            1 => x,
            _ => ((2 * n - 1) * x * P(n - 1) - (n - 1) * P(n - 2)) / n,
        };
        return P(degree) + 0.5 * P(2);
    }

    /// <summary>Integers alone decide how often the sine is taken.</summary>
    [Differentiable]
    public static double Ackermann(double x, [Values(2, 0)] int n)
    {
        static int A(int i, int j) => i == 0 ? j + 1 : j == 0 ? A(i - 1, 1) : A(i - 1, A(i, j - 1));
        double y = x;
        for (int k = 0; k < A(2, n); k++)
            y = Math.Sin(y) + 0.5 * x;
        return y;
    }

    /// <summary>Weights that carry no derivative.</summary>
    [Differentiable]
    public static double ConstantWeights(double x, [Values(4, 0)] int n)
    {
        static double Weight(int k) => k == 0 ? 1 : 0.5 * Weight(k - 1) + 0.25;
        double sum = 0;
        for (int k = 0; k <= n; k++)
            sum += Weight(k) * Math.Pow(x, k);
        return sum;
    }

    [Differentiable]
    public static double EvenAndOdd(double x, [Values(5, 0, 2)] int n)
    {
        return Even(n);

        double Even(int k) => k == 0 ? x : Math.Sin(Odd(k - 1)) + x;

        double Odd(int k)
        {
            if (k == 0)
                return x * x;
            double t = 0.9 * Even(k - 1);
            return t * t + x;
        }
    }

    /// <summary>What is captured changes between the calls, and with each round.</summary>
    [Differentiable]
    public static double InALoop(double x, [Values(4, 0)] int rounds)
    {
        double y = x;
        for (int i = 0; i < rounds; i++)
        {
            double scale = 0.5 * y + x;
            double Nested(int k) => k == 0 ? scale : Math.Sin(Nested(k - 1)) + x * y;
            y = 0.3 * Nested(i);
            y += 0.2 * Nested(1);
        }
        return y;
    }

    [Differentiable]
    public static double InsideAnother(double x, [Values(3, 0)] int n)
    {
        double Outer(double v, int k)
        {
            double Inner(int j) => j == 0 ? v : Inner(j - 1) * x + v;
            return k == 0 ? v : Outer(0.1 * Inner(2), k - 1) + x;
        }
        return Outer(x, n);
    }

    /// <summary>By reference: a running total that goes down and up, and what the deepest call finds.</summary>
    [Differentiable]
    public static double References(double x, [Values(3, 0)] int n)
    {
        static double Descend(double v, ref double total, out double deepest, int k)
        {
            total = 0.5 * total + v * v;
            if (k == 0)
            {
                deepest = v * total;
                return v;
            }
            double below = Descend(0.9 * v, ref total, out double found, k - 1);
            deepest = found + Math.Sin(v);
            return below + total;
        }
        double sum = 1;
        double result = Descend(x, ref sum, out double end, n);
        return result * sum + end;
    }

    [Differentiable]
    public static (double, double) Tuples(double x, double y, [Values(3, 0)] int n)
    {
        (double Sine, double Cosine) Doubled(double angle, int k)
        {
            if (k == 0)
                return (Math.Sin(angle * x), Math.Cos(angle * y));
            (double s, double c) = Doubled(angle / 2, k - 1);
            return (2 * s * c, c * c - s * s);
        }
        (double sine, double cosine) = Doubled(x, n);
        return (sine * y, cosine);
    }

    [Differentiable]
    public static double Vectors(Vector2 start, double x, [Values(3, 0)] int n)
    {
        Vector2 Turned(Vector2 v, int k) => k == 0 ? v * (float)x : Turned(new Vector2(v.X - 0.1f * v.Y, v.Y + 0.1f * v.X * start.Y), k - 1) + start;
        return Turned(start, n).LengthSquared();
    }

    [Differentiable]
    [TypeArguments(typeof(double))]
    [TypeArguments(typeof(float))]
    public static T Generic<T>(T x, [Values(3, 0)] int n)
        where T : IFloatingPointIeee754<T>
    {
        T Chain(int k) => k == 0 ? T.One : T.Sin(x * Chain(k - 1)) + x;
        return Chain(n);
    }

    [Differentiable]
    public static double OfTypes(double x, [Values(3, 0)] int n)
    {
        static T PowerOf<T>(T b, int k)
            where T : INumber<T> => k == 0 ? T.One : b * PowerOf(b, k - 1);
        return PowerOf(x, n) + PowerOf((double)(float)n, 2) * x;
    }

    [Differentiable]
    public static float SinglePrecision(float x, [Values(4, 0)] int n)
    {
        float Tower(int k) => k == 0 ? 1 : MathF.Exp(0.3f * x * Tower(k - 1));
        return Tower(n);
    }

    [Differentiable]
    public static double ByDelegate(double x)
    {
        double Factors(int k) => k == 0 ? 1 : (x + k) * Factors(k - 1);
        Func<int, double> factors = Factors;
        return factors(3) - factors(1);
    }

    /// <summary>Newton's method, whose guards look at a constant that is not differentiated.</summary>
    [Differentiable]
    public static double NewtonRoot([Range(1, 3)] double a, [NonDifferentiable, Range(1e-9, 1e-8)] double tolerance)
    {
        double least = tolerance / 2;
        double Root(double s, int left)
        {
            if (left < 0)
                throw new ArgumentException("does not converge");
            return Math.Abs(s * s - a) < Math.BitIncrement(least) ? s : Root(0.5 * (s + a / s), left - 1);
        }
        return Root(a, 40);
    }

    [Differentiable]
    public static double WithCheckpoints(double x, double rate, [Values(6, 0)] int steps)
    {
        double Substeps(double v, int k) => k == 0 ? v : Substeps(v + 0.1 * Math.Sin(rate * v), k - 1);
        double y = x;
        for (int i = 0; i < steps; i++)
        {
            Checkpoint.SquareRoot();
            y = Substeps(y, 2) * rate;
        }
        return y;
    }

    [Differentiable, Checkpoint]
    public static double Checkpointed(double x, [Values(4, 0)] int n)
    {
        double Chain(double v, int k) => k == 0 ? v : Chain(Math.Sin(v) + x, k - 1);
        return Chain(x, n) * Chain(0.5, 2);
    }

    /// <summary>Overloads have lifted functions of their own.</summary>
    [Differentiable]
    public static double Overloaded(double x, [Values(3)] int n)
    {
        double Rest(int k) => k == 0 ? x : Rest(k - 1) * x;
        return Rest(n);
    }

    [Differentiable]
    public static double Overloaded(double x, double y)
    {
        double Rest(int k) => k == 0 ? y : Rest(k - 1) + x * y;
        double Twice(double v)
        {
            double Rest(int k) => k == 0 ? v : Rest(k - 1) * x;
            return Rest(2);
        }
        return Rest(2) * Twice(y);
    }
}
