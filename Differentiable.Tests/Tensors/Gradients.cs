using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <summary>Gradients of functions of one tensor, of which all results count equally.</summary>
internal static class Gradients
{
    public static Tensor<double>? Of(Func<Tensor<double>, Tensor<double>> function, Tensor<double> x)
    {
        GradientTape tape = new();
        Tensor<double> y;
        using (tape.Record())
        {
            tape.Watch(x);
            y = function(x);
        }
        return tape.Gradient(y, x);
    }
}
