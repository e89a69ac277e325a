using System.ComponentModel;
using System.Numerics;
using Differentiable.Runtime;

namespace Differentiable.Tensors;

/// <summary>
/// The pullbacks of the operations of <see cref="Tensor"/>: from the cotangent <c>dy</c> of the result, that of an input. Tapes keep them, and generated code calls them; what they are
/// called by is said at <see cref="PullbackOfAttribute"/>. They are operations on tensors themselves, so that they can be differentiated.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class TensorPullbacks
{
    /// <summary>Sums over the axes along which an input of this shape was repeated: what a pullback that is broadcast leaves to do.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="dy">The cotangent of the repeated input.</param>
    /// <param name="shape">The shape of the input.</param>
    public static Tensor<T> SumTo<T>(Tensor<T> dy, Shape shape)
        where T : unmanaged, INumberBase<T> => Tensor.SumTo(dy, shape);
}
