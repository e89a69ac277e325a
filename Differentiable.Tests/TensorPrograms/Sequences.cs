using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>What a recurrent cell carries on.</summary>
internal record struct State(Tensor<double> Hidden, Tensor<double> Cell);

/// <summary>Programs that go along a sequence.</summary>
internal static partial class Sequences
{
    private static readonly Tensor<double> s_data = [[0.2, -0.1], [0.6, 0.4], [-0.3, 0.5]];

    private static readonly int[] s_seen = [0, 1, 1, 0];

    [Differentiable]
    public static Tensor<double> Memory(Tensor<double> w, Tensor<double> b)
    {
        State state = new(Tensor.Zeros<double>(2), Tensor.Zeros<double>(2));
        Layer[] layers = [new(w, b), new(w * 0.5, b * b)];
        Tensor<double>[] outputs = new Tensor<double>[s_data.Shape[0]];
        for (int t = 0; t < outputs.Length; t++)
        {
            foreach (Layer layer in layers)
                state = Step(layer, state, s_data[t]);
            outputs[t] = state.Hidden;
        }
        return Tensor.Average(Tensor.Square(Tensor.Stack<double>(outputs) - (s_data * 0.5)));
    }

    [Differentiable]
    public static Tensor<double> Filter(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> transition = w + Tensor.Eye<double>(2), noise = Tensor.Eye<double>(2) * Tensor.Exp(b), observed = [[1.0, 0.0]];
        Tensor<double> mean = Tensor.Zeros<double>(2, 1), covariance = Tensor.Eye<double>(2), loss = 0.0;
        foreach (Tensor<double> seen in s_data)
        {
            mean = Tensor.MatMul(transition, mean);
            covariance = Tensor.MatMul(Tensor.MatMul(transition, covariance), Tensor.Transpose(transition)) + noise;
            Tensor<double> surprise = seen[0] - Tensor.MatMul(observed, mean);
            Tensor<double> spread = Tensor.MatMul(Tensor.MatMul(observed, covariance), Tensor.Transpose(observed)) + 0.1;
            Tensor<double> gain = Tensor.MatMul(Tensor.MatMul(covariance, Tensor.Transpose(observed)), Tensor.Inverse(spread));
            mean += Tensor.MatMul(gain, surprise);
            covariance -= Tensor.MatMul(Tensor.MatMul(gain, observed), covariance);
            loss += 0.5 * (Tensor.LogDeterminant(spread).LogAbs + (surprise * surprise / spread)[0, 0]);
        }
        return loss;
    }

    [Differentiable]
    public static Tensor<double> HiddenChain(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> transitions = Tensor.LogSoftMax(w), emissions = Tensor.LogSoftMax(w * b), forward = Tensor.LogSoftMax(b);
        Tensor<double>[] history = [forward];
        foreach (int seen in s_seen)
        {
            forward = Tensor.LogSumExp(Tensor.Unsqueeze(forward, 1) + transitions, [0]) + emissions[.., seen];
            history = [.. history, forward];
        }
        return Tensor.LogSumExp(forward) + Tensor.Average(Tensor.Stack<double>(history));
    }

    [Differentiable]
    public static Tensor<double> Beam(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> scores = b;
        for (int t = 0; t < 3; t++)
        {
            (Tensor<double> best, Tensor<int> places) = Tensor.TopK(Tensor.Reshape(Tensor.Unsqueeze(scores, 1) + Tensor.LogSoftMax(w * (t + 1.0)), 4), 2);
            scores = best + (0.01 * Tensor.Sum(Tensor.Cast<int, double>(places)));
        }
        return Tensor.LogSumExp(scores);
    }

    [Differentiable]
    public static Tensor<double> DynamicProgram(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] best = new Tensor<double>[6];
        best[0] = 0.0;
        best[1] = b[0];
        for (int i = 2; i < best.Length; i++)
            best[i] = Tensor.LogSumExp(Tensor.Stack<double>([best[i - 1] + w[i % 2, 0], best[i - 2] + w[i % 2, 1]]), [0]) + b[i % 2];
        return best[^1];
    }

    [Differentiable]
    public static Tensor<double> Tree(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] leaves = new Tensor<double>[5];
        for (int i = 0; i < leaves.Length; i++)
            leaves[i] = b * (i + 1);
        return Merged(leaves, 0, leaves.Length, w);
    }

    [Differentiable]
    public static Tensor<T> OfAnyNumber<T>(Tensor<T> w, Tensor<T> b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>[] parts = new Tensor<T>[3];
        for (int i = 0; i < 3; i++)
            parts[i] = Tensor.Tanh(Tensor.MatVec(w, i == 0 ? b : parts[i - 1])) * T.CreateChecked(2);
        return Tensor.Average(Tensor.Stack<T>(parts));
    }

    [Differentiable]
    private static Tensor<double> Merged(Tensor<double>[] leaves, int from, int to, Tensor<double> w) => to - from == 1
        ? leaves[from]
        : Tensor.Tanh(Tensor.MatVec(w, Merged(leaves, from, (from + to) / 2, w)) - Merged(leaves, (from + to) / 2, to, w));

    [Differentiable]
    private static State Step(Layer layer, State state, Tensor<double> x)
    {
        Tensor<double> z = Tensor.MatVec(layer.Weights, state.Hidden) + x + layer.Biases;
        Tensor<double> cell = (Tensor.Sigmoid(z + 1) * state.Cell) + (Tensor.Sigmoid(z) * Tensor.Tanh(z));
        return new State(Tensor.Sigmoid(-z) * Tensor.Tanh(cell), cell);
    }
}
