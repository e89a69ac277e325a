using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Storage;

/// <summary>Arrays that are compared with null, or looked at as patterns; collections made of others.</summary>
public static partial class NullTests
{
    [Differentiable]
    public static double Equality([Length(3)] double[]? a, double x)
    {
        if (a == null || a.Length == 0)
            return x;
        return a[0] * x + (null != a ? a[1] : 0);
    }

    [Differentiable, Allocates("the user's list")]
    public static double ConditionalAccess(double x, int n)
    {
        string? name = n > 2 ? "long" : null;
        List<int> powers = new() { 1, n };
        return x * x * (name?.Length ?? powers[1]) * (name?.Length).GetValueOrDefault(3);
    }

    [Differentiable]
    public static double LengthIfThere([Length(3, 4)] double[]? a, double x)
    {
        double sum = x;
        for (int i = 0; i < (a?.Length ?? 0); i++)
            sum += a![i] * x;
        return a?.Length is > 3 ? 2 * sum : sum * x;
    }

    [Differentiable]
    public static double Pattern([Length(3)] double[] a, double x)
    {
        if (a is null)
            throw new ArgumentNullException(nameof(a));
        return a[0] * a[2] * x;
    }

    [Differentiable]
    public static double LengthPattern([Length(3, 2)] double[] a, double x)
    {
        if (a is not { Length: > 1 })
            throw new ArgumentException("Two elements are the least.", nameof(a));
        return a is { Length: 3 } ? a[2] * x : a[1] * x * x;
    }

    [Differentiable]
    public static double LengthPatternOfASpan([Length(3, 1)] ReadOnlySpan<double> a) => a is { Length: >= 2 } ? a[0] * a[1] : a[0];

    [Differentiable]
    public static double SpreadBehind([Length(3)] double[] a, double x)
    {
        double[] b = [.. a, x, 2 * x];
        double product = 1;
        foreach (double v in b)
            product *= v;
        return product;
    }

    [Differentiable]
    public static double SpreadTwice([Length(2)] ReadOnlySpan<double> a, [Length(3)] double[] b, double x)
    {
        ReadOnlySpan<double> all = [x, .. a, .. b[1..], .. a];
        double sum = 0;
        for (int i = 0; i < all.Length; i++)
            sum += all[i] * all[i] * (i + 1);
        return sum;
    }

    [Differentiable]
    public static double SpreadIsACopy([Length(2)] double[] a, double x)
    {
        Span<double> copy = [.. a];
        copy[0] *= x;
        return copy[0] * a[0] + a[1];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp)]
    private static double Weighted(double a, double b, double[]? weights = null) => weights is null ? a * b : a * b * (5 + weights.Length) + weights[0];

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp)]
    public static double GivenOrNot([Length(3)] double[] x)
    {
        double[]? weights = null;
        if (x[0] > 0)
            weights = x;
        return Weighted(x[0], 2) * x[0] + Weighted(x[0], x[1], weights) * x[2];
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp), Allocates("arrays that may be missing")]
    public static double MadeWhereItIsMissing([Length(3)] double[] x)
    {
        double[]? pair = null;
        double s = 0;
        for (int i = 0; i < 3; i++)
        {
            if (pair == null)
            {
                pair = [x[i], x[0]];
                continue;
            }
            pair[0] *= x[i];
            s += pair[0];
            if (i == 1)
                pair = null;
        }
        return s + (pair is null ? x[2] : pair[1]);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp), Allocates("arrays that may be missing")]
    public static double BestSoFar([Length(3)] double[] x)
    {
        double[]? best = null;
        double[,]? table = null;
        for (int i = 0; i < 3; i++)
        {
            double[] candidate = [x[i] * x[0], i];
            if (best == null || candidate[0] > best[0])
                best = candidate;
            if (i == 1)
                table = new double[,] { { x[1], best[0] } };
        }
        return best![0] * best[1] + (table is null ? 0 : table[0, 0] * table[0, 1]);
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp), Allocates("arrays that may be missing")]
    public static double MadeIfMissing([Length(2)] double[] x, int n)
    {
        double[]? w = n > 1 ? x : null;
        w ??= [x[0], x[1] * x[0]];
        int? limit = n > 2 ? n : null;
        limit ??= 7;
        string? name = null;
        name ??= "abc"[1..];
        List<int> powers = [1, 2, 3];
        return w[0] * w[1] * limit.Value * name.Length * powers[^1] * (name[^1] == 'c' ? 2 : 3);
    }
}
