using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>
/// Code that cannot carry several directions at once, and what calls it: local arrays of structs, generic methods, methods with rules. Jacobians and
/// Hessians of all of it take one direction a sweep.
/// </summary>
public static partial class OneDirection
{
    private record struct Knot(double At, double Height);

    [Differentiable]
    public static double Knots([Length(5)] double[] w, double scale)
    {
        var knots = new Knot[w.Length];
        for (int i = 0; i < w.Length; i++)
            knots[i] = new Knot(w[i] * scale, w[i] * w[i]);
        double sum = 0;
        foreach (Knot knot in knots)
            sum += knot.At * knot.Height + Math.Sin(knot.At);
        return sum;
    }

    [Differentiable]
    public static double CallsKnots([Length(5)] double[] w, double scale) => Knots(w, scale * scale) * scale + Math.Exp(w[0]);

    [Differentiable]
    public static void Update([Length(3)] Span<double> w, double scale, ref double rate, out double last)
    {
        Span<Knot> knots = stackalloc Knot[w.Length];
        for (int i = 0; i < w.Length; i++)
            knots[i] = new Knot(w[i] * scale, w[i] * rate);
        for (int i = 0; i < w.Length; i++)
            w[i] = knots[i].At * knots[i].Height;
        rate *= w[0];
        last = scale * rate + w[1];
    }

    [Differentiable]
    public static double CallsUpdateTwice([Length(3)] double[] w, double scale)
    {
        double[] state = new double[w.Length];
        for (int i = 0; i < state.Length; i++)
            state[i] = w[i] * scale;
        double rate = scale + 1;
        Update(state, scale, ref rate, out double last);
        double between = state[0] * state[1] + rate * last;
        Update(state, 0.1 * between, ref rate, out last);
        return between + state[0] * last;
    }

    [Differentiable]
    public static (double Value, double Weight) Matrices(double x, double[,] m, [RowLengths(1, 2)] double[][] rows)
    {
        Knot[] knots = [new Knot(x, m[0, 1] * x)];
        return (knots[0].At * knots[0].Height * m[0, 0] + rows[1][0] * rows[0][0], rows[1][1] * knots[0].Height);
    }

    [Differentiable]
    public static double CallsMatrices(double x, double[,] m, [RowLengths(1, 2)] double[][] rows)
    {
        (double value, double weight) = Matrices(x * x, m, rows);
        return value * weight + m[0, 0] * value;
    }

    [Differentiable]
    public static float InSinglePrecision(float x, [Length(4)] ReadOnlySpan<float> w)
    {
        (float, float)[] pairs = [(x, w[0]), (x * w[1], w[2])];
        return pairs[0].Item1 * pairs[1].Item2 + pairs[1].Item1 * w[3];
    }

    [Differentiable]
    public static float CallsInSinglePrecision(float x, [Length(4)] ReadOnlySpan<float> w) => InSinglePrecision(x * x, w) * w[0];

    [Differentiable, Allocates("it returns an array")]
    public static double[] Heights([Length(4, 0)] double[] x)
    {
        var knots = new Knot[x.Length];
        for (int i = 0; i < x.Length; i++)
            knots[i] = new Knot(x[i], x[i] * x[0]);
        double[] y = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            y[i] = knots[i].At * knots[i].Height;
        return y;
    }

    [Differentiable, Allocates("it calls one that does")]
    public static double CallsHeights([Length(4)] double[] x, double z)
    {
        double sum = 0;
        foreach (double height in Heights(x))
            sum += height * height * z;
        return sum;
    }

    [Differentiable]
    public static double OfStructs(Vector2 v, float z)
    {
        Vector2[] all = [v, v * z];
        return all[0].X * all[1].Y * v.Y;
    }

    [Differentiable]
    public static double CallsOfStructs(Vector2 v, float z) => OfStructs(v * z, z * z);

    [Differentiable]
    [TypeArguments(typeof(double))]
    public static T Wave<T>(T x, T y)
        where T : IFloatingPointIeee754<T> => T.Sin(x * y) * x;

    [Differentiable]
    public static double CallsGeneric(double x, double y) => Wave(x, y * y) * y;

    [Differentiable]
    public static double CallsCaller(double x, double y) => CallsGeneric(x * y, y) + x;

    /// <summary>Each trip calls again, so that halves wait on the stack for each other.</summary>
    [Differentiable]
    public static double InALoop([Length(3)] double[] w, double x, int rounds)
    {
        double y = x;
        for (int k = 0; k < rounds; k++)
            y = Math.Sin(Knots(w, y)) + y;
        return y;
    }

    private static double Area(double x, double y) => x * x * y;

    [DerivativeOf(typeof(OneDirection), nameof(Area)), Differentiable(Derivatives.Gradient)]
    private static (double value, double valueDot) AreaTangent(double x, double y, double xDot, double yDot) =>
        (x * x * y, 2 * x * y * xDot + x * x * yDot);

    [Differentiable]
    public static double CallsRule(double x, double y) => Area(x * y, y) + Math.Sin(x);

    [Differentiable]
    public static double CallsCallerOfRule(double x, double y) => CallsRule(x, y) * y;
}
