using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Numbers;

/// <summary>Functions of <c>Half</c>, as weights of small networks are stored.</summary>
public static partial class Halves
{
    [Differentiable]
    public static Half Polynomial(Half x, Half y) => x * x * (Half)0.5 - x / y + (Half)1.5;

    [Differentiable]
    public static Half Functions(Half x) => Half.Sin(x) * Half.Exp(-x) + Half.Sqrt(x) + Half.Log(x + Half.One) + Half.Pow(x, (Half)1.5) + Half.Atan2(x, Half.Pi);

    [Differentiable]
    public static Half Neuron(ReadOnlySpan<Half> weights, [LengthFrom("weights")] ReadOnlySpan<Half> inputs, Half bias)
    {
        Half sum = bias;
        for (int i = 0; i < weights.Length; i++)
            sum += weights[i] * inputs[i];
        return Half.Tanh(sum * (Half)0.25);
    }

    /// <summary>Accumulates in single precision, as mixed-precision training does.</summary>
    [Differentiable]
    public static float MixedDot(Half[] a, [LengthFrom("a")] Half[] b)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += (float)a[i] * (float)b[i];
        return sum;
    }

    [Differentiable]
    public static Half Recurrence(Half x, [Values(0, 1, 4)] int rounds)
    {
        Half state = default;
        int round = 0;
        while (round < rounds)
        {
            state = Half.Cos(state * x) + x;
            round++;
        }
        return state * Half.Abs(x);
    }

    [Differentiable]
    public static void InPlace(Span<Half> a, Half scale)
    {
        for (int i = 1; i < a.Length; i++)
            a[i] = a[i - 1] * scale + a[i] / (Half)2;
        a[0] *= Half.Max(scale, Half.Zero);
    }

    [Differentiable]
    public static Half Rounds(Half x, byte count, [NonDifferentiable] double factor)
    {
        Half total = count;
        total++;
        total -= x * (Half)factor * (Half)count;
        return Half.Clamp(total, (Half)(-9), (Half)9) * (x > (Half)1 ? Half.One : -x);
    }

    [Differentiable]
    public static (Half Sine, Half Cosine) Rotated(Half angle, Half radius)
    {
        (Half sine, Half cosine) = Half.SinCos(angle);
        return (sine * radius, cosine * Half.Hypot(radius, sine));
    }

    [Differentiable]
    public static Half Copies(Half[] a)
    {
        Half[] b = (Half[])a.Clone();
        Span<Half> local = stackalloc Half[2];
        local.Fill((Half)0.5);
        b[^1] += b[0] * local[1];
        Half product = Half.One;
        foreach (Half value in b)
            product *= value + local[0];
        return product * (Half)0.25;
    }

    [Differentiable]
    public static Half Calls(Half x, Half[] w) => Polynomial(x, Neuron(w, w, x) + Half.One) * x;

    [Differentiable]
    public static void Swapped(ref Half x, ref Half y, out Half sum)
    {
        (x, y) = (y * x, x);
        sum = x + y * y;
    }

    /// <summary>A half that only a parameter of a local function holds: several directions cannot be carried through it.</summary>
    [Differentiable]
    public static double InALocalFunction(double x, double y)
    {
        static double Scaled(Half h, double x) => (double)h * x * x;
        return Scaled((Half)0.5, x) * y;
    }

    [Differentiable]
    public static double OfALocalFunction(double x, double y) => InALocalFunction(x * y, y) * x;

    private readonly record struct Compact(Half Part, double Whole)
    {
        public static Compact operator *(Compact a, Compact b) => new((Half)(a.Part * b.Part), a.Whole * b.Whole);
    }

    /// <summary>The same in an operator.</summary>
    [Differentiable]
    public static double InAnOperator(double x, double y) => (new Compact((Half)0.5, x) * new Compact((Half)1.5, y)).Whole;

    [Differentiable]
    public static double OfAnOperator(double x, double y) => InAnOperator(x * y, y) * x;
}
