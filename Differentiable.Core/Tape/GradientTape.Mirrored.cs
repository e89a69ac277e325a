using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Derivatives for structures of sources.</content>
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
    /// <param name="outputGradients">The weights of the elements of what is differentiated: as many tensors as there are targets, each in the shape of its target, in a structure like theirs; null for ones.</param>
    /// <returns>The same structure with the gradients in the places of the sources; null where the target does not depend on one, unless zeros are asked for.</returns>
    /// <exception cref="ArgumentException">
    /// A structure has parts that are neither tensors nor structures of them, or that of the sources is typed for variables, or there are not as many output gradients as targets.
    /// </exception>
    /// <exception cref="ShapeMismatchException">An output gradient has another shape than its target.</exception>
    /// <exception cref="InvalidOperationException">The tape has recorded nothing, or is not persistent and was asked before.</exception>
    public TStructure MirroredGradient<TStructure>(
        object target, TStructure sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None, object? outputGradients = null)
        where TStructure : notnull
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(sources);
        TensorBase[] targets = TensorStructure.Leaves(target), seeds = outputGradients is null ? [] : TensorStructure.Leaves(outputGradients);
        if (outputGradients is not null)
            RequireOneFor(targets.Length, seeds.Length, nameof(outputGradients));
        TensorBase?[] gradients = Differentiate(targets, seeds, TensorStructure.Leaves(sources), unconnectedGradients);
        return TensorStructure.Rebuild(sources, gradients);
    }

    /// <summary>The derivatives of each element of the target with respect to each element of sources in any structure of tuples, arrays, lists and dictionaries.</summary>
    /// <typeparam name="T">The type of the elements, of the target.</typeparam>
    /// <typeparam name="TStructure">The structure; its tensors have to be typed <see cref="Tensor{T}"/>, also where they are variables.</typeparam>
    /// <param name="target">What is differentiated.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="unconnectedGradients">What to return for sources that the target does not depend on.</param>
    /// <returns>
    /// The same structure; in the place of each source stands a tensor in the shape of the target followed by that of the source, or null where the target does not depend on it, unless zeros are asked for.
    /// </returns>
    /// <exception cref="ArgumentException">The structure has parts that are neither tensors nor structures of them, or it is typed for variables.</exception>
    /// <exception cref="InvalidOperationException">The tape has recorded nothing, or is not persistent and was asked before.</exception>
    public TStructure MirroredJacobian<T, TStructure>(Tensor<T> target, TStructure sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TStructure : notnull
    {
        RequireGiven(target, nameof(target));
        ArgumentNullException.ThrowIfNull(sources);
        return TensorStructure.Rebuild(sources, Jacobian(target, TensorStructure.Leaves(sources), unconnectedGradients));
    }
}
