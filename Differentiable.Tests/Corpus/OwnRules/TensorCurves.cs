using System.Numerics;
using System.Numerics.Tensors;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.OwnRules;

/// <summary>Calls of TensorPrimitives whose second derivatives are worth having: in place, with scalars on either side, of both results of one call.</summary>
public static partial class TensorCurves
{
    /// <summary>A state that is overwritten by one function after the other.</summary>
    [Differentiable(Derivatives.All)]
    public static double Chain([Length(4)] Span<double> x, double scale)
    {
        TensorPrimitives.Multiply<double>(x, scale, x);
        TensorPrimitives.Tanh<double>(x, x);
        TensorPrimitives.Exp<double>(x, x);
        TensorPrimitives.Add<double>(x, scale * scale, x);
        TensorPrimitives.Log<double>(x, x);
        TensorPrimitives.Cos<double>(x, x);
        TensorPrimitives.Divide<double>(scale, x, x);
        return TensorPrimitives.Norm<double>(x);
    }

    /// <summary>Attention: the scores of keys weigh the values; rounds share one buffer.</summary>
    [Differentiable(Derivatives.All)]
    public static double Attention([Length(2)] ReadOnlySpan<double> query, [Length(6)] ReadOnlySpan<double> keys, [Length(3)] ReadOnlySpan<double> values, int rounds)
    {
        Span<double> weights = stackalloc double[values.Length], state = stackalloc double[query.Length];
        query.CopyTo(state);
        double sum = 0;
        for (int k = 0; k < rounds; k++)
        {
            for (int i = 0; i < weights.Length; i++)
                weights[i] = TensorPrimitives.Dot<double>(keys.Slice(2 * i, 2), state);
            TensorPrimitives.SoftMax<double>(weights, weights);
            sum += TensorPrimitives.Dot<double>(weights, values);
            TensorPrimitives.MultiplyAdd(keys[..2], sum, state, state);
        }
        return sum;
    }

    /// <summary>Springs between neighbours in the plane.</summary>
    [Differentiable(Derivatives.All)]
    public static double Springs([Length(4)] ReadOnlySpan<double> x, [Length(4)] ReadOnlySpan<double> y, double rest)
    {
        int n = x.Length - 1;
        Span<double> dx = stackalloc double[n], dy = stackalloc double[n], length = stackalloc double[n];
        TensorPrimitives.Subtract(x[1..], x[..n], dx);
        TensorPrimitives.Subtract(y[1..], y[..n], dy);
        TensorPrimitives.Hypot<double>(dx, dy, length);
        TensorPrimitives.Atan2<double>(dy, dx, dy);
        TensorPrimitives.Subtract<double>(length, rest, length);
        return TensorPrimitives.SumOfSquares<double>(length) + TensorPrimitives.Dot<double>(length, dy);
    }

    /// <summary>Spread, product and angle of rows that overlap.</summary>
    [Differentiable(Derivatives.All)]
    public static double Statistics([Length(5)] double[] x) =>
        TensorPrimitives.StdDev<double>(x) * TensorPrimitives.Product<double>(x.AsSpan(1)) / TensorPrimitives.Average<double>(x)
        + TensorPrimitives.CosineSimilarity<double>(x.AsSpan(0, 3), x.AsSpan(2, 3))
        + TensorPrimitives.Distance<double>(x.AsSpan(0, 4), x.AsSpan(1, 4))
        + TensorPrimitives.ProductOfDifferences<double>(x.AsSpan(0, 2), x.AsSpan(3, 2));

    /// <summary>Both results of one call over its own input.</summary>
    [Differentiable(Derivatives.All)]
    public static double Turned([Length(3)] Span<double> x, double t)
    {
        Span<double> cos = stackalloc double[x.Length];
        TensorPrimitives.SinCos<double>(x, x, cos);
        TensorPrimitives.Lerp<double>(x, cos, t, x);
        TensorPrimitives.RootN<double>(cos, 3, cos);
        TensorPrimitives.AddMultiply<double>(x, cos, cos, x);
        return TensorPrimitives.Sum<double>(x) * TensorPrimitives.Max<double>(cos);
    }

    /// <summary>Powers with an exponent that is data, one that is a parameter, and one for each number.</summary>
    [Differentiable(Derivatives.All)]
    public static double Powers([Length(3)] ReadOnlySpan<double> x, double exponent)
    {
        Span<double> y = stackalloc double[x.Length];
        TensorPrimitives.Pow(x, 2, y);
        TensorPrimitives.Pow<double>(y, exponent, y);
        TensorPrimitives.Pow<double>(exponent, y, y);
        TensorPrimitives.Pow(x, y, y);
        TensorPrimitives.Clamp<double>(y, 1e-3, 1e3, y);
        return TensorPrimitives.Sum<double>(y);
    }

    /// <summary>Data on one side are no variables, whatever stands on the other.</summary>
    [Differentiable(Derivatives.All)]
    public static double Residuals([NonDifferentiable, Length(4)] ReadOnlySpan<double> data, [Length(4)] ReadOnlySpan<double> model, double logSigma)
    {
        Span<double> r = stackalloc double[data.Length];
        TensorPrimitives.Multiply(data, data, r);
        TensorPrimitives.Subtract(r, model, r);
        TensorPrimitives.Divide<double>(r, Math.Exp(logSigma), r);
        TensorPrimitives.LogP1<double>(r, r);
        return TensorPrimitives.Dot<double>(r, r) + TensorPrimitives.Dot(data, model);
    }

    /// <summary>For every precision.</summary>
    [Differentiable(Derivatives.All)]
    [TypeArguments(typeof(double)), TypeArguments(typeof(float))]
    public static T Logistic<T>(ReadOnlySpan<T> weights, [NonDifferentiable, LengthFrom("weights")] ReadOnlySpan<T> x, T bias)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<T> p = stackalloc T[weights.Length];
        TensorPrimitives.Multiply(weights, x, p);
        TensorPrimitives.Add<T>(p, bias, p);
        TensorPrimitives.Sigmoid<T>(p, p);
        return TensorPrimitives.SumOfSquares<T>(p) * bias;
    }
}
