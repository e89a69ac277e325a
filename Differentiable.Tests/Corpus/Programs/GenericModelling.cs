using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A system of differential equations over any number, which says what it is by static members.</summary>
public interface IOscillation<TSelf, T> where TSelf : struct, IOscillation<TSelf, T> where T : IFloatingPointIeee754<T>
{
    static abstract TSelf Slope(TSelf state, T time, T parameter);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator *(T factor, TSelf a);

    static virtual T Energy(TSelf state) => TSelf.Measure(state) * TSelf.Measure(state);

    static abstract T Measure(TSelf state);
}

/// <summary>The equations of van der Pol, driven.</summary>
public readonly record struct DrivenOscillation<T>(T X, T V) : IOscillation<DrivenOscillation<T>, T> where T : IFloatingPointIeee754<T>
{
    public static DrivenOscillation<T> Slope(DrivenOscillation<T> s, T time, T mu) => new(s.V, mu * (T.One - s.X * s.X) * s.V - s.X + T.Cos(time) / (T.One + T.One));

    public static DrivenOscillation<T> operator +(DrivenOscillation<T> a, DrivenOscillation<T> b) => new(a.X + b.X, a.V + b.V);

    public static DrivenOscillation<T> operator *(T factor, DrivenOscillation<T> a) => new(factor * a.X, factor * a.V);

    public static T Measure(DrivenOscillation<T> state) => T.Hypot(state.X, state.V);
}

/// <summary>Volterra's hunters and hunted, in logarithms.</summary>
public struct Prey<T> : IOscillation<Prey<T>, T> where T : IFloatingPointIeee754<T>
{
    public T Hunted { get; init; }

    public T Hunters { get; init; }

    static Prey<T> IOscillation<Prey<T>, T>.Slope(Prey<T> s, T time, T rate) =>
        new() { Hunted = rate - T.Exp(s.Hunters), Hunters = T.Exp(s.Hunted) - T.One };

    public static Prey<T> operator +(Prey<T> a, Prey<T> b) => new() { Hunted = a.Hunted + b.Hunted, Hunters = a.Hunters + b.Hunters };

    public static Prey<T> operator *(T factor, Prey<T> a) => a with { Hunted = a.Hunted * factor, Hunters = a.Hunters * factor };

    public static T Measure(Prey<T> state) => T.Exp(state.Hunted) + T.Exp(state.Hunters) - state.Hunters;

    static T IOscillation<Prey<T>, T>.Energy(Prey<T> state) => T.RootN(Measure(state), 3);
}

/// <summary>Numerical code over any number, and over systems that are type arguments.</summary>
public static partial class GenericModelling
{
    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Driven<T>(T x, T v, T mu, [NonDifferentiable, Range(0.05, 0.1)] T h, [Values(3)] int steps) where T : IFloatingPointIeee754<T> =>
        Integrated(new DrivenOscillation<T>(x, v), mu, h, steps);

    [Differentiable]
    public static double Hunt(Prey<double> start, double rate, [Values(3)] int steps) => Integrated(start, rate, 0.1, steps);

    private static T Integrated<TSystem, T>(TSystem state, T parameter, T h, int steps)
        where TSystem : struct, IOscillation<TSystem, T> where T : IFloatingPointIeee754<T>
    {
        T half = h / T.CreateChecked(2), time = T.Zero, action = T.Zero;
        for (int k = 0; k < steps; k++, time += h)
        {
            TSystem k1 = TSystem.Slope(state, time, parameter);
            TSystem k2 = TSystem.Slope(state + half * k1, time + half, parameter);
            TSystem k3 = TSystem.Slope(state + half * k2, time + half, parameter);
            TSystem k4 = TSystem.Slope(state + h * k3, time + h, parameter);
            state += h / T.CreateChecked(6) * (k1 + T.CreateChecked(2) * (k2 + k3) + k4);
            action += TSystem.Energy(state) * h;
        }
        return action + TSystem.Measure(state);
    }

