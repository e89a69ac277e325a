using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Four numbers in one place.</summary>
[InlineArray(4)]
public struct Four
{
    private double _first;

    /// <summary>Their sum.</summary>
    public readonly double Sum()
    {
        double sum = 0;
        foreach (double value in this)
            sum += value;
        return sum;
    }

    /// <summary>Multiplies each by a factor.</summary>
    public void Scale(double factor)
    {
        for (int i = 0; i < 4; i++)
            this[i] *= factor;
    }
}

/// <summary>Three numbers of single precision.</summary>
[InlineArray(3)]
public struct ThreeSingles
{
    private float _first;
}

/// <summary>A point.</summary>
public struct InlinePoint
{
    public double X;
    public double Y;
}

/// <summary>Three points.</summary>
[InlineArray(3)]
public struct Triangle
{
    private InlinePoint _first;
}

/// <summary>An inline array beside a number.</summary>
public struct Filter
{
    public double Gain;
    public Four Taps;
}

/// <summary>The same as properties.</summary>
public readonly record struct Sampled(double Rate, Four Values);

/// <summary>Two of anything.</summary>
[InlineArray(2), TypeArguments(typeof(double))]
public struct Pair<T>
{
    private T _first;
}

/// <summary>Inline arrays as parameters, locals, results and fields.</summary>
public static partial class InlineArrayFunctions
{
    private static readonly List<Pair<double>> s_taps = [Taps(2, 3), Taps(0.5, -1)];

    private static readonly Lazy<(double Scale, Pair<double> Taps)> s_scaled = new(() => (3, Taps(7, 8)));

