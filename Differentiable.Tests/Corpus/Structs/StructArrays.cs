using System.Numerics;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Structs and tuples with arrays in them as parameters: their derivatives are structs of the same kind.</summary>
public static partial class StructArrays
{
    public struct Layer
    {
        public double[] Weights;
        public double Bias;
        public int Id;
    }

    public readonly record struct Dense(double[,] Weights, double[] Biases, string Name);

    public readonly struct Table(double[][] rows, float[] scales)
    {
        public double[][] Rows { get; } = rows;

        public float[] Scales { get; } = scales;
    }

    public record struct Point(double X, double Y);

    public record struct Track(Point[] Points, double Width, int[] Marks);

    public readonly record struct Network(Dense Hidden, Layer Output, Point Offset);

    public record struct Series<T>(T[] Values, T Scale)
        where T : IFloatingPointIeee754<T>;

    public struct Optional
    {
        public double[] Values;
        public double? Gain;
        public Point? Shift;
    }

    [System.Runtime.CompilerServices.InlineArray(3)]
    public struct Three
    {
        private double _first;
    }

    public struct Filter
    {
        public double[] Signal;
        public Three Taps;
        public double Gain;
    }

    [Differentiable]
    public static double Affine(Layer layer, double x) => layer.Weights[0] * x * x + layer.Weights[1] * layer.Bias;

    [Differentiable]
    public static double ByReadOnlyReference(in Layer layer, double x)
    {
        double sum = layer.Bias;
        foreach (double w in layer.Weights)
            sum += Math.Sin(w * x);
        return sum;
    }

    [Differentiable]
    public static double OfMatrix([Rows(2)][Columns(3)][Length(2)] Dense layer, [NonDifferentiable][Length(3)] double[] x)
    {
        double sum = 0;
        for (int i = 0; i < layer.Biases.Length; i++)
        {
            double y = layer.Biases[i];
            for (int j = 0; j < x.Length; j++)
                y += layer.Weights[i, j] * x[j];
            sum += y * y;
        }
        return sum;
    }

    [Differentiable]
    [SinglePrecision]
    public static double OfRows([RowLengths(2, 3)][Length(2)] Table table, double x)
    {
        double sum = 0;
        for (int i = 0; i < table.Rows.Length; i++)
        {
            foreach (double v in table.Rows[i])
                sum += table.Scales[i] * v * v * x;
        }
        return sum;
    }

    [Differentiable]
    public static double OfStructs([Length(3)][Values(1, 2)] Track track)
    {
        double sum = 0;
        for (int i = 1; i < track.Points.Length; i++)
        {
            Point step = new(track.Points[i].X - track.Points[i - 1].X, track.Points[i].Y - track.Points[i - 1].Y);
            sum += track.Width * (step.X * step.X + step.Y * step.Y) * track.Marks[i];
        }
        return sum;
    }

    [Differentiable]
    public static double Nested([Rows(2)][Columns(2)][Length(2)] Network network, [Length(2)] double[] x)
    {
        double y = network.Output.Bias + network.Offset.X * network.Offset.Y;
        for (int i = 0; i < x.Length; i++)
        {
            double h = network.Hidden.Biases[i];
            for (int j = 0; j < x.Length; j++)
                h += network.Hidden.Weights[i, j] * x[j];
            y += network.Output.Weights[i] * Math.Tanh(h);
        }
        return y;
    }

    [Differentiable]
    public static double OfTuple((double[] weights, double bias) layer, double x)
    {
        double sum = layer.bias * layer.bias;
        for (int i = 0; i < layer.weights.Length; i++)
            sum += layer.weights[i] * x * i;
        return sum;
    }

    [Differentiable]
    public static double OfNestedTuple((double[] values, (double a, Point[] points) rest) all)
    {
        double sum = all.rest.a;
        for (int i = 0; i < all.values.Length; i++)
            sum += all.values[i] * all.rest.points[i].X * all.rest.a + all.rest.points[i].Y;
        return sum;
    }

    [Differentiable]
    public static double OnlyArrays((double[] x, double[] y) samples, double slope)
    {
        double sum = 0;
        for (int i = 0; i < samples.x.Length; i++)
        {
            double r = samples.y[i] - slope * samples.x[i];
            sum += r * r;
        }
        return sum;
    }

    [Differentiable]
    public static double Two(Layer first, double x, Layer second, [Length(2)] double[] y)
    {
        double sum = first.Bias * second.Bias;
        for (int i = 0; i < first.Weights.Length; i++)
            sum += first.Weights[i] * second.Weights[i] * x;
        return sum * y[0] + y[1];
    }

    [Differentiable]
    [TypeArguments(typeof(double))]
    [TypeArguments(typeof(float))]
    public static T Generic<T>(Series<T> series, T x)
        where T : IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T value in series.Values)
            sum = sum * x + value;
        return sum * series.Scale;
    }

    [Differentiable]
    public static float Single([Length(3)] Series<float> series, float x) => series.Values[0] * x + series.Values[2] * series.Scale;

    [Differentiable(Derivatives.Gradient | Derivatives.Jvp | Derivatives.Hvp)]
    [Samples(4)]
    public static double MayBeMissing(Optional optional, double x)
    {
        double sum = optional.Gain ?? 1;
        foreach (double value in optional.Values)
            sum += value * x * (optional.Gain ?? 2);
        return optional.Shift is { } shift ? sum * shift.X + shift.Y : sum;
    }

    [Differentiable]
    public static double WithInlineArray([Length(5)] Filter filter)
    {
        double energy = 0;
        for (int t = 2; t < filter.Signal.Length; t++)
        {
            double y = 0;
            for (int k = 0; k < 3; k++)
                y += filter.Taps[k] * filter.Signal[t - k];
            energy += filter.Gain * y * y;
        }
        return energy;
    }

    [Differentiable]
    public static double Constant([NonDifferentiable] Layer constant, Layer layer)
    {
        double sum = 0;
        for (int i = 0; i < layer.Weights.Length; i++)
            sum += constant.Weights[i] * layer.Weights[i] * layer.Weights[i] + layer.Bias * constant.Bias;
        return sum;
    }

    [Differentiable]
    public static (double Sum, double Product) SeveralResults(Layer layer, double x)
    {
        double sum = 0, product = layer.Bias;
        foreach (double w in layer.Weights)
        {
            sum += w * x;
            product *= w;
        }
        return (sum, product);
    }

    [Differentiable]
    public static double[] ReturnsArray(Layer layer, double x)
    {
        double[] y = new double[layer.Weights.Length];
        for (int i = 0; i < y.Length; i++)
            y[i] = layer.Weights[i] * x + layer.Bias;
        return y;
    }

    [Differentiable]
    public static void IntoReferences(Layer layer, ref double x, out double y)
    {
        y = layer.Weights[1] * x;
        x += layer.Bias * layer.Weights[0];
    }
}
