using Differentiable.Layers;
using Differentiable.Tensors;

namespace Differentiable.Tests.Conformance;

/// <summary>What TensorFlow's guides do with tapes beyond the notebooks: gradients of gradients of layers, Jacobians of batches, steps of Newton's.</summary>
public class TensorFlowGuideTests
{
    private readonly Tensor<double> _x = Tensor.RandomNormal<double>([7, 5], new Random(1));

    private readonly Dense<double> _layer = new(5, 10, "relu", new Random(2));

    /// <summary>The norm of a gradient with respect to the inputs is differentiated with respect to the weights.</summary>
    [Fact]
    public void A_gradient_with_respect_to_inputs_is_held_small()
    {
        Tensor<double> Size()
        {
            GradientTape inner = new(watchAccessedVariables: false);
            inner.Watch(_x);
            Tensor<double> y = inner.Record(() => Tensor.Sum(Tensor.Square(_layer.Apply(_x))));
            return Tensor.Norm(inner.Gradient(y, _x)!);
        }
        GradientTape outer = new();
        Tensor<double> size = outer.Record(Size);
        Tensor<double>?[] gradients = outer.Gradient(size, _layer.TrainableVariables);
        Tensor<double> kernel = _layer.Kernel!.Read(), direction = Tensor.RandomNormal<double>([5, 10], new Random(9));
        double SizeAt(double step)
        {
            _layer.Kernel!.Assign(kernel + (step * direction));
            return (double)Size();
        }
        Expect.Equal((SizeAt(1e-6) - SizeAt(-1e-6)) / 2e-6, Tensor.Sum(direction * gradients[0]!), 1e-6);
        Assert.Equal([10], gradients[1]!.Shape);
    }

    [Fact]
    public void Rows_of_a_Jacobian_depend_on_their_rows_alone()
    {
        Dense<double> second = new(10, 6, random: new Random(3));
        GradientTape tape = new(persistent: true);
        tape.Watch(_x);
        Tensor<double> y = tape.Record(() => second.Apply(_layer.Apply(_x)));
        Tensor<double> ofRows = tape.BatchJacobian(y, _x), ofAll = tape.Jacobian(y, _x)!;
        Assert.Equal([7, 6, 5], ofRows.Shape);
        for (int row = 0; row < 7; row++)
            Expect.Equal(ofAll[row, .., row], ofRows[row]);
        Expect.Equal(Tensor.Sum(Tensor.Abs(ofRows)), Tensor.Sum(Tensor.Abs(ofAll)));
        Assert.Equal([7, 6, 5, 10], tape.Jacobian(y, _layer.Kernel!)!.Shape);
    }

    [Fact]
    public void A_step_of_Newton_takes_the_Hessian_of_a_layer()
    {
        Dense<double> linear = new(5, 1, random: new Random(4));
        Tensor<double> Loss() => Tensor.Average(Tensor.Square(linear.Apply(_x) - _x[.., ..1] - (2 * _x[.., 1..2]) + 3));
        GradientTape outer = new(), inner = new();
        Tensor<double>? gradient;
        using (outer.Record())
            gradient = inner.Gradient(inner.Record(Loss), linear.Kernel!);
        Tensor<double> hessian = Tensor.Reshape(outer.Jacobian(gradient!, linear.Kernel!)!, 5, 5);
        Expect.Equal(Tensor.Transpose(hessian), hessian);
        linear.Kernel!.AssignSubtract(Tensor.Solve(hessian, gradient!));
        inner = new();
        Expect.Equal(Tensor.Zeros<double>(5, 1), inner.Gradient(inner.Record(Loss), linear.Kernel!));
    }

    [Fact]
    public void A_persistent_tape_in_a_persistent_tape()
    {
        Tensor<float> x = 3;
        GradientTape outer = new(persistent: true), inner = new(persistent: true);
        Tensor<float> y, z;
        using (outer.Record())
        {
            outer.Watch(x);
            y = x * x;
            inner.Watch(y);
            using (inner.Record())
                z = 2 * y;
            Expect.Equal(2, inner.Gradient(z, y));
            y += inner.Gradient(z, y)!;
        }
        for (int i = 0; i < 2; i++)
        {
            Expect.Equal(6, outer.Gradient(y, x));
            Expect.Equal(12, outer.Gradient(z, x));
        }
    }
}
