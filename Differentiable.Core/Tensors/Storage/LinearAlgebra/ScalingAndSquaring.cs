using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// The exponentials of matrices by rational approximations: a power of a half of the matrix is so small that one is exact to rounding, and its exponential is squared as often (Al-Mohy and Higham, "A new
/// scaling and squaring algorithm for the matrix exponential", 2009, algorithm 5.1, with norms that are computed and not estimated).
/// </summary>
internal static class ScalingAndSquaring
{
    /// <summary>The greatest growth for which the approximation of the highest degree is taken without halving.</summary>
    private const double LargestGrowth = 4.25;

    /// <summary>Up to this norm, the powers of a matrix that are looked at are surely in range.</summary>
    private const double LargestNorm = 1e30;

    /// <summary>The exponentials of a batch. That of a matrix with an element that is not finite is NaN.</summary>
    public static Tensor<double> Of(Tensor<double> x)
    {
        int length = x.Shape[^1] * x.Shape[^2];
        Shape square = [x.Shape[^2], x.Shape[^1]];
        double[] elements = x.ToArray();
        for (int start = 0; start < elements.Length; start += length)
        {
            Span<double> matrix = elements.AsSpan(start, length);
            if (TensorPrimitives.IsFiniteAll<double>(matrix))
                OfMatrix(new(new(square, matrix.ToArray()))).CopyTo(matrix);
            else
                matrix.Fill(double.NaN);
        }
        return new(x.Shape, elements);
    }

    private static Tensor<double> OfMatrix(MatrixPowers x)
    {
        if (x.Norm > LargestNorm && !HasPowersInRange(x))
            return Squared(OfMatrix(new(x.Halved(Math.ILogB(x.Norm))[1])), Math.ILogB(x.Norm)); // without the powers that are not
        foreach (PadeApproximant approximant in PadeApproximant.OfSmallMatrices)
        {
            if (approximant.IsExactFor(x))
                return approximant.Of(x);
        }
        int halvings = Halvings(x);
        return Squared(PadeApproximant.OfHighestDegree.Of(x.Halved(halvings)), halvings);
    }

    private static bool HasPowersInRange(MatrixPowers x) => double.IsFinite(x.Growth(4) + x.Growth(6) + x.Growth(8) + x.Growth(10));

    private static int Halvings(MatrixPowers x)
    {
        double growth = Math.Min(Math.Max(x.Growth(6), x.Growth(8)), Math.Max(x.Growth(8), x.Growth(10)));
        int halvings = growth <= LargestGrowth ? 0 : (int)Math.Ceiling(Math.Log2(growth / LargestGrowth));
        return halvings + PadeApproximant.OfHighestDegree.MoreHalvings(x.Halved(halvings));
    }

    private static Tensor<double> Squared(Tensor<double> x, int times)
    {
        for (int i = 0; i < times; i++)
            x = MatrixProduct.Of(x, x);
        return x;
    }
}