    /// <summary>Solves by Gauss, over no more than an ordered field.</summary>
    [Differentiable, Allocates("a matrix")]
    [TypeArguments(typeof(double))]
    public static T Solved<T>([Rows(3), Columns(3), DiagonallyDominant] T[,] matrix, [Length(3)] ReadOnlySpan<T> right) where T : INumber<T>
    {
        int n = right.Length;
        var a = (T[,])matrix.Clone();
        T[] x = right.ToArray();
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
                if (T.Abs(a[i, k]) > T.Abs(a[pivot, k]))
                    pivot = i;
            for (int j = 0; pivot != k && j < n; j++)
                (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            (x[k], x[pivot]) = (x[pivot], x[k]);
            for (int i = k + 1; i < n; i++)
            {
                T factor = a[i, k] / a[k, k];
                for (int j = k; j < n; j++)
                    a[i, j] -= factor * a[k, j];
                x[i] -= factor * x[k];
            }
        }
        T sum = T.AdditiveIdentity;
        for (int k = n; k-- > 0;)
        {
            for (int j = k + 1; j < n; j++)
                x[k] -= a[k, j] * x[j];
            x[k] /= a[k, k];
            sum += T.Clamp(x[k], -T.One, T.One + T.One) * x[k];
        }
        return sum;
    }

    /// <summary>Each family of functions by its own interface.</summary>
    [Differentiable]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Families<T>([Range(0.3, 0.8)] T x, [Range(0.3, 0.8)] T y)
        where T : INumber<T>, IRootFunctions<T>, IPowerFunctions<T>, ILogarithmicFunctions<T>, IExponentialFunctions<T>, ITrigonometricFunctions<T>, IHyperbolicFunctions<T>
    {
        T a = T.Sqrt(x) * T.Cbrt(y) + T.RootN(x, 5) - T.Hypot(x, y);
        a += T.Pow(x, y) * T.Log(x) + T.Log2(y) * T.LogP1(x) - T.Log(y, T.E) + T.Log10P1(y);
        a *= T.Exp(x) - T.Exp2(y) + T.ExpM1(x * y) + T.Exp10(-x);
        var (sin, cos) = T.SinCos(x);
        var (sinPi, cosPi) = T.SinCosPi(y / (T.One + T.One));
        a += sin * cosPi - cos * sinPi + T.Tan(x) / T.AcosPi(y) + T.Asin(x) * T.Atan(y) + T.TanPi(x / T.CreateChecked(4));
        a -= T.Sinh(x) * T.Tanh(y) + T.Acosh(T.One + x) - T.Asinh(y) / T.Cosh(x) + T.Atanh(x);
        return T.DegreesToRadians(a) + T.Max(x, y) * T.MinMagnitude(x, -y) + T.CopySign(x, -y);
    }

    /// <summary>A generic type with functions, whose state is an array of itself.</summary>
    [TypeArguments(typeof(double))]
    public static partial class Series<T> where T : IFloatingPointIeee754<T>
    {
        private static readonly T s_half = T.CreateChecked(0.5);

        [Differentiable]
        public static T[] Exponential([Length(4)] T[] a)
        {
            var b = new T[a.Length];
            b[0] = T.Exp(a[0]);
            for (int k = 1; k < a.Length; k++)
            {
                T sum = T.Zero;
                for (int i = 1; i <= k; i++)
                    sum = T.FusedMultiplyAdd(T.CreateTruncating(i) * a[i], b[k - i], sum);
                b[k] = sum / T.CreateTruncating(k);
            }
            return b;
        }

        [Differentiable, Allocates("a returned array")]
        public static T Composed([Length(3)] ReadOnlySpan<T> a, T at)
        {
            T[] squares = a.ToArray();
            for (int i = 0; i < squares.Length; i++)
                squares[i] *= squares[i] * s_half;
            T[] b = Exponential(squares);
            T value = T.Zero;
            foreach (T c in b)
                value = value * at + T.ScaleB(c, 1);
            return T.Lerp(value, at, s_half);
        }
    }
}
