using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Complex numbers: circuits, transforms, roots of polynomials, conformal maps.</summary>
public static partial class Impedances
{
    private readonly record struct Port(Complex Voltage, Complex Current)
    {
        public Port Series(Complex z) => this with { Voltage = Voltage + z * Current };

        public Port Shunt(Complex y) => new(Voltage, Current + y * Voltage);

        public (double Gain, double Phase) Response => (1 / Voltage.Magnitude, -Voltage.Phase);
    }

    /// <summary>A ladder of chokes and capacitors, with losses.</summary>
    [Differentiable]
    public static double Ladder([Length(3)] double[] inductances, [Length(3)] double[] capacitances, double loss, [Values(2, 3)] int points)
    {
        double sum = 0;
        for (int k = 1; k <= points; k++)
        {
            Complex s = new(0, 0.4 * k);
            Port port = new(Complex.One, 1 / (loss + 1));
            for (int i = inductances.Length - 1; i >= 0; i--)
                port = port.Shunt(s * capacitances[i] + 0.01).Series(s * inductances[i] + loss * Complex.Sqrt(s));
            var (gain, phase) = port.Response;
            sum += Math.Log(gain) * 0.3 + Math.Sin(phase);
        }
        return sum;
    }

    /// <summary>All roots at once, by Durand and Kerner.</summary>
    [Differentiable, Allocates("copies of an array of structs")]
    public static (double Spread, Complex Last) Roots([Elements(-1.2, 0.7, 2.1)] ReadOnlySpan<double> coefficients, [Values(6, 7)] int rounds)
    {
        int n = coefficients.Length;
        Complex[] roots = new Complex[n];
        for (int i = 0; i < n; i++)
            roots[i] = Complex.Pow(new Complex(0.4, 0.9), i);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < n; i++)
            {
                Complex value = Complex.One, product = Complex.One;
                for (int k = 0; k < n; k++)
                {
                    value = value * roots[i] + coefficients[k];
                    if (k != i)
                        product *= roots[i] - roots[k];
                }
                roots[i] -= value / product;
            }
        }
        double spread = 0;
        foreach (Complex root in roots)
            spread += Complex.Abs(root) * root.Real + (root * Complex.Conjugate(root)).Real;
        return (spread, roots[^1] * Complex.ImaginaryOne);
    }

    /// <summary>The lift of an aerofoil: a circle through Joukowski's map.</summary>
    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static double Lift([Range(0.05, 0.15)] Complex offset, [Range(0.1, 0.3)] double attack)
    {
        Complex centre = -Complex.Conjugate(offset);
        double radius = Complex.Abs(1 - centre), beta = Complex.Asin(new Complex(offset.Imaginary / radius, 0)).Real;
        double circulation = 4 * Math.PI * radius * Math.Sin(attack + beta);
        double lift = 0;
        for (int k = 0; k < 5; k++)
        {
            Complex z = centre + Complex.FromPolarCoordinates(radius * 1.1, 1.2 * k + 0.5);
            Complex around = z - centre;
            Complex speed = Complex.Exp(new(0, -attack)) - radius * radius * Complex.Exp(new(0, attack)) / (around * around)
                + Complex.ImaginaryOne * circulation / (2 * Math.PI * around);
            Complex slope = speed / (1 - 1 / (z * z));
            lift += 1 - slope.Magnitude * slope.Magnitude + Complex.Log(slope, 3.0).Imaginary;
        }
        return lift;
    }

    [Differentiable, Allocates("halves of the signal")]
    public static double Spectrum([Length(8)] double[] signal, double shift)
    {
        Complex[] x = [.. signal.Select(v => new Complex(v, shift * v))];
        Transform(x);
        double power = 0;
        for (int k = 0; k < x.Length; k++)
        {
            (double re, double im) = (x[k].Real, x[k].Imaginary);
            power += Math.Log(1 + re * re + im * im) * (k + 1);
        }
        return power;
    }

    private static void Transform(Span<Complex> x)
    {
        if (x.Length == 1)
            return;
        Complex[] even = new Complex[x.Length / 2], odd = new Complex[x.Length / 2];
        for (int i = 0; i < even.Length; i++)
            (even[i], odd[i]) = (x[2 * i], x[2 * i + 1]);
        Transform(even);
        Transform(odd);
        for (int k = 0; k < even.Length; k++)
        {
            Complex t = Complex.FromPolarCoordinates(1, -2 * Math.PI * k / x.Length) * odd[k];
            (x[k], x[k + even.Length]) = (even[k] + t, even[k] - t);
        }
    }

    /// <summary>Every function, each on the values of the one before.</summary>
    [Differentiable, RoundsDifferently("other formulas for the same function")]
    public static Complex Functions(Complex z, Complex w, double x)
    {
        Complex sum = Complex.Sin(z) * Complex.Cos(w) - Complex.Tan(z * 0.5) + Complex.Sinh(w) / Complex.Cosh(z);
        sum += Complex.Tanh(w) + Complex.Asin(z * 0.3) - Complex.Acos(w * 0.3) * Complex.Atan(z);
        sum -= Complex.Log(z) + Complex.Log10(w) * Complex.Log(z + w, 2.5);
        sum *= Complex.Pow(z, w) + Complex.Pow(w, x) + Complex.Pow(z, 2.0) + Complex.Exp(-z * x);
        sum = Complex.Reciprocal(sum) + Complex.Sqrt(sum) - +sum / x + x / sum;
        sum = Complex.Add(sum, x) - Complex.Multiply(x, Complex.Subtract(z, sum)) + Complex.Divide(sum, Complex.Negate(w));
        (double magnitude, double phase) = (sum.Magnitude, sum.Phase);
        Complex mixed = (Complex)magnitude + Complex.FromPolarCoordinates(phase, x) + Complex.MaxMagnitude(z, w) * Complex.MinMagnitude(z, w);
        return mixed + (float)x + (Half)2 + Complex.Conjugate(sum) * (mixed == z || !Complex.IsFinite(sum) ? 2 : 1);
    }
}
