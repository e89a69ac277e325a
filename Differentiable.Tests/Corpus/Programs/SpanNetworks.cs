using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Networks by functions of spans, in place and on slices.</summary>
public static partial class SpanNetworks
{
    /// <summary>One step of a gated cell after the other; gates are slices of one buffer.</summary>
    [Differentiable]
    public static double Gated([Length(24)] ReadOnlySpan<double> weights, [Length(6)] ReadOnlySpan<double> inputs, [Length(2)] ReadOnlySpan<double> start)
    {
        int n = start.Length;
        Span<double> hidden = stackalloc double[n], cell = stackalloc double[n], gates = stackalloc double[4 * n], row = stackalloc double[n + 1];
        start.CopyTo(hidden);
        cell.Fill(0.1);
        double loss = 0;
        foreach (double input in inputs)
        {
            hidden.CopyTo(row);
            row[n] = input;
            for (int g = 0; g < gates.Length; g++)
                gates[g] = TensorPrimitives.Dot(weights.Slice(g * (n + 1), n + 1), row);
            Span<double> forget = gates[..n], entry = gates.Slice(n, n), output = gates[(2 * n)..(3 * n)], candidate = gates[^n..];
            TensorPrimitives.Sigmoid(gates[..(3 * n)], gates[..(3 * n)]);
            TensorPrimitives.Tanh<double>(candidate, candidate);
            TensorPrimitives.Multiply<double>(cell, forget, cell);
            TensorPrimitives.MultiplyAdd<double>(entry, candidate, cell, cell);
            TensorPrimitives.Tanh<double>(cell, hidden);
            TensorPrimitives.Multiply<double>(hidden, output, hidden);
            loss += TensorPrimitives.SumOfSquares<double>(hidden) - TensorPrimitives.Max<double>(gates) * 0.1;
        }
        return loss + TensorPrimitives.Norm<double>(cell);
    }

    /// <summary>Attention with a norm over features, for any type of number.</summary>
    [Differentiable]
    [TypeArguments(typeof(double))]
    public static T Attention<T>([Length(6)] ReadOnlySpan<T> queries, [Length(6)] ReadOnlySpan<T> keys, [Length(6)] ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>, IRootFunctions<T>
    {
        const int width = 2;
        int count = queries.Length / width;
        T[] scores = new T[count], mixed = new T[width];
        T total = T.Zero;
        for (int q = 0; q < count; q++)
        {
            ReadOnlySpan<T> query = queries.Slice(q * width, width);
            for (int k = 0; k < count; k++)
                scores[k] = TensorPrimitives.CosineSimilarity(query, keys.Slice(k * width, width)) + TensorPrimitives.Distance(query, keys.Slice(k * width, width));
            TensorPrimitives.SoftMax<T>(scores, scores);
            Array.Clear(mixed);
            for (int k = 0; k < count; k++)
                TensorPrimitives.MultiplyAdd(values.Slice(k * width, width), scores[k], mixed, mixed);
            T mean = TensorPrimitives.Average<T>(mixed), deviation = TensorPrimitives.StdDev<T>(mixed);
            TensorPrimitives.Subtract(mixed, mean, mixed);
            TensorPrimitives.Divide(mixed, deviation + T.One, mixed);
            total += TensorPrimitives.Product<T>(scores) + TensorPrimitives.SumOfMagnitudes<T>(mixed) * TensorPrimitives.Min<T>(scores);
        }
        return total;
    }

    /// <summary>A chain of functions, each of whose results the next one overwrites.</summary>
    [Differentiable]
    public static void Chain([Length(5), Range(0.2, 0.7)] Span<double> x, [Length(5), Range(0.2, 0.7)] ReadOnlySpan<double> y, double a)
    {
        Span<double> t = new double[x.Length], s = new double[x.Length];
        TensorPrimitives.SinCos(x, s, t);
        TensorPrimitives.Pow<double>(s, y, s);
        TensorPrimitives.Atan2<double>(t, s, t);
        TensorPrimitives.Lerp(t, y, a, t);
        TensorPrimitives.AddMultiply<double>(t, s, y, s);
        TensorPrimitives.Cbrt<double>(s, s);
        TensorPrimitives.LogP1<double>(s, t);
        TensorPrimitives.Hypot<double>(t, y, t);
        TensorPrimitives.ReciprocalSqrt<double>(t, t);
        TensorPrimitives.Clamp(t, 0.9, 1.5, s);
        TensorPrimitives.Exp2M1<double>(s, s);
        TensorPrimitives.AsinPi(y, t);
        TensorPrimitives.FusedMultiplyAdd<double>(t, s, x, x);
        TensorPrimitives.Multiply(x, TensorPrimitives.ProductOfSums(x, y) - TensorPrimitives.ProductOfDifferences(y, x), x);
        TensorPrimitives.Log(x, 3.0, x);
        x[0] = TensorPrimitives.MaxMagnitude<double>(x) * a;
    }
}
