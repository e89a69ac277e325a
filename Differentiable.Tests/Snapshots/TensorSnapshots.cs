using static Differentiable.Tests.Testing.Verifier;

namespace Differentiable.Tests.Snapshots;

/// <summary>Methods over tensors. Their operators are not written as such here: the compiler that these tests run does not know extension operators.</summary>
public class TensorSnapshots
{
    [Fact]
    public void Regression() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static Differentiable.Tensors.Tensor<float> Regression(
            Differentiable.Tensors.Tensor<float> kernel, Differentiable.Tensors.Tensor<float> bias,
            [NonDifferentiable] Differentiable.Tensors.Tensor<float> inputs, [NonDifferentiable] Differentiable.Tensors.Tensor<float> targets)
        {
            var hidden = Differentiable.Tensors.Tensor.Tanh(Differentiable.Tensors.Tensor.Add(Differentiable.Tensors.Tensor.MatMul(inputs, kernel), bias));
            var error = Differentiable.Tensors.Tensor.Subtract(hidden, targets);
            return Differentiable.Tensors.Tensor.Average(Differentiable.Tensors.Tensor.Square(error));
        }
        """));

    [Fact]
    public void Layers() => Verify(EmittedSource.Of("""
        [Differentiable]
        public static Differentiable.Tensors.Tensor<double> Layers(Differentiable.Tensors.Tensor<double>[] kernels, [NonDifferentiable] Differentiable.Tensors.Tensor<double> inputs, bool isSquared)
        {
            var x = inputs;
            foreach (var kernel in kernels)
                x = Differentiable.Tensors.Tensor.Relu(Differentiable.Tensors.Tensor.MatMul(x, kernel));
            if (isSquared)
                x = Differentiable.Tensors.Tensor.Square(x);
            return Differentiable.Tensors.Tensor.Sum(x);
        }
        """));
}
