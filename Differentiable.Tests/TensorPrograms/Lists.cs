using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Arrays of tensors that are joined and split, and operations with several results.</summary>
internal static partial class Lists
{
    [Differentiable]
    public static Tensor<double> Unrolled(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] states = new Tensor<double>[4];
        Tensor<double> h = b;
        for (int i = 0; i < states.Length; i++)
        {
            h = Tensor.Tanh(Tensor.MatVec(w, h) + b);
            states[i] = h;
        }
        Tensor<double> all = Tensor.Stack<double>(states);
        return Tensor.Sum(all * all) + Tensor.Stack<double>(states, 1)[0, 2];
    }

    [Differentiable]
    public static Tensor<double> Mesh(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] axes = [w[0], b, w[1]], one = [b * b];
        Tensor<double>[] points = Tensor.MeshGrid<double>(axes), same = Tensor.MeshGrid<double>(one);
        axes[1] = Tensor.Exp(b);
        Tensor<double>[] others = Tensor.MeshGrid<double>(axes);
        return Tensor.Sum(Tensor.Exp(points[0] * points[1]) * points[2]) + same[0] + Tensor.Sum(Tensor.Square(others[1]));
    }

    [Differentiable]
    public static Tensor<double> MeshWrittenOut(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> sum = Tensor.MeshGrid(b)[0];
        for (int i = 0; i < 2; i++)
        {
            Tensor<double>[] points = Tensor.MeshGrid(w[i], Tensor.Exp(b) * sum, w[0]);
            sum += Tensor.Sum(points[0] * points[1] * Tensor.Sin(points[2]));
        }
        return sum + Tensor.Sum(Tensor.MeshGrid<double>([w[1], w[1] * b])[1]);
    }

    [Differentiable]
    public static Tensor<double> Reused(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] window = [b, b * 2];
        Tensor<double> sum = 0.0;
        for (int i = 0; i < 3; i++)
        {
            Tensor<double> joined = Tensor.Concatenate<double>(window);
            sum += Tensor.Sum(Tensor.Exp(joined) * joined);
            window[i % 2] = Tensor.MatVec(w, window[(i + 1) % 2]);
        }
        return sum;
    }

    [Differentiable]
    public static Tensor<double> Given(Tensor<double>[] rows) => Tensor.Sum(Tensor.Exp(Tensor.Stack<double>(rows))) * Tensor.Concatenate<double>(rows, 1);

    [Differentiable]
    public static Tensor<double> Spread(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] parts = [b];
        for (int i = 0; i < 3; i++)
            parts = [.. parts, Tensor.MatVec(w, parts[^1])];
        Tensor<double> sum = 0.0;
        foreach (Tensor<double> part in parts)
            sum += Tensor.Sum(part * part);
        return sum + Tensor.Sum(Tensor.Exp(Tensor.Stack<double>([.. parts, b * b], 1)));
    }

    [Differentiable]
    public static Tensor<double> Halves(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] parts = Tensor.Split(Tensor.MatMul(w, w) + b, 2, 1);
        return (parts[0] * Tensor.Exp(parts[1]) * b) + Tensor.Sin(Tensor.Split(w * b, 2)[1]);
    }

    [Differentiable]
    public static Tensor<double> Lengths(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] parts = Tensor.Split(Tensor.Concatenate<double>([Tensor.Reshape(w, 4), b]), [1, 3, 2]);
        Tensor<double> sum = 0.0;
        for (int i = 0; i < parts.Length; i++)
            sum += Tensor.Sum(parts[i] * parts[i]) * (i + 1.0);
        return sum;
    }

    [Differentiable]
    public static Tensor<double> Heads(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] queries = Tensor.Split(w, 2, -1), keys = Tensor.Split(w * b, 2, -1), heads = new Tensor<double>[queries.Length];
        for (int i = 0; i < queries.Length; i++)
            heads[i] = Tensor.MatMul(Tensor.SoftMax(Tensor.MatMul(queries[i], Tensor.Transpose(keys[i]))), queries[i]);
        return Tensor.Concatenate<double>(heads, -1);
    }

    [Differentiable]
    public static Tensor<double> Greatest(Tensor<double> w, Tensor<double> b)
    {
        (Tensor<double> values, Tensor<int> indices) = Tensor.TopK(Tensor.Reshape(w, 4), 3);
        return (values * 2) + (Tensor.Gather(Tensor.Reshape(w * w, 4), indices) * b[0]) + Tensor.Sum(Tensor.TopK(b * 3, 1).Values);
    }

    [Differentiable]
    public static Tensor<double> Determinants(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> matrix = Tensor.MatMul(w, Tensor.Transpose(w)) + (Tensor.Eye<double>(2) * b);
        (Tensor<double> sign, Tensor<double> logarithm) = Tensor.LogDeterminant(matrix);
        return (logarithm * sign) + Tensor.LogDeterminant(matrix * matrix).LogAbs;
    }

    [Differentiable]
    public static Tensor<double> Rows(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> h = b;
        foreach (Tensor<double> row in w)
        {
            if (row[0] > 0.25)
            {
                h = h * 2;
                continue;
            }
            foreach (Tensor<double> element in row)
                h = (Tensor.Sin(h) * element) + b;
        }
        return h;
    }

    [Differentiable]
    public static Tensor<double> Overwritten(Tensor<double>[] a, Tensor<double> b)
    {
        for (int i = 1; i < a.Length; i++)
            a[i] = (a[i] * a[i - 1]) + b;
        return Tensor.Exp(a[^1]);
    }

    [Differentiable]
    public static Tensor<double> Overwriting(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] a = [w, w * b];
        Tensor<double> y = b;
        for (int i = 0; i < 3; i++)
            y += Tensor.Sum(Overwritten(a, y * 0.1)) * 0.1;
        return y * a[1];
    }

    [Differentiable]
    public static Tensor<double>[] Several(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] results = new Tensor<double>[3];
        for (int i = 0; i < 3; i++)
            results[i] = Tensor.Sin(w * i) * b;
        return results;
    }

    [Differentiable]
    public static Tensor<double> OfSeveral(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> sum = 0.0;
        foreach (Tensor<double> result in Several(w, b))
            sum += result * result;
        return sum + Several(w * 2, b)[2] + Tensor.Sum(Tensor.Stack<double>(Several(b, w[0])));
    }

    [Differentiable]
    public static Tensor<double> Jagged(Tensor<double>[][] a)
    {
        Tensor<double> sum = 0.0;
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < a[i].Length; j++)
                sum += Tensor.Sum(Tensor.Exp(a[i][j] * (j + 1)));
        }
        return sum;
    }

    [Differentiable]
    public static Tensor<double> Table(Tensor<double>[,] a)
    {
        Tensor<double> sum = 0.0;
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < a.GetLength(1); j++)
                sum += Tensor.Sum(a[i, j] * a[i, j]) * j;
        }
        return sum;
    }

    [Differentiable]
    public static Tensor<double> Ring(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] ring = [b, b * 2, b * 3];
        for (int i = 0; i < 10; i++)
        {
            Checkpoint.Every(3);
            ring[i % 3] = Tensor.Tanh(Tensor.MatVec(w, ring[(i + 1) % 3]) + ring[i % 3]);
        }
        return Tensor.Stack<double>(ring);
    }

    [Differentiable]
    public static Tensor<double> Aliased(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] one = [w, b * w], other = one;
        other[0] = other[1] * 2;
        Tensor<double> stacked = Tensor.Stack<double>(one);
        one[1] = w;
        return stacked * Tensor.Stack<double>(other);
    }

    [Differentiable]
    public static Tensor<double> OwnRule(Tensor<double> w, Tensor<double> b)
    {
        (Tensor<double> sine, Tensor<double> cosine) = SineAndCosine(w);
        (Tensor<double> alone, _) = SineAndCosine(b);
        SineAndCosine(w * b);
        return sine * cosine * alone;
    }

    private static (Tensor<double> Sine, Tensor<double> Cosine) SineAndCosine(Tensor<double> x) => (Tensor.Sin(x), Tensor.Cos(x));

    [DerivativeOf(typeof(Lists), nameof(SineAndCosine))]
    private static Tensor<double> SineAndCosinePullback(Tensor<double> x, (Tensor<double>? Sine, Tensor<double>? Cosine) dresult) =>
        (dresult.Sine is { } sine ? sine * Tensor.Cos(x) : 0.0 * x) - (dresult.Cosine is { } cosine ? cosine * Tensor.Sin(x) : 0.0 * x);
}
