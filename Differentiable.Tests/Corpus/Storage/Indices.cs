using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Arrays take indices of any integer type.</summary>
public static partial class Indices
{
    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Long([Length(4)] double[] x)
    {
        double s = 0;
        double[] squares = new double[x.LongLength];
        for (long i = 0; i < x.LongLength; i++)
        {
            s += x[i] * x[i];
            squares[i] = s * s;
        }
        return s * squares[2L] + x[3];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double Unsigned([Length(4)] double[] x)
    {
        double s = 1;
        uint n = 4;
        while (n-- > 0)
            s *= x[n] + 1;
        ulong at = 2;
        nint next = 1;
        byte last = 3;
        return s * x[at] + x[next] * x[last];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double LongMatrix([Rows(2, 3)] double[,] m)
    {
        double trace = 0;
        for (long i = 0; i < 2; i++)
            trace += m[i, i + 1L] * m[0, i];
        return trace;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    private static double Square(double[] x, int i) => x[i] * x[i];

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double ArraysGivenInALoop([Length(3)] double[] x)
    {
        double s = 0;
        for (int i = 0; i < x.Length; i++)
            s += Square(x, i) * (i + 1);
        return s;
    }
}
