using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Mirror images around tensors.</content>
public static partial class Tensor
{
    /// <summary>
    /// A tensor with its mirror images before and behind it along each axis: of <c>1 2 3</c> with two before and one behind, <c>3 2 1 2 3 2</c>, or with its edges repeated, <c>2 1 1 2 3 3</c>. Where that is
    /// not enough, images of images follow. The derivatives of an element's images add up.
    /// </summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The tensor.</param>
    /// <param name="widths">How many are added before and behind, for each axis.</param>
    /// <param name="repeatsEdges">Are the first and the last element part of their images?</param>
    /// <exception cref="ShapeMismatchException">There are more or fewer widths than axes, or an axis that is to be mirrored has no elements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width is negative.</exception>
    public static Tensor<T> PadReflect<T>(Tensor<T> x, ReadOnlySpan<(int Before, int Behind)> widths, bool repeatsEdges = false)
        where T : unmanaged
    {
        x = x.Now();
        foreach (Reflection reflection in Reflection.Of(x.Shape, widths, repeatsEdges))
            x = TakeParts(x, reflection.Indices, reflection.After, reflection.Axis);
        return x;
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.PadReflect"/>.</summary>
    [PullbackOf(nameof(Tensor.PadReflect), "x")]
    public static Tensor<T> PadReflect<T>(Tensor<T> dy, Shape xShape, ReadOnlySpan<(int Before, int Behind)> widths, bool repeatsEdges)
        where T : unmanaged
    {
        foreach (Reflection reflection in Reflection.Of(xShape, widths, repeatsEdges).Reverse())
            dy = PartSums.AddParts(dy, reflection.Indices, reflection.Before, reflection.Axis);
        return dy;
    }
}
