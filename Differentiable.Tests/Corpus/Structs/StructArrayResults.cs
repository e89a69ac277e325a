using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Structs and tuples with arrays in them as results.</summary>
public static partial class StructArrayResults
{
    [Differentiable]
    public static (double[] Values, double Sum) Scaled([Length(3)] double[] w, double x)
    {
        double[] values = new double[w.Length];
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Sin(w[i] * x);
            sum += values[i] * values[i];
        }
        return (values, sum);
    }

    [Differentiable]
    [Allocates("the arrays that callees return")]
    public static double CallsScaled([Length(3)] double[] w, double x)
    {
        (double[] values, double sum) = Scaled(w, x);
        var again = Scaled(values, sum);
        return again.Values[0] * again.Sum + values[1] * sum + again.Values[2];
    }

    [Differentiable]
    public static StructArrays.Layer Step(StructArrays.Layer layer, double x)
    {
        double[] weights = new double[layer.Weights.Length];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = layer.Weights[i] * x + layer.Bias;
        return new StructArrays.Layer { Weights = weights, Bias = layer.Bias * x, Id = layer.Id + 1 };
    }

    [Differentiable]
    [Allocates("the arrays that callees return")]
    public static double Steps(StructArrays.Layer layer, double x, [Values(3, 0)] int count)
    {
        StructArrays.Layer state = layer;
        for (int k = 0; k < count; k++)
            state = Step(state, x);
        double sum = state.Bias;
        foreach (double w in state.Weights)
            sum += w * w;
        return sum;
    }

    [Differentiable]
    public static (double[] First, double[] Second) Split([Length(4)] double[] x, double factor)
    {
        double[] first = new double[x.Length / 2], second = new double[x.Length - first.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (i < first.Length)
                first[i] = x[i] * factor;
            else
                second[i - first.Length] = x[i] * x[i];
        }
        return (first, second);
    }

    [Differentiable]
    [Allocates("the arrays that callees return")]
    public static double CallsSplit([Length(4)] double[] x, double factor)
    {
        (double[] first, _) = Split(x, factor);
        double sum = 0;
        for (int i = 0; i < first.Length; i++)
            sum += first[i] * first[i] * x[i];
        return sum;
    }

    [Differentiable]
    public static StructArrays.Track Moved([Length(3)][Values(1, 2)] StructArrays.Track track, double dx)
    {
        StructArrays.Point[] points = new StructArrays.Point[track.Points.Length];
        for (int i = 0; i < points.Length; i++)
            points[i] = new(track.Points[i].X * dx, track.Points[i].Y + dx);
        return track with { Points = points, Width = track.Width * dx };
    }

    [Differentiable]
    public static (StructArrays.Layer Layer, (double[] Values, int Count) Others) Nested(StructArrays.Layer layer, double x)
    {
        double[] values = [x, layer.Weights[0] * x, layer.Bias];
        return (new StructArrays.Layer { Weights = [layer.Bias, x * x], Bias = layer.Weights[1] }, (values, values.Length));
    }

    [Differentiable]
    public static (double[] Kept, double[] Again, double Number) WhatWasGiven([Length(3)] double[] x, double factor, [Values(0, 1)] int which)
    {
        double[] fresh = [factor, factor * x[0], x[1]];
        return (which == 0 ? x : fresh, [.. fresh], factor * x[2]);
    }

    [Differentiable]
    public static (double[] Values, double Last) WrittenAndGiven([Length(3)] double[] x, double factor)
    {
        for (int i = 1; i < x.Length; i++)
            x[i] *= x[i - 1] * factor;
        return (x, x[2] * factor);
    }

    [Differentiable]
    public static StructArrays.Layer GivesBack(StructArrays.Layer layer, double x)
    {
        layer.Weights[0] *= x;
        return layer with { Bias = layer.Bias * x };
    }

    [Differentiable]
    [Allocates("the arrays that callees return")]
    public static double CallsGivesBack(StructArrays.Layer layer, double x)
    {
        StructArrays.Layer given = GivesBack(layer, x);
        return given.Weights[0] * given.Bias + layer.Weights[1] * given.Weights[2];
    }

    [Differentiable]
    [TypeArguments(typeof(double))]
    [TypeArguments(typeof(float))]
    public static StructArrays.Series<T> Generic<T>([Length(3)] StructArrays.Series<T> series, T x)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        T[] values = new T[series.Values.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = series.Values[i] * x * series.Scale;
        return new(values, x * series.Scale);
    }

    [Differentiable]
    [Allocates("the array that the callee returns")]
    public static void WithReferences([Length(3)] double[] w, ref double x, out double y, out (double A, double B) z)
    {
        (double[] values, double sum) = Scaled(w, x);
        y = values[0] * sum;
        z = (values[1], sum * x);
        x = sum;
    }
}
