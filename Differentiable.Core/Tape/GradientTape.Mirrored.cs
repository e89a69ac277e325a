using Differentiable.Tensors;

namespace Differentiable;

/// <content>Gradients for structures of sources.</content>
public sealed partial class GradientTape
{
    /// <summary>
    /// The gradients for sources in any structure of tuples, arrays, lists and dictionaries: <c>(w, [a, b])</c>, a dictionary of tuples, and so on. Targets may be such a structure, too.
    /// </summary>
    /// <typeparam name="TStructure">
    /// The structure; its tensors have to be typed <see cref="Tensor{T}"/>, also where they are variables, since gradients stand in their places in the result.
    /// </typeparam>
    /// <param name="target">What is differentiated: a tensor, or a structure of tensors. All elements of all of them are summed.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="unconnectedGradients">What to return for sources that the target does not depend on.</param>
    /// <returns>The same structure with the gradients in the places of the sources; null where the target does not depend on one, unless zeros are asked for.</returns>
    /// <exception cref="ArgumentException">A structure has parts that are neither tensors nor structures of them, or that of the sources is typed for variables.</exception>
    /// <exception cref="InvalidOperationException">The tape has recorded nothing, or is not persistent and was asked before.</exception>
    public TStructure MirroredGradient<TStructure>(
        object target, TStructure sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TStructure : notnull
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(sources);
        TensorBase?[] gradients = Differentiate(TensorStructure.Leaves(target), [], TensorStructure.Leaves(sources), unconnectedGradients);
        return TensorStructure.Rebuild(sources, gradients);
    }
}
