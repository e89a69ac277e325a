namespace Differentiable.Tests.Fuzz.Grammar;

/// <summary>Weighted choices, the same ones for the same seed.</summary>
internal sealed class Choices(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int bound) => _random.Next(bound);

    public int Between(int low, int high) => _random.Next(low, high + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public T Any<T>(IEnumerable<T> items) => Any<T>([.. items]);

    /// <summary>One of the options that are possible, each with the probability of its weight.</summary>
    public T Weighted<T>(params (int Weight, T Option)[] options)
    {
        int left = _random.Next(options.Sum(o => o.Weight));
        foreach ((int weight, T option) in options)
        {
            if (left < weight)
                return option;
            left -= weight;
        }
        throw new InvalidOperationException("There is nothing to choose from.");
    }
}
