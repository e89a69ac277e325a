using System.Numerics.Tensors;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.OwnRules;

/// <summary>Vector code in calls of TensorPrimitives: out of place, in place, on slices, in loops.</summary>
public static partial class TensorSpans
{
    [Differentiable(Derivatives.All)]
    public static double LogSumExp([Length(5)] ReadOnlySpan<double> x)
    {
        double max = TensorPrimitives.Max(x);
        Span<double> shifted = stackalloc double[x.Length];
        TensorPrimitives.Subtract(x, max, shifted);
        TensorPrimitives.Exp<double>(shifted, shifted);
        return max + Math.Log(TensorPrimitives.Sum<double>(shifted));
    }

    /// <summary>Scores against a class, as softmax and cross-entropy.</summary>
    [Differentiable(Derivatives.All)]
    public static double CrossEntropy([Length(4)] ReadOnlySpan<double> scores, [Values(2, 0)] int label)
    {
        Span<double> p = stackalloc double[scores.Length];
        TensorPrimitives.SoftMax(scores, p);
        TensorPrimitives.Log<double>(p, p);
        return -p[label];
    }

    /// <summary>A layer of a network row by row, then another on its outputs.</summary>
    [Differentiable(Derivatives.All)]
    public static double TwoLayers([Length(3)] ReadOnlySpan<double> x, [Length(12)] ReadOnlySpan<double> w, [Length(4)] ReadOnlySpan<double> v)
    {
        Span<double> hidden = stackalloc double[v.Length];
        for (int row = 0; row < hidden.Length; row++)
            hidden[row] = TensorPrimitives.Dot(w.Slice(row * x.Length, x.Length), x);
        TensorPrimitives.Tanh<double>(hidden, hidden);
        return TensorPrimitives.Dot<double>(hidden, v);
    }

    [Differentiable(Derivatives.All)]
    public static double CosineLoss([Length(4)] double[] a, [Length(4)] double[] b) =>
        1 - TensorPrimitives.CosineSimilarity<double>(a, b) + 0.1 * TensorPrimitives.Distance<double>(a, b) + TensorPrimitives.Norm<double>(a);

    /// <summary>Standardizes, then weighs; the data are constant.</summary>
    [Differentiable(Derivatives.All)]
    public static double Standardized([NonDifferentiable, Length(6)] ReadOnlySpan<double> data, [Length(6)] ReadOnlySpan<double> weights, double shift)
    {
        Span<double> z = stackalloc double[data.Length];
        TensorPrimitives.Multiply(data, weights, z);
        double mean = TensorPrimitives.Average<double>(z), deviation = TensorPrimitives.StdDev<double>(z);
        TensorPrimitives.Subtract<double>(z, mean + shift, z);
        TensorPrimitives.Divide<double>(z, deviation, z);
        TensorPrimitives.Sigmoid<double>(z, z);
        return TensorPrimitives.SumOfSquares<double>(z) + TensorPrimitives.Sum(data);
    }

    /// <summary>Explicit steps of an equation of heat, on inner slices, in place.</summary>
    [Differentiable(Derivatives.All)]
    public static double Diffuse([Length(6)] ReadOnlySpan<double> start, double rate, int steps)
    {
        Span<double> u = stackalloc double[start.Length], change = stackalloc double[start.Length - 2];
        start.CopyTo(u);
        for (int k = 0; k < steps; k++)
        {
            TensorPrimitives.Add<double>(u[..^2], u[2..], change);
            TensorPrimitives.MultiplyAdd<double>(u[1..^1], -2, change, change);
            TensorPrimitives.MultiplyAdd<double>(change, rate * 0.1, u[1..^1], u[1..^1]);
            TensorPrimitives.Multiply<double>(u, u, u);
        }
        return TensorPrimitives.Product<double>(u);
    }

    [Differentiable(Derivatives.All)]
    public static void Blend([Length(3)] ReadOnlySpan<double> a, [Length(3)] ReadOnlySpan<double> b, double t, [Length(3)] Span<double> result)
    {
        TensorPrimitives.Lerp(a, b, t, result);
        TensorPrimitives.Pow<double>(result, 1.5, result);
        TensorPrimitives.Hypot(result, a, result);
        TensorPrimitives.Clamp<double>(result, 0.1, 10, result);
    }

