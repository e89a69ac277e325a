namespace Differentiable.Tests.Fuzz.Oracle;

/// <summary>
/// A number with its derivative along one input: forward mode by operators (Griewank and Walther, "Evaluating Derivatives", 2008, chapter 3).
/// Programs run with it in the place of <c>double</c> compute the same values to the bit, and exact derivatives.
/// </summary>
public readonly record struct Dual(double Value, double Slope)
{
    public static implicit operator Dual(double value) => new(value, 0);

    public static implicit operator Dual(int value) => new(value, 0);

    public static Dual operator +(Dual a, Dual b) => new(a.Value + b.Value, a.Slope + b.Slope);

    public static Dual operator -(Dual a, Dual b) => new(a.Value - b.Value, a.Slope - b.Slope);

    public static Dual operator *(Dual a, Dual b) => new(a.Value * b.Value, (a.Slope * b.Value) + (a.Value * b.Slope));

    public static Dual operator /(Dual a, Dual b)
    {
        double quotient = a.Value / b.Value;
        return new(quotient, (a.Slope - (quotient * b.Slope)) / b.Value);
    }

    public static Dual operator -(Dual a) => new(-a.Value, -a.Slope);

    public static Dual operator ++(Dual a) => a + 1;

    public static Dual operator --(Dual a) => a - 1;

    public static bool operator <(Dual a, Dual b) => a.Value < b.Value;

    public static bool operator >(Dual a, Dual b) => a.Value > b.Value;

    public static bool operator <=(Dual a, Dual b) => a.Value <= b.Value;

    public static bool operator >=(Dual a, Dual b) => a.Value >= b.Value;

    public static explicit operator int(Dual a) => (int)a.Value;
}
