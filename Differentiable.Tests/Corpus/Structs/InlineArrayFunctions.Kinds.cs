using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Inline arrays of other types, and those that are constants.</summary>
public static partial class InlineArrayFunctions
{
    private static readonly List<Pair<double>> s_taps = [Taps(2, 3), Taps(0.5, -1)];

    private static readonly Lazy<(double Scale, Pair<double> Taps)> s_scaled = new(() => (3, Taps(7, 8)));

    [Differentiable]
    public static float Singles(ThreeSingles b, float x)
    {
        ThreeSingles c = b;
        c[1] = x * b[0];
        return c[0] * c[1] + c[2] * b[1] * b[2];
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
