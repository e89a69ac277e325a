using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// The discrete Fourier transform of vectors of one length, <c>Σ x[j] exp(-2πi jk / n)</c>: of a power of 2 by halves (Cooley and Tukey, "An algorithm for the machine calculation of complex Fourier
/// series", 1965), of another one as a convolution, which is a product of transforms of such a length (Bluestein, "A linear filtering approach to the computation of discrete Fourier transform", 1970).
/// </summary>
internal sealed class FourierTransform
{
    /// <summary>The powers of the root of unity; of lengths that are no powers of 2, <c>exp(-πi j² / n)</c>.</summary>
    private readonly Complex[] _roots;

    private readonly FourierTransform? _ofConvolution;

    /// <summary>The transform of what is convolved with.</summary>
    private readonly Complex[] _filter = [];

    public FourierTransform(int length)
    {
        if (length == 0 || BitOperations.IsPow2(length))
        {
            _roots = [.. Enumerable.Range(0, length / 2).Select(j => Root(2.0 * j / length))];
            return;
        }
        _roots = [.. Enumerable.Range(0, length).Select(j => Root((double)((long)j * j % (2L * length)) / length))];
        _filter = new Complex[BitOperations.RoundUpToPowerOf2((uint)((2 * length) - 1))];
        for (int j = 0; j < length; j++)
            _filter[j] = _filter[(_filter.Length - j) % _filter.Length] = Complex.Conjugate(_roots[j]);
        _ofConvolution = new(_filter.Length);
        _ofConvolution.Run(_filter);
    }

    /// <summary>Transforms a vector in place.</summary>
    public void Run(Span<Complex> x)
    {
        if (_ofConvolution is null)
            RunByHalves(x);
        else
            RunByConvolution(x, _ofConvolution);
    }

    /// <summary>Transforms a vector in place with the opposite sign in the exponent.</summary>
    public void RunInverse(Span<Complex> x)
    {
        Conjugate(x);
        Run(x);
        Conjugate(x);
    }

    private void RunByHalves(Span<Complex> x)
    {
        Reverse(x);
        for (int half = 1; half < x.Length; half *= 2)
        {
            int step = x.Length / (2 * half);
            for (int start = 0; start < x.Length; start += 2 * half)
                Join(x.Slice(start, half), x.Slice(start + half, half), step);
        }
    }

    /// <summary>The transform of a vector from those of its even and its odd elements.</summary>
    private void Join(Span<Complex> even, Span<Complex> odd, int step)
    {
        for (int k = 0; k < even.Length; k++)
        {
            Complex turned = odd[k] * _roots[k * step];
            (even[k], odd[k]) = (even[k] + turned, even[k] - turned);
        }
    }

    /// <summary><c>2jk = j² + k² - (k - j)²</c>.</summary>
    private void RunByConvolution(Span<Complex> x, FourierTransform ofConvolution)
    {
        Complex[] padded = new Complex[_filter.Length];
        for (int j = 0; j < x.Length; j++)
            padded[j] = x[j] * _roots[j];
        ofConvolution.Run(padded);
        for (int k = 0; k < padded.Length; k++)
            padded[k] *= _filter[k];
        ofConvolution.RunInverse(padded);
        for (int k = 0; k < x.Length; k++)
            x[k] = padded[k] * _roots[k] / padded.Length;
    }

    /// <summary>Puts each element where the bits of its index, read backwards, say.</summary>
    private static void Reverse(Span<Complex> x)
    {
        for (int i = 1, reversed = 0; i < x.Length; i++)
        {
            int bit = x.Length >> 1;
            for (; (reversed & bit) != 0; bit >>= 1)
                reversed ^= bit;
            reversed ^= bit;
            if (i < reversed)
                (x[i], x[reversed]) = (x[reversed], x[i]);
        }
    }

    private static void Conjugate(Span<Complex> x)
    {
        foreach (ref Complex element in x)
            element = Complex.Conjugate(element);
    }

    /// <summary>The point of the unit circle so many half turns back.</summary>
    private static Complex Root(double halfTurns)
    {
        (double sine, double cosine) = double.SinCosPi(halfTurns);
        return new(cosine, -sine);
    }
}
