using System.Numerics;
using System.Runtime.CompilerServices;
using Differentiable.Tensors;

namespace Differentiable;

/// <summary>
/// Carries tangents forward: given directions for some tensors, the derivatives along them of everything that is computed from these while it records. For one
/// direction and many results it is cheaper than a tape, and keeps nothing: a tangent lives as long as its tensor. Nested in a tape or around one, it gives second derivatives along a direction.
/// </summary>
/// <example>
/// <code>
/// var forward = new ForwardAccumulator();
/// forward.Watch(x, direction);
/// Tensor&lt;double&gt; y;
/// using (forward.Record())
///     y = Tensor.Sin(x);
/// Tensor&lt;double&gt;? slope = forward.Jvp(y);
/// </code>
/// </example>
public sealed class ForwardAccumulator : IRecording
{
    private static long s_lastId;

    private readonly Lock _lock = new();
    private readonly WatchedTensors _watched = new();
    private readonly Dictionary<int, TensorBase> _given = [];

    private readonly long _id = Interlocked.Increment(ref s_lastId);
    private int _count;

    /// <summary>An accumulator that follows nothing yet.</summary>
    public ForwardAccumulator() => _watched.Begin(-_id);

    /// <summary>Does it record what runs here, in this thread or asynchronous flow?</summary>
    public bool IsRecording => ActiveRecordings.Contains(this);

