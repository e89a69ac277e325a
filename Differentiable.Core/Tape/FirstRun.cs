using Differentiable.Tensors;

namespace Differentiable;

/// <summary>The first run of a function that will run again, which notes what the second has to find: the values of variables, and what random tensors are made from.</summary>
/// <param name="name">What runs, in messages.</param>
internal sealed class FirstRun(string name) : RepeatableRun
{
    private readonly RepeatableRun? _around = Current;
    private readonly Dictionary<TensorBase, TensorBase> _values = new(ReferenceEqualityComparer.Instance);
    private readonly List<DrawnSeeds> _draws = [];

    public override bool IsAgain => _around is { IsAgain: true };

    /// <summary>What was drawn from each generator, in the order of the first draws.</summary>
    public IReadOnlyList<DrawnSeeds> Draws => _draws;

    public string Name => name;

    /// <summary>Runs the function.</summary>
    public TResult Run<TResult>(Func<TResult> function)
    {
        ActiveRecording active = ActiveRecordings.Start(this);
        try
        {
            return function();
        }
        finally
        {
            ActiveRecordings.End(active);
        }
    }

    /// <summary>The value that a variable had when it was read first; null where it was not.</summary>
    public TensorBase? ValueOf(TensorBase variable)
    {
        lock (_values)
            return _values.GetValueOrDefault(variable);
    }

    public override void Access(TensorBase variable, TensorBase value)
    {
        lock (_values)
            _values.TryAdd(variable, value);
        _around?.Access(variable, value);
    }

    /// <summary>If the function around runs again, so does this: then the seed is the one of its first run.</summary>
    public override int Seed(Random random, bool isFirstValue)
    {
        lock (_draws)
        {
            int seed = _around?.Seed(random, isFirstValue) ?? random.Next();
            DrawsFrom(random).Add(new(seed, isFirstValue));
            return seed;
        }
    }

    /// <summary>Threads that draw from one generator do so in an order that the second run would not find.</summary>
    private DrawnSeeds DrawsFrom(Random random)
    {
        if (_draws.Find(draws => draws.Random == random) is not { } draws)
            _draws.Add(draws = new(random));
        return draws.Thread == Environment.CurrentManagedThreadId
            ? draws
            : throw new InvalidOperationException($"Two threads draw random tensors from the same generator in {name}, which runs again on the way back and could not find their order. Draw in one thread, or give each a generator of its own.");
    }
}
