using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors.Programs;

/// <summary>A gradient against differences and forward mode, along a direction that no symmetry hides.</summary>
internal static class Slopes
{
    public static void AssertRight(Func<Tensor<double>, Tensor<double>> function, Tensor<double> x, double tolerance = 1e-7)
    {
        Tensor<double> direction = Tensor.RandomUniform<double>(x.Shape, new Random(7), -1, 1);
        double slope = (double)Tensor.Sum(Gradient.Of(function)(x) * direction);
        double difference = Differences.At0(t => (double)function(x + (t * direction)));
        double forward = (double)Gradient.Jvp(function, x, direction).Item2;
        Assert.Equal(difference, slope, tolerance * Math.Max(1, Math.Abs(slope)));
        Assert.Equal(forward, slope, 1e-10 * Math.Max(1, Math.Abs(slope)));
    }
}
