using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>What goes to other methods and comes back, and what tensors are made of.</summary>
internal static partial class Calls
{
    [Differentiable]
    public static void SquareAndSine(Tensor<double> q, out Tensor<double> square, out Tensor<double> sine)
    {
        square = q * q;
        sine = Tensor.Sin(q);
    }

    [Differentiable]
    public static Tensor<double> OnlyOneOutput(Tensor<double> w, Tensor<double> b)
    {
        SquareAndSine(w * b, out Tensor<double> square, out _);
        return square;
    }

    [Differentiable]
    public static Tensor<double> ProductOf(params ReadOnlySpan<Tensor<double>> factors)
    {
        Tensor<double> product = 1.0;
        foreach (Tensor<double> factor in factors)
            product *= factor;
        return product;
    }

    [Differentiable]
    public static Tensor<double> Listed(Tensor<double> w, Tensor<double> b) => Tensor.Sum(ProductOf(w, b, w));

    [Differentiable]
    public static Tensor<double> SumOf(Tensor<double>[] tensors)
    {
        Tensor<double> sum = 0.0;
        foreach (Tensor<double> tensor in tensors.AsSpan())
            sum += Tensor.Sum(tensor * tensor);
        return sum;
    }

    [Differentiable]
    public static Tensor<double> Copied(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double>[] all = [w, w * 2, w * b];
        all.AsSpan(1).CopyTo(all);
        var cloned = (Tensor<double>[])all.Clone();
        return (all[0] * all[1]) + (all[2] * cloned[0]) + all.ToArray()[1] + SumOf(all);
    }

    [Differentiable]
    public static Tensor<double> MadeOfNumbers(Tensor<double> w, Tensor<double> b)
    {
        double angle = Tensor.Sum(b * w).ToScalar();
        Tensor<double> rotation = [[Math.Cos(angle), -Math.Sin(angle)], [Math.Sin(angle), Math.Cos(angle)]];
        return Tensor.MatVec(rotation, [angle, 2.0]) + (Math.Exp(angle) * Tensor.Eye<double>(2));
    }

    [Differentiable]
    public static Tensor<double> Deep(Tensor<double> w, Tensor<double> x, int depth) => depth == 0 ? x : Tensor.Tanh(Tensor.MatVec(w, Deep(w, x, depth - 1)));

    [Differentiable]
    public static Tensor<double> Read(Variable<double> w, Tensor<double>? bias) => w.Read() * (bias is { } given ? given : 1.0);
}
