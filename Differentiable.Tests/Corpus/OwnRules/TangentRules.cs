using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.OwnRules;

/// <summary>Methods whose only rule is a tangent rule: reverse mode comes from unit tangents, or from the rule's own reverse mode.</summary>
public static partial class TangentRules
{
    [CustomGradient(nameof(PowerTangent))]
    private static double Power(double x, int n) => Math.Pow(x, n);

    private static (double value, double valueDot) PowerTangent(double x, int n, double xDot) =>
        (Math.Pow(x, n), n * Math.Pow(x, n - 1) * xDot);

    [CustomGradient(nameof(ToPolarTangent))]
    private static double ToPolar(double x, ref double y, out double radius)
    {
        radius = Math.Sqrt(x * x + y * y);
        y = Math.Atan2(y, x);
        return x * y;
    }

    private static (double value, double valueDot) ToPolarTangent(
        double x, ref double y, out double radius, double xDot, ref double yDot, out double radiusDot)
    {
        radius = Math.Sqrt(x * x + y * y);
        radiusDot = (x * xDot + y * yDot) / radius;
        yDot = (x * yDot - y * xDot) / (radius * radius);
        y = Math.Atan2(y, x);
        return (x * y, xDot * y + x * yDot);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    public static double ByUnitTangents(double x, double y)
    {
        double z = Power(x * y, 3);
        double s = ToPolar(z, ref y, out double radius);
        return s * y + radius * radius + Power(radius, 2);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    public static double ByUnitTangentsInALoop(double x, [Length(3)] ReadOnlySpan<double> w)
    {
        foreach (double v in w)
            x = Power(x, 2) * v + 0.1 * x;
        return x;
    }

    /// <summary>Several results, of which one is no real number.</summary>
    [CustomGradient(nameof(SplitTangent))]
    private static (double Whole, int Steps, double Left) Split(double x, double unit) => (x * x, (int)(x / unit), x * unit);

    private static (double Whole, int Steps, double Left, double WholeDot, double LeftDot) SplitTangent(double x, double unit, double xDot, double unitDot) =>
        (x * x, (int)(x / unit), x * unit, 2 * x * xDot, xDot * unit + x * unitDot);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    public static double OfParts(double x, double y)
    {
        (double whole, int steps, double left) = Split(x * y + 1, y + 5);
        return whole * left + steps;
    }

    [CustomGradient(nameof(SineTransformTangent))]
    private static double SineTransform(ReadOnlySpan<double> w, double x, ReadOnlySpan<double> v)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
            sum += Math.Sin(w[i] * x) * v[i];
        return sum;
    }

    [Differentiable(Derivatives.Gradient)]
    private static (double value, double valueDot) SineTransformTangent(
        ReadOnlySpan<double> w, double x, ReadOnlySpan<double> v, ReadOnlySpan<double> wDot, double xDot, ReadOnlySpan<double> vDot)
    {
        double sum = 0, sumDot = 0;
        for (int i = 0; i < w.Length; i++)
        {
            sum += Math.Sin(w[i] * x) * v[i];
            sumDot += Math.Cos(w[i] * x) * (wDot[i] * x + w[i] * xDot) * v[i] + Math.Sin(w[i] * x) * vDot[i];
        }
        return (sum, sumDot);
    }

    [Differentiable(Derivatives.All)]
    public static double Transposed([Length(3)] ReadOnlySpan<double> w, double x)
    {
        Span<double> squares = stackalloc double[w.Length];
        for (int i = 0; i < w.Length; i++)
            squares[i] = w[i] * w[i];
        double sum = SineTransform(squares, x * x, w);
        return sum * sum + SineTransform(w, x, squares);
    }

    [CustomGradient(nameof(StepTangent))]
    private static void Step(double h, Span<double> y)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] += h * Math.Sin(y[i]);
    }

    [Differentiable(Derivatives.Gradient)]
    private static void StepTangent(double h, Span<double> y, double hDot, Span<double> yDot)
    {
        for (int i = 0; i < y.Length; i++)
        {
            yDot[i] += hDot * Math.Sin(y[i]) + h * Math.Cos(y[i]) * yDot[i];
            y[i] += h * Math.Sin(y[i]);
        }
    }

    [Differentiable(Derivatives.All)]
    public static double StepsInPlace(double h, [Length(3)] Span<double> y, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            Step(h, y);
            y[0] *= y[1];
        }
        return y[0] * y[1] * y[2];
    }

    [CustomGradient(nameof(SmoothTangent))]
    private static void Smooth(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * x[i] + x[i];
    }

    [Differentiable(Derivatives.Gradient)]
    private static void SmoothTangent(ReadOnlySpan<double> x, Span<double> y, ReadOnlySpan<double> xDot, Span<double> yDot)
    {
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = x[i] * x[i] + x[i];
            yDot[i] = (2 * x[i] + 1) * xDot[i];
        }
    }

    [Differentiable(Derivatives.All)]
    public static double TransposedInPlace([Length(4)] Span<double> x, int rounds)
    {
        for (int k = 0; k < rounds; k++)
        {
            Smooth(x, x);
            Smooth(x[..2], x[2..]);
        }
        return x[0] * x[3] + x[1];
    }

    /// <summary>Both rules: the pullback serves reverse mode.</summary>
    [CustomGradient(nameof(CubeTangent)), CustomGradient(nameof(CubePullback))]
    private static double Cube(double x) => x * x * x;

    private static (double value, double valueDot) CubeTangent(double x, double xDot) => (x * x * x, 3 * x * x * xDot);

    private static double CubePullback(double x, double dresult) => dresult * 3 * x * x;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Jacobian)]
    public static double OfCubes(double x, double y) => Cube(x * y) + Cube(Cube(x));
}
