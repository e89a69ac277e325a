using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Complex numbers. Their derivatives are those of the real and the imaginary part.</summary>
public static partial class ComplexNumbers
{
    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static Complex Holomorphic(Complex z, double t) =>
        Complex.Exp(z * z) / (z + t) + Complex.Sqrt(z) * Complex.ImaginaryOne + Complex.Pow(z, 2.5) * z.Magnitude;

    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static double Polar(Complex z, double magnitude, double phase)
    {
        var w = Complex.FromPolarCoordinates(magnitude, phase);
        return Complex.Abs(z - w) + (z / w).Phase + Complex.Log(z).Imaginary * w.Real + Complex.Log(w, 3).Real + Complex.Reciprocal(z).Imaginary;
    }

    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static Complex Trigonometric(Complex z) =>
        Complex.Sin(z) + 2 * Complex.Cos(z) - Complex.Tan(z) * 0.5 + Complex.Sinh(z) * Complex.Cosh(-z) / Complex.Conjugate(Complex.Tanh(z));

    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static Complex Power(Complex z, Complex w) => Complex.Pow(z, w) + Complex.Log10(z * w);

    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static double Mandelbrot(Complex c, [Values(3)] int rounds)
    {
        Complex z = Complex.Zero;
        for (int i = 0; i < rounds; i++)
            z = z * z * 0.25 + c;
        return z.Real * z.Imaginary;
    }

    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static void Butterfly([Length(4)] Span<Complex> x, Complex twiddle)
    {
        int half = x.Length / 2;
        for (int i = 0; i < half; i++)
        {
            Complex even = x[i], odd = x[i + half] * twiddle;
            x[i] = even + odd;
            x[i + half] = even - odd;
        }
    }

    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static Complex Inverses(Complex z, Complex w) =>
        Complex.Asin(z) * Complex.Acos(w) + Complex.Atan(z - w) - Complex.Asin(-z) / Complex.Acos(Complex.Conjugate(-w));

    /// <summary>On the real axis, between the branch points and beyond them.</summary>
    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static double InversesOfReals([Range(0.1, 0.8)] double x) =>
        Complex.Asin(x).Real + Complex.Acos(-x).Real + Complex.Atan(x).Real + Complex.Asin(x + 2).Imaginary + Complex.Acos(-x - 2).Imaginary;

    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static Complex Chosen(Complex z, Complex w)
    {
        Complex next = z;
        next++;
        --w;
        return Complex.MaxMagnitude(next, w) * +z + Complex.MinMagnitude(z, w * 3);
    }

    /// <summary>Numbers of other types, also where that is a type parameter.</summary>
    [Differentiable(Derivatives.All)]
    public static double Converted(double x, float y, int n)
    {
        Complex z = Complex.CreateChecked(x) * Complex.CreateSaturating(n) + Complex.CreateTruncating(new Complex(x, y)) * Complex.CreateChecked(y);
        return (z * z).Real * z.Imaginary + OfNumber(x * y);
    }

    private static double OfNumber<T>(T x)
        where T : INumberBase<T>
        => Complex.Exp(Complex.CreateTruncating(x)).Real;
}
