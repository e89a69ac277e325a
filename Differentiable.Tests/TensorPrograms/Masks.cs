using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Tensors of Booleans and indices that are others in each round, and parts of large tensors.</summary>
internal static partial class Masks
{
    private static readonly Tensor<double> s_rows = Tensor.Reshape(Tensor.LinSpace(-1.0, 1.0, 400), 200, 2);

    [Differentiable]
    public static Tensor<double> InLoop(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = w;
        Tensor<int> order = Tensor.ArgSort(x);
        for (int i = 0; i < 3; i++)
        {
            x = Tensor.GatherAlongAxis(x * b, order, -1) + w;
            order = Tensor.ArgSort(-x);
            Tensor<bool> isLarge = x > 0.013;
            x = Tensor.Where(isLarge, x * b, Tensor.Sin(x) + b);
        }
        return x;
    }

    [Differentiable]
    public static Tensor<double> Called(Tensor<double> w, Tensor<double> b)
    {
        Tensor<bool>[] masks = [w > 0.0, w > 0.15];
        Tensor<double> x = Alternating(w, b, masks);
        x = Tensor.Where((masks[0] ^ masks[1]) | (w < 0.0), x, b);
        return Alternating(x * w, b, masks) + x;
    }

    [Differentiable]
    public static Tensor<double> Alternating(Tensor<double> w, Tensor<double> b, Tensor<bool>[] masks)
    {
        Tensor<double> x = w;
        for (int i = 0; i < 3; i++)
        {
            x = Tensor.Where(masks[i % 2], x * b, x * x);
            masks[i % 2] = x > 0.013 * i;
        }
        return x;
    }

    [Differentiable]
    public static Tensor<double> Overwritten(Tensor<double> w, Tensor<double> b)
    {
        Tensor<int>[] at = [0, 1];
        Tensor<double> x = w;
        for (int i = 0; i < 3; i++)
        {
            x = (x * Tensor.Gather(x, at[i % 2])) + b;
            at[i % 2] = 1 - (i % 2);
        }
        return x + Tensor.Gather(w, at[0]);
    }

    [Differentiable]
    public static Tensor<double> Checkpointed(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = w;
        Tensor<bool> isPositive = w > 0.0;
        for (int i = 0; i < 7; i++)
        {
            Checkpoint.Every(2);
            x = Tensor.Where(isPositive, x * b, Tensor.Sin(x));
            isPositive = x > 0.0;
        }
        return x;
    }

    [Differentiable]
    public static Tensor<double> ManyRows(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = Tensor.MatMul(s_rows, w), h = b;
        foreach (Tensor<double> row in x)
            h = Tensor.Tanh((h * row) + b);
        for (int i = 0; i < 100; i++)
        {
            h = Tensor.Tanh((h * x[i]) + (x[^1] * x[i, 0]) + (0.01 * Tensor.Sum(x[i..(i + 50)], [0])));
            if (i % 7 == 0)
                h += Tensor.Sum(x * x, [0]);
        }
        return h + x[0] + (x[1] * x[2]) + x[5..7, 1];
    }

    [Differentiable]
    public static Tensor<double> ManyIndices(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> x = Tensor.MatMul(s_rows, w), sum = 0.0;
        for (int i = 0; i < 10; i++)
        {
            Tensor<int> at = [i, 3, i];
            sum += Tensor.Sum(Tensor.Gather(x, at) * b) + Tensor.Sum(x[at] * x[i]);
        }
        return sum;
    }
}

/// <summary>A model that changes a variable of its own while it computes.</summary>
internal sealed partial class Moving
{
    private readonly Variable<double> _mean = new(2.0);

    [Differentiable]
    public Tensor<double> Scaled(Tensor<double> w)
    {
        Tensor<double> y = w * _mean * w;
        Move();
        return y * _mean;
    }

    private void Move() => _mean.Assign(5.0);
}
