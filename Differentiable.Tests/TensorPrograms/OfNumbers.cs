using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Numbers that become tensors, which tapes do not follow.</summary>
internal static partial class OfNumbers
{
    [Differentiable]
    public static Tensor<double> Filled(Tensor<double> w, Tensor<double> b)
    {
        double s = Tensor.Sum(w * w).ToScalar(), t = Math.Exp(b[0].ToScalar());
        return (Tensor.Fill(s, [2, 2]) * w) + Tensor.Fill(t * s, 2) + (Tensor.LinSpace(s, t, 2) * Tensor.Sum(Tensor.Square(Tensor.LinSpace(t, s, 7))))
            + (Tensor.Range(s, 2) * Tensor.LinSpace(t, s, 1));
    }

    [Differentiable]
    public static Tensor<double> FromArrays(Tensor<double> w, Tensor<double> b)
    {
        double s = Tensor.Sum(w * w).ToScalar();
        double[] numbers = [s, s * s, Math.Sin(s)];
        Tensor<double> converted = numbers;
        return (Tensor.Create<double>(numbers, [3]) * converted) + (Tensor.From(numbers) * b[0]) + Tensor.From(numbers, [3]);
    }

    /// <summary>The elements that a tensor shares are others later, when the reverse sweep asks for it.</summary>
    [Differentiable]
    public static Tensor<double> Overwritten(Tensor<double> w, Tensor<double> b)
    {
        double s = Tensor.Sum(w * b).ToScalar();
        double[] numbers = [s, 1], constants = new double[2];
        Tensor<double> sum = 0.0;
        for (int i = 0; i < 3; i++)
        {
            constants[i % 2] = i;
            sum += Tensor.Sum(Tensor.Exp(Tensor.From(numbers)) * b * Tensor.Exp(w * Tensor.From(constants)));
            numbers[i % 2] *= s + numbers[(i + 1) % 2];
        }
        return sum;
    }

    [Differentiable]
    public static Tensor<double> Slopes(Tensor<double> w, Tensor<double> b)
    {
        double k = Math.Pow((double)b[0], 2);
        return Tensor.LeakyRelu(w, k) + Tensor.Elu(w, k) + Tensor.HuberLoss(w, w * -2, k) + b;
    }

    /// <summary>Soft dynamic time warping: a table of numbers over distances of tensors.</summary>
    [Differentiable]
    public static Tensor<double> TimeWarping(Tensor<double> w, Tensor<double> b)
    {
        double[,] best = new double[2, 2];
        for (int i = 0; i < 2; i++)
        {
            for (int j = 0; j < 2; j++)
            {
                double cost = Tensor.Sum(Tensor.Square((w[i] * b) - Tensor.MatVec(w, w[j]) - b)).ToScalar();
                double up = i > 0 ? best[i - 1, j] : 10, left = j > 0 ? best[i, j - 1] : 10, both = i > 0 && j > 0 ? best[i - 1, j - 1] : i + j == 0 ? 0 : 10;
                best[i, j] = cost - Math.Log(Math.Exp(-up) + Math.Exp(-left) + Math.Exp(-both));
            }
        }
        return best[1, 1];
    }
}
