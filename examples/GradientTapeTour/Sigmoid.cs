using Differentiable;
using Differentiable.Tensors;

namespace GradientTapeTour;

/// <summary>The logistic function and its derivative, which the tape gives for each element at once.</summary>
internal static class Sigmoid
{
    public static (Tensor<float> X, Tensor<float> Y, Tensor<float> Derivative) Sample()
    {
        Tensor<float> x = Tensor.LinSpace(-10f, 10f, 201), y;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            y = Tensor.Sigmoid(x);
        }
        return (x, y, tape.Gradient(y, x)!);
    }
}
