using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>Methods that are one operation on a tape.</summary>
public class OperationSnapshots
{
    [Fact]
    public void Moments() => Verify(EmittedSource.Of("""
        [Differentiable(Derivatives.Operation)]
        public static (double Sum, double Product) Moments(double[] x, double y, [NonDifferentiable] ReadOnlySpan<int> order) => (x[order[0]] * y, x[0] * x[1] * y);
        """));

    [Fact]
    public void Loss() => Verify(EmittedSource.Of(
        """
        [Differentiable(Derivatives.Operation)]
        public static Differentiable.Tensors.Tensor<float> Loss(
            Differentiable.Tensors.Tensor<float> kernel, Differentiable.Tensors.Variable<float> bias, [NonDifferentiable] Differentiable.Tensors.Tensor<float> inputs) =>
            Differentiable.Tensors.Tensor.Sum(Differentiable.Tensors.Tensor.Add(Differentiable.Tensors.Tensor.MatMul(inputs, kernel), bias));
        """,
        "Loss"));
}
