using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Straight-line code on scalars.</summary>
public static partial class Scalars
{
    [Differentiable]
    public static double Square(double x) => x * x;

    [Differentiable]
    public static double Identity(double x) => x;

    [Differentiable, Flat]
    public static double Constant(double x) => 42;

    [Differentiable]
    public static double Rational(double x, double y) => ((x * x) - (2 * y)) / ((y * y) + (x * 3) + 1);

    [Differentiable]
    public static double SameVariableTwice(double x) => x * x * x / (x + x) - x;

    [Differentiable]
    public static double ReusedForTwoMeanings(double x, double y)
    {
        double t = x * y;
        double first = Math.Sin(t);
        t = x - y;
        return first * t;
    }

    [Differentiable]
    public static double AssignedFromItself(double x)
    {
        double y = x;
        y = y * y + x;
        y = Math.Sin(y) * y;
        return y + x;
    }

    [Differentiable]
    public static double CompoundAssignments(double x, double y)
    {
        double t = x;
        t += y;
        t *= x;
        t -= y * y;
        t /= x + 1;
        return t;
    }

    [Differentiable]
    public static double Increments(double x)
    {
        double a = x;
        double b = a++ * 2;
        double c = ++a * b;
        double d = c-- - b;
        return d * --c;
    }

    [Differentiable]
    public static double ParameterOverwritten(double x, double y)
    {
        x = x * y;
        y = Math.Exp(x) - y;
        x = x + y;
        return x * y;
    }

    [Differentiable]
    public static double ConstantsAndNames(double x)
    {
        const double Scale = 1.5;
        const int Shift = 2;
        var offset = Scale + Shift;
        double unused = Math.Log(x + 3);
        return (Scale * x) + (offset * x * Math.PI) - double.E;
    }

    [Differentiable]
    public static double OnlyOneIsUseful(double x, double y)
    {
        double dead = y * y;
        dead = Math.Sin(x);
        return dead;
    }

    [Differentiable]
    public static double ChainedAssignment(double x, double y)
    {
        double a, b;
        a = b = x * y;
        a *= 2;
        return a * b;
    }

    [Differentiable]
    public static double AssignmentInsideAnExpression(double x)
    {
        double t;
        double u = (t = x * x) + Math.Sin(t);
        return u * t;
    }

    [Differentiable]
    public static double OrderOfEvaluation(double x)
    {
        double t = x;
        return t + (t *= 2) * t + (t = t * t) - t;
    }

    [Differentiable]
    public static double NegationAndUnaryPlus(double x) => -(+x * -x) - -x;

    [Differentiable]
    public static double ManyParameters(double a, double b, double c, double d, double e, double f, double g, double h, double i) =>
        (a * b) + (c * d * e) - (f / g) + (h * i * a);

    [Differentiable]
    public static double NotDifferentiated(double x, [NonDifferentiable] double weight, [Values(2, 0, 5)] int power) =>
        weight * x * power + weight;

    [Differentiable]
    public static double NamesLikeGeneratedOnes(double x, double dy, double dresult2)
    {
        double dx = x * dy;
        double t = dx * dresult2;
        double value = Math.Sin(t);
        double stack = value * dx;
        return stack;
    }

    [Differentiable]
    public static double Keywords(double @in, double @class)
    {
        double @double = @in * @class;
        return @double * @in;
    }

    [Differentiable]
    public static double WithDefault(double x, double scale = 2.5) => x * x * scale;

    /// <summary>Shows that documentation with <c>tags</c> &amp; entities passes.</summary>
    /// <param name="x">The argument.</param>
    [Differentiable]
    public static double Documented(in double x) => Math.Cos(x) * x;
}
