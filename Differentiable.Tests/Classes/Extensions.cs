namespace Differentiable.Tests.Classes;

/// <summary>Extension methods that read, write and give back what stands before the dot.</summary>
public static partial class Extensions
{
    [Differentiable]
    public static double Cubed(this double x) => x * x * x;

    [Differentiable]
    public static double Total(this ReadOnlySpan<double> values, double scale)
    {
        double s = 0;
        foreach (double v in values)
            s += v * scale;
        return s;
    }

    [Differentiable]
    public static void Scale(this double[] a, double by)
    {
        for (int i = 0; i < a.Length; i++)
            a[i] *= by + i;
    }

    [Differentiable]
    public static double[] Scaled(this double[] a, double by)
    {
        a.Scale(by);
        return a;
    }

    [Differentiable]
    public static double ByDots(double[] a, double x)
    {
        double[] b = [.. a];
        b.Scale(x);
        double before = b[0];
        double[] c = b.Scaled(x).Scaled(2);
        c[1] += before;
        return b[1].Cubed() * b.AsSpan(1).Total(x) + b.Total(2 * x) * c[0];
    }

    [Differentiable]
    public static double ByNames(double[] a, double x)
    {
        double[] b = [.. a];
        Scale(b, x);
        double before = b[0];
        Scale(b, x);
        Scale(b, 2);
        b[1] += before;
        return Cubed(b[1]) * Total(b.AsSpan(1), x) + Total(b, 2 * x) * b[0];
    }
}
