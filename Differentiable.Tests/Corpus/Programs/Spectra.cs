using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Spectra of signals by transforms in place and of halves that sequences make, roots of complex polynomials, filters that hide their state.</summary>
public static partial class Spectra
{
    /// <summary>In place, backwards with a division through references.</summary>
    [Differentiable, RoundsDifferently("complex numbers")]
    public static void Transform([Length(4, 8)] Span<Complex> a, [NonDifferentiable, Values(0, 1)] bool inverse)
    {
        int n = a.Length;
        for (int i = 1, j = 0; i < n; i++)
        {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1)
                j ^= bit;
            j ^= bit;
            if (i < j)
                (a[i], a[j]) = (a[j], a[i]);
        }
        for (int length = 2; length <= n; length <<= 1)
        {
            Complex root = Complex.FromPolarCoordinates(1, 2 * Math.PI / length * (inverse ? -1 : 1));
            for (int i = 0; i < n; i += length)
            {
                Complex w = Complex.One;
                for (int k = 0; k < length / 2; k++)
                {
                    Complex u = a[i + k], v = a[i + k + length / 2] * w;
                    a[i + k] = u + v;
                    a[i + k + length / 2] = u - v;
                    w *= root;
                }
            }
        }
        if (inverse)
        {
            foreach (ref Complex z in a)
                z /= n;
        }
    }

    /// <summary>What two signals differ by, in decibels and phases.</summary>
    [Differentiable, Allocates("spectra"), RoundsDifferently("complex numbers")]
    public static double Difference([Elements(0.3, 1.1, -0.4, 0.7, 0.2, -0.9, 1.3, 0.65)] double[] signal,
        [Elements(0.1, 0.9, -0.2, 0.6, 0.3, -1.1, 1.0, 0.4)] double[] target, [Range(0.1, 0.2)] double floor)
    {
        Complex[] a = signal.Select(v => new Complex(v, 0)).ToArray(), b = Array.ConvertAll(target, v => (Complex)v);
        Transform(a, false);
        Transform(b, inverse: false);
        double loss = 0;
        for (int k = 0; k < a.Length; k++)
        {
            double d = Math.Log(a[k].Magnitude + floor) - Math.Log(Complex.Abs(b[k]) + floor);
            loss += d * d + 0.01 * (a[k] * Complex.Conjugate(b[k]) * new Complex(0.3, 0.7)).Phase;
        }
        return loss;
    }

    public readonly record struct Phasor(double Re, double Im)
    {
        public double Square => Re * Re + Im * Im;
        public static Phasor operator +(Phasor a, Phasor b) => new(a.Re + b.Re, a.Im + b.Im);
        public static Phasor operator -(Phasor a, Phasor b) => new(a.Re - b.Re, a.Im - b.Im);
        public static Phasor operator *(Phasor a, Phasor b) => new(a.Re * b.Re - a.Im * b.Im, a.Re * b.Im + a.Im * b.Re);
        public static implicit operator Phasor(double x) => new(x, 0);
        public static Phasor At(double angle) => new(Math.Cos(angle), Math.Sin(angle));
    }

    /// <summary>Calls itself on the even and on the odd elements.</summary>
    [Differentiable, Allocates("halves")]
    public static Phasor[] Halved([Length(4, 2)] Phasor[] x)
    {
        int n = x.Length;
        if (n <= 1)
            return [.. x];
        Phasor[] even = Halved(x.Where((_, i) => i % 2 == 0).ToArray()), odd = Halved(x.Where((_, i) => i % 2 == 1).ToArray());
        var y = new Phasor[n];
        for (int k = 0; k < n / 2; k++)
        {
            var t = Phasor.At(-2 * Math.PI * k / n) * odd[k];
            (y[k], y[k + n / 2]) = (even[k] + t, even[k] - t);
        }
        return y;
    }

    [Differentiable, Allocates("halves")]
    public static double Loudness([Length(8, 4)] double[] signal, double gain)
    {
        var spectrum = Halved([.. signal.Select(s => (Phasor)(s * gain))]);
        return spectrum.Sum(z => Math.Sqrt(z.Square + 1e-2)) + spectrum[1].Im;
    }

    /// <summary>A root by Newton's method, with the derivative of the polynomial on the way.</summary>
    [Differentiable, RoundsDifferently("complex numbers")]
    public static Complex Root([Length(3, 4)] Complex[] polynomial, Complex near, [Values(2, 3)] int rounds)
    {
        Complex z = near;
        for (int i = 0; i < rounds; i++)
        {
            Complex p = 0, d = Complex.Zero;
            foreach (var c in polynomial)
            {
                d = d * z + p;
                p = p * z + c;
            }
            if (Complex.Abs(p) < 1e-15 || p == 0)
                break;
            z -= p / d;
        }
        return z;
    }

    /// <summary>A filter of second order whose last values are its own.</summary>
    public record struct Biquad
    {
        public double B0, B1, B2, A1, A2;
        private double _first, _second;

        public static Biquad LowPass(double frequency, double quality)
        {
            double w = 2 * Math.PI * frequency, alpha = Math.Sin(w) / (2 * quality), c = Math.Cos(w), a0 = 1 + alpha;
            return new() { B0 = (1 - c) / 2 / a0, B1 = (1 - c) / a0, B2 = (1 - c) / 2 / a0, A1 = -2 * c / a0, A2 = (1 - alpha) / a0 };
        }

        public double Next(double x)
        {
            double y = B0 * x + _first;
            _first = B1 * x - A1 * y + _second;
            _second = B2 * x - A2 * y;
            return y;
        }
    }

    [Differentiable, Allocates("filters")]
    public static double Filtered([Length(5, 3)] double[] x, [Length(2), Range(0.1, 0.2)] double[] frequencies, double quality)
    {
        var cascade = new Biquad[frequencies.Length];
        for (int i = 0; i < frequencies.Length; i++)
            cascade[i] = Biquad.LowPass(frequencies[i], quality + i);
        double energy = 0;
        foreach (double s in x)
        {
            double v = s;
            for (int i = 0; i < cascade.Length; i++)
                v = cascade[i].Next(v);
            energy += v * v;
        }
        return energy;
    }
}
