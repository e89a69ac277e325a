using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <content>Derivatives of each element of the target.</content>
public sealed partial class GradientTape
{
    /// <summary>The derivatives of each element of the target with respect to each element of the source.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="target">What is differentiated.</param>
    /// <param name="source">A variable, a watched tensor, or a result on the way to the target.</param>
    /// <param name="unconnectedGradients">What to return if the target does not depend on the source.</param>
    /// <returns>In the shape of the target followed by the shape of the source; null where the target does not depend on the source, unless zeros are asked for.</returns>
    /// <exception cref="InvalidOperationException">The tape has recorded nothing, or is not persistent and was asked before.</exception>
    public Tensor<T>? Jacobian<T>(Tensor<T> target, Tensor<T> source, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireGiven(source, nameof(source));
        return Jacobian(target, [source], unconnectedGradients)[0];
    }

    /// <summary>The derivatives of each element of the target with respect to each element of several sources.</summary>
    /// <inheritdoc cref="Jacobian{T}(Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    /// <param name="target">What is differentiated.</param>
    /// <param name="sources">Variables, watched tensors, or results on the way to the target.</param>
    /// <param name="unconnectedGradients">What to return for sources that the target does not depend on.</param>
    /// <returns>One for each source.</returns>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public Tensor<T>?[] Jacobian<T>(Tensor<T> target, IReadOnlyList<Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        RequireGiven(target, nameof(target));
        ArgumentNullException.ThrowIfNull(sources);
        unconnectedGradients.RequireKnown();
        RequireUsable();
        try
        {
            return Rows(target, sources, unconnectedGradients);
        }
        finally
        {
            EndSweep();
        }
    }

    /// <summary>The derivatives of each element of the target with respect to each element of two sources.</summary>
    /// <inheritdoc cref="Jacobian{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?) Jacobian<T>(
        Tensor<T> target, (Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> => Jacobian(target, new[] { sources.Item1, sources.Item2 }, unconnectedGradients) is [var first, var second] ? (first, second) : default;

    /// <summary>The derivatives of each element of the target with respect to each element of three sources.</summary>
    /// <inheritdoc cref="Jacobian{T}(Tensor{T}, IReadOnlyList{Tensor{T}}, UnconnectedGradients)"/>
    public (Tensor<T>?, Tensor<T>?, Tensor<T>?) Jacobian<T>(
        Tensor<T> target, (Tensor<T>, Tensor<T>, Tensor<T>) sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Jacobian(target, new[] { sources.Item1, sources.Item2, sources.Item3 }, unconnectedGradients) is [var first, var second, var third] ? (first, second, third) : default;

    private Tensor<T>?[] Rows<T>(Tensor<T> target, IReadOnlyList<Tensor<T>> sources, UnconnectedGradients unconnectedGradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorBase[] all = [.. sources];
        Tensor<T>?[][] rows = new Tensor<T>?[target.FlattenedLength][];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = Typed<T>(Row(target, Tensor.Reshape(Tensor.OneHot<T>(i, rows.Length), target.Shape), all));
        bool[] isConnected = [.. all.Select((_, i) => rows.Any(row => row[i] is not null) || (rows.Length == 0 && IsConnected(target, all[i])))];
        return [.. sources.Select((source, i) => isConnected[i] || unconnectedGradients == UnconnectedGradients.Zero
            ? Assemble([.. rows.Select(row => row[i] ?? Tensor.Zeros<T>(source.Shape))], target.Shape, source.Shape)
            : null)];
    }

    /// <summary>The derivatives of each row of the target with respect to the row of the source with the same number; other rows must not matter.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="target">What is differentiated, in the shape [b, y…].</param>
    /// <param name="source">In the shape [b, x…].</param>
    /// <returns>In the shape [b, y…, x…]; zeros where the target does not depend on the source.</returns>
    /// <exception cref="ArgumentException">The first lengths differ, or one of the shapes has fewer than two axes.</exception>
    /// <exception cref="InvalidOperationException">The tape has recorded nothing, or is not persistent and was asked before.</exception>
    public Tensor<T> BatchJacobian<T>(Tensor<T> target, Tensor<T> source)
        where T : unmanaged, IFloatingPointIeee754<T>
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

    private Tensor<T> Columns<T>(Tensor<T> target, Tensor<T> source)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int batch = target.Shape[0], outputs = batch == 0 ? 0 : target.FlattenedLength / batch;
        Shape elements = [.. target.Shape.Skip(1)], inputs = [.. source.Shape.Skip(1)];
        Tensor<T>[] columns = new Tensor<T>[outputs];
        for (int i = 0; i < outputs; i++)
        {
            Tensor<T> one = Tensor.Reshape(Tensor.OneHot<T>(i, outputs), elements);
            columns[i] = (Tensor<T>?)Row(target, Tensor.BroadcastTo(one, target.Shape), [source])[0] ?? Tensor.Zeros<T>(source.Shape);
        }
        return outputs == 0
            ? Tensor.Zeros<T>([batch, .. elements, .. inputs])
            : Tensor.Reshape(Tensor.Stack<T>(columns, axis: 1), [batch, .. elements, .. inputs]);
    }

    private TensorBase?[] Row(TensorBase target, TensorBase seed, TensorBase[] sources)
    {
        ReverseSweep sweep = BeginSweep(sources, isLast: false);
        TensorBase?[] gradients = new TensorBase?[sources.Length];
        Seed(sweep, target, seed, sources, gradients);
        sweep.Run(release: false);
        return [.. sources.Select((source, i) => sweep.CotangentOf(Find(source)) ?? gradients[i])];
    }

    /// <summary>Without elements there are no rows that could tell.</summary>
    private bool IsConnected(TensorBase target, TensorBase source) => BeginSweep([source], isLast: false).Needs(Find(target));

    private static Tensor<T> Assemble<T>(Tensor<T>[] rows, Shape target, Shape source)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        rows.Length == 0 ? Tensor.Zeros<T>([.. target, .. source]) : Tensor.Reshape(Tensor.Stack<T>(rows), [.. target, .. source]);
}
