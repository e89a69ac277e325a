using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Many tensors that are watched.</content>
public sealed partial class GradientTape
{
    /// <summary>Follows what is computed from these tensors from here on: those of a list, or the values of a dictionary. A single tensor is watched itself, not its parts.</summary>
    /// <typeparam name="T">The type of the elements; there is no derivative with respect to integers.</typeparam>
    /// <param name="tensors">The tensors.</param>
    public void Watch<T>(IEnumerable<Tensor<T>> tensors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Watch<T>(tensors is Tensor<T> one ? [one] : tensors.ToArray().AsSpan());
    }
}
