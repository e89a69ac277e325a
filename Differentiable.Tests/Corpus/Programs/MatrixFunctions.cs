using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A matrix type with operators and an indexer over an array of its own.</summary>
public readonly struct DenseMatrix
{
    private readonly double[] _data;
    public int Rows { get; }
    public int Columns { get; }

    public DenseMatrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        _data = new double[rows * columns];
    }

    public double this[int i, int j]
    {
        get => _data[i * Columns + j];
        set => _data[i * Columns + j] = value;
    }

    public static DenseMatrix operator *(DenseMatrix a, DenseMatrix b)
    {
        var c = new DenseMatrix(a.Rows, b.Columns);
        for (int i = 0; i < a.Rows; i++)
            for (int j = 0; j < b.Columns; j++)
            {
                double sum = 0;
                for (int k = 0; k < a.Columns; k++)
                    sum += a[i, k] * b[k, j];
                c[i, j] = sum;
            }
        return c;
    }

    public static DenseMatrix operator +(DenseMatrix a, DenseMatrix b)
    {
        var c = new DenseMatrix(a.Rows, a.Columns);
        for (int i = 0; i < a._data.Length; i++)
            c._data[i] = a._data[i] + b._data[i];
        return c;
    }

    public static DenseMatrix operator *(double s, DenseMatrix a)
    {
        var c = new DenseMatrix(a.Rows, a.Columns);
        for (int i = 0; i < c._data.Length; i++)
            c._data[i] = s * a._data[i];
        return c;
    }

    public static DenseMatrix Identity(int n)
    {
        var c = new DenseMatrix(n, n);
        for (int i = 0; i < n; i++)
            c[i, i] = 1;
        return c;
    }

    public double Trace()
    {
        double t = 0;
        for (int i = 0; i < Math.Min(Rows, Columns); i++)
            t += this[i, i];
        return t;
    }
}

/// <summary>A series of matrices.</summary>
public static partial class MatrixExponential
{
    [Differentiable]
    public static double Trace([Length(9, 4)] double[] elements, double t)
    {
        int n = (int)Math.Round(Math.Sqrt(elements.Length));
        var a = new DenseMatrix(n, n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                a[i, j] = 0.3 * t * elements[i * n + j];
        DenseMatrix sum = DenseMatrix.Identity(n), term = DenseMatrix.Identity(n);
        for (int k = 1; k <= 6; k++)
        {
            term = (1.0 / k) * (term * a);
            sum += term;
        }
        return sum.Trace() + sum[0, n - 1];
    }
}

/// <summary>A fast Fourier transform in place, with the reversal of bits and powers of roots.</summary>
public static partial class FourierTransform
{
    [Differentiable]
    private static void Transform([Length(4)] Span<Complex> data)
    {
        int n = data.Length;
        for (int i = 1, j = 0; i < n; i++)
        {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1)
                j ^= bit;
            j ^= bit;
            if (i < j)
                (data[i], data[j]) = (data[j], data[i]);
        }
        for (int len = 2; len <= n; len <<= 1)
        {
            Complex w = Complex.FromPolarCoordinates(1, -2 * Math.PI / len);
            for (int i = 0; i < n; i += len)
            {
                Complex f = Complex.One;
                for (int k = 0; k < len / 2; k++)
                {
                    Complex even = data[i + k], odd = data[i + k + len / 2] * f;
                    data[i + k] = even + odd;
                    data[i + k + len / 2] = even - odd;
                    f *= w;
                }
            }
        }
    }

    [Differentiable]
    public static double Power([Length(8)] double[] signal, double chirp, [Values(1, 2)] int bin)
    {
        Span<Complex> data = stackalloc Complex[signal.Length];
        for (int i = 0; i < data.Length; i++)
            data[i] = signal[i] * Complex.Exp(new Complex(0, chirp * i * i));
        Transform(data);
        Complex c = data[bin];
        return c.Real * c.Real + c.Imaginary * c.Imaginary + Complex.Abs(data[^1]) + c.Phase;
    }
}

/// <summary>A transform that calls itself on even and odd elements, and functions of what comes out.</summary>
public static partial class ComplexSpectrum
{
    [Differentiable]
    public static double Spectrum([Length(3)] double[] x)
    {
        var a = new Complex[8];
        for (int i = 0; i < 8; i++)
            a[i] = new Complex(x[i % x.Length] * i, Math.Sin(x[(i + 1) % x.Length]));
        Transform(a);
        double sum = 0;
        for (int i = 0; i < 8; i++)
            sum += (a[i] * Complex.Conjugate(a[(i + 1) % 8])).Real / (1 + a[i].Magnitude) + a[i].Phase * 0.01;
        return sum + Complex.Pow(a[1], new Complex(x[0], 0.5)).Imaginary + Complex.Sqrt(a[2]).Real;

        static void Transform(Span<Complex> v)
        {
            int n = v.Length;
            if (n == 1)
                return;
            Complex[] even = new Complex[n / 2], odd = new Complex[n / 2];
            for (int i = 0; i < n / 2; i++)
            {
                even[i] = v[2 * i];
                odd[i] = v[2 * i + 1];
            }
            Transform(even);
            Transform(odd);
            for (int k = 0; k < n / 2; k++)
            {
                Complex t = Complex.FromPolarCoordinates(1, -2 * Math.PI * k / n) * odd[k];
                v[k] = even[k] + t;
                v[k + n / 2] = even[k] - t;
            }
        }
    }
}
