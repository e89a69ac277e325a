using System.Numerics;
using System.Runtime.CompilerServices;

namespace Differentiable.Tensors;

/// <content>Tensors whose elements are all the same, by their lengths.</content>
public static partial class Tensor
{
    /// <summary>A tensor of zeros: <c>Tensor.Zeros&lt;float&gt;(2, 3)</c>; without lengths, a scalar.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="lengths">The lengths along the axes.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor<T> Zeros<T>(params ReadOnlySpan<int> lengths)
        where T : unmanaged => Zeros<T>(Shape.Create(lengths));

    /// <summary>A tensor of ones: <c>Tensor.Ones&lt;float&gt;(2, 3)</c>; without lengths, a scalar.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="lengths">The lengths along the axes.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor<T> Ones<T>(params ReadOnlySpan<int> lengths)
        where T : unmanaged, INumberBase<T> => Ones<T>(Shape.Create(lengths));

    /// <summary>A tensor in which all elements are the same: <c>Tensor.Fill(7f, 2, 3)</c>; without lengths, a scalar.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="value">The elements.</param>
    /// <param name="lengths">The lengths along the axes.</param>
    [OverloadResolutionPriority(1)]
    public static Tensor<T> Fill<T>(T value, params ReadOnlySpan<int> lengths)
        where T : unmanaged => Fill(value, Shape.Create(lengths));
}
