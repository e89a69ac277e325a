using System.Numerics;

namespace Differentiable.Tensors;

/// <summary>What a reduction does with the axes.</summary>
/// <param name="Shape">The shape of what is reduced.</param>
/// <param name="Axes">The axes that are reduced, in ascending order.</param>
/// <param name="KeepsDimensions">Do they stay, with the length 1?</param>
internal readonly record struct Reduced(Shape Shape, int[] Axes, bool KeepsDimensions)
{
    public static Reduced From(Shape shape, ReadOnlySpan<int> axes, bool keepDimensions) => new(shape, shape.AxesAt(axes), keepDimensions);

    /// <summary>The shape in which results and elements fit together.</summary>
    public Shape Ones => Reduction.WithOnes(Shape, Axes);

    public Shape Result => KeepsDimensions ? Ones : Reduction.Without(Shape, Axes);

    /// <summary>All axes, in front those that are reduced.</summary>
    public int[] AxesFirst => [.. Axes, .. Enumerable.Range(0, Shape.Rank).Except(Axes)];

    /// <summary>How many elements become one.</summary>
    public int Count => Reduction.Count(Shape, Axes);

    public Tensor<T> Of<T>(Tensor<T> x, Accumulator<T> accumulator)
        where T : unmanaged => WithResultShape(accumulator.Along(x, Axes));

    public Tensor<TOut> Of<T, TOut>(Tensor<T> x, Func<ReadOnlySpan<T>, TOut> whole)
        where T : unmanaged
        where TOut : unmanaged => WithResultShape(Reduction.Of(x, Axes, whole));

    /// <summary>Each result in the place of all elements that it was made of.</summary>
    public Tensor<T> Spread<T>(Tensor<T> result)
        where T : unmanaged, INumberBase<T> => Tensor.BroadcastTo(Tensor.Reshape(result, Ones), Shape);

    private Tensor<T> WithResultShape<T>(Tensor<T> dense)
        where T : unmanaged
    {
        Shape shape = Result;
        return dense.View(shape, 0, shape.Strides);
    }
}
