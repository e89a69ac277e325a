using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>Fourier transforms along an axis. Complex numbers stand along the last axis, the real part before the imaginary one. All is computed in double precision.</summary>
internal static class FourierSums
{
    /// <summary>The sums of complex numbers, <c>Σ x[j] exp(∓2πi jk / n)</c>.</summary>
    public static Tensor<T> Of<T>(Tensor<T> x, bool isInverse)
        where T : unmanaged, INumberBase<T>
    {
        int length = x.Shape[^2];
        FourierTransform transform = new(length);
        return Lines(x, 2 * length, x.Shape, 2 * length, (line, result) =>
        {
            Complex[] numbers = Numbers<T>(line, length);
            if (isInverse)
                transform.RunInverse(numbers);
            else
                transform.Run(numbers);
            Write(numbers, result);
        });
    }

    /// <summary>The first half of the sums of real numbers; the others are its mirror image.</summary>
    public static Tensor<T> OfReals<T>(Tensor<T> x)
        where T : unmanaged, INumberBase<T>
    {
        int length = x.Shape[^1], half = (length / 2) + 1;
        FourierTransform transform = new(length);
        return Lines(x, length, [.. x.Shape.Take(x.Rank - 1), half, 2], 2 * half, (line, result) =>
        {
            Complex[] numbers = new Complex[length];
            for (int i = 0; i < length; i++)
                numbers[i] = double.CreateChecked(line[i]);
            transform.Run(numbers);
            Write(numbers.AsSpan(0, half), result);
        });
    }

    /// <summary>The transpose of that: the real parts of the sums of the first half, without its mirror image, with the opposite sign in the exponent.</summary>
    public static Tensor<T> ToReals<T>(Tensor<T> x, int length)
        where T : unmanaged, INumberBase<T>
    {
        int half = x.Shape[^2];
        FourierTransform transform = new(length);
        return Lines(x, 2 * half, [.. x.Shape.Take(x.Rank - 2), length], length, (line, result) =>
        {
            Complex[] numbers = Numbers<T>(line, length);
            transform.RunInverse(numbers);
            for (int i = 0; i < length; i++)
                result[i] = T.CreateTruncating(numbers[i].Real);
        });
    }

    private static Tensor<T> Lines<T>(Tensor<T> x, int from, Shape shape, int to, Line<T> transform)
        where T : unmanaged
    {
        ReadOnlySpan<T> elements = x.Dense().DenseElements;
        T[] result = new T[shape.FlattenedLength];
        for (int i = 0; i * to < result.Length; i++)
            transform(elements.Slice(i * from, from), result.AsSpan(i * to, to));
        return new(shape, result);
    }

    /// <summary>The complex numbers of a line, with zeros behind them.</summary>
    private static Complex[] Numbers<T>(ReadOnlySpan<T> line, int length)
        where T : unmanaged, INumberBase<T>
    {
        Complex[] numbers = new Complex[length];
        for (int i = 0; 2 * i < line.Length; i++)
            numbers[i] = new(double.CreateChecked(line[2 * i]), double.CreateChecked(line[(2 * i) + 1]));
        return numbers;
    }

    private static void Write<T>(ReadOnlySpan<Complex> numbers, Span<T> line)
        where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < numbers.Length; i++)
            (line[2 * i], line[(2 * i) + 1]) = (T.CreateTruncating(numbers[i].Real), T.CreateTruncating(numbers[i].Imaginary));
    }

    private delegate void Line<T>(ReadOnlySpan<T> line, Span<T> result);
}
