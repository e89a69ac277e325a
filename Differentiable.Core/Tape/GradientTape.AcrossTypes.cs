using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Derivatives with respect to sources of other types than the target, which it depends on by <see cref="Tensor.Cast{TFrom, TTo}"/>.</content>
public sealed partial class GradientTape
{
    /// <summary>The gradient with respect to a source of another type, from the cotangents of the target's elements.</summary>
    /// <typeparam name="TTarget">The type of the target's elements.</typeparam>
    /// <typeparam name="TSource">The type of the source's elements.</typeparam>
    /// <inheritdoc cref="GradientWith{T}(Tensor{T}, Tensor{T}, Tensor{T}, UnconnectedGradients)" path="/*[not(self::typeparam or self::summary)]"/>
    [OverloadResolutionPriority(-1)]
    public Tensor<TSource>? GradientWith<TTarget, TSource>(
        Tensor<TTarget> target, Tensor<TTarget>? outputGradient, Tensor<TSource> source, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TTarget : unmanaged, IFloatingPointIeee754<TTarget>
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
    {
        RequireGiven(target, nameof(target));
        RequireGiven(source, nameof(source));
        return (Tensor<TSource>?)Differentiate([target], [outputGradient], [source], unconnectedGradients)[0];
    }

    /// <summary>The gradients with respect to sources of different types, from the cotangents of targets of different types.</summary>
    /// <param name="targets">What is differentiated; tensors of integers or Booleans count as constants.</param>
    /// <param name="outputGradients">One for each target, of its type and in its shape; null for ones.</param>
    /// <param name="sources">Variables, watched tensors, or results on the way to the targets.</param>
    /// <param name="unconnectedGradients">What to return for sources that no target depends on, as none does on integers.</param>
    /// <returns>One for each source, of its type.</returns>
    /// <exception cref="ArgumentException">There are not as many output gradients as targets, or one has another type than its target.</exception>
    /// <exception cref="ShapeMismatchException">An output gradient has another shape than its target.</exception>
    /// <exception cref="InvalidOperationException">The tape has recorded nothing, or is not persistent and was asked before.</exception>
    public TensorBase?[] GradientWith(
        IReadOnlyList<TensorBase> targets, IReadOnlyList<TensorBase?> outputGradients, IReadOnlyList<TensorBase> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(outputGradients);
        ArgumentNullException.ThrowIfNull(sources);
        RequireOneFor(targets.Count, outputGradients.Count, nameof(outputGradients));
        return Differentiate([.. targets], [.. outputGradients], [.. sources], unconnectedGradients);
    }

    /// <summary>The derivatives of each element of the target with respect to each element of a source of another type.</summary>
    /// <typeparam name="TTarget">The type of the target's elements.</typeparam>
    /// <typeparam name="TSource">The type of the source's elements.</typeparam>
    /// <inheritdoc cref="Jacobian{T}(Tensor{T}, Tensor{T}, UnconnectedGradients)" path="/*[not(self::typeparam or self::summary)]"/>
    [OverloadResolutionPriority(-1)]
    public Tensor<TSource>? Jacobian<TTarget, TSource>(Tensor<TTarget> target, Tensor<TSource> source, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TTarget : unmanaged, IFloatingPointIeee754<TTarget>
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
    {
        RequireGiven(source, nameof(source));
        return (Tensor<TSource>?)Jacobian(target, new TensorBase[] { source }, unconnectedGradients)[0];
    }

    /// <summary>The derivatives of each element of the target with respect to each element of sources of different types.</summary>
    /// <inheritdoc cref="Jacobian{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    /// <returns>One for each source, of its type.</returns>
    public TensorBase?[] Jacobian<T>(Tensor<T> target, IReadOnlyList<TensorBase> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireGiven(target, nameof(target));
        ArgumentNullException.ThrowIfNull(sources);
        TensorBase[] all = [.. sources];
        RequireGiven(all, nameof(sources));
        unconnectedGradients.RequireKnown();
        RequireUsable();
        try
        {
            return Rows(target, all, unconnectedGradients);
        }
        finally
        {
            EndSweep();
        }
    }

    /// <summary>The derivatives of each row of the target with respect to the row of the same number of a source of another type; other rows must not matter.</summary>
    /// <typeparam name="TTarget">The type of the target's elements.</typeparam>
    /// <typeparam name="TSource">The type of the source's elements.</typeparam>
    /// <inheritdoc cref="BatchJacobian{T}(Tensor{T}, Tensor{T})" path="/*[not(self::typeparam or self::summary)]"/>
    [OverloadResolutionPriority(-1)]
    public Tensor<TSource> BatchJacobian<TTarget, TSource>(Tensor<TTarget> target, Tensor<TSource> source)
        where TTarget : unmanaged, IFloatingPointIeee754<TTarget>
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
    {
        RequireGiven(target, nameof(target));
        RequireGiven(source, nameof(source));
        if (target.Rank < 2 || source.Rank < 2)
            throw new ArgumentException($"Target and source must have rank at least 2, a batch of vectors; their shapes are {target.Shape} and {source.Shape}.");
        if (target.Shape[0] != source.Shape[0])
            throw new ShapeMismatchException($"Need first dimension of target and source to match; their shapes are {target.Shape} and {source.Shape}.");
        RequireUsable();
        try
        {
            return Columns(target, source);
        }
        finally
        {
            EndSweep();
        }
    }
}
