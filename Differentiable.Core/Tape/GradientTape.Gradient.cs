using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Gradients: the result has the structure of the sources.</content>
public sealed partial class GradientTape
{
    /// <summary>The gradient of the target's elements, summed, with respect to the source.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="target">What is differentiated. One that is not a scalar counts as the sum of its elements.</param>
    /// <param name="source">A variable, a watched tensor, or a result on the way to the target.</param>
    /// <param name="unconnectedGradients">What to return if the target does not depend on the source.</param>
    /// <returns>The gradient, in the shape of the source; null where the target does not depend on it, unless zeros are asked for.</returns>
    /// <exception cref="InvalidOperationException">The tape has recorded nothing, or is not persistent and was asked before.</exception>
    public Tensor<T>? Gradient<T>(Tensor<T> target, Tensor<T> source, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> => GradientWith(target, null, source, unconnectedGradients);

    /// <summary>The gradient of the target's elements, summed, with respect to a source of another type, which the target depends on by <see cref="Tensor.Cast{TFrom, TTo}"/>.</summary>
    /// <typeparam name="TTarget">The type of the target's elements.</typeparam>
    /// <typeparam name="TSource">The type of the source's elements.</typeparam>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    [OverloadResolutionPriority(-1)]
    public Tensor<TSource>? Gradient<TTarget, TSource>(Tensor<TTarget> target, Tensor<TSource> source, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TTarget : unmanaged, IFloatingPointIeee754<TTarget>
        where TSource : unmanaged, IFloatingPointIeee754<TSource> => GradientWith(target, null, source, unconnectedGradients);

    /// <summary>The gradient of all elements of all targets, summed, with respect to the source.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    /// <param name="targets">What is differentiated.</param>
    /// <param name="source">A variable, a watched tensor, or a result on the way to the targets.</param>
    /// <param name="unconnectedGradients">What to return if no target depends on the source.</param>
    [OverloadResolutionPriority(1)]
    public Tensor<T>? Gradient<T>(IReadOnlyList<Tensor<T>> targets, Tensor<T> source, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(targets);
        RequireGiven(source, nameof(source));
        return (Tensor<T>?)Differentiate([.. targets], [], [source], unconnectedGradients)[0];
    }

    /// <summary>The gradients with respect to several sources.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    /// <param name="target">What is differentiated. One that is not a scalar counts as the sum of its elements.</param>
    /// <param name="sources">Variables, watched tensors, or results on the way to the target.</param>
    /// <param name="unconnectedGradients">What to return for sources that the target does not depend on.</param>
    /// <returns>One for each source.</returns>
    [OverloadResolutionPriority(1)]
    public Tensor<T>?[] Gradient<T>(Tensor<T> target, IReadOnlyList<Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> => GradientWith(target, null, sources, unconnectedGradients);

    /// <summary>The gradients of all elements of all targets, summed, with respect to several sources.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    /// <param name="targets">What is differentiated.</param>
    /// <param name="sources">Variables, watched tensors, or results on the way to the targets.</param>
    /// <param name="unconnectedGradients">What to return for sources that no target depends on.</param>
    /// <returns>One for each source.</returns>
    [OverloadResolutionPriority(2)]
    public Tensor<T>?[] Gradient<T>(IReadOnlyList<Tensor<T>> targets, IReadOnlyList<Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> => Typed<T>(Gradient((IReadOnlyList<TensorBase>)targets, sources, unconnectedGradients));

    /// <summary>The gradients of all elements of all targets, summed, with respect to sources of different types.</summary>
    /// <param name="targets">What is differentiated; tensors of integers or Booleans count as constants.</param>
    /// <param name="sources">Variables, watched tensors, or results on the way to the targets.</param>
    /// <param name="unconnectedGradients">What to return for sources that no target depends on, as none does on integers.</param>
    /// <returns>One for each source, of its type.</returns>
    /// <exception cref="InvalidOperationException">The tape has recorded nothing, or is not persistent and was asked before.</exception>
    public TensorBase?[] Gradient(
        IReadOnlyList<TensorBase> targets, IReadOnlyList<TensorBase> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(sources);
        return Differentiate([.. targets], [], [.. sources], unconnectedGradients);
    }

    /// <summary>The gradients with respect to two sources.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?) Gradient<T>(
        Tensor<T> target, (Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> => GradientWith(target, null, sources, unconnectedGradients);

    /// <summary>The gradients with respect to three sources.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?) Gradient<T>(
        Tensor<T> target, (Tensor<T>, Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> => GradientWith(target, null, sources, unconnectedGradients);

    /// <summary>The gradients with respect to four sources.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?) Gradient<T>(
        Tensor<T> target, (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>?[] gradients = GradientWith(target, null, [sources.Item1, sources.Item2, sources.Item3, sources.Item4], unconnectedGradients);
        return (gradients[0], gradients[1], gradients[2], gradients[3]);
    }

    /// <summary>The gradients of all elements of all targets, summed, with respect to two sources.</summary>
    /// <inheritdoc cref="Gradient{T}(IReadOnlyList{Tensor{T}}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    [OverloadResolutionPriority(1)]
    public (Tensor<T>?, Tensor<T>?) Gradient<T>(
        IReadOnlyList<Tensor<T>> targets, (Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>?[] gradients = Gradient(targets, [sources.Item1, sources.Item2], unconnectedGradients);
        return (gradients[0], gradients[1]);
    }

    /// <summary>The gradients of all elements of all targets, summed, with respect to three sources.</summary>
    /// <inheritdoc cref="Gradient{T}(IReadOnlyList{Tensor{T}}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    [OverloadResolutionPriority(1)]
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?) Gradient<T>(
        IReadOnlyList<Tensor<T>> targets, (Tensor<T>, Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>?[] gradients = Gradient(targets, [sources.Item1, sources.Item2, sources.Item3], unconnectedGradients);
        return (gradients[0], gradients[1], gradients[2]);
    }

    /// <summary>The gradients of all elements of all targets, summed, with respect to four sources.</summary>
    /// <inheritdoc cref="Gradient{T}(IReadOnlyList{Tensor{T}}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    [OverloadResolutionPriority(1)]
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?, Tensor<T>?) Gradient<T>(
        IReadOnlyList<Tensor<T>> targets, (Tensor<T>, Tensor<T>, Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>?[] gradients = Gradient(targets, [sources.Item1, sources.Item2, sources.Item3, sources.Item4], unconnectedGradients);
        return (gradients[0], gradients[1], gradients[2], gradients[3]);
    }

    /// <summary>The gradient with respect to the source, from the cotangents of the target's elements: the vector-Jacobian product.</summary>
    /// <inheritdoc cref="Gradient{T}(Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    /// <param name="target">What is differentiated.</param>
    /// <param name="outputGradient">The weights of the target's elements, in its shape; null for ones.</param>
    /// <param name="source">A variable, a watched tensor, or a result on the way to the target.</param>
    /// <param name="unconnectedGradients">What to return if the target does not depend on the source.</param>
    /// <exception cref="ShapeMismatchException">The output gradient has another shape than the target.</exception>
    public Tensor<T>? GradientWith<T>(
        Tensor<T> target, Tensor<T>? outputGradient, Tensor<T> source, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> => GradientWith<T, T>(target, outputGradient, source, unconnectedGradients);

    /// <summary>The gradients with respect to several sources, from the cotangents of the target's elements.</summary>
    /// <inheritdoc cref="GradientWith{T}(Tensor{T}, Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    /// <returns>One for each source.</returns>
    [OverloadResolutionPriority(1)]
    public Tensor<T>?[] GradientWith<T>(
        Tensor<T> target, Tensor<T>? outputGradient, IReadOnlyList<Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireGiven(target, nameof(target));
        ArgumentNullException.ThrowIfNull(sources);
        return Typed<T>(Differentiate([target], [outputGradient], [.. sources], unconnectedGradients));
    }

    /// <summary>The gradient with respect to the source, from the cotangents of several targets.</summary>
    /// <inheritdoc cref="GradientWith{T}(IReadOnlyList{Tensor{T}}, IReadOnlyList{Tensor{T}}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    /// <param name="targets">What is differentiated.</param>
    /// <param name="outputGradients">One for each target, in its shape; null for ones.</param>
    /// <param name="source">A variable, a watched tensor, or a result on the way to the targets.</param>
    /// <param name="unconnectedGradients">What to return if no target depends on the source.</param>
    /// <returns>The gradient, in the shape of the source; null where no target depends on it, unless zeros are asked for.</returns>
    [OverloadResolutionPriority(1)]
    public Tensor<T>? GradientWith<T>(
        IReadOnlyList<Tensor<T>> targets,
        IReadOnlyList<Tensor<T>?> outputGradients,
        Tensor<T> source,
        UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireGiven(source, nameof(source));
        return GradientWith(targets, outputGradients, [source], unconnectedGradients)[0];
    }

    /// <summary>The gradients with respect to several sources, from the cotangents of several targets.</summary>
    /// <inheritdoc cref="GradientWith{T}(Tensor{T}, Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    /// <param name="targets">What is differentiated.</param>
    /// <param name="outputGradients">One for each target, in its shape; null for ones.</param>
    /// <param name="sources">Variables, watched tensors, or results on the way to the targets.</param>
    /// <param name="unconnectedGradients">What to return for sources that no target depends on.</param>
    /// <returns>One for each source.</returns>
    /// <exception cref="ArgumentException">There are not as many output gradients as targets.</exception>
    [OverloadResolutionPriority(2)]
    public Tensor<T>?[] GradientWith<T>(
        IReadOnlyList<Tensor<T>> targets,
        IReadOnlyList<Tensor<T>?> outputGradients,
        IReadOnlyList<Tensor<T>> sources,
        UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(outputGradients);
        ArgumentNullException.ThrowIfNull(sources);
        RequireOneFor(targets.Count, outputGradients.Count, nameof(outputGradients));
        return Typed<T>(Differentiate([.. targets], [.. outputGradients], [.. sources], unconnectedGradients));
    }

    /// <summary>The gradients with respect to two sources, from the cotangents of the target's elements.</summary>
    /// <inheritdoc cref="GradientWith{T}(Tensor{T}, Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?) GradientWith<T>(
        Tensor<T> target, Tensor<T>? outputGradient, (Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>?[] gradients = GradientWith(target, outputGradient, [sources.Item1, sources.Item2], unconnectedGradients);
        return (gradients[0], gradients[1]);
    }

    /// <summary>The gradients with respect to three sources, from the cotangents of the target's elements.</summary>
    /// <inheritdoc cref="GradientWith{T}(Tensor{T}, Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?) GradientWith<T>(
        Tensor<T> target, Tensor<T>? outputGradient, (Tensor<T>, Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T>?[] gradients = GradientWith(target, outputGradient, [sources.Item1, sources.Item2, sources.Item3], unconnectedGradients);
        return (gradients[0], gradients[1], gradients[2]);
    }

    private static void RequireOneFor(int targets, int outputGradients, string name)
    {
        if (targets != outputGradients)
            throw new ArgumentException($"There are {targets} targets and {outputGradients} output gradients. Give one for each target; null stands for ones.", name);
    }

    private static Tensor<T>?[] Typed<T>(TensorBase?[] gradients)
        where T : unmanaged => Array.ConvertAll(gradients, gradient => (Tensor<T>?)gradient);

    internal TensorBase?[] Differentiate(TensorBase[] targets, TensorBase?[] seeds, TensorBase[] sources, UnconnectedGradients unconnected)
    {
        unconnected.RequireKnown();
        RequireGiven(targets, nameof(targets));
        RequireGiven(sources, nameof(sources));
        RequireFit(targets, seeds);
        ReverseSweep sweep = BeginSweep(sources, isLast: !IsPersistent);
        try
        {
            TensorBase?[] gradients = new TensorBase?[sources.Length];
            for (int i = 0; i < targets.Length; i++)
                Seed(sweep, targets[i], i < seeds.Length ? seeds[i] : null, sources, gradients);
            sweep.Run(release: !IsPersistent);
            for (int i = 0; i < sources.Length; i++)
                gradients[i] = sweep.CotangentOf(Find(sources[i])) ?? gradients[i] ?? (unconnected == UnconnectedGradients.Zero ? sources[i].ZerosLike() : null);
            return gradients;
        }
        finally
        {
            EndSweep();
        }
    }

    private static void RequireGiven(TensorBase? tensor, string name)
    {
        if (tensor is null)
            throw new ArgumentNullException(name, $"The {name} is null. A layer has its variables only when it has seen an input.");
    }

    private static void RequireGiven(TensorBase[] tensors, string name)
    {
        if (Array.IndexOf(tensors, null) is >= 0 and var at)
            throw new ArgumentNullException(name, $"Number {at} of the {name} is null. A layer has its variables only when it has seen an input.");
    }

    private static void RequireFit(TensorBase[] targets, TensorBase?[] seeds)
    {
        foreach ((TensorBase target, TensorBase? seed) in targets.Zip(seeds))
        {
            if (seed is not null && seed.ElementType != target.ElementType)
                throw new ArgumentException($"The output gradient has the type {seed.ElementType.Name}, its target {target.ElementType.Name}. They have to be the same; use Tensor.Cast.");
            if (seed is not null && !seed.Shape.Equals(target.Shape))
                throw new ShapeMismatchException($"The output gradient has the shape {seed.Shape}, its target {target.Shape}. They have to be the same.");
        }
    }

    /// <summary>A tape that may be asked but once stops recording when it is. What others record meanwhile is not looked at.</summary>
    private ReverseSweep BeginSweep(TensorBase[] sources, bool isLast)
    {
        if (!IsPersistent && ActiveRecordings.Find(this) is { } active)
            ActiveRecordings.End(active);
        lock (_lock)
        {
            RequireUsable();
            return new(isLast ? Interlocked.Exchange(ref _steps, []) : [.. _steps], _slots, Array.ConvertAll(sources, Find));
        }
    }

    private void EndSweep()
    {
        if (!IsPersistent)
            Finish();
    }

    /// <summary>A target that the tape does not know has a gradient with respect to itself all the same.</summary>
    private void Seed(ReverseSweep sweep, TensorBase target, TensorBase? given, TensorBase[] sources, TensorBase?[] gradients)
    {
        if (!target.IsReal)
            return;
        TensorBase seed = given ?? target.OnesLike();
        if (Find(target) is >= 0 and var slot)
        {
            sweep.Add(slot, seed);
            return;
        }
        for (int i = 0; i < sources.Length; i++)
        {
            if (sources[i].Watched == target.Watched)
                gradients[i] = gradients[i] is { } sum ? sum.Plus(seed) : seed;
        }
    }
}
