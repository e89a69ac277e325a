using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>The language as it is today: members of interfaces, collected spans, inline arrays, <c>ref struct</c>s, patterns of lists.</summary>
public static partial class Modern
{
    public interface IPotential<T> where T : IFloatingPointIeee754<T>
    {
        T Scale { get; }

        static abstract T Energy(T r);

        static virtual T Twice(T r) => (T.One + T.One) * r;

        T Apply(T r);
    }

    public readonly struct LennardJones<T>(T depth, T size) : IPotential<T> where T : IFloatingPointIeee754<T>
    {
        public T Depth => depth;

        public T Size => size;

        public T Scale => depth * T.CreateChecked(4);

        public static T Energy(T r)
        {
            T i = T.One / r, i6 = i * i * i * i * i * i;
            return i6 * i6 - i6;
        }

        public T Apply(T r) => Scale * Energy(r / size);
    }

    public readonly record struct Morse<T>(T Depth, T Width, T Distance) : IPotential<T> where T : IFloatingPointIeee754<T>
    {
        public T Scale => Depth;

        public static T Energy(T r) => T.Exp(-r);

        static T IPotential<T>.Twice(T r) => r + r + T.One;

        public T Apply(T r)
        {
            T e = T.One - T.Exp(-Width * (r - Distance));
            return Depth * e * e;
        }
    }

    private static T Sum<T, TPotential>(TPotential potential, ReadOnlySpan<T> r) where T : IFloatingPointIeee754<T> where TPotential : struct, IPotential<T>
    {
        T s = T.Zero;
        for (int i = 0; i < r.Length; i++)
            s += potential.Apply(r[i]) + TPotential.Energy(TPotential.Twice(r[i])) * potential.Scale;
        return s;
    }

    [Differentiable]
    public static double Potentials([Length(2), Range(1, 1.5)] double[] r, double depth, [Range(0.8, 1)] double size, double width) =>
        Sum<double, LennardJones<double>>(new(depth, size), r) + Sum<double, Morse<double>>(new Morse<double>(depth, width, size), r);

    [Differentiable, TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Product<T>([Range(1, 1.2)] T r, [Range(0.8, 1)] LennardJones<T> first, Morse<T> second) where T : IFloatingPointIeee754<T> =>
        first.Apply(r) * second.Apply(r) + Morse<T>.Energy(first.Size);

    private static double Polynomial(double x, params ReadOnlySpan<double> coefficients)
    {
        double s = 0;
        foreach (double c in coefficients)
            s = s * x + c;
        return s;
    }

    private static double Greatest(params double[] v)
    {
        double m = v[0];
        foreach (double e in v[1..])
            m = Math.Max(m, e);
        return m;
    }

    [Differentiable, Allocates("collected arguments")]
    public static double Collected(double x, [Length(3, 4)] double[] c) =>
        Polynomial(x, 1, x, 3) + Polynomial(x, c) + Polynomial(x, [.. c[1..], x, .. c]) * Polynomial(c[0]) + Greatest(x, c[0], c[1] * x) + Greatest([.. c]);

    [InlineArray(3)]
    public struct Triple
    {
        private double _first;

        public double Sum()
        {
            double s = 0;
            foreach (double v in this)
                s += v;
            return s;
        }
    }

    [InlineArray(2)]
    public struct Two<T>
    {
        private T _first;
    }

    public record struct Knob
    {
        public double Raw;
        public Triple Axis;
        public Two<(double X, double Y)> Ends;
        public int Count;

        public double Value { readonly get => Raw; set => Raw = Math.Max(value, 0.01); }

        public void Turn(double by)
        {
            Value += by;
            Count++;
        }
    }

    [Differentiable]
    public static double Turned(Knob knob, [Range(0.1, 0.3)] double x)
    {
        knob.Turn(x);
        knob.Turn(-2 * x);
        knob.Axis[1] *= knob.Value;
        knob.Axis[^1] += knob.Axis[0];
        Span<double> axis = knob.Axis;
        axis[0] = x * axis[1];
        knob.Ends[0].X *= x;
        knob.Ends[1] = (knob.Ends[0].X + knob.Ends[1].X * x, knob.Ends[0].Y * knob.Ends[1].Y);
        foreach (ref double v in axis[..2])
            v += 0.1 * x;
        var copy = knob;
        copy.Axis[0] = 0;
        copy.Value = -x;
        return knob.Axis.Sum() * knob.Value + double.Hypot(knob.Ends[1].X, knob.Ends[1].Y) + copy.Value * copy.Axis.Sum() + knob.Count;
    }

    private ref struct Writer(Span<double> buffer)
    {
        private readonly Span<double> _buffer = buffer;
        private int _count = 0;

        public readonly ReadOnlySpan<double> Written => _buffer[.._count];

        public void Write(double v) => _buffer[_count++] = v;
    }

    [Differentiable]
    public static double Written([Elements(1.1, 0.7, -0.4, 0.6)] double[] x, double scale)
    {
        var writer = new Writer(stackalloc double[2 * x.Length]);
        foreach (double v in x)
        {
            writer.Write(v * v * scale);
            if (v > 0)
                writer.Write(Math.Log(v));
        }
        double s = 0;
        foreach (double v in writer.Written)
            s = s * 0.9 + v;
        return s;
    }

    /// <summary>By how many there are, what their ends are, and a sign.</summary>
    [Differentiable, Allocates("a slice")]
    public static double Lists([Length(0, 1, 4, 2)] double[] x, double a, [Range(-1, 1)] double b) => (x, a + b) switch
    {
        ({ Length: 0 }, _) => a * b,
        ([var only], var s and > -0.5) => only * s,
        ([_, var second, .. var rest], > 0) when rest.Length > 1 => second * rest[0] + rest.Sum() * b,
        ([var first, .., var last], _) => first * last * a,
        _ => x[0] * a - b,
    };

    [Differentiable, Allocates("sequences")]
    public static double Sequences([Elements(1.1, 0.7, 1.9, -0.4, 0.6)] double[] x, [Elements(0.3, 0.2, -0.5, 1.2, 0.9)] double[] w, [Range(0.6, 0.8)] double t)
    {
        var q = (from i in Enumerable.Range(0, x.Length) where x[i] > -1 let z = x[i] * t + w[i] orderby z descending select z * z).ToArray();
        double best = q.Take(3).Sum();
        double product = x.Zip(w).Aggregate(1.0, (sum, p) => sum * (1 + 0.1 * p.First * p.Second));
        var (least, most) = (x.Min(), x.Max(v => v * t));
        double pairs = x.SelectMany((a, i) => x.Skip(i + 1).Select(b => a * b)).Sum();
        double soft = x.Chunk(2).Select(c => c.Sum() * c[0]).DefaultIfEmpty(1).Average();
        return best + product + least * most + pairs + soft + x.OrderBy(Math.Abs).Select((v, i) => v * i).Last() + x.MaxBy(v => -v * v) * t;
    }

    [Differentiable, RoundsDifferently("vectors")]
    public static double Primitives([Length(5)] ReadOnlySpan<double> a, [Length(5)] ReadOnlySpan<double> b)
    {
        Span<double> t = stackalloc double[a.Length];
        TensorPrimitives.Multiply(a, b, t);
        TensorPrimitives.Tanh<double>(t, t);
        TensorPrimitives.MultiplyAdd(t, b, a, t);
        TensorPrimitives.SoftMax<double>(t[1..], t[1..]);
        return TensorPrimitives.Dot(t, a) + TensorPrimitives.Norm(b) + TensorPrimitives.CosineSimilarity(a, b);
    }
}
