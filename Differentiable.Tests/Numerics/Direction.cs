using Differentiable.Tests.Testing;

namespace Differentiable.Tests.Numerics;

/// <summary>Directions in the space of a function's active inputs.</summary>
internal static class Direction
{
    /// <summary>Numbers between a half and one and a half that a few bits hold, so that no rounding hides in them.</summary>
    public static double[] Random(CorpusFunction function, object?[] arguments, int seed)
    {
        Random random = new(seed);
        return [.. Reals.OfAll(function.ActiveInputs.Select(p => arguments[p.Position])).Select(_ => Math.Round(64 * (0.5 + random.NextDouble())) / 64)];
    }

    public static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    /// <summary>The sum of the magnitudes of what a product adds up: its rounding is proportional to that.</summary>
    public static double Magnitude(double[] a, double[] b) => a.Zip(b, (x, y) => Math.Abs(x * y)).Sum();
}
