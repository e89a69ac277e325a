using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Differentiable.Tensors;

namespace Differentiable;

/// <summary>
/// Records the operations on tensors that run while it records, and differentiates what it recorded. What is recorded is decided by the tensors that
/// it watches: trainable variables as they are read, and whatever <see cref="Watch{T}(ReadOnlySpan{Tensor{T}})"/> names.
/// </summary>
/// <example>
/// <code>
/// var tape = new GradientTape();
/// Tensor&lt;float&gt; loss;
/// using (tape.Record())
///     loss = Tensor.Average(Tensor.Square(Tensor.MatMul(x, w) + b));
/// var (dw, db) = tape.Gradient(loss, (w, b));
/// </code>
/// </example>
/// <remarks>
/// Tapes flow with the execution context, through <c>await</c> and into tasks; threads that were not started from the recording never see it. Where a recording ends, it ends for all of them. Several tapes
/// may record at once, independently; those around also record the operations with which an inner one computes gradients, so that these can be
/// differentiated again.
/// </remarks>
public sealed partial class GradientTape : IRecording
{
    private static long s_lastId;

    private readonly Lock _lock = new();
    private readonly WatchedTensors _watched = new();
    private readonly bool _watchesAccessedVariables;
    private List<Step> _steps = [];
    private IVariable[] _watchedVariables = [];
    private long _id;
    private int _slots;
    private State _state;

    /// <summary>A tape that does not record yet.</summary>
    /// <param name="persistent">May gradients be asked for more than once? Then all intermediate results are kept as long as the tape.</param>
    /// <param name="watchAccessedVariables">Are trainable variables watched as soon as an operation reads them?</param>
    public GradientTape(bool persistent = false, bool watchAccessedVariables = true) =>
        (IsPersistent, _watchesAccessedVariables) = (persistent, watchAccessedVariables);

    private enum State
    {
        New,
        Recorded,
        Used,
    }

    /// <summary>May gradients be asked for more than once?</summary>
    public bool IsPersistent { get; }

    /// <summary>Does it record what runs here, in this thread or asynchronous flow?</summary>
    public bool IsRecording => ActiveRecordings.Contains(this);

    /// <summary>The variables that it watches, in the order in which they were made; they stay known when the gradient has been taken.</summary>
    public IReadOnlyList<IVariable> WatchedVariables
    {
        get
        {
            lock (_lock)
                return _state == State.Used ? _watchedVariables : FindWatchedVariables();
        }
    }

    /// <summary>
    /// Records what runs until the result is disposed, here and in what is started here; tasks that run longer are no longer recorded then. A tape may record again after that, and goes on
    /// with what it has.
    /// </summary>
    /// <returns>Ends the recording when it is disposed: <c>using (tape.Record()) { … }</c>. The tape itself lives on.</returns>
    /// <exception cref="InvalidOperationException">It records already.</exception>
    public RecordingScope Record()
    {
        if (IsRecording)
            throw new InvalidOperationException("The tape is recording already. End that recording first, or use another tape.");
        if (_state != State.Recorded)
            Begin();
        return RecordingScope.Of(this);
    }

    /// <summary>Records what a function runs: <c>Tensor&lt;float&gt; loss = tape.Record(() => Loss(x));</c></summary>
    /// <typeparam name="TResult">The type of the function's value.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="InvalidOperationException">The tape records already.</exception>
    public TResult Record<TResult>(Func<TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        using RecordingScope recording = Record();
        return function();
    }

    /// <summary>Records what an asynchronous function runs, until it is done: <c>Tensor&lt;float&gt; loss = await tape.Record(async () => Loss(await ReadAsync()));</c></summary>
    /// <typeparam name="TResult">The type of the function's value.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="InvalidOperationException">The tape records already.</exception>
    public Task<TResult> Record<TResult>(Func<Task<TResult>> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return RecordUntilDone();

        async Task<TResult> RecordUntilDone()
        {
            using RecordingScope recording = Record();
            return await function().ConfigureAwait(false);
        }
    }

