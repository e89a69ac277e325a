using Differentiable.Tensors;

namespace Differentiable.Tests.Operations;

/// <summary>A tensor with a number.</summary>
internal record struct Pair(Tensor<double> Tensor, double Number);

/// <summary>Methods over tensors with numbers in them, on which a derivative depends or does not.</summary>
internal static partial class NumberMethods
{
    [Differentiable]
    public static double SumOfSquares(Tensor<double> w) => Tensor.Sum(w * w * w).ToScalar();

    [Differentiable]
    public static double SquaredNorm(Tensor<double> w)
    {
        double norm = Tensor.Norm(w).ToScalar();
        return norm * norm;
    }

    [Differentiable]
    public static Tensor<double> Scaled(Tensor<double> w, double by) => Tensor.Exp(w * Math.Exp(by)) * by;

    /// <summary>The derivative with respect to the second lacks nothing.</summary>
    [Differentiable]
    public static Tensor<double> Beside(Tensor<double> w, Tensor<double> x) => Tensor.Sum(w / Tensor.Norm(w).ToScalar()) + Tensor.Sum(x * x * x);

    /// <summary>A number without a derivative.</summary>
    [Differentiable]
    public static Tensor<double> OfRounded(Tensor<double> w)
    {
        double rounded = Math.Floor(Tensor.Norm(w).ToScalar()) + 2;
        return Tensor.Sum(w * w * rounded);
    }

    [Differentiable]
    public static Tensor<double> WithWeight(Tensor<double> w, [NonDifferentiable] Tensor<double> weights)
    {
        double weight = Tensor.Norm(weights).ToScalar();
        return Tensor.Sum(w * w * weight);
    }

    /// <summary>Numbers that are only added up.</summary>
    [Differentiable]
    public static double SumOfRows(Tensor<double> w)
    {
        double sum = 0;
        foreach (Tensor<double> element in w)
            sum += (2 * Tensor.Exp(element).ToScalar()) - Tensor.Sum(w * element).ToScalar();
        return sum;
    }

    [Differentiable]
    public static Tensor<double> TimesNormOfCallee(Tensor<double> w, Tensor<double> x) => Tensor.Sum(TensorMethods.DividedByNorm(w) * x);

    [Differentiable]
    public static Tensor<double> WithRunningNumbers(Tensor<double> w)
    {
        double[] sums = new double[3];
        for (int i = 0; i < sums.Length; i++)
            sums[i] = Tensor.Sum(Tensor.Exp(w * i)).ToScalar() * (i > 0 ? sums[i - 1] : 1);
        return Tensor.From(sums);
    }

    [Differentiable]
    public static Tensor<double> OfRows(Tensor<double>[] rows)
    {
        double norm = Tensor.Norm(rows[0]).ToScalar();
        return Tensor.Sum(Tensor.Sin(rows[1]) * norm);
    }

    [Differentiable]
    public static Tensor<double> OfPairs(Pair[] pairs)
    {
        Tensor<double> sum = 0.0;
        foreach (Pair pair in pairs)
            sum += Tensor.Sum(Tensor.Sin(pair.Tensor) * Math.Exp(Tensor.Norm(pair.Tensor).ToScalar() * pair.Number));
        return sum;
    }

    /// <summary>Its numbers come in.</summary>
    [Differentiable]
    public static Tensor<double> OfPairsWithNumbers(Pair[] pairs)
    {
        Tensor<double> sum = 0.0;
        foreach (Pair pair in pairs)
            sum += Tensor.Sum(Tensor.Sin(pair.Tensor) * Math.Exp(pair.Number));
        return sum;
    }

    [Differentiable]
    public static Tensor<double>[] Rows(Tensor<double>[] rows)
    {
        double norm = Tensor.Norm(rows[0]).ToScalar();
        return [rows[1] * norm, rows[0]];
    }

    [Differentiable]
    public static Tensor<double> OfCalleeWithRows(Tensor<double> w, Tensor<double> x)
    {
        Tensor<double>[] rows = Rows([w, x]);
        return Tensor.Sum(rows[0] * x);
    }
}
