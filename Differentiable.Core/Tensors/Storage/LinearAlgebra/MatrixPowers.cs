using System.Numerics.Tensors;

namespace Differentiable.Tensors;

/// <summary>A matrix and its even powers, each computed when it is asked for first.</summary>
/// <param name="x">The matrix.</param>
internal sealed class MatrixPowers(Tensor<double> x)
{
    private readonly Dictionary<int, Tensor<double>> _even = [];

    /// <summary>The greatest sum of the absolute values in a column.</summary>
    public double Norm { get; } = NormOf(x);

    /// <summary>The matrix itself, or an even power of it; power 0 is the identity.</summary>
    public Tensor<double> this[int exponent]
    {
        get
        {
            if (exponent == 1)
                return x;
            if (!_even.TryGetValue(exponent, out Tensor<double>? power))
                _even.Add(exponent, power = exponent == 0 ? Identity(x.Shape) : exponent == 2 ? MatrixProduct.Of(x, x) : MatrixProduct.Of(this[exponent - 2], this[2]));
            return power;
        }
    }

    /// <summary>By what the norm grows from power to power, on the average up to this one.</summary>
    public double Growth(int exponent) => Math.Pow(NormOf(this[exponent]), 1.0 / exponent);

    /// <summary>The binary logarithm of the norm of a power of the matrix of the absolute values: the sums of its columns are ones, as often multiplied. A unit near the norm keeps them in range.</summary>
    public double LogNormOfAbsolute(int exponent)
    {
        int size = x.Shape[0], unit = Norm == 0 ? 0 : Math.ILogB(Norm);
        double[] sums = new double[size], next = new double[size], absolute = Halved(x, unit).ToArray();
        TensorPrimitives.Abs(absolute, absolute);
        Array.Fill(sums, 1);
        for (int i = 0; i < exponent; i++)
        {
            Array.Clear(next);
            for (int row = 0; row < size; row++)
                TensorPrimitives.MultiplyAdd(absolute.AsSpan(row * size, size), sums[row], next, next);
            (sums, next) = (next, sums);
        }
        return Math.Log2(Greatest(sums)) + ((double)exponent * unit);
    }

    /// <summary>Those of the matrix divided so often by 2, which is exact.</summary>
    public MatrixPowers Halved(int times)
    {
        if (times == 0)
            return this;
        MatrixPowers halved = new(Halved(x, times));
        foreach ((int exponent, Tensor<double> power) in _even)
            halved._even.Add(exponent, Halved(power, times * exponent));
        return halved;
    }

    private static Tensor<double> Identity(Shape shape)
    {
        double[] elements = new double[shape.FlattenedLength];
        for (int i = 0; i < elements.Length; i += shape[1] + 1)
            elements[i] = 1;
        return new(shape, elements);
    }

    private static Tensor<double> Halved(Tensor<double> x, int times) => new(x.Shape, Array.ConvertAll(x.ToArray(), element => Math.ScaleB(element, -times)));

    private static double NormOf(Tensor<double> x)
    {
        int size = x.Shape[0];
        double[] elements = x.ToArray(), sums = new double[size];
        TensorPrimitives.Abs(elements, elements);
        for (int row = 0; row < size; row++)
            TensorPrimitives.Add(sums, elements.AsSpan(row * size, size), sums);
        return Greatest(sums);
    }

    private static double Greatest(double[] sums) => sums.Length == 0 ? 0 : TensorPrimitives.Max<double>(sums);
}
