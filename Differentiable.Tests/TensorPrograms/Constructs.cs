using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>What C# puts around operations on tensors.</summary>
internal static partial class Constructs
{
    [Differentiable]
    public static Tensor<double> Branches(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<double> y = w;
        if (n > 2)
            y = w * b;
        if (Tensor.Sum(y) > 100)
            return b;
        return Tensor.Sum(Tensor.Exp(y), [0]);
    }

    [Differentiable]
    public static Tensor<double> Steps(Tensor<double> w, Tensor<double> b, int steps)
    {
        Tensor<double> v = b, u = b * 0.5;
        for (int i = 0; i < steps; i++)
        {
            Tensor<double> a = Tensor.Sin(u) - (v * 0.1);
            for (int j = 0; j < i; j++)
                v += a * 0.01 * w[0];
            u += v;
            if (i % 2 == 0)
                u = u * w[1, 0];
        }
        return u;
    }

    [Differentiable]
    public static Tensor<double> Until(Tensor<double> w, Tensor<double> b, int limit)
    {
        Tensor<double> y = b;
        while (Tensor.Max(y) < limit)
            y = (y * 1.5) + Tensor.Exp(w[0]);
        return Tensor.Sum(y);
    }

    [Differentiable]
    public static Tensor<double> Sliced(Tensor<double> w, Tensor<double> b, int row) => (w[0, ^1] * b[..1]) + (w[row] / Tensor.Exp(b)) + w[.., 0] - w[^1, 0..];

    [Differentiable]
    public static Tensor<double> Calls(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<double> y = Sliced(w, b, 1) * 2;
        for (int i = 0; i < n; i++)
            y = y + Sliced(w * y, b, i % 2);
        return y * Networks.Regression(w, b);
    }

    [Differentiable]
    public static Tensor<double> Unused(Tensor<double> w, Tensor<double> b, int n) => Tensor.Sum(b) * n;

    [Differentiable]
    public static Tensor<double> Literals(Tensor<double> w, Tensor<double> b, int n) =>
        (w * [2.0, 3.0]) + Tensor.Where(w > 0.0, b, 0.0) + Tensor.Max(b, [[0.1], [0.2]]) + Tensor.Clamp(w, -n, 0.15);

    [Differentiable]
    public static Tensor<double> Remainders(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<double> x = (w * 10.0) % (b + 1.7);
        x %= 0.7;
        return x + (5.0 % (w + 2.0)) + (Tensor.Remainder(b * n, 0.3) * w);
    }

    [Differentiable]
    public static Tensor<double> Picked(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<int> rows = [n % 2, 0];
        return (Tensor.Gather(w, new int[] { 1, 1 }) * new double[] { 1.0, 2.0 }) + w[rows] + Tensor.Sum(b[b > 0.0]);
    }

    [Differentiable]
    public static Tensor<double> Defaults(Tensor<double> w, Tensor<double> b, int n) =>
        Tensor.LeakyRelu(w, 0.1 * n) + Tensor.LeakyRelu(w) + (Tensor.Eye<double>(2) * b) + Tensor.HuberLoss(w, w * 2, 0.1) + (Tensor.OneHot<double>([1, 0], 2) * w);

    [Differentiable]
    public static Tensor<double> Optional(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<double>? sum = null;
        for (int i = 0; i < n; i++)
            sum = sum is null ? w * i : sum + (b * i);
        return sum ?? b;
    }

    [Differentiable]
    public static Tensor<double> InArrays(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<double>[] all = [b, b * 2];
        for (int i = 0; i < n; i++)
            all[i % 2] = (all[(i + 1) % 2] * w[0]) + all[i % 2];
        return all[0] * all[1];
    }

    [Differentiable]
    public static Tensor<double> Recursive(Tensor<double> w, Tensor<double> b, int n) => n == 0 ? b : Tensor.Sin(Recursive(w, b * w[n % 2], n - 1)) + b;

    [Differentiable]
    public static Tensor<double> LocalFunctions(Tensor<double> w, Tensor<double> b, int n)
    {
        return Tensor.Sum(Scaled(w)) + Power(b, n);

        static Tensor<double> Scaled(Tensor<double> x) => x * Tensor.Sigmoid(x);

        Tensor<double> Power(Tensor<double> x, int k) => k == 0 ? w[0] : x * Power(x, k - 1);
    }

    [Differentiable]
    public static Tensor<double> Checkpointed(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<double> y = b;
        for (int i = 0; i < n; i++)
        {
            Checkpoint.Every(2);
            y = Tensor.Tanh((y * w[0]) + b);
        }
        return Tensor.Sum(y);
    }

    [Differentiable]
    public static Tensor<double> RunAgain(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<double> scattered = Tensor.Scatter(w * 2, [n % 2], Tensor.Unsqueeze(b * b, 0));
        return Tensor.Einsum("ij,j->i", scattered, b);
    }

    [Differentiable]
    public static Tensor<double> Constants(Tensor<double> w, Tensor<double> b, int n) => (Tensor.Floor(w * n) * b) + Tensor.StopGradient(w * b) + Tensor.Sign(b);

    [Differentiable]
    public static Tensor<double> Numbers(Tensor<double> w, Tensor<double> b, int n)
    {
        double scale = Math.Exp(0.1 * n);
        float[] ignored = [(float)scale];
        return (Tensor.Sum(w) * scale) + (b / (1 + scale)) - ignored.Length;
    }

    [Differentiable]
    public static Tensor<double> Reductions(Tensor<double> w, Tensor<double> b, int n) =>
        Tensor.Product(w + n) + Tensor.Max(w, [1]) + Tensor.Min(w * b, [0]) + Tensor.Norm(w) + Tensor.StdDev(b) + Tensor.CumulativeSum(b);

    [Differentiable]
    public static Tensor<double> Switched(Tensor<double> w, Tensor<double> b, int n)
    {
        Tensor<double> y = (n % 3) switch
        {
            0 => Tensor.Sin(w),
            1 when n > 2 => Tensor.Cos(w) * b,
            _ => Tensor.Exp(b),
        };
        for (int i = 0; ; i++)
        {
            if (i == n)
                break;
            if (i == 1)
                continue;
            y = y * 1.1;
        }
        return y;
    }
}
