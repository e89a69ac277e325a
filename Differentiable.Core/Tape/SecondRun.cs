using Differentiable.Tensors;

namespace Differentiable;

/// <summary>A function that runs again on the way back, and makes random tensors from what the first run made them from.</summary>
/// <param name="first">The first run.</param>
internal sealed class SecondRun(FirstRun first) : RepeatableRun
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<ReplayedSeeds> _replayed = [];

    public override bool IsAgain => true;

    /// <summary>Runs the function.</summary>
    /// <exception cref="InvalidOperationException">It finds something else than the first time.</exception>
    public TResult Run<TResult>(Func<TResult> function)
    {
        ActiveRecording active = ActiveRecordings.Start(this);
        try
        {
            TResult result = function();
            RequireAllDrawn();
            return result;
        }
        finally
        {
            ActiveRecordings.End(active);
        }
    }

    public override void Access(TensorBase variable, TensorBase value)
    {
        if (first.ValueOf(variable) is { } before && before != value)
            throw new InvalidOperationException(
                $"The variable \"{((IVariable)variable).Name}\" was assigned since {first.Name} computed from it: the derivative there cannot be computed any more. Take the gradient before you assign, or give the variable to the function as an input, so that its value is kept.");
    }

    public override int Seed(Random random, bool isFirstValue)
    {
        lock (_replayed)
            return DrawsFrom(random).Next(isFirstValue) ?? throw OtherDraws("more");
    }

    /// <summary>A generator that the first run did not know was made by the function itself, and stands for the next one of the first run that no one else stands for.</summary>
    private ReplayedSeeds DrawsFrom(Random random)
    {
        if (_replayed.Find(replayed => replayed.Random == random) is { } known)
            return known;
        DrawnSeeds? drawn = first.Draws.FirstOrDefault(draws => draws.Random == random);
        if (drawn is null && Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException($"A thread that {first.Name} started draws random tensors from a generator of its own, which cannot be found again when {first.Name} runs on the way back. Make the generator outside of the function.");
        drawn ??= first.Draws.FirstOrDefault(draws => _replayed.All(replayed => replayed.Drawn != draws)) ?? throw OtherDraws("more");
        ReplayedSeeds added = new(random, drawn);
        _replayed.Add(added);
        return added;
    }

    private void RequireAllDrawn()
    {
        if (first.Draws.Any(drawn => !(_replayed.Find(replayed => replayed.Drawn == drawn) ?? new(drawn.Random, drawn)).IsComplete))
            throw OtherDraws("fewer");
    }

    private InvalidOperationException OtherDraws(string compared) => new(
        $"{first.Name} draws {compared} random tensors when it runs again on the way back than when it ran first, so that its gradient would be wrong. Let what it draws depend on nothing that changes in between, such as whether a module is trained; "
        + "and apply a module that draws its variables at the first input to one before.");
}
