using System.Numerics;

namespace Differentiable.Tests.Operations;

/// <summary>Methods of numbers and arrays that are operations on tensors.</summary>
internal static partial class ArrayMethods
{
    /// <summary>∑ k (xᵢ₊₁ − xᵢ)³, some times.</summary>
    [Differentiable(Derivatives.Operation)]
    public static double Energy(ReadOnlySpan<double> positions, double stiffness, [NonDifferentiable] int times)
    {
        double sum = 0;
        for (int t = 0; t < times; t++)
        {
            for (int i = 1; i < positions.Length; i++)
            {
                double d = positions[i] - positions[i - 1];
                sum += stiffness * d * d * d;
            }
        }
        return sum;
    }

    /// <summary>yᵢ = ∑ aᵢⱼ xⱼ² wⱼ.</summary>
    [Differentiable(Derivatives.Operation)]
    public static double[] Mixed(double[,] a, double[] x, [NonDifferentiable] ReadOnlySpan<double> weights)
    {
        double[] y = new double[a.GetLength(0)];
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
                y[i] += a[i, j] * x[j] * x[j] * weights[j];
        }
        return y;
    }

    /// <summary>The names are those that the generated code would give to its own.</summary>
    [Differentiable(Derivatives.Operation)]
    public static (double Sum, double Product) Both(double at, double into, double[] dy) => ((at * at) + into, at * into * dy[0]);

    [Differentiable(Derivatives.Operation)]
    public static T Norm<T>(T[] x, T scale)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T sum = T.Zero;
        foreach (T element in x)
            sum += element * element;
        return T.Sqrt(sum) * scale;
    }

    [Differentiable(Derivatives.Operation)]
    public static Half OfHalves(Half[] x) => x[0] * x[1];

    [Differentiable(Derivatives.Operation)]
    public static double First(double[] x, int count = 1, [NonDifferentiable] double[]? weights = null) => x[0] * x[0] * count * (weights is null ? 1 : weights[0]);

    [Differentiable(Derivatives.Operation)]
    public static double WithDefaults(double x = 1, int n = 2, [NonDifferentiable] ReadOnlySpan<double> w = default) => x * n + w.Length;
}

/// <summary>A law with a constant of its own.</summary>
internal sealed partial class Law(double exponent)
{
    [Differentiable(Derivatives.Operation)]
    public double Of(ReadOnlySpan<double> x, double factor) => factor * Math.Pow(x[0], exponent) * x[1];
}
