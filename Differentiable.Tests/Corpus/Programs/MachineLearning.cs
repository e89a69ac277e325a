using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>Cells, layers and losses.</summary>
public static partial class MachineLearning
{
    [Differentiable]
    public static double Perceptron([Length(9)] ReadOnlySpan<double> weights, double x, double y)
    {
        double output = weights[8];
        for (int h = 0; h < 2; h++)
        {
            ReadOnlySpan<double> w = weights.Slice(h * 4, 4);
            output += w[3] * Math.Tanh(w[0] * x + w[1] * y + w[2]);
        }
        return output * output;
    }

    [Differentiable]
    public static void LstmCell([LengthFrom("hidden", Plus = 6)] ReadOnlySpan<double> weights, [Length(2)] ReadOnlySpan<double> input,
        [Length(2)] Span<double> hidden, [Length(2)] Span<double> cell)
    {
        for (int i = 0; i < hidden.Length; i++)
        {
            double forget = Sigmoid(input[i] * weights[i] + weights[2 + i]);
            double ingate = Sigmoid(hidden[i] * weights[4 + i] + weights[6 + i]);
            double outgate = Sigmoid(input[i] * weights[i] + hidden[i]);
            double change = Math.Tanh(hidden[i] * weights[6 + i] + input[i]);
            cell[i] = cell[i] * forget + ingate * change;
            hidden[i] = outgate * Math.Tanh(cell[i]);
        }
    }

    [Differentiable]
    public static double Sigmoid([Range(-2, 2)] double x) => 1 / (1 + Math.Exp(-x));

    [Differentiable]
    public static double LstmOverASequence([Length(8)] ReadOnlySpan<double> weights, [NonDifferentiable, Rows(3, 0), Columns(2)] double[][] sequence)
    {
        Span<double> hidden = stackalloc double[2];
        Span<double> cell = stackalloc double[2];
        double loss = 0.5 * weights[0];
        for (int t = 0; t < sequence.Length; t++)
        {
            LstmCell(weights, sequence[t], hidden, cell);
            loss += hidden[0] * cell[1] + hidden[1];
        }
        return loss;
    }

    [Differentiable]
    public static double CrossEntropy([Length(4)] ReadOnlySpan<double> logits, [Values(0, 3)] int label)
    {
        double sum = 0;
        foreach (double v in logits)
            sum += Math.Exp(v);
        return Math.Log(sum) - logits[label];
    }

    [Differentiable]
    public static double Attention([Length(4)] ReadOnlySpan<double> query, [Length(12)] ReadOnlySpan<double> keys, [Length(3)] ReadOnlySpan<double> values)
    {
        double normalizer = 0, output = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double score = 0;
            for (int j = 0; j < query.Length; j++)
                score += query[j] * keys[i * query.Length + j];
            double weight = Math.Exp(score / Math.Sqrt(query.Length));
            normalizer += weight;
            output += weight * values[i];
        }
        return output / normalizer;
    }

    [Differentiable]
    public static double LayerNorm([Length(4)] ReadOnlySpan<double> x, double gain, double bias)
    {
        double mean = 0, square = 0;
        for (int i = 0; i < x.Length; i++)
        {
            mean += x[i];
            square += x[i] * x[i];
        }
        mean /= x.Length;
        double scale = gain / Math.Sqrt(square / x.Length - mean * mean + 0.1);
        double result = 0;
        for (int i = 0; i < x.Length; i++)
            result = result * 0.5 + (x[i] - mean) * scale + bias;
        return result;
    }

    [Differentiable]
    public static double GradientDescentUnrolled(double start, double rate, [Values(5, 0)] int steps)
    {
        double x = start;
        for (int i = 0; i < steps; i++)
        {
            double slope = 4 * x * x * x - 2 * x;
            x -= 0.05 * rate * slope;
        }
        return x * x * x * x - x * x;
    }

    [Differentiable]
    public static double MaxPooling([Elements(0.2, 0.9, 0.4, 0.7, 1.3, 1.1)] ReadOnlySpan<double> x)
    {
        double sum = 0;
        for (int i = 0; i + 1 < x.Length; i += 2)
        {
            double max = Math.Max(x[i], x[i + 1]);
            sum += max * max;
        }
        return sum;
    }
}
