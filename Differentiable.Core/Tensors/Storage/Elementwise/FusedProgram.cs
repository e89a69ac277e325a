namespace Differentiable.Tensors;

/// <summary>Operations in the order in which they run, and where each one's result goes: to a buffer until it is no longer needed, or to storage of its own.</summary>
internal sealed class FusedProgram<T>
    where T : unmanaged
{
    private readonly List<Step> _steps = [];
    private readonly Dictionary<Tensor<T>, Place> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor<T>, int> _lastUses = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<int> _free = [];

    /// <param name="waiting">The results that are needed, each behind those that it needs itself.</param>
    /// <param name="last">The operation whose result is asked for.</param>
    /// <param name="result">Gets its elements.</param>
    public FusedProgram(List<(Tensor<T> Result, Deferred<T> Operation)> waiting, Deferred<T> last, T[] result)
    {
        Deferred<T>[] operations = [.. waiting.Select(pair => pair.Operation), last];
        for (int i = 0; i < operations.Length; i++)
        {
            foreach (Tensor<T> operand in operations[i].Operands)
                _lastUses[operand] = i;
        }
        for (int i = 0; i < operations.Length; i++)
        {
            Place place = i < waiting.Count ? PlaceFor(waiting[i].Result, result.Length) : new(null, result, 0);
            _steps.Add(new(operations[i], PlaceOf(operations[i].First), operations[i].Second is { } second ? PlaceOf(second) : null, place));
            Release(operations[i], i);
            if (i < waiting.Count)
                _places.Add(waiting[i].Result, place);
        }
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
    }

    /// <summary>Gives the tensors that got storage of their own what is in it, when all of it has run.</summary>
    public void Keep()
    {
        foreach ((Tensor<T> result, Place place) in _places)
        {
            if (place.Stored is { } elements)
                result.Provide(elements);
        }
    }

    private Place PlaceFor(Tensor<T> result, int length) => result.IsWorthKeeping()
        ? new(null, Elementwise.Allocate<T>(length), 0)
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
