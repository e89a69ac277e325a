// The inverse trigonometric functions of System.Numerics.Complex, and those that choose by magnitude.
namespace System.Numerics;

public readonly partial struct Complex
{
    public static Complex operator +(Complex value) => value;

    public static Complex operator ++(Complex value) => value + 1;

    public static Complex operator --(Complex value) => value - 1;

    /// <summary>
    /// In the first quadrant (Kahan, "Branch cuts for complex elementary functions", 1987), and odd in each part. What is turned over is
    /// told by comparisons, as an absolute value would have no slope on the axes.
    /// </summary>
    public static Complex Asin(Complex value)
    {
        bool left = value.Real < 0, below = value.Imaginary < 0;
        double x = left ? -value.Real : value.Real, y = below ? -value.Imaginary : value.Imaginary;
        Complex p = Sqrt(new Complex(1 - x, y)), q = Sqrt(new Complex(1 + x, y));
        double real = Math.Atan2(x, p.Real * q.Real + p.Imaginary * q.Imaginary);
        double imaginary = Math.Asinh(p.Real * q.Imaginary + p.Imaginary * q.Real);
        return new(left ? -real : real, below ? -imaginary : imaginary);
    }

    /// <summary>In the same way; on the left π less the real part of the value on the right. The real axis belongs to the lower half here, as on the platform.</summary>
    public static Complex Acos(Complex value)
    {
        bool left = value.Real < 0, above = value.Imaginary > 0;
        double x = left ? -value.Real : value.Real, y = above ? value.Imaginary : -value.Imaginary;
        Complex p = Sqrt(new Complex(1 - x, y)), q = Sqrt(new Complex(1 + x, y));
        double real = 2 * Math.Atan2(p.Real, q.Real);
        double imaginary = Math.Asinh(p.Real * q.Imaginary + p.Imaginary * q.Real);
        return new(left ? Math.PI - real : real, above ? -imaginary : imaginary);
    }

    /// <summary>Half of i times the difference of the logarithms of 1 - iz and 1 + iz.</summary>
    public static Complex Atan(Complex value)
    {
        double x = value.Real, y = value.Imaginary;
        return new(
            0.5 * (Math.Atan2(x, 1 - y) + Math.Atan2(x, 1 + y)),
            0.5 * (Math.Log(double.Hypot(x, 1 + y)) - Math.Log(double.Hypot(x, 1 - y))));
    }

    /// <summary>Of two numbers of one magnitude that with fewer minus signs, and of a - ib and -a + ib the first.</summary>
    public static Complex MaxMagnitude(Complex x, Complex y)
    {
        double ax = Abs(x), ay = Abs(y);
        bool left = double.IsNegative(x.Real), otherLeft = double.IsNegative(y.Real), otherBelow = double.IsNegative(y.Imaginary);
        bool wins = otherLeft ? otherBelow || !left : otherBelow && !left;
        return ax > ay || double.IsNaN(ax) || (ax == ay && wins) ? x : y;
    }

    public static Complex MinMagnitude(Complex x, Complex y)
    {
        double ax = Abs(x), ay = Abs(y);
        bool left = double.IsNegative(x.Real), otherLeft = double.IsNegative(y.Real), otherBelow = double.IsNegative(y.Imaginary);
        bool wins = otherLeft ? left && !otherBelow : left || !otherBelow;
        return ax < ay || double.IsNaN(ax) || (ax == ay && wins) ? x : y;
    }
}
