namespace Differentiable.Tests.Corpus;

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

    extension(Span<double> values)
    {
        public double First => values[0] * values[0];

        public void Raise(double by)
        {
            for (int i = 0; i < values.Length; i++)
                values[i] += by * i;
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
    public static double ExtensionsThatWrite(double[] x)
    {
        double[] y = [.. x];
        y.Normalize();
        Span<double> part = y.AsSpan(1);
        part.Raise(x[0]);
        return y[0] * y[1] + part.First;
    }

    [Differentiable]
    public static double OfGenericClass(double x, double y) => Blend<double>.Of(x, y, x * y) + Blend<double>.Of(1, 2, y);
}
