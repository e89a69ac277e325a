// The members of System.Numerics.Complex as ordinary C#: what the generator differentiates in the place of their calls.
namespace System.Numerics;

public readonly partial struct Complex
{
    public Complex(double real, double imaginary)
    {
        Real = real;
        Imaginary = imaginary;
    }

    public static Complex Zero => default;

    public static Complex One => new(1, 0);

    public static Complex ImaginaryOne => new(0, 1);

    public double Real { get; }

    public double Imaginary { get; }

    public double Magnitude => Abs(this);

    public double Phase => Math.Atan2(Imaginary, Real);

    public static implicit operator Complex(double value) => new(value, 0);

    public static implicit operator Complex(float value) => new(value, 0);

    public static implicit operator Complex(int value) => new(value, 0);

    public static implicit operator Complex(long value) => new(value, 0);

    public static implicit operator Complex(Half value) => new((double)value, 0);

    public static implicit operator Complex(sbyte value) => new(value, 0);

    public static implicit operator Complex(byte value) => new(value, 0);

    public static implicit operator Complex(short value) => new(value, 0);

    public static implicit operator Complex(ushort value) => new(value, 0);

    public static implicit operator Complex(char value) => new(value, 0);

    public static implicit operator Complex(uint value) => new(value, 0);

    public static implicit operator Complex(ulong value) => new(value, 0);

    public static implicit operator Complex(nint value) => new(value, 0);

    public static implicit operator Complex(nuint value) => new(value, 0);

    public static Complex operator +(Complex left, Complex right) => new(left.Real + right.Real, left.Imaginary + right.Imaginary);

    public static Complex operator +(Complex left, double right) => new(left.Real + right, left.Imaginary);

    public static Complex operator +(double left, Complex right) => new(left + right.Real, right.Imaginary);

    public static Complex operator -(Complex value) => new(-value.Real, -value.Imaginary);

    public static Complex operator -(Complex left, Complex right) => new(left.Real - right.Real, left.Imaginary - right.Imaginary);

    public static Complex operator -(Complex left, double right) => new(left.Real - right, left.Imaginary);

    public static Complex operator -(double left, Complex right) => new(left - right.Real, -right.Imaginary);

    public static Complex operator *(Complex left, Complex right) => new(
        left.Real * right.Real - left.Imaginary * right.Imaginary,
        left.Imaginary * right.Real + left.Real * right.Imaginary);

    public static Complex operator *(Complex left, double right) => new(left.Real * right, left.Imaginary * right);

    public static Complex operator *(double left, Complex right) => new(left * right.Real, left * right.Imaginary);

    /// <summary>Divides by the larger part first, so that nothing overflows (Smith, "Algorithm 116: Complex division", 1962).</summary>
    public static Complex operator /(Complex left, Complex right)
    {
        double a = left.Real, b = left.Imaginary, c = right.Real, d = right.Imaginary;
        if (Math.Abs(d) < Math.Abs(c))
        {
            double ratio = d / c;
            return new((a + b * ratio) / (c + d * ratio), (b - a * ratio) / (c + d * ratio));
        }
        else
        {
            double ratio = c / d;
            return new((b + a * ratio) / (d + c * ratio), (-a + b * ratio) / (d + c * ratio));
        }
    }

    public static Complex operator /(Complex left, double right) => new(left.Real / right, left.Imaginary / right);

    public static Complex operator /(double left, Complex right) => new Complex(left, 0) / right;

    public static bool operator ==(Complex left, Complex right) => left.Real == right.Real && left.Imaginary == right.Imaginary;

    public static bool operator !=(Complex left, Complex right) => left.Real != right.Real || left.Imaginary != right.Imaginary;

    public static Complex Add(Complex left, Complex right) => left + right;

    public static Complex Add(Complex left, double right) => left + right;

    public static Complex Add(double left, Complex right) => left + right;

    public static Complex Subtract(Complex left, Complex right) => left - right;

    public static Complex Subtract(Complex left, double right) => left - right;

    public static Complex Subtract(double left, Complex right) => left - right;

    public static Complex Multiply(Complex left, Complex right) => left * right;

    public static Complex Multiply(Complex left, double right) => left * right;

    public static Complex Multiply(double left, Complex right) => left * right;

    public static Complex Divide(Complex dividend, Complex divisor) => dividend / divisor;

    public static Complex Divide(Complex dividend, double divisor) => dividend / divisor;

    public static Complex Divide(double dividend, Complex divisor) => dividend / divisor;

    public static Complex Negate(Complex value) => -value;

    public static Complex Conjugate(Complex value) => new(value.Real, -value.Imaginary);

    public static Complex Reciprocal(Complex value) => value.Real == 0 && value.Imaginary == 0 ? Zero : One / value;

    public static double Abs(Complex value) => double.Hypot(value.Real, value.Imaginary);

    public static Complex FromPolarCoordinates(double magnitude, double phase)
    {
        (double sine, double cosine) = Math.SinCos(phase);
        return new(magnitude * cosine, magnitude * sine);
    }

    public static Complex Exp(Complex value)
    {
        double scale = Math.Exp(value.Real);
        (double sine, double cosine) = Math.SinCos(value.Imaginary);
        return new(scale * cosine, scale * sine);
    }

    public static Complex Log(Complex value) => new(Math.Log(Abs(value)), Math.Atan2(value.Imaginary, value.Real));

    public static Complex Log(Complex value, double baseValue) => Log(value) / Log(new Complex(baseValue, 0));

    public static Complex Log10(Complex value) => Log(value) * (1 / Math.Log(10));

    /// <summary>The root with the real part that is not negative; each part from the one that is computed without cancellation.</summary>
    public static Complex Sqrt(Complex value)
    {
        double a = value.Real, b = value.Imaginary;
        if (a == 0 && b == 0)
            return Zero;
        double magnitude = double.Hypot(a, b);
        if (a >= 0)
        {
            double real = Math.Sqrt((magnitude + a) * 0.5);
            return new(real, b / (2 * real));
        }
        double root = Math.Sqrt((magnitude - a) * 0.5);
        double imaginary = b < 0 ? -root : root;
        return new(b / (2 * imaginary), imaginary);
    }

    public static Complex Pow(Complex value, Complex power)
    {
        if (power.Real == 0 && power.Imaginary == 0)
            return One;
        if (value.Real == 0 && value.Imaginary == 0)
            return Zero;
        double c = power.Real, d = power.Imaginary;
        double rho = Abs(value), theta = Math.Atan2(value.Imaginary, value.Real);
        double angle = c * theta + d * Math.Log(rho);
        double scale = Math.Pow(rho, c) * Math.Exp(-d * theta);
        return new(scale * Math.Cos(angle), scale * Math.Sin(angle));
    }

    public static Complex Pow(Complex value, double power) => Pow(value, new Complex(power, 0));

    public static Complex Sin(Complex value) => new(Math.Sin(value.Real) * Math.Cosh(value.Imaginary), Math.Cos(value.Real) * Math.Sinh(value.Imaginary));

    public static Complex Cos(Complex value) => new(Math.Cos(value.Real) * Math.Cosh(value.Imaginary), -Math.Sin(value.Real) * Math.Sinh(value.Imaginary));

    public static Complex Sinh(Complex value) => new(Math.Sinh(value.Real) * Math.Cos(value.Imaginary), Math.Cosh(value.Real) * Math.Sin(value.Imaginary));

    public static Complex Cosh(Complex value) => new(Math.Cosh(value.Real) * Math.Cos(value.Imaginary), Math.Sinh(value.Real) * Math.Sin(value.Imaginary));

    public static Complex Tan(Complex value)
    {
        double twice = 2 * value.Real, height = 2 * value.Imaginary;
        double cosh = Math.Cosh(height);
        if (Math.Abs(value.Imaginary) <= 4)
        {
            double denominator = Math.Cos(twice) + cosh;
            return new(Math.Sin(twice) / denominator, Math.Sinh(height) / denominator);
        }
        double scaled = 1 + Math.Cos(twice) / cosh;
        return new(Math.Sin(twice) / cosh / scaled, Math.Tanh(height) / scaled);
    }

    public static Complex Tanh(Complex value)
    {
        Complex turned = Tan(new Complex(-value.Imaginary, value.Real));
        return new(turned.Imaginary, -turned.Real);
    }
}