    [Differentiable]
    public static double Norm(Four b)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += b[i] * b[i];
        return Math.Sqrt(sum + 1) + b[^1];
    }

    [Differentiable]
    public static double Horner(in Four coefficients, double x)
    {
        double y = 0;
        for (int i = 3; i >= 0; i--)
            y = y * x + coefficients[i];
        return y;
    }

    /// <summary>Assignment copies: what is written to one is not in the other.</summary>
    [Differentiable]
    public static double Copies(Four b, double x)
    {
        Four c = b;
        c[1] = x * c[0];
        b[0] = c[1] * x;
        Four d = c;
        d[2] *= b[0];
        c = d;
        d[2] = 5;
        return b[0] * b[1] + c[1] * c[2] * c[3] + d[2] * d[1];
    }

    /// <summary>Both are evaluated before either is written.</summary>
    [Differentiable]
    public static double Swap(Four a, Four b)
    {
        (a, b) = (b, a);
        a[0] *= b[1];
        (a, b) = (b, a);
        return a[0] * a[1] + b[0] * b[0] + b[3];
    }

    [Differentiable]
    public static Four Scaled(double x, Four b)
    {
        Four c = default;
        for (int i = 0; i < 4; i++)
            c[i] = x * b[i] * b[3 - i];
        return c;
    }

    /// <summary>What comes in goes out.</summary>
    [Differentiable]
    public static Four Through(Four b, [Values(0, 1)] int k)
    {
        if (k == 0)
            return b;
        b[k] *= b[0];
        return b;
    }

    [Differentiable]
    public static (double Total, Four Parts) Both(double x, Four b)
    {
        Four parts = new();
        double total = 0;
        for (int i = 0; i < 4; i++)
        {
            parts[i] = Math.Sin(b[i] * x);
            total += parts[i];
        }
        return (total, parts);
    }

    /// <summary>Arguments by value are not changed by the callee, those by reference are.</summary>
    [Differentiable]
    [Allocates("methods that return inline arrays hand them to generated callers as arrays")]
    public static double Calls(double x, Four b)
    {
        Four c = Scaled(x, b);
        Turn(ref c, x, out Four d);
        Four e = Through(c, 1);
        return Norm(d) + Horner(in c, 0.5) * e[1] + Both(x, Scaled(x, e)).Total;
    }

    [Differentiable]
    public static void Turn(ref Four b, double x, out Four c)
    {
        (b[0], b[1]) = (b[1] * x, b[0]);
        c = b;
        c[2] = x * b[3];
    }

    [Differentiable]
    public static double Discards(Four b, double x)
    {
        Turn(ref b, x, out _);
        return b[0] * b[1];
    }

    /// <summary>The same variable by value and by reference.</summary>
    [Differentiable]
    public static double Shared(Four b, double x)
    {
        Mixed(b, ref b, x);
        return b[0] + b[1] * b[2] + b[3];
    }

    [Differentiable]
    public static void Mixed(Four from, ref Four to, double x)
    {
        for (int i = 0; i < 4; i++)
            to[3 - i] = from[i] * x + to[3 - i];
    }

    /// <summary>Variable indices, in a loop whose length shows only as it runs.</summary>
    [Differentiable]
    public static double Ring([Length(5)] ReadOnlySpan<double> x, double decay)
    {
        Four last = default;
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            last[i % 4] = last[(i + 1) % 4] * decay + x[i];
            sum += last[i % 4] * last[(i + 3) % 4];
        }
        return sum;
    }

    /// <summary>A new one in each round, and one that is carried along.</summary>
    [Differentiable]
    public static double Rounds(Four start, [Values(0, 1, 3)] int n)
    {
        Four state = start;
        for (int k = 0; k < n; k++)
        {
            Four next = default;
            for (int i = 0; i < 4; i++)
                next[i] = Math.Sin(state[i]) + state[(i + 1) % 4] * state[i];
            state = next;
        }
        return state[0] * state[1] + state[2] - state[3];
    }

    /// <summary>Spans over one see what is assigned to it.</summary>
    [Differentiable]
    [Allocates("methods that return inline arrays hand them to generated callers as arrays")]
    public static double Spans(Four b, double x)
    {
        Four c = b;
        Span<double> all = c;
        ReadOnlySpan<double> middle = c[1..3];
        all[1] *= x;
        double before = middle[0] * middle[1];
        c = Scaled(x, b);
        return before + middle[0] * all[0] + Total(c) + Total(c[^2..]) * all.Length;
    }

    [Differentiable]
    public static double Total([Length(3)] ReadOnlySpan<double> x)
    {
        double sum = 0;
        foreach (double value in x)
            sum += value * value;
        return sum;
    }

    /// <summary>What the loop writes to the variable, it reads in later rounds.</summary>
    [Differentiable]
    public static double WrittenWhileRead(Four b)
    {
        double sum = 0;
        int i = 0;
        foreach (double value in b)
        {
            sum += value * value;
            if (i < 3)
                b[i + 1] *= value;
            i++;
        }
        return sum + b[3];
    }

    [Differentiable]
    public static double ByReference(Four b, double x)
    {
        foreach (ref double value in b)
            value *= x;
        ref double second = ref b[1];
        second += b[0] * x;
        ref Four same = ref b;
        same[2] = second * x;
        return b[1] * b[2] + b[3];
    }

    /// <summary>One or the other; the choice is a copy.</summary>
    [Differentiable]
    public static double Chosen(Four a, Four b, [Values(0, 1)] int k)
    {
        Four c = k == 0 ? a : b;
        c[0] *= c[1];
        Four d = k switch { 0 => c, _ => a };
        d[3] += c[0];
        return a[0] + b[0] * c[0] + d[3] * d[1];
    }

    [Differentiable]
    public static double InField(Filter filter, double x)
    {
        filter.Taps[1] *= x;
        Filter other = filter;
        other.Taps[2] = filter.Taps[1] * other.Gain;
        other.Gain *= x;
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += filter.Taps[i] * other.Taps[3 - i];
        return sum * other.Gain + Norm(other.Taps);
    }

    [Differentiable]
    public static Filter Tuned(Filter filter, double x)
    {
        filter.Gain *= filter.Taps[2];
        filter.Taps[0] = x * filter.Gain;
        return filter;
    }

    [Differentiable]
    public static void Retuned(ref Filter filter, double x, out Filter other)
    {
        filter.Gain *= filter.Taps[2];
        filter.Taps[0] = x * filter.Gain;
        other = new Filter { Gain = x, Taps = filter.Taps };
        other.Taps[1] *= filter.Gain;
    }

    [Differentiable]
    [Allocates("methods that return inline arrays hand them to generated callers as arrays")]
    public static double CallsWithFields(Filter filter, double x)
    {
        Filter tuned = Tuned(filter, x);
        Retuned(ref tuned, x * x, out Filter other);
        return tuned.Gain * other.Taps[1] + other.Gain * InField(tuned, filter.Taps[3]);
    }

    [Differentiable]
    public static double InProperty(Sampled s)
    {
        double sum = 0;
        foreach (double value in s.Values)
            sum += value * value * s.Rate;
        return sum;
    }

    [Differentiable]
    public static Sampled Resampled(Sampled s, double x)
    {
        Four values = s.Values;
        values[2] *= x * s.Rate;
        return s with { Rate = s.Rate * x, Values = values };
    }

    /// <summary>Members of the struct itself.</summary>
    [Differentiable]
    public static double Members(Four b, double x)
    {
        double before = b.Sum();
        b.Scale(x * b[0]);
        return before * b.Sum() * b[2];
    }

    /// <summary>Local functions take them by value and by reference.</summary>
    [Differentiable]
    public static double Locals(Four b, double x)
    {
        double first = Weighted(b);
        Shift(ref b);
        return first * Weighted(b);

        double Weighted(Four v)
        {
            v[0] *= x;
            return v[0] + v[1] * v[2];
        }

        void Shift(ref Four v) => (v[0], v[1], v[2], v[3]) = (v[1], v[2], v[3], v[0] * x);
    }

    [Differentiable]
    public static float Singles(ThreeSingles b, float x)
    {
        ThreeSingles c = b;
        c[1] = x * b[0];
        return c[0] * c[1] + c[2] * b[1] * b[2];
    }

    /// <summary>Elements that are structs.</summary>
    [Differentiable]
    public static double Area(Triangle t)
    {
        double twice = 0;
        for (int i = 0; i < 3; i++)
        {
            InlinePoint a = t[i], b = t[(i + 1) % 3];
            twice += a.X * b.Y - b.X * a.Y;
        }
        t[1].X *= twice;
        return 0.5 * twice + t[1].X;
    }

    [Differentiable]
    public static Triangle Moved(Triangle t, double x)
    {
        Triangle moved = t;
        for (int i = 0; i < 3; i++)
            moved[i] = new InlinePoint { X = t[i].X + x, Y = t[i].Y * t[(i + 2) % 3].X };
        return moved;
    }

    /// <summary>A type that has its element as a parameter, and one of the platform.</summary>
    [Differentiable]
    public static double Generic(Pair<double> p, InlineArray3<double> q)
    {
        Pair<double> swapped = default;
        (swapped[0], swapped[1]) = (p[1] * q[2], p[0]);
        return swapped[0] * q[0] + swapped[^1] * q[1];
    }

    [Differentiable, TypeArguments(typeof(double)), Allocates("a type parameter may hold references as far as C# knows, so there is no stackalloc of it")]
    public static T OverNumbers<T>(Pair<T> p, T x)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        Pair<T> product = p;
        product[0] *= x;
        p[1] = product[0] * p[1];
        return product[1] * p[1];
    }

    /// <summary>Integers in one are carried along.</summary>
    [Differentiable]
    public static double Counted(double x, Four b)
    {
        Pair<int> counts = default;
        for (int i = 0; i < 4; i++)
            counts[i % 2] += i;
        return x * counts[0] * b[0] + counts[1] * b[^2] * b[counts[0]];
    }

    [Differentiable]
    public static double FromTuple((Four A, double B) t)
    {
        (Four A, double B) u = t;
        u.A[1] *= u.B;
        return u.A[1] * t.A[1] + t.A[0];
    }

    /// <summary>A constant beside.</summary>
    [Differentiable]
    public static double Weighted([NonDifferentiable] Four weights, Four b, [Length(4)] double[] x)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
            sum += weights[i] * b[i] * x[i] * x[i];
        return sum;
    }

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp)]
    public static double WithTensors(Four a, Four b) =>
        System.Numerics.Tensors.TensorPrimitives.Dot<double>(a, b) + System.Numerics.Tensors.TensorPrimitives.SumOfSquares<double>(a[1..]);

    /// <summary>Those that other code gives.</summary>
    [Differentiable]
    public static double OfOtherCode(double x)
    {
        Pair<double> first = s_taps[0];
        first[1] *= x;
        double sum = first[0] * x * x + first[1];
        foreach (Pair<double> taps in s_taps)
            sum += taps[0] * x * x * x + taps[1] * sum;
        (double scale, Pair<double> last) = s_scaled.Value;
        return sum + last[1] * x * x + scale * last[0] * x;
    }

    private static Pair<double> Taps(double first, double second)
    {
        Pair<double> taps = default;
        (taps[0], taps[1]) = (first, second);
        return taps;
    }
}
