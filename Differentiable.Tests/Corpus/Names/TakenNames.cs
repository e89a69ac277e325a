using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Names;

/// <summary>Parameters that are called what generated ones would be called.</summary>
public static partial class TakenNames
{
    [Differentiable]
    public static void RightHandSide([Length(2)] ReadOnlySpan<double> y, double stiffness, [Length(2)] Span<double> dy)
    {
        dy[0] = y[1];
        dy[1] = -stiffness * y[0] * y[0];
    }

    [Differentiable]
    public static double Step([Length(2)] double[] w, double dw, double dw2)
    {
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
            sum += Math.Sin(w[i]) * dw * dw2;
        return sum;
    }

    [Differentiable]
    public static double NumberBehind([Length(2)] double[] w1, [Length(2)] double[] dw1) => w1[0] * dw1[0] + w1[1] * dw1[1] * dw1[1];

    [Differentiable]
    public static void Out(double x, out double y, double dy) => y = x * dy * dy;

    [Differentiable]
    public static void Ref(double x, ref double y, double dy) => y *= x * dy;

    [Differentiable]
    public static void RefBesideItsNamesake(ref double y, ref double dy)
    {
        dy *= y;
        y += dy * dy;
    }

    [Differentiable]
    public static double Result([Length(2)] double[] result, double dresult) => result[0] * result[1] * dresult;

    [Differentiable]
    public static (double In, double @out) Results(double dresult, double dresult1, double dresult2) =>
        (dresult * dresult1, dresult1 * dresult2 * dresult2);

    [Differentiable]
    public static double Resources([Length(3)] ReadOnlySpan<double> stack, double workspace, double value)
    {
        double product = 1;
        Span<double> powers = stackalloc double[2];
        for (int i = 0; i < stack.Length; i++)
        {
            powers[0] = stack[i] * product;
            powers[1] = powers[0] * workspace;
            product = Math.Sin(powers[1]) * value;
        }
        return product;
    }

    [Differentiable]
    public static double Components(double x, double value, double result, double value2) => x * value * result * value2;

    [Differentiable]
    public static double Sweeping([Length(3)] ReadOnlySpan<double> a, double Sweep)
    {
        double product = 1;
        for (int i = 0; i < a.Length; i++)
        {
            product *= a[i] * Sweep;
            product += Math.Sin(product);
        }
        return product;
    }

    [Differentiable]
    public static double Caller([Length(2)] double[] w, double dw)
    {
        Ref(w[0], ref w[1], dw);
        Out(w[0], out double y, dw);
        (double a, double b) = Results(y, dw, w[1]);
        return Step(w, a, b);
    }
}
