using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What a tensor should be.</summary>
internal static class Expect
{
    /// <summary>This shape and these elements, but for rounding.</summary>
    public static void Equal(Tensor<float> expected, Tensor<float>? actual, double tolerance = 1e-6) => Equal(expected, actual, (x, y) => Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x)));

    /// <inheritdoc cref="Equal(Tensor{float}, Tensor{float}?, double)"/>
    public static void Equal(Tensor<double> expected, Tensor<double>? actual, double tolerance = 1e-12) => Equal(expected, actual, (x, y) => Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x)));

    private static void Equal<T>(Tensor<T> expected, Tensor<T>? actual, Func<T, T, bool> isClose)
        where T : unmanaged
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Shape, actual.Shape);
        Assert.True(expected.ToArray().Zip(actual.ToArray()).All(pair => isClose(pair.First, pair.Second) || pair.First.Equals(pair.Second)), $"expected {expected}, got {actual}");
    }
}