    /// <summary>Both results of one function, and angles back from them.</summary>
    [Differentiable(Derivatives.All)]
    public static double Waves([Length(4)] ReadOnlySpan<double> phase, double amplitude)
    {
        Span<double> sin = stackalloc double[phase.Length], cos = stackalloc double[phase.Length];
        TensorPrimitives.SinCos(phase, sin, cos);
        TensorPrimitives.Multiply<double>(sin, amplitude, sin);
        TensorPrimitives.Atan2<double>(sin, cos, sin);
        TensorPrimitives.AddMultiply<double>(sin, cos, phase, cos);
        return TensorPrimitives.Sum<double>(cos) + TensorPrimitives.MaxMagnitude<double>(sin);
    }

    /// <summary>Which element is greatest is no number that a derivative goes through.</summary>
    [Differentiable(Derivatives.All)]
    public static double AtTheGreatest([Length(5)] ReadOnlySpan<double> x, [Length(5)] ReadOnlySpan<double> y)
    {
        Span<double> floor = stackalloc double[x.Length];
        Span<int> signs = stackalloc int[x.Length];
        TensorPrimitives.Floor(x, floor);
        TensorPrimitives.Sign(x, signs);
        int index = TensorPrimitives.IndexOfMax(x);
        return y[index] * x[index] * signs[0] + TensorPrimitives.Dot<double>(floor, y);
    }

    /// <summary>Rows of a matrix are normalized while they are summed.</summary>
    [Differentiable(Derivatives.All)]
    public static double NormalizedRows([Length(6)] double[] m, [Values(2, 3)] int rows)
    {
        int n = m.Length / rows;
        Span<double> row = stackalloc double[n];
        double sum = 0;
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<double> source = m.AsSpan(i * n, n);
            TensorPrimitives.Divide(source, TensorPrimitives.Norm(source), row);
            sum += row[0] * TensorPrimitives.ProductOfSums(row, source);
        }
        return sum;
    }

    [Differentiable(Derivatives.All)]
    public static float SinglePrecision([Length(4)] ReadOnlySpan<float> x, float y)
    {
        Span<float> z = stackalloc float[x.Length];
        TensorPrimitives.Exp(x, z);
        TensorPrimitives.Multiply(z, y, z);
        TensorPrimitives.Sinh(x, z[..x.Length]);
        TensorPrimitives.MultiplyAdd(z, x, y, z);
        return TensorPrimitives.Sum((ReadOnlySpan<float>)z) + TensorPrimitives.Dot((ReadOnlySpan<float>)z, x);
    }

    [Differentiable(Derivatives.All)]
    public static double OfCallers([Length(4)] double[] x, double t)
    {
        Span<double> mixed = stackalloc double[3];
        Blend(x.AsSpan(1), x.AsSpan(0, 3), t, mixed);
        return TensorPrimitives.Sum<double>(mixed) * LogSumExp(mixed);
    }

    /// <summary>In single precision in between; more elements than are converted at a time.</summary>
    [Differentiable(Derivatives.All), SinglePrecision]
    public static double InSinglePrecision([Length(300)] ReadOnlySpan<double> x, double y)
    {
        Span<float> single = stackalloc float[x.Length];
        TensorPrimitives.ConvertTruncating(x, single);
        TensorPrimitives.Multiply(single, (float)y, single);
        TensorPrimitives.Tanh(single, single);
        Span<double> back = stackalloc double[x.Length];
        TensorPrimitives.ConvertSaturating<float, double>(single, back);
        return TensorPrimitives.SumOfSquares<double>(back) * y;
    }

    [Differentiable(Derivatives.All)]
    public static float ThroughHalves([Length(4)] ReadOnlySpan<float> x, [NonDifferentiable, Elements(0.5, 1, 2, 4)] ReadOnlySpan<float> weights)
    {
        Span<Half> halves = stackalloc Half[x.Length];
        Span<float> back = stackalloc float[x.Length];
        TensorPrimitives.ConvertToHalf(weights, halves);
        TensorPrimitives.ConvertToSingle(halves, back);
        TensorPrimitives.Multiply(x, back, back);
        return TensorPrimitives.SumOfSquares<float>(back);
    }
}
