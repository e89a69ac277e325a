using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <content>Elements in the opposite order.</content>
public static partial class Tensor
{
    /// <summary>The elements in the opposite order along some axes.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="axes">The axes; negative ones count from the end; none means all.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ArgumentException">An axis is named twice.</exception>
    public static Tensor<T> Reverse<T>(Tensor<T> x, params ReadOnlySpan<int> axes)
        where T : unmanaged
    {
        x = x.Now();
        int[] reversed = x.Shape.AxesAt(axes);
        return Recorder.Unary(nameof(Reverse), Reversal.Of(x, reversed), x, reversed, static (dy, axes) => TensorPullbacks.Reverse(dy, axes));
    }
}

public static partial class TensorPullbacks
{
    /// <summary>The pullback of <see cref="Tensor.Reverse"/>.</summary>
    [PullbackOf(nameof(Tensor.Reverse), "x")]
    public static Tensor<T> Reverse<T>(Tensor<T> dy, ReadOnlySpan<int> axes)
        where T : unmanaged => Tensor.Reverse(dy, axes);
}
