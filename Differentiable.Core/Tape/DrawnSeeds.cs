namespace Differentiable;

/// <summary>What was drawn from one generator while a function ran first.</summary>
/// <param name="random">The generator.</param>
internal sealed class DrawnSeeds(Random random)
{
    private readonly List<DrawnSeed> _seeds = [];

    public Random Random => random;

    /// <summary>The thread in which the first was drawn.</summary>
    public int Thread { get; } = Environment.CurrentManagedThreadId;

    public IReadOnlyList<DrawnSeed> All => _seeds;

    public void Add(DrawnSeed seed) => _seeds.Add(seed);
}

/// <summary>What one random tensor was made from.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="IsFirstValue">Was it the first value of a variable? Then the second run may find the variable there, and not draw again.</param>
internal readonly record struct DrawnSeed(int Seed, bool IsFirstValue);
