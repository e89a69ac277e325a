using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Operators on arrays (C# 14).</summary>
public static class ArrayExtensions
{
    extension(double[])
    {
        public static double[] operator +(double[] a, double[] b)
        {
            var sum = new double[a.Length];
            for (int i = 0; i < a.Length; i++)
                sum[i] = a[i] + b[i];
            return sum;
        }

        public static double[] operator -(double[] a) => -1.0 * a;

        public static double[] operator *(double s, double[] a)
        {
            var scaled = new double[a.Length];
            for (int i = 0; i < a.Length; i++)
                scaled[i] = s * a[i];
            return scaled;
        }

        public static double operator *(double[] a, double[] b)
        {
            double sum = 0;
            for (int i = 0; i < a.Length; i++)
                sum += a[i] * b[i];
            return sum;
        }
    }

    extension(double[] a)
    {
        public double Norm => Math.Sqrt(a * a);

        public void operator *=(double s)
        {
            for (int i = 0; i < a.Length; i++)
                a[i] *= s;
        }
    }
}

/// <summary>Formulas over arrays, by operators of extension blocks.</summary>
public static partial class ArrayFormulas
{
    [Differentiable]
    public static double Projected([Length(3)] double[] x, [Length(3)] double[] onto, double rate)
    {
        double[] moved = x + rate * (onto + -x);
        double[] rest = moved + -(moved * onto / (onto * onto)) * onto;
        rest *= rate;
        return rest.Norm + moved * rest;
    }

    [Differentiable, Allocates("arrays that replace each other")]
    public static double Descent([Length(3)] double[] x, [Length(3)] double[] target, double rate, [Values(2, 3)] int steps)
    {
        double[] at = x;
        for (int k = 0; k < steps; k++)
            at += rate * (target + -at);
        return at * at + at.Norm;
    }
}
