using Differentiable.Layers;
using Differentiable.Tensors;

namespace Differentiable.Benchmarks.Tensors;

internal static partial class Functions
{
    public static Action Elementwise(int count)
    {
        Variable<float> x = new(3f * Draws.Uniform<float>([count], 1));
        return () => Differentiate(x, static x => Tensor.Sum((Tensor.Tanh(x) * Tensor.Sigmoid(x)) + Tensor.Exp(-Tensor.Square(x))));
    }

    /// <summary>The same with the gradient that was generated.</summary>
    public static Action ElementwiseCompiled(int count)
    {
        Tensor<float> x = 3f * Draws.Uniform<float>([count], 1);
        return () => ChainGradient(x).AsTensorSpan();
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

    /// <summary>The same with the gradient that was generated.</summary>
    public static Action ScalarsCompiled(int rounds)
    {
        Tensor<float> x = 1f;
        return () => PowersGradient(x, rounds).AsTensorSpan();
    }

    [Differentiable]
    private static Tensor<float> Chain(Tensor<float> x) => Tensor.Sum((Tensor.Tanh(x) * Tensor.Sigmoid(x)) + Tensor.Exp(-Tensor.Square(x)));

    [Differentiable]
    private static Tensor<float> Powers(Tensor<float> x, int rounds)
    {
        Tensor<float> y = x;
        for (int round = 0; round < rounds; round++)
            y = (y * x) + x;
        return y;
    }

    /// <summary>An LSTM over a batch of sequences, and the gradients with respect to its weights and its input.</summary>
    public static Action Lstm(int times, int width, int batch)
    {
        Lstm<float> layer = new(width, returnsSequence: true, new Random(1));
        Tensor<float> x = Draws.Uniform<float>([batch, times, width], 2);
        layer.Apply(x);
        return () =>
        {
            GradientTape tape = new();
            Tensor<float> y = tape.Record(() =>
            {
                tape.Watch(x);
                return Tensor.Sum(layer.Apply(x));
            });
            foreach (Tensor<float>? gradient in tape.Gradient(y, [x, .. layer.TrainableVariables]))
                gradient!.AsTensorSpan();
        };
    }

    /// <summary>Elementwise operations run when someone looks at their result.</summary>
    private static void Differentiate(Variable<float> x, Func<Tensor<float>, Tensor<float>> function)
    {
        GradientTape tape = new();
        Tensor<float> y = tape.Record(() => function(x));
        tape.Gradient(y, x)!.AsTensorSpan();
    }
}
