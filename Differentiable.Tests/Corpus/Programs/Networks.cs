using System.Numerics.Tensors;
using Differentiable.Tests.Testing.Sampling;

namespace Differentiable.Tests.Corpus.Programs;

/// <summary>A recurrent cell whose gates are structs with arrays, made of one vector of parameters by a reader.</summary>
public static partial class GatedRecurrence
{
    private readonly record struct Gate(double[,] Input, double[,] Hidden, double[] Bias)
    {
        public int Size => Bias.Length;

        public double Activation(int row, ReadOnlySpan<double> x, ReadOnlySpan<double> h)
        {
            double sum = Bias[row];
            for (int j = 0; j < x.Length; j++)
                sum += Input[row, j] * x[j];
            for (int j = 0; j < h.Length; j++)
                sum += Hidden[row, j] * h[j];
            return sum;
        }
    }

    private ref struct Reader(ReadOnlySpan<double> data)
    {
        private readonly ReadOnlySpan<double> _data = data;
        private int _position = 0;

        public double Next() => _data[_position++ % _data.Length];

        public double[] Vector(int n)
        {
            var v = new double[n];
            for (int i = 0; i < n; i++)
                v[i] = Next();
            return v;
        }

        public double[,] Matrix(int rows, int columns)
        {
            var m = new double[rows, columns];
            for (int i = 0; i < rows; i++)
                for (int j = 0; j < columns; j++)
                    m[i, j] = Next();
            return m;
        }

        public Gate Gate(int input, int hidden) => new(Matrix(hidden, input), Matrix(hidden, hidden), Vector(hidden));
    }

    private static double Logistic(double z) => 1 / (1 + Math.Exp(-z));

    [Differentiable, Allocates("matrices")]
    public static double Loss([Length(11, 30)] ReadOnlySpan<double> parameters, [Rows(3)][Columns(2)] double[][] sequence, [Elements(0.2, 0.7)] double[] target)
    {
        Reader reader = new(parameters);
        Gate update = reader.Gate(2, 2), reset = reader.Gate(2, 2), candidate = reader.Gate(2, 2);
        double[] h = new double[update.Size];
        foreach (double[] x in sequence)
            h = Step(x, h);
        return h.Zip(target, (a, b) => (a - b) * (a - b)).Sum();

        double[] Step(double[] x, double[] last)
        {
            double[] gated = new double[last.Length], next = new double[last.Length];
            for (int i = 0; i < gated.Length; i++)
                gated[i] = Logistic(reset.Activation(i, x, last)) * last[i];
            for (int i = 0; i < next.Length; i++)
            {
                double z = Logistic(update.Activation(i, x, last));
                next[i] = (1 - z) * last[i] + z * Math.Tanh(candidate.Activation(i, x, gated));
            }
            return next;
        }
    }
}

