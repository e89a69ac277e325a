using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>A class without derivatives of its own, which need not be partial.</summary>
internal static class ShapeFunctions
{
    private const double Half = 0.5;

    public static double Hat(double x) => Math.Max(0, Hidden(1 - Math.Abs(x)));

    /// <summary>An extension of the old kind.</summary>
    public static double Softened(this double x, double by = 2) => x / (1 + by * Math.Abs(x));

    public static void Normalize(this double[] values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value * value;
        double scale = 1 / Math.Sqrt(sum);
        for (int i = 0; i < values.Length; i++)
            values[i] *= scale;
    }

    private static double Hidden(double x) => Half * x * x + x;

    extension(double x)
    {
        public double Doubled => Hidden(x) * 2;

        public double Plus(double y) => x * y + x.Doubled;

        public double Nested(double y) => (2 * x).Plus(y) * x + y.Plus(x) / (1 + x * x);

        public static double Mean(double a, double b) => Half * (a + Hidden(b));
    }

    extension(double[] values)
    {
        public double Longest => values[^1] * values.Length;

        public static double[] Negative(double[] of)
        {
            double[] result = new double[of.Length];
            for (int i = 0; i < of.Length; i++)
                result[i] = -of[i] * of[0];
            return result;
        }

        public double Weighted(double by, int power) => power == 0 ? by * values[0] : values[1] * by;
    }

    extension<T>(T[] values)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        public T Squares<TWeight>(T scale, TWeight weight)
        {
            T sum = T.Zero;
            foreach (T value in values)
                sum += value * value * scale;
            return sum;
        }
    }

    extension((double X, double Y))
    {
        public static (double X, double Y) Polar(double radius, double angle) => (radius * Math.Cos(angle), radius * Math.Sin(angle));
    }

    extension(double)
    {
        public static double Falling(double x, int n) => n <= 0 ? 1 : x * ShapeFunctions.Falling(x - 1, n - 1);
    }

    extension(Span<double> values)
    {
        public double First => values[0] * values[0];

        public void Raise(double by)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] += by * i;
        }
    }

    extension<T>(ReadOnlySpan<T> values)
    {
        public double Summed(Func<T, int, double> weight)
        {
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
                sum += weight(values[i], i);
            return sum;
        }
    }
}

/// <summary>A helper of a generic class.</summary>
internal static class Blend<T>
    where T : System.Numerics.IFloatingPointIeee754<T>
{
    public static T Of(T a, T b, T weight) => a + weight * (b - a) * Half(weight);

    private static T Half(T x) => x / (T.One + T.One);
}

/// <summary>Helpers of other classes, extensions among them, that call what is private there.</summary>
public static partial class HelpersElsewhere
{
    [Differentiable]
    public static double OfAnotherClass(double x) => ShapeFunctions.Hat(x / 3) * x + ShapeFunctions.Hat(x - 0.5);

    [Differentiable]
    public static double Extensions(double x, double y) => x.Softened() + y.Softened(by: x) * x.Softened(y);

    [Differentiable]
    public static double ExtensionMembers(double x, double y) => x.Doubled * y + x.Plus(y) * y.Plus(x.Doubled) + double.Mean(x, y) * x.Nested(y);

    [Differentiable]
    public static double ExtensionsOfSpansThatAreGivenLambdas([Length(4)] double[] x, double y)
    {
        ReadOnlySpan<double> all = x;
        double scale = all.Summed((v, i) => v * i * y);
        return scale * ShapeFunctions.Summed(all[1..], (v, i) => Math.Sin(v * scale));
    }

    [Differentiable]
    public static double ExtensionsThatWrite(double[] x)
    {
        double[] y = [.. x];
        y.Normalize();
        Span<double> part = y.AsSpan(1);
        part.Raise(x[0]);
        return y[0] * y[1] + part.First;
    }

    /// <summary>C# lets members of extension blocks be called as the static methods that it makes of them.</summary>
    [Differentiable]
    public static double CalledByClass(double x, double y)
    {
        (double a, double b) = ShapeFunctions.Polar(x, y);
        return ShapeFunctions.Mean(x, y) * ShapeFunctions.Plus(y, by(x)) + a * b + ShapeFunctions.get_Doubled(x) * ShapeFunctions.Falling(y, 3);

        static double by(double of) => ShapeFunctions.Nested(of, of * of);
    }

    [Differentiable]
    public static double CalledByClassOfArrays([Length(3)] double[] x)
    {
        double[] y = ShapeFunctions.Negative(x);
        ShapeFunctions.Raise(y, y[1]);
        return y[0] * y[2] * ShapeFunctions.get_Longest(x) + ShapeFunctions.Weighted(power: 1, by: x[1], values: y) + ShapeFunctions.Squares(y, x[0], 3);
    }

    [Differentiable]
    public static double OfGenericClass(double x, double y) => Blend<double>.Of(x, y, x * y) + Blend<double>.Of(1, 2, y);
}
