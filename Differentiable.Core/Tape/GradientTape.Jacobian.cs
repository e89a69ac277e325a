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
        where T : unmanaged, IFloatingPointIeee754<T> => Jacobian<T, T>(target, source, unconnectedGradients);

    /// <summary>The derivatives of each element of the target with respect to each element of several sources.</summary>
    /// <inheritdoc cref="Jacobian{T}(Tensor{T}, Tensor{T}, UnconnectedGradients)"/>
    /// <param name="target">What is differentiated.</param>
    /// <param name="sources">Variables, watched tensors, or results on the way to the target.</param>
    /// <param name="unconnectedGradients">What to return for sources that the target does not depend on.</param>
    /// <returns>One for each source.</returns>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
    public Tensor<T>?[] Jacobian<T>(Tensor<T> target, IReadOnlyList<Tensor<T>> sources, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T> => Typed<T>(Jacobian(target, (IReadOnlyList<TensorBase>)sources, unconnectedGradients));

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

    private TensorBase?[] Rows<T>(Tensor<T> target, TensorBase[] sources, UnconnectedGradients unconnectedGradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorBase?[][] rows = new TensorBase?[target.FlattenedLength][];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = Row(target, Tensor.Reshape(Tensor.OneHot<T>(i, rows.Length), target.Shape), sources);
        bool[] isConnected = [.. sources.Select((source, i) => rows.Any(row => row[i] is not null) || (rows.Length == 0 && IsConnected(target, source)))];
        return [.. sources.Select((source, i) => isConnected[i] || unconnectedGradients == UnconnectedGradients.Zero
            ? source.Stacked([.. rows.Select(row => row[i] ?? source.ZerosLike())], [.. target.Shape, .. source.Shape])
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
        where T : unmanaged, IFloatingPointIeee754<T> => BatchJacobian<T, T>(target, source);

    private Tensor<TSource> Columns<TTarget, TSource>(Tensor<TTarget> target, Tensor<TSource> source)
        where TTarget : unmanaged, IFloatingPointIeee754<TTarget>
        where TSource : unmanaged, IFloatingPointIeee754<TSource>
    {
        int batch = target.Shape[0], outputs = batch == 0 ? 0 : target.FlattenedLength / batch;
        Shape elements = [.. target.Shape.Skip(1)], inputs = [.. source.Shape.Skip(1)];
        Tensor<TSource>[] columns = new Tensor<TSource>[outputs];
        for (int i = 0; i < outputs; i++)
        {
            Tensor<TTarget> one = Tensor.Reshape(Tensor.OneHot<TTarget>(i, outputs), elements);
            columns[i] = (Tensor<TSource>?)Row(target, Tensor.BroadcastTo(one, target.Shape), [source])[0] ?? Tensor.Zeros<TSource>(source.Shape);
        }
        return outputs == 0
            ? Tensor.Zeros<TSource>([batch, .. elements, .. inputs])
            : Tensor.Reshape(Tensor.Stack<TSource>(columns, axis: 1), [batch, .. elements, .. inputs]);
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
}