/// <summary>Attention with heads and a mask, over rows of flat arrays, and a norm behind it.</summary>
public static partial class MultiHeadAttention
{
    [Differentiable]
    public static double Output([Length(12)] double[] tokens, [Length(16)] double[] weights, [Values(1, 2)] int heads)
    {
        const int width = 4;
        int n = tokens.Length / width, size = width / heads;
        double[] mixed = new double[tokens.Length];
        Span<double> scores = stackalloc double[n];
        for (int head = 0; head < heads; head++)
        {
            Range part = (head * size)..((head + 1) * size);
            for (int i = 0; i < n; i++)
            {
                ReadOnlySpan<double> query = Row(tokens, i, width)[part];
                for (int j = 0; j <= i; j++)
                    scores[j] = TensorPrimitives.Dot(query, Row(tokens, j, width)[part]) / Math.Sqrt(size);
                Span<double> seen = scores[..(i + 1)];
                TensorPrimitives.SoftMax(seen, seen);
                for (int j = 0; j <= i; j++)
                    TensorPrimitives.MultiplyAdd(Row(tokens, j, width)[part], scores[j], mixed.AsSpan(i * width, width)[part], mixed.AsSpan(i * width, width)[part]);
            }
        }
        double loss = 0;
        Span<double> projected = stackalloc double[width];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < width; k++)
                projected[k] = TensorPrimitives.Dot(Row(weights, k, width), Row(mixed, i, width)) + tokens[i * width + k];
            Normalize(projected);
            double wanted = projected[i % width];
            TensorPrimitives.Exp<double>(projected, projected);
            loss += Math.Log(TensorPrimitives.Sum<double>(projected)) * (i + 1) - wanted;
        }
        return loss;
    }

    private static ReadOnlySpan<double> Row(double[] matrix, int row, int width) => matrix.AsSpan(row * width, width);

    private static void Normalize(Span<double> x)
    {
        double mean = TensorPrimitives.Average<double>(x);
        TensorPrimitives.Subtract(x, mean, x);
        TensorPrimitives.Divide(x, Math.Sqrt(TensorPrimitives.SumOfSquares<double>(x) / x.Length + 1e-3), x);
    }
}

/// <summary>A network that says a mixture of normal distributions, and what it makes of data.</summary>
public static partial class MixtureDensity
{
    private enum Part { Weight, Mean, Scale }

    [Differentiable]
    public static double Loss([Length(14)] double[] w, [NonDifferentiable][Elements(0.3, 1.1, 0.7)] double[] x, [NonDifferentiable][Elements(0.5, 0.2, 0.9)] double[] y)
    {
        double loss = 0;
        foreach (var (input, output) in x.Zip(y))
        {
            var (weights, means, scales) = Predict(w, input);
            double top = weights.Max();
            double norm = top + Math.Log(weights.Sum(v => Math.Exp(v - top)));
            double[] terms = [.. weights.Select((v, k) => v - norm + LogNormal(output, means[k], scales[k]))];
            loss -= LogSumExp(terms);
        }
        return loss / x.Length;
    }

    private static (double[] Weights, double[] Means, double[] Scales) Predict(double[] w, double x)
    {
        double[] hidden = new double[2];
        for (int i = 0; i < hidden.Length; i++)
            hidden[i] = Math.Tanh(w[i] * x + w[2 + i]);
        double Read(Part part, int k) => w[4 + 2 * (int)part + k] * hidden[k] + part switch
        {
            Part.Weight => 0.1,
            Part.Mean => w[10 + k] * hidden[1 - k],
            Part.Scale when k > 0 => w[12],
            Part.Scale => w[13],
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        return ([Read(Part.Weight, 0), Read(Part.Weight, 1)], [Read(Part.Mean, 0), Read(Part.Mean, 1)], [Read(Part.Scale, 0), Read(Part.Scale, 1)]);
    }

    private static double LogNormal(double x, double mean, double logScale)
    {
        double z = (x - mean) * Math.Exp(-logScale);
        return -0.5 * z * z - logScale - 0.5 * Math.Log(Math.Tau);
    }

    private static double LogSumExp(params double[] terms)
    {
        double top = double.MinValue;
        foreach (var t in terms)
            top = t > top ? t : top;
        double sum = 0;
        Array.ForEach(terms, t => sum += Math.Exp(t - top));
        return top + Math.Log(sum);
    }
}

/// <summary>The likelihood of labels along a chain: all paths in logarithms, with a record of jagged arrays, and the marginals from both ends.</summary>
public static partial class ConditionalField
{
    private readonly record struct Chain(double[][] Unary, double[,] Pairwise)
    {
        public int Length => Unary.Length;
        public int Labels => Pairwise.GetLength(0);
    }

