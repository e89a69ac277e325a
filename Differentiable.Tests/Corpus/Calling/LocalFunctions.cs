using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Functions inside functions.</summary>
public static partial class LocalFunctions
{
    [Differentiable]
    public static double Plain(double x, double y)
    {
        return Twice(x) * Twice(y) + Twice(x * y);

        static double Twice(double v) => 2 * v * v;
    }

    [Differentiable]
    public static double CapturesAParameter(double x, double scale)
    {
        double Scaled(double v) => scale * v * v;
        return Scaled(x) + Scaled(x + 1);
    }

    [Differentiable]
    public static double ChangesACapturedLocal(double x)
    {
        double total = 0;
        int calls = 0;
        void Add(double v)
        {
            total = total * 0.5 + v * x;
            calls++;
        }
        Add(x);
        Add(x * x);
        for (int i = 0; i < 3; i++)
            Add(total);
        return total * calls;
    }

    [Differentiable]
    public static double WithBranchesAndReturns([Range(-1, 1)] double x, [Range(-1, 1)] double y)
    {
        double Branching(double v)
        {
            if (v > 0.5)
                return v * v;
            double t = Math.Exp(v);
            if (v < 0)
                return t * y;
            return t - v;
        }
        return Branching(x) + Branching(y) * Branching(x + y);
    }

    [Differentiable]
    public static double CallsAnother(double x)
    {
        double Outer(double v) => Inner(v) * Inner(v + 1);
        double Inner(double v) => Math.Sin(v) * x;
        return Outer(x) + Inner(2);
    }

    [Differentiable]
    public static double CapturesAnArray([Length(3)] double[] a, double x)
    {
        double At(int i) => a[i] * x;
        void Set(int i, double v) => a[i] = v;
        Set(0, At(1) * At(2));
        Set(1, At(0) + a[1]);
        return At(0) * At(1);
    }

    [Differentiable]
    public static double ShadowsAName(double x, double y)
    {
        double t = x * y;
        static double Cube(double t) => t * t * t;
        return Cube(y) * t + Cube(t);
    }

    [Differentiable]
    public static double WithLoopInside(double x, [Values(3, 0)] int n)
    {
        double Power(double v)
        {
            double y = 1;
            for (int i = 0; i < n; i++)
                y *= v;
            return y;
        }
        double sum = 0;
        for (int i = 0; i < 2; i++)
            sum += Power(x + i) * x;
        return sum;
    }

    [Differentiable]
    public static double WithSpanParameter([Length(4)] ReadOnlySpan<double> a)
    {
        static double Sum(ReadOnlySpan<double> part)
        {
            double sum = 0;
            foreach (double v in part)
                sum += v * v;
            return sum;
        }
        return Sum(a[..2]) * Sum(a[1..]);
    }
}
