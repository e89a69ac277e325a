using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>
/// A convolution as a product of matrices: one has a row for each window with all of its elements, the other the filters as columns. Input, filters and
/// result belong together by a sum that is linear in each of the three, so that from any two there is a cotangent of the third.
/// </summary>
/// <param name="name">What the operation is called.</param>
/// <param name="windows">The windows over the input.</param>
/// <param name="filters">The shape of the filters: [elements of a window…, channels in, channels out].</param>
internal sealed class Convolution(string name, Windows windows, Shape filters)
{
    public string Name => name;

    private Shape ByWindow => [windows.Positions.FlattenedLength, filters[^1]];

    private Shape ByElement => [windows.Lengths.FlattenedLength * windows.Channels, filters[^1]];

    /// <summary>The result.</summary>
    public Tensor<T> Of<T>(Tensor<T> input, Tensor<T> filters)
        where T : unmanaged, INumberBase<T> => Seen(MatrixProduct.Of(Patches(input), Seen(filters, ByElement)), [.. windows.Positions, filters.Shape[^1]]);

    /// <summary>From the result's cotangent and the filters, the input's cotangent.</summary>
    public Tensor<T> ToInput<T>(Tensor<T> dy, Tensor<T> filters)
        where T : unmanaged, INumberBase<T> => windows.Sum(
            Seen(MatrixProduct.Of(Seen(dy, ByWindow), Transposed(Seen(filters, ByElement))), [.. windows.Positions, .. windows.Lengths, windows.Channels]));

    /// <summary>From the input and the result's cotangent, the filters' cotangent.</summary>
    public Tensor<T> ToFilters<T>(Tensor<T> input, Tensor<T> dy)
        where T : unmanaged, INumberBase<T> => Seen(MatrixProduct.Of(Transposed(Patches(input)), Seen(dy, ByWindow)), filters);

    /// <summary>A row for each window.</summary>
    private Tensor<T> Patches<T>(Tensor<T> input)
        where T : unmanaged, INumberBase<T>
    {
        Tensor<T> elements = windows.Of(input, T.Zero);
        (Shape shape, int[] strides) = Layout.WithLongRows(elements.Shape, elements.Strides);
        return Seen(elements.View(shape, 0, strides), [ByWindow[0], ByElement[0]]);
    }

    private static Tensor<T> Seen<T>(Tensor<T> x, Shape shape)
        where T : unmanaged => x.Dense().View(shape, 0, shape.Strides);

    private static Tensor<T> Transposed<T>(Tensor<T> matrix)
        where T : unmanaged => matrix.View([matrix.Shape[1], matrix.Shape[0]], 0, [matrix.Strides[1], matrix.Strides[0]]);
}