    [Differentiable, Allocates("rows of messages")]
    public static double LogLikelihood([Rows(4)][Columns(3)] double[][] unary, [Rows(3)][Columns(3)] double[,] pairwise, int[] labels)
    {
        Chain chain = new(unary, pairwise);
        double[][] forward = Messages(chain, backward: false);
        double score = 0;
        for (int t = 0; t < chain.Length; t++)
        {
            score += unary[t][labels[t] % 3];
            if (t is not 0)
                score += pairwise[labels[t - 1] % 3, labels[t] % 3];
        }
        return score - LogSumExp(forward[^1]);
    }

    [Differentiable, Allocates("rows of messages")]
    public static double Entropy([Rows(3)][Columns(2)] double[][] unary, [Rows(2)][Columns(2)] double[,] pairwise)
    {
        Chain chain = new(unary, pairwise);
        double[][] ahead = Messages(chain, false), behind = Messages(chain, true);
        double log = LogSumExp(ahead[^1]), entropy = 0;
        for (int t = 0; t < chain.Length; t++)
            for (int k = 0; k < chain.Labels; k++)
            {
                double p = Math.Exp(ahead[t][k] + behind[t][k] - unary[t][k] - log);
                entropy -= p * Math.Log(p);
            }
        return entropy;
    }

    private static double[][] Messages(Chain chain, bool backward)
    {
        var messages = new double[chain.Length][];
        var (start, end, step) = backward ? (chain.Length - 1, -1, -1) : (0, chain.Length, 1);
        Span<double> terms = stackalloc double[chain.Labels];
        for (int t = start; t != end; t += step)
        {
            messages[t] = [.. chain.Unary[t]];
            if (t == start)
                continue;
            for (int k = 0; k < chain.Labels; k++)
            {
                for (int j = 0; j < chain.Labels; j++)
                    terms[j] = messages[t - step][j] + (backward ? chain.Pairwise[k, j] : chain.Pairwise[j, k]);
                messages[t][k] += LogSumExp(terms);
            }
        }
        return messages;
    }

    private static double LogSumExp(ReadOnlySpan<double> v)
    {
        double top = v[0];
        for (int i = 1; i < v.Length; i++)
            top = Math.Max(top, v[i]);
        double sum = 0;
        foreach (double x in v)
            sum += Math.Exp(x - top);
        return top + Math.Log(sum);
    }
}

/// <summary>Cells and scores whose parts are local functions in loops, or calls over spans in place.</summary>
public static partial class SmallCells
{
    [Differentiable]
    public static double LongShortTerm([Length(12)] ReadOnlySpan<double> w, ReadOnlySpan<double> sequence)
    {
        double h = 0, c = 0;
        foreach (double x in sequence)
        {
            double Gate(int k, ReadOnlySpan<double> weights) => weights[3 * k] * x + weights[3 * k + 1] * h + weights[3 * k + 2];
            double input = 1 / (1 + Math.Exp(-Gate(0, w))), forget = 1 / (1 + Math.Exp(-Gate(1, w))), output = 1 / (1 + Math.Exp(-Gate(2, w)));
            double candidate = Math.Tanh(Gate(3, w));
            c = forget * c + input * candidate;
            h = output * Math.Tanh(c);
        }
        return h;
    }

    [Differentiable]
    public static double Scores([Length(3, 5)] double[] x)
    {
        int n = x.Length;
        Span<double> scores = stackalloc double[n], shares = new double[n];
        TensorPrimitives.Multiply(x, x[1], scores);
        TensorPrimitives.SoftMax(scores, shares);
        TensorPrimitives.FusedMultiplyAdd(shares, x, scores, scores);
        TensorPrimitives.Tanh(scores[1..], scores[1..]);
        var half = shares[..(n / 2)];
        TensorPrimitives.Add(half, half, half);
        return TensorPrimitives.Dot<double>(scores, shares) + TensorPrimitives.Norm<double>(scores)
            + TensorPrimitives.CosineSimilarity<double>(x, scores) + TensorPrimitives.Max<double>(shares) * TensorPrimitives.StdDev<double>(x);
    }
}
