namespace Differentiable.Tensors;

/// <summary>Operations in the order in which they run, and where each one's result goes: to a buffer until it is no longer needed, or to storage of its own.</summary>
internal sealed class FusedProgram<T>
    where T : unmanaged
{
    private readonly List<Step> _steps = [];
    private readonly Dictionary<Tensor<T>, Place> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor<T>, int> _lastUses = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<int> _free = [];
    private readonly T[] _result;
    private readonly FusedSum<T>? _sum;
    private readonly Place _summed;

    /// <param name="waiting">The operations and their results, each behind those that it needs itself.</param>
    /// <param name="result">The one of the results that is asked for.</param>
    /// <param name="sum">A sum that is computed along with them, or null.</param>
    public FusedProgram(List<(Tensor<T> Result, Deferred<T> Operation)> waiting, Tensor<T> result, FusedSum<T>? sum)
    {
        _result = Arrays.Allocate<T>(result.FlattenedLength);
        for (int i = 0; i < waiting.Count; i++)
        {
            foreach (Tensor<T> operand in waiting[i].Operation.Operands)
                _lastUses[operand] = i;
        }
        if (sum is not null)
            _lastUses[sum.Operand] = waiting.Count;
        for (int i = 0; i < waiting.Count; i++)
        {
            (Tensor<T> next, Deferred<T> operation) = waiting[i];
            Place place = next == result ? new(null, _result, 0) : PlaceFor(next);
            _steps.Add(new(operation, PlaceOf(operation.First), operation.Second is { } second ? PlaceOf(second) : null, place));
            Release(operation, i);
            _places.Add(next, place);
        }
        (_sum, _summed) = (sum, sum is null ? default : PlaceOf(sum.Operand));
    }

    /// <summary>How many buffers there are at a time.</summary>
    public int Buffers { get; private set; }

    /// <summary>Computes a block of the result.</summary>
    /// <param name="at">Where the block starts.</param>
    /// <param name="count">How many elements it has.</param>
    /// <param name="between">The buffers, one behind the other.</param>
    /// <param name="size">How long each is.</param>
    public void Run(int at, int count, T[] between, int size)
    {
        foreach (Step step in _steps)
            step.Operation.Run(step.First.Read(at, count, between, size), step.Second is { } second ? second.Read(at, count, between, size) : default, step.Target.Write(at, count, between, size));
        _sum?.Include(at, _summed.Read(at, count, between, size));
    }

    /// <summary>The result, when all of it has run. The tensors that got storage of their own get what is in it.</summary>
    public T[] Finish()
    {
        foreach ((Tensor<T> result, Place place) in _places)
        {
            if (place.Stored is { } elements)
                result.Provide(elements);
        }
        _sum?.Finish();
        return _result;
    }

    private Place PlaceFor(Tensor<T> result) => result.IsWorthKeeping()
        ? new(null, Arrays.Allocate<T>(_result.Length), 0)
        : new(null, null, _free.TryPop(out int buffer) ? buffer : Buffers++);

    private Place PlaceOf(Tensor<T> operand)
    {
        if (_places.TryGetValue(operand, out Place place))
            return place;
        operand.Evaluate(); // once, and not on each of the threads that share the work
        return new(operand, null, 0);
    }

    /// <summary>The buffers of what no later operation needs are free.</summary>
    private void Release(Deferred<T> operation, int position)
    {
        foreach (Tensor<T> operand in operation.Operands.Distinct())
        {
            if (_lastUses[operand] == position && _places.TryGetValue(operand, out Place place) && place.Stored is null)
                _free.Push(place.Buffer);
        }
    }

    private readonly record struct Step(Deferred<T> Operation, Place First, Place? Second, Place Target);

    /// <summary>A tensor that has its elements, storage for them, or a buffer.</summary>
    private readonly record struct Place(Tensor<T>? Tensor, T[]? Stored, int Buffer)
    {
        public ReadOnlySpan<T> Read(int at, int count, T[] between, int size) => Tensor is { } tensor ? tensor.DenseElements.Slice(at, count) : Write(at, count, between, size);

        public Span<T> Write(int at, int count, T[] between, int size) => Stored is { } stored ? stored.AsSpan(at, count) : between.AsSpan(Buffer * size, count);
    }
}
