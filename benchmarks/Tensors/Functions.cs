using Differentiable.Tensors;

namespace Differentiable.Benchmarks.Tensors;

internal static class Functions
{
    public static Action Elementwise(int count)
    {
        Variable<float> x = new(3f * Draws.Uniform<float>([count], 1));
        return () => Differentiate(x, static x => Tensor.Sum((Tensor.Tanh(x) * Tensor.Sigmoid(x)) + Tensor.Exp(-Tensor.Square(x))));
    }

    /// <summary>Two operations a round.</summary>
    public static Action Scalars(int rounds)
    {
        Variable<float> x = new(1f);
        return () => Differentiate(x, x =>
        {
            Tensor<float> y = x;
            for (int round = 0; round < rounds; round++)
                y = (y * x) + x;
            return y;
        });
    }

    private static Tensor<float> Differentiate(Variable<float> x, Func<Tensor<float>, Tensor<float>> function)
    {
        GradientTape tape = new();
        Tensor<float> y;
        using (tape.Record())
            y = function(x);
        return tape.Gradient(y, x)!;
    }
}
