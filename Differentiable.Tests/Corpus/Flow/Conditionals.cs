using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Flow;

/// <summary>Branches.</summary>
public static partial class Conditionals
{
    [Differentiable, Samples(4)]
    public static double IfElse([Range(-1, 1)] double x)
    {
        if (x > 0.1)
            return x * x;
        else
            return Math.Exp(x) - 1;
    }

    [Differentiable, Samples(4)]
    public static double IfWithoutElse([Range(-1, 1)] double x, double y)
    {
        double t = x * y;
        if (x < 0)
            t = t * t + y;
        return t * x;
    }

    [Differentiable]
    public static double OverwrittenInOneBranch(double x, [Values(0, 1)] bool flag)
    {
        double t = x * x;
        double u = t;
        if (flag)
        {
            t = Math.Sin(t);
            u *= t;
            t = u * x;
        }
        return t * u;
    }

    [Differentiable]
    public static double ElseIfChain(double x, [Values(0, 1, 2, 3)] int kind)
    {
        double y;
        if (kind == 0)
            y = x;
        else if (kind == 1)
            y = x * x;
        else if (kind == 2)
            y = Math.Sin(x);
        else
            y = 1 / x;
        return y * x;
    }

    [Differentiable, Samples(6)]
    public static double NestedBranches([Range(-1, 1)] double x, [Range(-1, 1)] double y)
    {
        double t = 1;
        if (x > 0)
        {
            t = x * y;
            if (y > 0)
                t *= t;
            else
            {
                y = y * x;
                t -= y;
            }
        }
        else if (y > x)
            t = Math.Cos(x) + y;
        return t * y;
    }

    [Differentiable, Samples(6)]
    public static double NestedTernaries([Range(-1, 1)] double x, [Range(-1, 1)] double y) =>
        x > 0 ? y > 0 ? x * y : x - y * y : y > 0.5 ? Math.Exp(x) : (x < y ? x * x : y) * 2;

    [Differentiable, Samples(6)]
    public static double ShortCircuit([Range(-1, 1)] double x, [Values(0, 1, 2)] int divisor)
    {
        if (divisor != 0 && x / divisor > 0.1 || x < -0.5)
            return x * x * x;
        return divisor == 0 | x > 0 ? x * 2 : Math.Sin(x);
    }

    [Differentiable]
    public static double ConditionsOnMutatedValues([Range(0.5, 0.9)] double x)
    {
        double t = x;
        if (t < 1)
            t = t + 2;
        if (t > 2)
            t = t * x;
        if (!(t > 10))
            t = t * t;
        return t;
    }

    [Differentiable]
    public static double LogicInVariables(double x, [Values(0, 1)] bool a, [Values(0, 1, 1, 0)] bool b)
    {
        bool both = a && b, either = a || b, different = a ^ b;
        double t = both ? x * x : x;
        if (either && !both)
            t *= 3;
        return different ? t * x : t;
    }

    [Differentiable]
    public static double ArrayChosenByBranch([Length(3)] double[] a, [Length(3)] double[] b, [Values(0, 1)] bool first)
    {
        double[] chosen = first ? a : b;
        double[] other;
        if (first)
            other = b;
        else
            other = a;
        return chosen[0] * other[1] + chosen[2] * chosen[1];
    }

    [Differentiable, Samples(4)]
    public static double BothBranchesStore([Range(-1, 1)] double x, [Length(3)] Span<double> a)
    {
        if (x > 0)
            a[1] = a[0] * x;
        else
            a[0] = a[1] * a[1];
        return a[0] * a[1] * a[2];
    }

    [Differentiable]
    public static double PiecewiseInterpolation([Range(0.1, 2.9)] double x, [NonDifferentiable, Elements(0, 1, 2, 3)] ReadOnlySpan<double> knots, [Length(4)] ReadOnlySpan<double> values)
    {
        for (int i = 0; i + 1 < knots.Length; i++)
        {
            if (x < knots[i + 1])
            {
                double t = (x - knots[i]) / (knots[i + 1] - knots[i]);
                return (1 - t) * values[i] + t * values[i + 1];
            }
        }
        return values[^1];
    }

    [Differentiable, Samples(5)]
    public static double Huber([Range(-3, 3)] double r, double delta) =>
        Math.Abs(r) <= delta ? 0.5 * r * r : delta * (Math.Abs(r) - 0.5 * delta);

    [Differentiable]
    public static double DeclaredInBothBranches(double x, [Values(0, 1)] int which)
    {
        if (which == 0)
        {
            double t = x * x;
            return t * t;
        }
        else
        {
            int t = 3;
            return x * t;
        }
    }

    [Differentiable]
    public static double NullableFree(double x, [Values(-1, 0, 7)] long n) => n < 0 ? x : n == 0 ? x * x : x * n;
}
