using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Arrays that a method returns: from inside loops and branches, made by others, or its own parameters.</summary>
public static partial class ReturnedArrays
{
    [Differentiable]
    public static double[] FromInsideALoop(double y, [Length(4)] Span<double> a)
    {
        for (int i = 0; i < a.Length; i += 2)
        {
            if (y > -9)
                return new double[] { a[i] * y };
        }
        return new double[] { y };
    }

    [Differentiable]
    public static double[] FromInsideADoLoop(double y, [Length(4)] ReadOnlySpan<double> a)
    {
        int i = 0;
        do
        {
            if (a[i] > y)
                return new double[] { a[i] * y, a[0] };
            i++;
        }
        while (i < a.Length);
        return new double[] { y, y * y };
    }

    [Differentiable]
    public static double[] FromABranch(double x, [Length(3)] double[] a)
    {
        if (x > 0.5)
            return new double[] { x, a[0] * a[1] };
        double[] b = new double[2];
        b[0] = a[2] * x;
        b[1] = b[0] * b[0];
        return b;
    }

    [Differentiable]
    public static double[] Itself([Length(3)] double[] a) => a;

    [Differentiable]
    public static double[] ItselfAfterAWrite([Length(3)] double[] a, double x)
    {
        a[1] = a[0] * x;
        return a;
    }

    [Differentiable]
    [Allocates("a call returns an array")]
    public static double WriteThroughTheReturned([Length(3)] double[] a, double x)
    {
        double[] r = Itself(a);
        r[0] = 5 * x;
        return a[0] * a[1] * r[2];
    }

    [Differentiable]
    [Allocates("a call returns an array")]
    public static double WriteBehindTheReturned([Length(3)] double[] a, double x)
    {
        double[] r = ItselfAfterAWrite(a, x);
        a[0] = a[1] * x;
        return r[0] * r[1] + a[2];
    }

    [Differentiable]
    [Allocates("a call returns an array")]
    public static double Pair(double x, double y)
    {
        double[] t = Two(0.1, x);
        for (int i = 0; i < t.Length; i++)
        {
            double[] buffer = Two(y, t[i]);
            (x, y) = (4 * buffer[1], buffer[0] * buffer[1]);
        }
        return x * y;
    }

    [Differentiable]
    public static double[] Two(double x, double y) => new double[] { y, x * y };

    [Differentiable]
    public static double CopyByLinq([Length(3)] double[] a, double x)
    {
        double[] b = a.ToArray();
        b[0] *= x;
        return b[0] * a[0] + b[1];
    }
}
