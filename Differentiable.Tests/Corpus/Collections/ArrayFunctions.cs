using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Collections;

/// <summary>The methods of <see cref="Array"/> that are given functions, or values to look for.</summary>
public static partial class ArrayFunctions
{
    [Differentiable]
    public static double Elements([Length(4), Range(-2, 2)] double[] x, [Range(-1, 1)] double limit) =>
        (2 * Array.Find(x, v => v > limit)) + (Array.FindLast(x, v => v < limit) * limit) + Array.Find(x, v => v > 100);

    [Differentiable]
    public static double Places([Length(5), Range(-2, 2)] double[] x)
    {
        int first = Array.FindIndex(x, v => v > 0), next = Array.FindIndex(x, Math.Max(first, 0), v => v < 0), last = Array.FindLastIndex(x, 3, v => v > 0);
        return (first < 0 ? 1 : x[first] * x[first]) * (next < 0 ? 2 : Math.Exp(x[next])) + (last < 0 ? 3 : x[last] * x[0]);
    }

    [Differentiable]
    public static double Questions([Length(3), Range(-1, 1)] double[] x, double y)
    {
        if (Array.Exists(x, v => v > 0.5))
            y *= y;
        return Array.TrueForAll(x, v => v < 0.8) ? y * x[0] : y + x[1] * x[2];
    }

    [Differentiable]
    public static double ForEachOf([Length(4), Range(-1, 1)] double[] x)
    {
        double sum = 0, product = 1;
        Array.ForEach(x, v =>
        {
            sum += v * v;
            product *= sum + v;
        });
        Array.ForEach(Array.FindAll(x, v => v > 0), v => sum += Math.Sin(v) * product);
        return sum * product;
    }

    [Differentiable]
    [Allocates("methods of Array need an array")]
    public static double Interpolated([Length(4), Range(0.5, 1)] double[] steps, [Length(4)] double[] y, [Range(0.5, 3)] double at)
    {
        double[] x = [.. steps];
        for (int i = 1; i < x.Length; i++)
            x[i] += x[i - 1];
        int found = Array.BinarySearch(x, at), right = Math.Clamp(found < 0 ? ~found : found, 1, x.Length - 1);
        double t = (at - x[right - 1]) / (x[right] - x[right - 1]);
        return (1 - t) * y[right - 1] + t * y[right] + (Array.IndexOf(y, 100) < 0 ? at * at : 1);
    }

    [Differentiable]
    public static double OfStructs([Length(3)] Queries.Body[] bodies) => Array.Find(bodies, body => body.Mass > -100).Place * Array.ConvertAll(bodies, body => body.Mass * body.Mass)[1];
}