    /// <summary>Records what an asynchronous function without a value runs, until it is done.</summary>
    /// <param name="function">The function.</param>
    /// <exception cref="InvalidOperationException">The tape records already.</exception>
    public Task Record(Func<Task> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Record(async () =>
        {
            await function().ConfigureAwait(false);
            return true;
        });
    }

    /// <summary>Does not record what runs until the result is disposed; other tapes do.</summary>
    /// <exception cref="InvalidOperationException">It does not record.</exception>
    public RecordingScope StopRecording() => RecordingScope.Without(RequireRecording("stop"));

    /// <summary>Forgets all that was recorded and watched, and goes on recording.</summary>
    /// <exception cref="InvalidOperationException">It does not record.</exception>
    public void Reset()
    {
        RequireRecording("reset");
        Begin();
    }

    /// <summary>Follows what is computed from these tensors from here on. Variables that are trainable need no watching unless the tape was told so.</summary>
    /// <typeparam name="T">The type of the elements; there is no derivative with respect to integers.</typeparam>
    /// <param name="tensors">The tensors.</param>
    public void Watch<T>(params ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (_state != State.Recorded)
            Begin();
        foreach (Tensor<T> tensor in tensors)
        {
            ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
            if (Find(tensor) < 0)
                WatchOnce(tensor);
        }
    }

    int IRecording.Count => _slots;

    int IRecording.Find(TensorBase tensor) => Find(tensor);

    /// <summary>The slot of a tensor, or -1 when it was not computed from anything that is watched.</summary>
    private int Find(TensorBase tensor)
    {
        int slot = tensor.Places.Find(_id);
        return slot < 0 ? _watched.Find(tensor) : slot;
    }

    void IRecording.Access(TensorBase variable, TensorBase value)
    {
        if (_watchesAccessedVariables && variable is IVariable { IsTrainable: true } && _watched.Find(variable) < 0)
            WatchOnce(variable);
    }

    void IRecording.Append(Operation operation, TensorBase result, Inputs inputs, ReadOnlySpan<TensorBase> tensors)
    {
        lock (_lock)
        {
            if (_state == State.Recorded && AreStillThese(inputs, tensors))
                _steps.Add(new(operation, Place(result), inputs));
        }
    }

    /// <summary>A task may have looked for its inputs just before the tape began anew.</summary>
    private bool AreStillThese(in Inputs inputs, ReadOnlySpan<TensorBase> tensors)
    {
        for (int i = 0; i < tensors.Length; i++)
        {
            if (inputs[i] >= 0 && inputs[i] != Find(tensors[i]))
                return false;
        }
        return true;
    }

    private int Place(TensorBase result)
    {
        result.Places.Add(_id, _slots);
        return _slots++;
    }

    private void Begin()
    {
        lock (_lock)
        {
            _steps = [];
            _slots = 0;
            _id = Interlocked.Increment(ref s_lastId);
            _watched.Begin(_id);
            _state = State.Recorded;
        }
    }

    internal void WatchOnce(TensorBase tensor)
    {
        lock (_lock)
        {
            if (_state == State.Recorded && _watched.TryAdd(tensor, _slots))
                _slots++;
        }
    }

    /// <summary>Lets go of everything; only the variables that were watched are remembered.</summary>
    private void Finish()
    {
        lock (_lock)
        {
            _watchedVariables = FindWatchedVariables();
            _steps = [];
            _watched.Begin(0);
            _state = State.Used;
        }
    }

    private IVariable[] FindWatchedVariables() => [.. _watched.All.OfType<IVariable>().OrderBy(variable => variable.Order)];

    private ActiveRecording RequireRecording(string what) => ActiveRecordings.Find(this)
        ?? throw new InvalidOperationException($"There is nothing to {what}: the tape is not recording here. Call this inside of using (tape.Record()) {{ … }}.");

    private void RequireUsable()
    {
        if (_state == State.New)
            throw new InvalidOperationException("The tape has recorded nothing. Compute the target inside of using (tape.Record()) { … }.");
        if (_state == State.Used)
            throw new InvalidOperationException("The tape has given its gradient and let go of what it recorded. Make it persistent, new GradientTape(persistent: true), to ask it more than once, or ask for all sources at once.");
    }
}
