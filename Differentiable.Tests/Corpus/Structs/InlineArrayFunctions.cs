using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Inline arrays as parameters, locals and results.</summary>
public static partial class InlineArrayFunctions
{
    [Differentiable]
    public static double Norm(Four b)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += b[i] * b[i];
        return Math.Sqrt(sum + 1) + b[^1];
    }

    [Differentiable]
    public static double Horner(in Four coefficients, double x)
    {
        double y = 0;
        for (int i = 3; i >= 0; i--)
            y = y * x + coefficients[i];
        return y;
    }

    /// <summary>Assignment copies: what is written to one is not in the other.</summary>
    [Differentiable]
    public static double Copies(Four b, double x)
    {
        Four c = b;
        c[1] = x * c[0];
        b[0] = c[1] * x;
        Four d = c;
        d[2] *= b[0];
        c = d;
        d[2] = 5;
        return b[0] * b[1] + c[1] * c[2] * c[3] + d[2] * d[1];
    }

    /// <summary>Both are evaluated before either is written.</summary>
    [Differentiable]
    public static double Swap(Four a, Four b)
    {
        (a, b) = (b, a);
        a[0] *= b[1];
        (a, b) = (b, a);
        return a[0] * a[1] + b[0] * b[0] + b[3];
    }

    [Differentiable]
    public static Four Scaled(double x, Four b)
    {
        Four c = default;
        for (int i = 0; i < 4; i++)
            c[i] = x * b[i] * b[3 - i];
        return c;
    }

    /// <summary>What comes in goes out.</summary>
    [Differentiable]
    public static Four Through(Four b, [Values(0, 1)] int k)
    {
        if (k == 0)
            return b;
        b[k] *= b[0];
        return b;
    }

    [Differentiable]
    public static (double Total, Four Parts) Both(double x, Four b)
    {
        Four parts = new();
        double total = 0;
        for (int i = 0; i < 4; i++)
        {
            parts[i] = Math.Sin(b[i] * x);
            total += parts[i];
        }
        return (total, parts);
    }

    /// <summary>Arguments by value are not changed by the callee, those by reference are.</summary>
    [Differentiable]
    [Allocates("methods that return inline arrays hand them to generated callers as arrays")]
    public static double Calls(double x, Four b)
    {
        Four c = Scaled(x, b);
        Turn(ref c, x, out Four d);
        Four e = Through(c, 1);
        return Norm(d) + Horner(in c, 0.5) * e[1] + Both(x, Scaled(x, e)).Total;
    }

    [Differentiable]
    public static void Turn(ref Four b, double x, out Four c)
    {
        (b[0], b[1]) = (b[1] * x, b[0]);
        c = b;
        c[2] = x * b[3];
    }

    [Differentiable]
    public static double Discards(Four b, double x)
    {
        Turn(ref b, x, out _);
        return b[0] * b[1];
    }

    /// <summary>The same variable by value and by reference.</summary>
    [Differentiable]
    public static double Shared(Four b, double x)
    {
        Mixed(b, ref b, x);
        return b[0] + b[1] * b[2] + b[3];
    }

    [Differentiable]
    public static void Mixed(Four from, ref Four to, double x)
    {
        for (int i = 0; i < 4; i++)
            to[3 - i] = from[i] * x + to[3 - i];
    }

    /// <summary>Local functions take them by value and by reference.</summary>
    [Differentiable]
    public static double Locals(Four b, double x)
    {
        double first = Weighted(b);
        Shift(ref b);
        return first * Weighted(b);

        double Weighted(Four v)
        {
            v[0] *= x;
            return v[0] + v[1] * v[2];
        }

        void Shift(ref Four v) => (v[0], v[1], v[2], v[3]) = (v[1], v[2], v[3], v[0] * x);
    }
}
