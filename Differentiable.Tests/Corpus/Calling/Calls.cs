using Differentiable.Tests.Corpus.Flow;
using Differentiable.Tests.Corpus.Numbers;
using Differentiable.Tests.Corpus.Storage;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Calls of other differentiable methods.</summary>
public static partial class Calls
{
    [Differentiable]
    public static double Cube(double x) => x * x * x;

    [Differentiable]
    public static double Norm2([Length(3, 0)] ReadOnlySpan<double> a)
    {
        double sum = 0;
        foreach (double v in a)
            sum += v * v;
        return sum;
    }

    /// <summary>A range of an array is a copy, and given as a span.</summary>
    [Differentiable]
    [Allocates("A range of an array is a new array.")]
    public static double OfRanges([Length(3)] double[] a, double x)
    {
        double before = Norm2(a[1..]) * Norm2(a[..2]);
        a[1] *= x;
        return before + Norm2(a[^2..]);
    }

    [Differentiable]
    public static void Scale([Length(3, 0)] Span<double> a, double factor)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] *= factor;
    }

    [Differentiable]
    public static (double Sum, double Difference) SumAndDifference(double x, double y) => (x + y * y, x * x - y);

    [Differentiable]
    public static double Iterated(double x, [Values(3, 0)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
            y = Math.Sin(y) * x;
        return y;
    }

    [Differentiable]
    public static double InAnExpression(double x, double y) => Cube(x) * Cube(y) + Cube(x * y) / (1 + Cube(x));

    [Differentiable]
    public static double NestedCalls(double x) => Cube(Cube(Math.Sin(x)) + Iterated(x, 2));

    [Differentiable]
    public static double InALoop(double x, [Values(4, 0, 1)] int n)
    {
        double y = x;
        for (int i = 0; i < n; i++)
            y = 0.1 * Cube(y) + Iterated(y, i);
        return y;
    }

    [Differentiable, Samples(4)]
    public static double InACondition([Range(-1, 1.5)] double x)
    {
        if (Cube(x) > 0.2 && Iterated(x, 2) < 5)
            return x * x;
        return Cube(x) < -0.1 ? Cube(x) : -x;
    }

    [Differentiable]
    public static double InAWhileCondition(double x)
    {
        double y = x;
        while (Cube(y) < 20)
            y = y * 1.3 + 0.1 * x;
        return y;
    }

    [Differentiable]
    public static double OfArrays([Length(4)] ReadOnlySpan<double> a, double x) =>
        Norm2(a) * Norm2(a[1..3]) + Norm2(a[..0]) * x;

    [Differentiable]
    public static double MutatingTheCallersArray([Length(4)] Span<double> a, double x)
    {
        double before = a[0] * a[1];
        Scale(a, x);
        Scale(a[1..3], a[0]);
        return before * a[2] + Norm2(a);
    }

    [Differentiable]
    public static double MutatingALocalArray([Length(3)] ReadOnlySpan<double> a, double x)
    {
        double[] t = a.ToArray();
        for (int i = 0; i < 2; i++)
        {
            Scale(t, x);
            t[0] += Norm2(t);
        }
        return t[0] * t[1];
    }

    [Differentiable]
    public static double WithTwoResults(double x, double y)
    {
        (double sum, double difference) = SumAndDifference(x, y);
        var again = SumAndDifference(sum, x);
        return sum * difference + again.Sum / (1 + again.Difference * again.Difference);
    }

    [Differentiable]
    public static double OneResultDiscarded(double x, double y)
    {
        (_, double difference) = SumAndDifference(x, y);
        SumAndDifference(y, x);
        return difference * x;
    }

    [Differentiable]
    public static void Halve(double x, out double half, ref double total)
    {
        half = x / 2;
        total = total * x + half * half;
    }

    [Differentiable]
    public static double WithReferences(double x, double start)
    {
        double total = start;
        Halve(x, out double half, ref total);
        Halve(half * total, out half, ref total);
        return total * half;
    }

    [Differentiable]
    public static double WithReferencesInALoop([Length(3, 0)] ReadOnlySpan<double> a, double start)
    {
        double total = start;
        double last = start;
        for (int i = 0; i < a.Length; i++)
            Halve(a[i] * last, out last, ref total);
        return total * last;
    }

    [Differentiable]
    public static double WithNamedArguments(double x, double y) => Weighted(weight: x, value: y) + Weighted(x);

    [Differentiable]
    public static double Weighted(double value, double weight = 2) => value * value * weight;

    [Differentiable]
    public static double OfAnotherType(double x, [Length(3)] ReadOnlySpan<double> a) =>
        Scalars.Square(x) + Loops.Horner(a, x) * Loops.Power(x, 3);

    [Differentiable]
    public static double WithNonDifferentiableArgument(double x, double y)
    {
        double z = Scalars.NotDifferentiated(x, 3, 2);
        return z * y + Plain(3) * x;
    }

    private static int Plain(int n) => n * n + 1;

    [Differentiable]
    public static double[] Cumulative([Length(4, 0)] ReadOnlySpan<double> a)
    {
        double[] result = new double[a.Length];
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * a[i];
            result[i] = sum;
        }
        return result;
    }

    [Differentiable, Allocates("the callee returns an array")]
    public static double OfAReturnedArray([Length(3, 1)] ReadOnlySpan<double> a)
    {
        double[] c = Cumulative(a);
        return c[0] * c[^1];
    }

    [Differentiable]
    public static double WithMatrices([Rows(2), Columns(2)] double[,] m, [Length(2)] double[] x) =>
        Matrices.QuadraticForm(m, x) * JustOne(m);

    [Differentiable]
    public static double JustOne([Rows(2), Columns(2)] double[,] m) => m[0, 1] * m[1, 1];

    [Differentiable]
    public static double WithRows([Rows(3), Columns(2)] double[][] rows)
    {
        double y = 1;
        for (int i = 0; i < rows.Length; i++)
            y *= Norm2(rows[i]);
        return y;
    }

    [Differentiable]
    public static double TheSameArrayTwice([Length(3)] ReadOnlySpan<double> a) => Products.Dot(a, a) + Products.Dot(a, a[..3]) * a[0];

    private static partial class Products
    {
        [Differentiable]
        internal static double Dot([Length(3, 0)] ReadOnlySpan<double> a, [LengthFrom("a")] ReadOnlySpan<double> b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
                sum += a[i] * b[i] * b[i];
            return sum;
        }
    }
}
