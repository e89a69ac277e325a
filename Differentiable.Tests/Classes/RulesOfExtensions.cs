namespace Differentiable.Tests.Classes;

/// <summary>Extensions of numbers and tuples whose code no derivative can go through, as that of another assembly.</summary>
public static class Bitwise
{
    extension(double x)
    {
        public double Halved => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) - (1L << 52));

        public double Scaled(double by) => by * BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x));
    }

    extension((double X, double Y) p)
    {
        public double Area => p.X * BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(p.Y));
    }
}

/// <summary>Rules for extension members, which are for the static methods that C# makes of them.</summary>
public static partial class RulesOfExtensions
{
    [DerivativeOf(typeof(Bitwise), "get_Halved")]
    private static double HalvedPullback(double dresult) => dresult / 2;

    [DerivativeOf(typeof(Bitwise), "get_Halved")]
    private static (double value, double valueDot) HalvedTangent(double x, double xDot) => (x / 2, xDot / 2);

    [DerivativeOf(typeof(Bitwise), nameof(Bitwise.Scaled))]
    private static (double x, double by) ScaledPullback(double x, double by, double dresult) => (by * dresult, x * dresult);

    [DerivativeOf(typeof(Bitwise), "get_Area")]
    private static (double X, double Y) AreaPullback((double X, double Y) p, double dresult) => (p.Y * dresult, p.X * dresult);

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double PropertyByDot(double x) => (x * x).Halved * x + Bitwise.get_Halved(x);

    [Differentiable(Derivatives.Gradient)]
    public static double MethodByDot(double x, double y) => x.Scaled(y * y) * Bitwise.Scaled(y, x);

    [Differentiable(Derivatives.Gradient)]
    public static double PropertyOfTuple(double x, double y) => (x * y, y).Area;
}