    /// <summary>Gives a tensor or a variable its direction.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="primal">The tensor.</param>
    /// <param name="tangent">The direction, in its shape.</param>
    /// <exception cref="ArgumentException">The tensor has a direction already: it was named multiple times.</exception>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    public void Watch<T>(Tensor<T> primal, Tensor<T> tangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!primal.Given().Shape.Equals(tangent.Given().Shape))
            throw new ShapeMismatchException($"The tangent has the shape {tangent.Shape}, its tensor {primal.Shape}. They have to be the same.");
        lock (_lock)
        {
            int order = Interlocked.Increment(ref _count) - 1;
            if (Carried(primal) is not null || !_watched.TryAdd(primal, order))
                throw new ArgumentException("The tensor was given multiple times, or has a tangent already. Add up its tangents and give it once.", nameof(primal));
            _given.Add(order, tangent.Now());
        }
    }

    /// <summary>Gives several tensors or variables their directions.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="primals">The tensors.</param>
    /// <param name="tangents">A direction for each, in its shape.</param>
    /// <exception cref="ArgumentException">There are not as many directions as tensors, or one of these has a direction already.</exception>
    /// <exception cref="ShapeMismatchException">The shapes of a tensor and its direction differ.</exception>
    [OverloadResolutionPriority(1)]
    public void Watch<T>(IReadOnlyList<Tensor<T>> primals, IReadOnlyList<Tensor<T>> tangents)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(primals);
        ArgumentNullException.ThrowIfNull(tangents);
        if (primals.Count != tangents.Count)
            throw new ArgumentException($"There are {primals.Count} tensors and {tangents.Count} tangents. Give one for each tensor.", nameof(tangents));
        foreach ((Tensor<T> primal, Tensor<T> tangent) in primals.Zip(tangents))
            Watch(primal, tangent);
    }

    /// <summary>Carries tangents along until the result is disposed.</summary>
    /// <exception cref="InvalidOperationException">It records already.</exception>
    public RecordingScope Record()
    {
        if (IsRecording)
            throw new InvalidOperationException("The accumulator is recording already. End that recording first, or use another accumulator.");
        return RecordingScope.Of(this);
    }

    /// <summary>The derivative along the given directions: the Jacobian-vector product.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="target">A tensor that was computed while this recorded, or one that has a direction.</param>
    /// <param name="unconnectedGradients">What to return if it does not depend on what has directions.</param>
    /// <returns>In the shape of the target; null where it does not depend on what has directions, unless zeros are asked for.</returns>
    public Tensor<T>? Jvp<T>(Tensor<T> target, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        unconnectedGradients.RequireKnown();
        return (Tensor<T>?)TangentOf(target.Given()) ?? (unconnectedGradients == UnconnectedGradients.Zero ? Tensor.Zeros<T>(target.Shape) : null);
    }

    /// <summary>The derivatives of several targets along the given directions.</summary>
    /// <inheritdoc cref="Jvp{T}(Tensor{T}, UnconnectedGradients)"/>
    /// <param name="targets">Tensors that were computed while this recorded, or that have directions.</param>
    /// <param name="unconnectedGradients">What to return for those that do not depend on what has directions.</param>
    /// <returns>One for each target, in its shape; null where it does not depend on what has directions, unless zeros are asked for.</returns>
    [OverloadResolutionPriority(1)]
    public Tensor<T>?[] Jvp<T>(IReadOnlyList<Tensor<T>> targets, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(targets);
        return [.. targets.Select(target => Jvp(target, unconnectedGradients))];
    }

    /// <summary>The derivatives of targets in any structure of tuples, arrays, lists and dictionaries, along the given directions.</summary>
    /// <typeparam name="TStructure">The structure; its tensors have to be typed <see cref="Tensor{T}"/>, also where they are variables.</typeparam>
    /// <param name="targets">Tensors that were computed while this recorded, or that have directions.</param>
    /// <param name="unconnectedGradients">What to return for those that do not depend on what has directions.</param>
    /// <returns>The same structure with the tangents in the places of the targets.</returns>
    /// <exception cref="ArgumentException">The structure has parts that are neither tensors nor structures of them, or it is typed for variables.</exception>
    public TStructure MirroredJvp<TStructure>(TStructure targets, UnconnectedGradients unconnectedGradients = UnconnectedGradients.None)
        where TStructure : notnull
    {
        ArgumentNullException.ThrowIfNull(targets);
        unconnectedGradients.RequireKnown();
        return TensorStructure.Rebuild(targets, Array.ConvertAll(
            TensorStructure.Leaves(targets), target => TangentOf(target) ?? (unconnectedGradients == UnconnectedGradients.Zero ? target.ZerosLike() : null)));
    }

    int IRecording.Count => _count;

    int IRecording.Find(TensorBase tensor) => Find(tensor);

    void IRecording.Access(TensorBase variable, TensorBase value)
    {
    }

    void IRecording.Append(Operation operation, TensorBase result, Inputs inputs, ReadOnlySpan<TensorBase> tensors)
    {
        TensorBase?[] tangents = new TensorBase?[tensors.Length];
        for (int i = 0; i < tangents.Length; i++)
            tangents[i] = TangentOf(tensors[i]);
        // What is outside of this sees how the tangent is computed; this itself and what is inside do not. Nor is it what a function computes from.
        ActiveRecording[]? around = ActiveRecordings.Current;
        ActiveRecordings.Set([.. (around ?? []).TakeWhile(active => active.Recording != this).Where(active => active.Recording is not Captures)]);
        try
        {
            if (TangentRule.Push(operation, result, tangents) is { } tangent)
                result.Tangents = new(_id, Interlocked.Increment(ref _count) - 1, tangent, result.Tangents);
        }
        finally
        {
            ActiveRecordings.Set(around);
        }
    }

    private TensorBase? TangentOf(TensorBase tensor)
    {
        if (Carried(tensor) is { } carried)
            return carried.Tangent;
        lock (_lock)
            return _given.GetValueOrDefault(_watched.Find(tensor));
    }

    private int Find(TensorBase tensor) => Carried(tensor)?.Order ?? _watched.Find(tensor);

    private CarriedTangent? Carried(TensorBase tensor)
    {
        CarriedTangent? carried = tensor.Tangents;
        while (carried is not null && carried.Accumulator != _id)
            carried = carried.Next;
        return carried;
    }
}
