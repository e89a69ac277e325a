using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>
/// A rational approximation of the exponential function with numerator and denominator of the same degree, <c>p(x) / p(-x)</c> (Higham, "The scaling and squaring method for the matrix exponential
/// revisited", 2005). The bounds are those of Al-Mohy and Higham, 2009, table 3.1.
/// </summary>
internal sealed class PadeApproximant
{
    /// <summary>The binary logarithm of half of a last digit: smaller errors are lost in rounding.</summary>
    private const int Rounding = -53;

    private readonly double[] _coefficients;
    private readonly (int Exponent, int Other) _growths;
    private readonly double _bound;

    /// <summary>By what the first term of the error's series is divided.</summary>
    private readonly double _errorDivisor;

    private PadeApproximant(double[] coefficients, double errorDivisor, (int Exponent, int Other) growths = default, double bound = 0) =>
        (_coefficients, _errorDivisor, _growths, _bound) = (coefficients, errorDivisor, growths, bound);

    /// <summary>Those for matrices that are not halved, the cheapest one first.</summary>
    public static PadeApproximant[] OfSmallMatrices { get; } =
    [
        new([120, 60, 12, 1], 100800, (4, 6), 1.495585217958292e-2),
        new([30240, 15120, 3360, 420, 30, 1], 10059033600, (4, 6), 2.539398330063230e-1),
        new([17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1], 4487938430976000, (6, 8), 9.504178996162932e-1),
        new([17643225600, 8821612800, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90, 1], 5914384781877411840000d, (6, 8), 2.097847961257068),
    ];

    /// <summary>That for others.</summary>
    public static PadeApproximant OfHighestDegree { get; } = new(
        [64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600, 670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1],
        113250775606021113483283660800000000d);

    private int Degree => _coefficients.Length - 1;

    /// <summary>Is it exact to rounding for a matrix as it is?</summary>
    public bool IsExactFor(MatrixPowers x) => Math.Max(x.Growth(_growths.Exponent), x.Growth(_growths.Other)) <= _bound && MoreHalvings(x) == 0;

    /// <summary>How often a matrix has to be halved more, though its powers are small, so that the first term of the error is small as well; Al-Mohy's and Higham's ℓ.</summary>
    public int MoreHalvings(MatrixPowers x)
    {
        double error = x.LogNormOfAbsolute((2 * Degree) + 1) - Math.Log2(x.Norm) - Math.Log2(_errorDivisor);
        return error > Rounding ? (int)Math.Ceiling((error - Rounding) / (2 * Degree)) : 0;
    }

    /// <summary>The approximation: with the odd terms u and the even ones v, the X with <c>(v - u) X = v + u</c>.</summary>
    public Tensor<double> Of(MatrixPowers x)
    {
        Tensor<double> odd = MatrixProduct.Of(x[1], Terms(x, 1)), even = Terms(x, 0);
        LuFactors<double> denominator = new(Sum((1, even), (-1, odd)), "MatrixExponential");
        return denominator.Solve(Sum((1, even), (1, odd)), Shape.Scalar, isTransposed: false);
    }

    /// <summary>The sum of every other term, divided by the matrix where the terms are odd. From the ninth power on, the sixth is taken out.</summary>
    private Tensor<double> Terms(MatrixPowers x, int first)
    {
        int[] exponents = [.. Enumerable.Range(0, (Degree - first) / 2 + 1).Select(i => 2 * i)];
        (double, Tensor<double>)[] low = [.. exponents.Where(exponent => Degree < 13 || exponent <= 6).Select(exponent => (_coefficients[exponent + first], x[exponent]))];
        (double, Tensor<double>)[] high = [.. exponents.Where(exponent => Degree == 13 && exponent > 6).Select(exponent => (_coefficients[exponent + first], x[exponent - 6]))];
        return high.Length == 0 ? Sum(low) : Sum([(1, MatrixProduct.Of(x[6], Sum(high))), .. low]);
    }

    private static Tensor<double> Sum(params ReadOnlySpan<(double Factor, Tensor<double> Term)> terms)
    {
        double[] sum = new double[terms[0].Term.FlattenedLength];
        foreach ((double factor, Tensor<double> term) in terms)
            TensorPrimitives.MultiplyAdd(term.Dense().DenseElements, factor, sum, sum);
        return new(terms[0].Term.Shape, sum);
    }
}
