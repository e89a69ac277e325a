using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.GenericCode;

/// <summary>Numerical code that is written once for every precision.</summary>
public static partial class GenericFunctions
{
    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float)), TypeArguments(typeof(Half))]
    public static T LineFit<T>(T slope, T intercept, T logSigma, [NonDifferentiable] ReadOnlySpan<T> x, [NonDifferentiable, LengthFrom("x")] ReadOnlySpan<T> y)
        where T : IFloatingPointIeee754<T>
    {
        T half = T.CreateChecked(0.5), sigma = T.Exp(logSigma), sum = T.Zero;
        for (int i = 0; i < x.Length; i++)
        {
            T r = (y[i] - (slope * x[i] + intercept)) / sigma;
            sum += half * r * r;
        }
        return sum + T.CreateTruncating(x.Length) * logSigma;
    }

    /// <summary>No square root among the constraints: it is found by iteration.</summary>
    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T NewtonSqrt<T>(T a, [Values(0, 4)] int rounds, [NonDifferentiable] T largest)
        where T : INumber<T>
    {
        T s = a;
        while (rounds > 0 && T.Abs(s) < largest + T.CreateChecked(1000))
        {
            s = (s + a / s) / (T.One + T.One);
            rounds--;
        }
        return s;
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Smooth<T>(ReadOnlySpan<T> w, [Values(0, 2)] int sweeps)
        where T : struct, ITrigonometricFunctions<T>
    {
        T[] u = w.ToArray();
        for (int k = 0; k < sweeps; k++)
        {
            for (int i = 1; i < u.Length; i++)
                u[i] = u[i] * u[i - 1] + T.Sin(u[i]);
        }
        T sum = default;
        foreach (T v in u)
            sum += v * v;
        return sum;
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float)), TypeArguments(typeof(Half))]
    public static T Elementary<T>(T x, T y)
        where T : INumber<T>, IRootFunctions<T>, IExponentialFunctions<T>, ILogarithmicFunctions<T>, IPowerFunctions<T>, IHyperbolicFunctions<T> =>
        T.Sqrt(x) * T.Exp(-y) + T.Log(x + y) / T.Tanh(x) + T.Pow(x, y) + T.Cbrt(y) + T.RootN(x, 3) + T.Hypot(x, y);

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Angles<T>(T x, [Range(0.1, 0.4)] T y)
        where T : IBinaryFloatingPointIeee754<T>
    {
        (T sine, T cosine) = T.SinCos(x * T.Pi);
        T angle = T.Atan2(sine + y, x) + T.Asin(y) * T.Acos(y) + T.TanPi(y);
        return T.FusedMultiplyAdd(angle, cosine, T.DegreesToRadians(x)) / T.E + T.Lerp(x, y, T.ScaleB(y, 2)) * T.MultiplyAddEstimate(x, y, T.MaxNative(x, y + T.One));
    }

    [Differentiable, Kinks]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Pieces<T>(T x, T y, [NonDifferentiable] T low)
        where T : IFloatingPoint<T>
    {
        T kept = T.Max(x, y * y) + T.Min(x, -y) + T.Clamp(x, low - T.One, T.One) + T.Abs(x - T.Pi) + T.CopySign(y, -x);
        if (x < y || T.IsNaN(kept))
            kept -= T.Round(x) * y + T.Floor(y) * x;
        return T.Sign(x) > 0 ? kept % (T.One + x) + +x : -kept;
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static void Heat<T>(Span<T> u, T conductivity, [Values(0, 1, 3)] int steps)
        where T : unmanaged, INumber<T>
    {
        Span<T> next = stackalloc T[u.Length];
        for (int step = 0; step < steps; step++)
        {
            u.CopyTo(next);
            for (int i = 1; i < u.Length - 1; i++)
                next[i] += conductivity * (u[i - 1] - (u[i] + u[i]) + u[i + 1]);
            next.CopyTo(u);
        }
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float)), TypeArguments(typeof(Half))]
    public static T Trace<T>([Columns(3)] T[,] m, T scale)
        where T : INumberBase<T>
    {
        T sum = T.AdditiveIdentity;
        for (int i = 0; i < m.GetLength(0); i++)
            sum += m[i, i] * scale - m[i, 0];
        return sum * (sum - T.MultiplicativeIdentity) + scale;
    }

    /// <summary>Each row is scaled by the row before.</summary>
    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Rows<T>(T[][] rows)
        where T : INumberBase<T>
    {
        T previous = T.One;
        foreach (T[] row in rows)
        {
            T sum = T.Zero;
            foreach (T value in row)
                sum += value * previous;
            previous = sum;
        }
        return previous;
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static (T Mean, T Variance) Moments<T>(ReadOnlySpan<T> values)
        where T : IFloatingPointIeee754<T>
    {
        T count = T.CreateChecked(values.Length), sum = T.Zero, squares = T.Zero;
        foreach (T value in values)
            sum += value;
        T mean = sum / count;
        foreach (T value in values)
            squares += (value - mean) * (value - mean);
        return (mean, squares / (count - T.One));
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static void Rotate<T>(ref T x, ref T y, in T angle, out T norm)
        where T : IFloatingPointIeee754<T>
    {
        T c = T.Cos(angle), s = T.Sin(angle);
        (x, y) = (c * x - s * y, s * x + c * y);
        norm = T.Sqrt(x * x + y * y);
    }

    /// <summary>A number of another type in between.</summary>
    [Differentiable]
    [TypeArguments(typeof(double), typeof(double)), TypeArguments(typeof(float), typeof(double)), TypeArguments(typeof(double), typeof(float))]
    public static T Accumulated<T, TSum>(ReadOnlySpan<T> values, TSum start)
        where T : INumber<T>
        where TSum : IFloatingPointIeee754<TSum>
    {
        TSum sum = start * TSum.CreateChecked(0.5f);
        foreach (T value in values)
            sum += TSum.CreateChecked(value * value) * start;
        return T.CreateChecked(sum) + T.CreateChecked(double.CreateChecked(start) * 2);
    }

    /// <summary>A type parameter that is no number.</summary>
    [Differentiable]
    [TypeArguments(typeof(double), typeof(int))]
    public static T Labelled<T, TLabel>(T x, [NonDifferentiable] TLabel label, [NonDifferentiable] TLabel other)
        where T : INumber<T>
        where TLabel : IEquatable<TLabel> => label.Equals(other) ? x * x : x;

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Counted<T>(T x, [Values(0, 5)] int n)
        where T : INumber<T>
    {
        T power = T.One;
        for (T i = T.Zero; i < T.CreateSaturating(n); i++)
            power *= x + i / T.CreateChecked(n);
        return power + x;
    }

    /// <summary>Local functions share the type parameter; constants are made in each of them.</summary>
    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float)), TypeArguments(typeof(Half))]
    public static T Composed<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        return Sigmoid(x) * Softplus(x - T.CreateChecked(0.25)) + T.Tau * T.Epsilon;

        static T Sigmoid(T v) => T.One / (T.One + T.Exp(-v));

        static T Softplus(T v) => T.LogP1(T.Exp(v));
    }

    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Stopped<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        T[] table = [T.One, x, x * x];
        return table[int.CreateTruncating(x) % 3 == 0 ? 1 : 2] * T.Round(x, MidpointRounding.ToZero) + x switch
        {
            _ when x > T.CreateChecked(1.25) => x * x,
            _ => T.NegativeOne * x,
        };
    }
}
