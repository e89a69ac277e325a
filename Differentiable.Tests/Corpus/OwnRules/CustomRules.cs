using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.OwnRules;

/// <summary>Methods with rules of their own: pullbacks, tangent rules, and both in all kinds of places.</summary>
public static partial class CustomRules
{
    /// <summary>The root of <c>y + y³ = x</c> by iteration; its derivative is known from the equation, whatever the iteration did.</summary>
    [CustomGradient(nameof(RootPullback))]
    private static double Root(double x)
    {
        double y = x / 2;
        for (int i = 0; i < 60; i++)
            y -= (y + y * y * y - x) / (1 + 3 * y * y);
        return y;
    }

    private static double RootPullback(double dresult, double result) => dresult / (1 + 3 * result * result);

    [Differentiable(Derivatives.Gradient)]
    public static double OfRoots(double x, double y) => Root(x * y) * Root(x + Root(y));

    [Differentiable(Derivatives.Gradient)]
    public static double RootsInALoop(double x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            x = Root(x * x);
            sum += x * (i + 1);
        }
        return sum;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double RootsUntil(double x)
    {
        while (x < 3)
            x += Root(x);
        return x * x;
    }

    /// <summary>A sum that does not overflow; both adjoints need the result.</summary>
    [CustomGradient(nameof(LogAddPullback))]
    private static double LogAdd(double a, double b) => Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));

    private static (double a, double b) LogAddPullback(double a, double b, double dresult, double result) =>
        (dresult * Math.Exp(a - result), dresult * Math.Exp(b - result));

    [Differentiable(Derivatives.Gradient)]
    public static double LogOfSum([Length(5)] ReadOnlySpan<double> terms)
    {
        double total = terms[0];
        for (int i = 1; i < terms.Length; i++)
            total = LogAdd(total, terms[i]);
        return total;
    }

    /// <summary>The rule takes the place of the body in all members of the method itself.</summary>
    [Differentiable(Derivatives.Gradient), CustomGradient(nameof(LengthPullback))]
    public static double LengthOf(double x, double y, [NonDifferentiable] double scale) => scale * Math.Sqrt(x * x + y * y);

    private static (double x, double y) LengthPullback(double x, double y, double scale, double dresult, double result) =>
        (dresult * scale * scale * x / result, dresult * scale * scale * y / result);

    [Differentiable(Derivatives.Gradient)]
    public static double OfLengths(double x, double y) => LengthOf(x * y, y, 2) + LengthOf(x, y, 3) * x;

    /// <summary>Differentiable, with rules in a class elsewhere.</summary>
    [Differentiable(Derivatives.Gradient)]
    public static void Rotated(double angle, [Length(2)] ReadOnlySpan<double> from, [Length(2)] Span<double> to)
    {
        to[0] = Math.Cos(angle) * from[0] - Math.Sin(angle) * from[1];
        to[1] = Math.Sin(angle) * from[0] + Math.Cos(angle) * from[1];
    }

    [Differentiable(Derivatives.Gradient)]
    public static double RotatesInSteps(double angle, [Length(2)] ReadOnlySpan<double> start, int steps)
    {
        Span<double> now = stackalloc double[2], next = stackalloc double[2];
        start.CopyTo(now);
        for (int k = 0; k < steps; k++)
        {
            Rotated(angle * now[0], now, next);
            next.CopyTo(now);
        }
        return now[0] * now[1];
    }

    /// <summary>In place, by a method that is given the same storage twice and cannot be, by rule, at the same time.</summary>
    [Differentiable(Derivatives.Gradient)]
    public static double SquaresInPlace([Length(4)] ReadOnlySpan<double> x, int rounds)
    {
        Span<double> y = stackalloc double[x.Length];
        x.CopyTo(y);
        double sum = 0;
        for (int k = 0; k < rounds; k++)
        {
            Squared(y, y);
            sum += y[0] * y[1];
            Squared(y[..2], y[2..]);
        }
        return sum + y[2] * y[3];
    }

    [CustomGradient(nameof(SquaredPullback))]
    private static void Squared(ReadOnlySpan<double> x, Span<double> y)
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = x[i] * x[i];
    }

    private static void SquaredPullback(ReadOnlySpan<double> x, Span<double> dx, Span<double> dy)
    {
        for (int i = 0; i < x.Length; i++)
            dx[i] += 2 * x[i] * dy[i];
        dy.Clear();
    }

    /// <summary>Reads and writes the same elements; the rule asks for those of before.</summary>
    [CustomGradient(nameof(ScalePullback))]
    private static void Scale(double factor, Span<double> y)
    {
        foreach (ref double element in y)
            element *= factor;
    }

    private static double ScalePullback(double factor, ReadOnlySpan<double> yBefore, Span<double> dy)
    {
        double dfactor = 0;
        for (int i = 0; i < dy.Length; i++)
        {
            dfactor += dy[i] * yBefore[i];
            dy[i] *= factor;
        }
        return dfactor;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double ScalesAndAdds(double factor, [Length(3)] Span<double> y, int rounds)
    {
        double sum = 0;
        for (int k = 0; k < rounds; k++)
        {
            Scale(factor, y);
            y[0] += y[1] * y[2];
            Scale(y[0], y[1..]);
            sum += y[0] * y[2];
        }
        return sum;
    }

    /// <summary>Outputs through references.</summary>
    [CustomGradient(nameof(ToPolarPullback))]
    private static double ToPolar(double x, ref double y, out double radius)
    {
        radius = Math.Sqrt(x * x + y * y);
        y = Math.Atan2(y, x);
        return x * y;
    }

    private static double ToPolarPullback(double x, double y, double dresult, double dradius, ref double dy)
    {
        double square = x * x + y * y, radius = Math.Sqrt(square), angle = Math.Atan2(y, x), dangle = dy + dresult * x;
        dy = dradius * y / radius + dangle * x / square;
        return dresult * angle + dradius * x / radius - dangle * y / square;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double Polar(double x, double y)
    {
        double product = ToPolar(x * y, ref y, out double radius);
        return product * y + radius * radius;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double PolarOfElements([Length(3)] double[] a)
    {
        ToPolar(a[0], ref a[1], out a[2]);
        return a[0] * a[1] + a[2];
    }

    /// <summary>Several results, of which some are not used.</summary>
    [CustomGradient(nameof(SumAndProductPullback))]
    private static (double Sum, double Product) SumAndProduct(double x, double y) => (x + y, x * y);

    private static (double x, double y) SumAndProductPullback(double x, double y, (double Sum, double Product) dresult) =>
        (dresult.Sum + dresult.Product * y, dresult.Sum + dresult.Product * x);

    [Differentiable(Derivatives.Gradient)]
    public static double OfTuples(double x, double y)
    {
        (double sum, double product) = SumAndProduct(x, y * y);
        (_, double other) = SumAndProduct(sum, x);
        return sum * product + other;
    }

    /// <summary>The roots of <c>z² - 2 b z + c</c>, with a rule that is given them again, also where one is not used.</summary>
    [CustomGradient(nameof(RootsPullback))]
    private static (double Less, double Greater) Roots(double b, double c) => (b - Math.Sqrt(b * b - c), b + Math.Sqrt(b * b - c));

    private static (double b, double c) RootsPullback((double Less, double Greater) result, (double Less, double Greater) dresult)
    {
        double middle = (result.Less + result.Greater) / 2, half = (result.Greater - result.Less) / 2;
        return (dresult.Less + dresult.Greater + (dresult.Greater - dresult.Less) * middle / half, (dresult.Less - dresult.Greater) / (2 * half));
    }

    [Differentiable(Derivatives.Gradient)]
    public static double OfBothResults(double x, double y)
    {
        (double less, double greater) = Roots(3 + x * x, Math.Sin(y));
        (_, double other) = Roots(greater, less);
        return less * other + Roots(2 + y * y, Math.Cos(x)).Less;
    }

    [Differentiable(Derivatives.Gradient)]
    public static double BothResultsInALoop(double x, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            (x, double greater) = Roots(3 + x * x, Math.Sin(x));
            sum += greater * x;
        }
        return sum;
    }

    /// <summary>Takes and returns arrays, as code that is not ours often does.</summary>
    [CustomGradient(nameof(CumulativePullback))]
    private static double[] Cumulative(double[] steps, int[] signs)
    {
        double[] sums = new double[steps.Length];
        for (int i = 0; i < steps.Length; i++)
            sums[i] = (i > 0 ? sums[i - 1] : 0) + signs[i % signs.Length] * steps[i];
        return sums;
    }

    private static void CumulativePullback(int[] signs, ReadOnlySpan<double> dresult, Span<double> dsteps)
    {
        double sum = 0;
        for (int i = dresult.Length - 1; i >= 0; i--)
        {
            sum += dresult[i];
            dsteps[i] += signs[i % signs.Length] * sum;
        }
    }

    [Differentiable(Derivatives.Gradient), Allocates("the method with the rule returns an array, and takes one")]
    public static double OfSums([Length(4)] double[] steps, double x)
    {
        double[] scaled = new double[steps.Length];
        for (int i = 0; i < steps.Length; i++)
            scaled[i] = steps[i] * x;
        double[] sums = Cumulative(scaled, [1, -1, 2]), again = Cumulative(sums, [1]);
        return sums[^1] * again[2] + Cumulative(steps, [1, 2])[3];
    }

    [Differentiable(Derivatives.Gradient), Allocates("it calls one that does")]
    public static double OfSumsOfParts([Length(6)] double[] steps) => OfSums(steps, steps[1]) * steps[0];

    /// <summary>What writes an element in parentheses writes it.</summary>
    [CustomGradient(nameof(ReplacedPullback))]
    private static double Replaced(double[] v)
    {
        double first = v[0];
        (v[0]) = v[1] * v[1];
        return first;
    }

    private static void ReplacedPullback(double[] vBefore, double dresult, Span<double> dv)
    {
        double dfirst = dv[0];
        dv[0] = dresult;
        dv[1] += 2 * vBefore[1] * dfirst;
    }

    [Differentiable(Derivatives.Gradient), Allocates("arrays for a method that takes no spans")]
    public static double OfReplaced([Length(2)] double[] x)
    {
        double[] y = [.. x];
        double s = Replaced(y);
        return s * y[0] * y[1];
    }
}
