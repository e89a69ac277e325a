using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Calling;

/// <summary>Methods that overwrite what they are given, by names that patterns, loops, structs and other methods have for it, and callers that read it before and behind.</summary>
public static partial class CallsThatWriteByOtherNames
{
    public struct Box(double[] content)
    {
        public double[] Content = content;

        public void Set(double[] other) => Content = other;
    }

    /// <summary>What is done at the end is done in the struct's own code.</summary>
    public readonly struct Restored(double[] array, double first) : IDisposable
    {
        public void Dispose() => array[0] = first;
    }

    [Differentiable]
    public static double Pattern([Length(2)] double[] x, double s)
    {
        if (x is { Length: > 1 } y)
            y[0] = 3 * s;
        return x[0] * x[1];
    }

    [Differentiable]
    public static double Chosen([Length(2)] double[] x, double s)
    {
        switch (x)
        {
            case { Length: 2 } y:
                y[0] = 3 * s;
                break;
        }
        return x[0] * x[1];
    }

    [Differentiable, Allocates("an array of tuples")]
    public static double TakenApart([Length(2)] double[] x, double s)
    {
        (double[] Array, double Weight)[] pairs = [(x, 3)];
        foreach (var (array, weight) in pairs)
            array[0] = weight * s;
        return x[0] * x[1];
    }

    [Differentiable]
    public static double SetInAStruct([Length(2)] double[] x, double s)
    {
        Box box = new([]);
        box.Set(x);
        box.Content[0] = 3 * s;
        return x[0] * x[1];
    }

    [Differentiable, Allocates("a new array")]
    public static double SetInANewStruct([Length(2)] double[] x, double s)
    {
        Box box = new(new double[x.Length]);
        box.Set(x);
        box.Content[0] = 3 * s;
        return x[0] * x[1];
    }

    [Differentiable]
    public static double GivenOut([Length(2)] double[] x, double s)
    {
        Get(x, out double[] y);
        y[0] = 3 * s;
        return x[0] * x[1];
    }

    [Differentiable]
    public static double AtTheEnd([Length(2)] double[] x, double s)
    {
        double sum = x[0] * x[1];
        using (new Restored(x, 3 * s))
        {
            x[0] *= s;
            sum += x[0];
        }
        return sum * x[0] * x[1];
    }

    [Differentiable, Allocates("arrays")]
    public static double All([Length(2)] double[] x, double s)
    {
        double sum = 0;
        for (int i = 0; i < 7; i++)
        {
            double[] a = [x[0] + i, x[1] * s];
            double before = a[0] * a[1];
            double value = i switch
            {
                0 => Pattern(a, s),
                1 => Chosen(a, s),
                2 => TakenApart(a, s),
                3 => SetInAStruct(a, s),
                4 => SetInANewStruct(a, s),
                5 => GivenOut(a, s),
                _ => AtTheEnd(a, s),
            };
            sum += before * value + Math.Sin(a[0]) * a[1];
        }
        return sum;
    }

    private static void Get(double[] x, out double[] y) => y = x;
}
