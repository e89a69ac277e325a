using Differentiable.Tensors;

namespace Differentiable.Tests.TensorPrograms;

/// <summary>Programs that take matrices apart: operations with several results, of which all or some count; and other operations that few programs have.</summary>
internal static partial class Decompositions
{
    [Differentiable]
    public static Tensor<double> Factors(Tensor<double> w, Tensor<double> b)
    {
        (Tensor<double> q, Tensor<double> r) = Tensor.QR(w + Tensor.DiagonalMatrix(b));
        (_, Tensor<double> ofWide) = Tensor.QR(Tensor.Concatenate<double>([w, w * b, w], 1));
        return (q * Tensor.Exp(r)) + Tensor.MatMul(ofWide, Tensor.Transpose(ofWide)) + Tensor.QR(w * 3).Q;
    }

    [Differentiable]
    public static Tensor<double> Triangles(Tensor<double> w, Tensor<double> b)
    {
        (Tensor<double> l, Tensor<double> u, Tensor<int> order) = Tensor.LU(w + Tensor.DiagonalMatrix(b));
        return (l * Tensor.Exp(u)) + (Tensor.Gather(w, order) * Tensor.LU(w).U[1, 1]);
    }

    [Differentiable]
    public static Tensor<double> Distributed(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> a = 2 + b, x = Tensor.Exp(w);
        return Tensor.IncompleteGamma(a, x) + Tensor.IncompleteGammaComplement(x, a) + Tensor.IncompleteBeta(a, x, Tensor.Sigmoid(w * b));
    }

    [Differentiable]
    public static Tensor<double> Spectrum(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> energy = w + Tensor.Transpose(w), y = 0.0;
        for (int i = 0; i < 3; i++)
        {
            (Tensor<double> values, Tensor<double> vectors) = Tensor.EigH(energy);
            y += Tensor.Sum(Tensor.Exp(values)) * vectors[0, 0];
            energy = Tensor.MatMul(vectors * b, Tensor.Transpose(vectors)) + (0.5 * Tensor.Square(energy));
        }
        return y + Tensor.Sum(Tensor.EigH(energy).Values[0]);
    }

    [Differentiable]
    public static Tensor<double> LowRank(Tensor<double> w, Tensor<double> b)
    {
        (Tensor<double> u, Tensor<double> s, Tensor<double> v) = Tensor.Svd(Tensor.Concatenate<double>([w, Tensor.Unsqueeze(b, 0)]));
        Tensor<double> kept = Tensor.MatMul(u[.., ..1] * s[..1], Tensor.Transpose(v[.., ..1]));
        return Tensor.Sum(Tensor.Square(kept)) + Tensor.Svd(w * b).S[1] + (u[0, 0] * v[1, 1]);
    }

    [Differentiable]
    public static Tensor<double> Fit(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> matrix = Tensor.Concatenate<double>([w, w * w]), right = Tensor.Reshape(Tensor.Kronecker(Tensor.Unsqueeze(b, 0), w), 4, 2);
        Tensor<double> x = Tensor.LeastSquares(matrix, right);
        return Tensor.Sum(Tensor.Square(Tensor.MatMul(matrix, x) - right)) + Tensor.LeastSquares(Tensor.Transpose(matrix), x);
    }

    [Differentiable]
    public static Tensor<double> Bounded(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> h = Tensor.Selu(w) + Tensor.Mish(w * b) + Tensor.SoftSign(w), z = Tensor.MultiplyNoNaN(Tensor.Log(Tensor.Relu6(-b)), Tensor.Relu6(-b));
        return Tensor.HardSwish(h * 3) + Tensor.HardSigmoid(h) + Tensor.Relu6(h * 9) + z;
    }

    [Differentiable]
    public static Tensor<double> Grouped(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> image = Tensor.Reshape(Tensor.Kronecker(w, w), 1, 4, 2, 2), kernel = Tensor.Reshape(Tensor.Outer(b, b), 2, 1, 1, 2);
        Tensor<double> y = Tensor.Conv2D(image, kernel, groups: 2), body = Tensor.Reshape(y, 1, 3, 2, 2, 1);
        return Tensor.Sum(Tensor.Conv3D(body, Tensor.Reshape(w, 2, 1, 2, 1, 1))) + Tensor.Sum(Tensor.MaxPool3D(body, [2, 1, 2])) + Tensor.Sum(Tensor.AveragePool3D(Tensor.Exp(body), [3, 1, 2]));
    }

    [Differentiable]
    public static Tensor<double> Surroundings(Tensor<double> w, Tensor<double> b)
    {
        Tensor<double> around = Tensor.PadReflect(Tensor.MatrixExponential(w) * b, [(1, 1), (0, 1)]);
        Tensor<double> body = Tensor.Conv3DTranspose(Tensor.Reshape(around, 1, 2, 2, 3, 1), Tensor.Reshape(w, 1, 2, 2, 1, 1), [1, 2, 1]);
        Tensor<double> greatest = Tensor.ScatterMax(w, 1, b), waves = Tensor.InverseRealFft(Tensor.RealFft(Tensor.Sin(w)) * b[0], 2) + Tensor.Fft(Tensor.InverseFft(w * greatest) * b[1]);
        return Tensor.Sum(Tensor.Square(body)) + Tensor.Sum(waves) + Tensor.Sum(Tensor.PadReflect(Tensor.Atan2(w, b) + Tensor.Asinh(Tensor.Atan(w)), [(3, 0), (0, 2)], repeatsEdges: true));
    }
}
