using Differentiable.Tensors;

namespace Differentiable.Benchmarks.Tensors;

/// <summary>A network of dense layers, all equally wide, with Relu between them, trained by plain gradient descent on the mean of squares.</summary>
internal sealed partial class Network
{
    private const float Rate = 1e-3f;

    private readonly Variable<float>[] _weights;
    private readonly Variable<float>[] _biases;
    private readonly Tensor<float> _input;
    private readonly Tensor<float> _target;

    public Network(int width, int layers, int batch)
    {
        float scale = 1 / MathF.Sqrt(width);
        _weights = [.. Enumerable.Range(0, layers).Select(layer => new Variable<float>(Draws.Uniform<float>([width, width], layer) * scale))];
        _biases = [.. Enumerable.Range(0, layers).Select(_ => new Variable<float>(Tensor.Zeros<float>([width])))];
        (_input, _target) = (Draws.Uniform<float>([batch, width], 101), Draws.Uniform<float>([batch, width], 102));
    }

    public void Train()
    {
        GradientTape tape = new();
        Tensor<float> loss;
        using (tape.Record())
            loss = Tensor.Average(Tensor.Square(Apply(_input) - _target));
        Tensor<float>[] parameters = [.. _weights, .. _biases];
        Tensor<float>?[] gradients = tape.Gradient(loss, parameters);
        for (int i = 0; i < parameters.Length; i++)
            ((Variable<float>)parameters[i]).AssignSubtract(gradients[i]! * Rate);
    }

    /// <summary>The same with the gradient that was generated.</summary>
    public void TrainCompiled()
    {
        (Tensor<float>[] weights, Tensor<float>[] biases) = LossGradient(_weights, _biases, _input, _target);
        for (int i = 0; i < weights.Length; i++)
        {
            _weights[i].AssignSubtract(weights[i] * Rate);
            _biases[i].AssignSubtract(biases[i] * Rate);
        }
    }

    [Differentiable]
    private static Tensor<float> Loss(Variable<float>[] weights, Variable<float>[] biases, [NonDifferentiable] Tensor<float> input, [NonDifferentiable] Tensor<float> target)
    {
        Tensor<float> x = input;
        for (int layer = 0; layer < weights.Length; layer++)
        {
            x = Tensor.MatMul(x, weights[layer]) + biases[layer];
            if (layer < weights.Length - 1)
                x = Tensor.Relu(x);
        }
        return Tensor.Average(Tensor.Square(x - target));
    }

    private Tensor<float> Apply(Tensor<float> x)
    {
        for (int layer = 0; layer < _weights.Length; layer++)
        {
            Tensor<float> y = Tensor.MatMul(x, _weights[layer]) + _biases[layer];
            x = layer < _weights.Length - 1 ? Tensor.Relu(y) : y;
        }
        return x;
    }
}
