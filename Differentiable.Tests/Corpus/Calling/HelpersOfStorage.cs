using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Static methods without attribute that read, write, make and return arrays, spans, tuples and structs.</summary>
public static partial class HelpersOfStorage
{
    private readonly record struct Point(double X, double Y);

    private static void Add(Span<double> y, ReadOnlySpan<double> x, double scale)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] += scale * x[i];
    }

    private static void Scale(double[] y, double by)
    {
        for (int i = 0; i < y.Length; i++)
            y[i] *= by;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [Differentiable]
    public static double InPlace(double[] x, double scale)
    {
        double[] y = [.. x];
        Scale(y, scale);
        Add(y, x, y[0]);
        Add(y.AsSpan(1), x.AsSpan(0, x.Length - 1), 2);
        return Dot(y, x) + Dot(y, y);
    }

    [Differentiable]
    public static void OfParameters(double[] y, ReadOnlySpan<double> x, double scale)
    {
        Scale(y, scale);
        Add(y.AsSpan(0, Math.Min(x.Length, y.Length)), x[..Math.Min(x.Length, y.Length)], y[0]);
    }

    /// <summary>Both are one array; the second half of each element is read after the first was written.</summary>
    [Differentiable]
    public static double OfOneArrayTwice(double[] x)
    {
        double[] y = [.. x];
        Add(y, y, y[0]);
        return Dot(y, y);
    }

    private static double[] Powers(double x, int count)
    {
        double[] powers = new double[count];
        powers[0] = 1;
        for (int i = 1; i < count; i++)
            powers[i] = powers[i - 1] * x;
        return powers;
    }

    private static double[] Scaled(double[] x, double by)
    {
        Scale(x, by);
        return x;
    }

    [Differentiable, Allocates("the powers are arrays")]
    public static double NewArrays(double x, double y)
    {
        double[] p = Powers(x, 5);
        double[] q = Scaled(p, y);
        q[1] += y;
        return Dot(p, q) + Powers(y, 3)[2];
    }

    private static double[,] Outer(ReadOnlySpan<double> x)
    {
        double[,] outer = new double[x.Length, x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
                outer[i, j] = x[i] * x[j] + i;
        }
        return outer;
    }

    private static void Shift(double[,] matrix, double by)
    {
        for (int i = 0; i < matrix.GetLength(0); i++)
            matrix[i, i] += by;
    }

    [Differentiable, Allocates("the matrix is an array")]
    public static double OfMatrices(ReadOnlySpan<double> x, double shift)
    {
        double[,] outer = Outer(x);
        Shift(outer, shift);
        double product = 1;
        for (int i = 0; i < x.Length; i++)
            product *= outer[i, i] + outer[i, 0];
        return product;
    }

    private static (double Sine, double Cosine) Circle(double angle) => (Math.Sin(angle), Math.Cos(angle * angle));

    private static Point Mirrored(Point p, double slope) => new(p.X - slope * p.Y, p.Y + slope * p.X);

    private static Point? Inside(Point p) => p.X > p.Y ? p : null;

    [Differentiable]
    public static double OfStructs(double x, double y)
    {
        var (sine, cosine) = Circle(x);
        Point p = Mirrored(new Point(sine, y), cosine);
        p = Mirrored(p with { X = p.Y }, y);
        return p.X * p.Y + Circle(p.Y).Cosine + (Inside(p)?.X ?? y);
    }

    private static void Swap(double[] x, int i, int j) => (x[i], x[j]) = (x[j], x[i]);

    private static int Largest(ReadOnlySpan<double> x)
    {
        int largest = 0;
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] > x[largest])
                largest = i;
        }
        return largest;
    }

    [Differentiable, Allocates("what other code looks at is an array")]
    public static double OfPermutations(double[] x)
    {
        double[] y = [.. x];
        Swap(y, 0, Largest(y));
        return y[0] * y[0] * y[^1] + y[0] / (1 + y[^1] * y[^1]);
    }
}
