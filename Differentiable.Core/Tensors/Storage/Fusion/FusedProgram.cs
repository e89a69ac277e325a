namespace Differentiable.Tensors;

/// <summary>Operations in the order in which they run, and which buffer each one's result has until it is no longer needed.</summary>
internal sealed class FusedProgram<T>
    where T : unmanaged
{
    private readonly List<Step> _steps = [];

    /// <param name="waiting">The results that are needed, each behind those that it needs itself.</param>
    /// <param name="last">The operation whose result is asked for.</param>
    public FusedProgram(List<(Tensor<T> Result, Deferred<T> Operation)> waiting, Deferred<T> last)
    {
        Dictionary<Tensor<T>, int> lastUse = new(ReferenceEqualityComparer.Instance);
        List<Deferred<T>> operations = [.. waiting.Select(pair => pair.Operation), last];
        for (int i = 0; i < operations.Count; i++)
        {
            foreach (Tensor<T> operand in operations[i].Operands)
                lastUse[operand] = i;
        }
        Dictionary<Tensor<T>, int> buffers = new(ReferenceEqualityComparer.Instance);
        Stack<int> free = [];
        for (int i = 0; i < operations.Count; i++)
        {
            int target = i == waiting.Count ? -1 : free.TryPop(out int buffer) ? buffer : Buffers++;
            _steps.Add(new(operations[i], Source(operations[i].First, buffers), operations[i].Second is { } second ? Source(second, buffers) : default, target));
            if (i < waiting.Count)
                buffers.Add(waiting[i].Result, target);
            foreach (Tensor<T> operand in operations[i].Operands.Distinct())
            {
                if (lastUse[operand] == i && buffers.TryGetValue(operand, out int done))
                    free.Push(done);
            }
        }
    }

    /// <summary>How many buffers there are at a time.</summary>
    public int Buffers { get; private set; }

    /// <summary>Computes a block of the result.</summary>
    /// <param name="result">Gets it.</param>
    /// <param name="at">Where the block starts.</param>
    /// <param name="count">How many elements it has.</param>
    /// <param name="between">The buffers, one behind the other.</param>
    /// <param name="size">How long each is.</param>
    public void Run(T[] result, int at, int count, T[] between, int size)
    {
        foreach (Step step in _steps)
        {
            Span<T> target = step.Target < 0 ? result.AsSpan(at, count) : between.AsSpan(step.Target * size, count);
            step.Operation.Run(step.First.Read(at, count, between, size), step.Second.Read(at, count, between, size), target);
        }
    }

    private static Operand Source(Tensor<T> operand, Dictionary<Tensor<T>, int> buffers) =>
        buffers.TryGetValue(operand, out int buffer) ? new(null, buffer) : new(operand, -1);

    private readonly record struct Step(Deferred<T> Operation, Operand First, Operand Second, int Target);

    /// <summary>A tensor that has its elements, or a buffer; neither where there is no operand.</summary>
    private readonly record struct Operand(Tensor<T>? Tensor, int Buffer)
    {
        public ReadOnlySpan<T> Read(int at, int count, T[] between, int size) =>
            Tensor is { } tensor ? tensor.DenseElements.Slice(at, count)
            : between.Length > 0 ? between.AsSpan(Buffer * size, count)
            : default;
    }
}
