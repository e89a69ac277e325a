using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Lists in lists, ranges of lists, and loops that leave early. Weights have the shape [2, 2], biases [2].</summary>
internal static partial class Mixtures
{
    [Differentiable]
    public static Tensor<double> Ranged(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] parts = [w[0], w[1] * b, b];
        parts[0] *= parts[2];
        Tensor<double> joined = Tensor.Concatenate<double>(parts[^2..]);
        return Tensor.Sum(Tensor.Stack<double>(parts[..2])) + Tensor.Sum(joined * joined[^1]);
    }

    [Differentiable]
    public static Tensor<double> Triangle(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[][] rows = new Tensor<double>[4][];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new Tensor<double>[i + 1];
            for (int j = 0; j <= i; j++)
                rows[i][j] = j == 0 ? b * (i + 1) : Tensor.Sin(Tensor.MatVec(w, rows[i][j - 1])) * rows[i - 1][j - 1];
        }
        rows[0] = rows[3];
        rows[0][1] = rows[0][0] * rows[0][1];
        Tensor<double> sum = Tensor.Zeros<double>();
        foreach (Tensor<double>[] row in rows)
        {
            foreach (Tensor<double> element in row)
                sum += Tensor.Sum(element * element);
        }
        return sum;
    }

    [Differentiable]
    public static Tensor<double> SplitAndJoined(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] parts = Tensor.Split(Tensor.Concatenate<double>([Tensor.Flatten(w), b]), 3);
        (Tensor<double> top, _) = Tensor.TopK(parts[0] * parts[1], 1);
        (parts[0], parts[2]) = (parts[2], parts[0] + top);
        Tensor<double>[] more = [parts[1], .. parts, top * parts[0]];
        Tensor<double> all = Tensor.Concatenate<double>(more);
        return Tensor.Sum(all * all * all);
    }

    [Differentiable]
    public static Tensor<double> SomeRows(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> state = b;
        int seen = 0;
        foreach (Tensor<double> row in Tensor.Concatenate<double>([w, -w, w * w]))
        {
            if (Tensor.Sum(row) < 0.0)
                continue;
            seen++;
            state = Tensor.Tanh(state + (row * seen));
            if (seen == 3)
                break;
        }
        return state;
    }

    [Differentiable]
    public static Tensor<double> Grid(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[,] cells = new Tensor<double>[3, 3];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                cells[i, j] = i == 0 || j == 0 ? b * (i + j + 1) : Tensor.Cos(cells[i - 1, j]) * Tensor.MatVec(w, cells[i, j - 1]);
        }
        int place = 0;
        cells[place++, place] *= 2;
        cells[place, place++] += cells[0, 0];
        Tensor<double> sum = cells[2, 2];
        for (int n = 0; n < 20 && (bool)(Tensor.Sum(Tensor.Abs(sum)) < 5.0); n++)
            sum += (cells[0, 1] * sum) + 1;
        return sum + cells[place - 1, place - 1];
    }

    /// <summary>Newton's iteration for square roots.</summary>
    [Differentiable]
    public static Tensor<double> Roots(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> a = Tensor.Exp(w * b), root = a;
        do
        {
            Tensor<double> old = root;
            root = 0.5 * (root + (a / root));
            if (Tensor.Max(Tensor.Abs(root - old)).ToScalar() < 1e-14)
                break;
        }
        while (true);
        return root;
    }
}
